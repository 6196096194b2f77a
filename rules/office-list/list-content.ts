import { LEVELS, type Level, LIST_KINDS, type ListInForce, MOST_ROWS, type OfficeList } from '../../review/model/index.ts';
import { Shape, ShapeError } from '../shape.ts';
import { contactKey } from './cells.ts';

const KINDS = Object.keys(LIST_KINDS) as (keyof typeof LIST_KINDS)[];
const LEVEL_IDS = Object.keys(LEVELS) as Level[];
const DATE = /^(?:\d{4}-\d{2}-\d{2})?$/;

/** A list as text: the content that an import commits to, and the file list.json of a pack folder. One spelling for one list. */
export const writeListContent = (list: OfficeList): string => JSON.stringify({ v: 1, kind: list.kind, rows: list.rows });

function rowNumber(shape: Shape): number {
  const row = Number(shape.text('row'));
  if (!Number.isSafeInteger(row) || row < 1) throw new ShapeError('row：应当是行号');
  return row;
}

function date(shape: Shape, key: string): string {
  const text = shape.text(key);
  if (!DATE.test(text)) throw new ShapeError(`${key}：应当是日期`);
  return text;
}

const READERS: { readonly [K in OfficeList['kind']]: (shape: Shape) => Extract<OfficeList, { kind: K }>['rows'][number] } = {
  works: (shape) => {
    shape.only(['row', 'name', 'aliases', 'address', 'note']);
    const name = shape.string('name');
    return {
      row: rowNumber(shape),
      name,
      aliases: shape.strings('aliases', 0),
      address: shape.text('address'),
      note: shape.text('note'),
    };
  },
  negative: (shape) => {
    shape.only(['row', 'category', 'content', 'keywords', 'basis', 'reason', 'level', 'from']);
    return {
      row: rowNumber(shape),
      category: shape.string('category'),
      content: shape.string('content'),
      keywords: shape.strings('keywords', 1),
      basis: shape.string('basis'),
      reason: shape.text('reason'),
      level: shape.oneOf('level', LEVEL_IDS),
      from: date(shape, 'from'),
    };
  },
  contacts: (shape) => {
    shape.only(['row', 'unit', 'contact', 'note', 'until']);
    const contact = shape.string('contact');
    if (contactKey(contact) === undefined) throw new ShapeError('contact：不是电话号码或邮箱');
    return { row: rowNumber(shape), unit: shape.string('unit'), contact, note: shape.text('note'), until: date(shape, 'until') };
  },
};

/** Reads what `writeListContent` wrote; throws `ShapeError` when it is anything else: the text comes from a file or a store. */
export function readListContent(text: string): OfficeList {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ShapeError('不是有效的清单内容');
  }
  const shape = new Shape(value, '');
  shape.only(['v', 'kind', 'rows']);
  if (shape.text('v') !== '1') throw new ShapeError('v：清单格式的版本不认识，请升级先审');
  const kind = shape.oneOf('kind', KINDS);
  const rows = shape.shapes('rows');
  if (rows.length > MOST_ROWS) throw new ShapeError(`rows：最多 ${MOST_ROWS} 行`);
  const read: (shape: Shape) => OfficeList['rows'][number] = READERS[kind];
  // Each reader makes the rows of its own kind.
  return { kind, rows: rows.map((row) => read(row)) } as OfficeList;
}

/** 工程名录 第3版 第12行: how findings cite a row. */
export const citeRow = ({ list, version }: Pick<ListInForce, 'list' | 'version'>, row: number): string =>
  `${LIST_KINDS[list.kind]} 第${version}版 第${row}行`;
