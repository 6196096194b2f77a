import type { Scene, ScenePiece } from '../../model.ts';
import { bareHeader, type ColumnKind, columnKind, isKinColumn, MATTER, PRIVATE_KINDS } from './column-kinds.ts';
import { nameLengthAt } from './name-reading.ts';
import { KIN, STANDING_BEFORE } from './person-words.ts';
import { isSensitive } from './sensitive-words.ts';
import { textOf } from './surroundings.ts';

/** A table read once: which columns hold what, and whether the persons in it are private. */
export interface PersonTable {
  readonly form: boolean;
  /** By column; in a form, by label instead (see `cellKind`). */
  readonly kinds: readonly ColumnKind[];
  readonly names: number;
  /** The header, label or heading that makes the persons private. */
  readonly personal: string | undefined;
}

/** What a cell holds: kind and the header or label that says so. */
export interface CellKind {
  readonly kind: ColumnKind;
  readonly label: string;
  readonly table: PersonTable;
}

/** Rows that are looked at to tell what a column holds. */
const SAMPLE_ROWS = 40;
const FULL_DATE = /(?<!\d)(?:19|20)?\d{2}[年./-]\d{1,2}[月./-]\d{1,2}/;
const FORM_LABEL =
  /^(?:申请人|本人|法人|单位|应聘|报名|紧急)?(?:姓名|性别|民族|籍贯|学历|学位|职务|职称|专业|年龄|政治面貌|出生(?:日期|年月|地)?|身份证号?码?|公民身份号码|证件号码?|联系电话|电话|手机号?码?|联系方式|电子邮箱|微信|现?家?庭?住址|通[信讯]地址|地址|婚姻状况|健康状况|工作单位|备注|照片|开户银行及?账?号?|紧急联系人|与本人关系|来访人|来电人|诉求内容|事由|车牌号?码?|户籍(?:地址|所在地|地)?|现居住?地(?:址)?|居住地(?:址)?|住所|配偶|子女|父母|亲属|名下(?:车辆|房产|账户)|银行账[户号]|工资卡号?|微信号?|QQ号?)$/;

const read = new WeakMap<Scene, ReadonlyMap<number, PersonTable>>();

/** Facts about the table a cell stands in; made for all tables of the draft at the first question. Undefined outside tables. */
export function personTable(scene: Scene, piece: ScenePiece): PersonTable | undefined {
  if (!piece.cell) return undefined;
  let tables = read.get(scene);
  if (!tables) {
    tables = readTables(scene);
    read.set(scene, tables);
  }
  return tables.get(piece.cell.table);
}

function readTables(scene: Scene): ReadonlyMap<number, PersonTable> {
  const sampled = new Map<number, ScenePiece[]>();
  const above = new Map<number, string>();
  let line = '';
  for (const piece of scene.pieces) {
    if (!piece.cell) {
      if (piece.end > piece.start) line = scene.text.slice(piece.start, Math.min(piece.end, piece.start + 40));
      continue;
    }
    const cells = sampled.get(piece.cell.table);
    if (!cells) above.set(piece.cell.table, line);
    if (cells && piece.cell.row <= SAMPLE_ROWS) cells.push(piece);
    else if (!cells) sampled.set(piece.cell.table, [piece]);
  }
  return new Map([...sampled].map(([table, cells]) => [table, readTable(scene, cells, above.get(table) ?? '')]));
}

function readTable(scene: Scene, cells: readonly ScenePiece[], above: string): PersonTable {
  if (isForm(scene, cells)) return { form: true, kinds: [], names: 1, personal: '登记表' };
  const columns: string[][] = [];
  const headers: string[] = [];
  for (const piece of cells) {
    const { row, column } = piece.cell ?? { row: 0, column: 0 };
    const text = scene.text.slice(piece.start, Math.min(piece.end, piece.start + 80));
    if (row === 0) headers[column] = text;
    else if (text) columns[column] = [...(columns[column] ?? []), text];
  }
  const kinds = Array.from(headers, (header, column) => kindByHeader(header ?? '', columns[column] ?? []));
  const unnamed = !kinds.some((kind, column) => kind === 'name' && !isKinColumn(headers[column] ?? ''));
  const personal = reason(headers, kinds, columns, above);
  if (unnamed && personal)
    kinds.forEach((kind, column) => {
      if (kind === 'other' && isNamed(columns[column] ?? [], 0.8, 2)) kinds[column] = 'name';
    });
  return { form: false, kinds, names: kinds.filter((kind) => kind === 'name').length, personal };
}

/** Label and value side by side: most first cells are labels, and the second cell of the first row is none. */
function isForm(scene: Scene, cells: readonly ScenePiece[]): boolean {
  const firsts = cells.filter((piece) => piece.cell?.column === 0);
  const second = cells.find((piece) => piece.cell?.row === 0 && piece.cell.column === 1);
  if (!second || isLabel(textOf(scene, second))) return false;
  const labels = firsts.filter((piece) => isLabel(textOf(scene, piece))).length;
  // A list has names or numbers in its first column: three labels are enough, however many works the form also asks for.
  return labels >= 3 || (labels >= 2 && labels * 2 >= firsts.length);
}

const isLabel = (text: string): boolean => text.length <= 12 && FORM_LABEL.test(bareHeader(text));

function kindByHeader(header: string, cells: readonly string[]): ColumnKind {
  const kind = columnKind(header);
  // 使用人, 管理单位 and the like head columns of bodies as well.
  return kind === 'name' && !/姓名/.test(header) && !isNamed(cells, 0.3, 1) ? 'other' : kind;
}

function isNamed(cells: readonly string[], share: number, least: number): boolean {
  const names = cells.filter((cell) => {
    const name = /^[\u4e00-\u9fff·]{2,8}/.exec(cell.replaceAll(' ', '').replace(KIN, '').replace(STANDING_BEFORE, ''))?.[0] ?? '';
    return name.length >= 2 && nameLengthAt(name, 0, 'labelled') >= Math.min(name.length, 2);
  }).length;
  return names >= least && names >= share * cells.length;
}

/** Why the persons of a list are private: a private column, dates of birth to the day, or the matter the list is about. */
function reason(
  headers: readonly string[],
  kinds: readonly ColumnKind[],
  columns: readonly (readonly string[])[],
  above: string,
): string | undefined {
  const isPrivate = kinds.findIndex((kind) => PRIVATE_KINDS.has(kind));
  if (isPrivate >= 0) return headers[isPrivate];
  const born = kinds.findIndex(
    (kind, column) => kind === 'birth' && (columns[column] ?? []).some((cell) => FULL_DATE.test(cell)),
  );
  if (born >= 0) return headers[born];
  const told = kinds.findIndex((kind, column) => kind === 'story' && (columns[column] ?? []).some(isSensitive));
  // 残疾, 病 among remarks make a list of persons private only where it has a column of names.
  if (told >= 0 && kinds.includes('name')) return headers[told];
  return headers.find((header) => MATTER.test(header)) ?? MATTER.exec(above)?.[0];
}

/** What a cell holds, by the header of its column or the label beside it in a form; undefined for headers and labels themselves. */
export function cellKind(scene: Scene, piece: ScenePiece): CellKind | undefined {
  const table = personTable(scene, piece);
  const cell = piece.cell;
  if (!table || !cell) return undefined;
  if (!table.form) {
    if (cell.row === 0) return undefined;
    return { kind: table.kinds[cell.column] ?? 'other', label: cell.header, table };
  }
  if (cell.column === 0 || isLabel(textOf(scene, piece)) || cell.left.length > 16) return undefined;
  return { kind: columnKind(cell.left), label: cell.left, table };
}

/** 站前副食店, 农机公司: what lives in such a row is no person. */
const BODY = /(?:店|厂|公司|社|站|所|局|校|学院|医院|商行|超市|酒店|饭店|宾馆|中心|银行|部队|合作社|委员会|门市部?|经营部)$/;

/** True where the row of a list is that of a body: whom its name columns name is none. */
export function isRowOfBody(scene: Scene, piece: ScenePiece): boolean {
  const names = scene.row(piece).filter((each) => each !== piece && cellKind(scene, each)?.kind === 'name');
  return names.length > 0 && names.every((each) => BODY.test(textOf(scene, each).trim()));
}
