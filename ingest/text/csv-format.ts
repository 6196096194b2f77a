import { ok, type PageCell } from '../../review/model/index.ts';
import type { Format } from '../format.ts';
import { decode } from './decode.ts';
import { stretchesOf } from './lines.ts';
import { reportDecoding } from './report-decoding.ts';

/** Lines looked at, and how many of them must have as many fields as the first. */
const LOOKED_AT = 60;
const ALIKE = 0.9;

/** Tables as text with commas, semicolons or bars between the fields (RFC 4180). Prose has Chinese commas and uneven lines. */
export const csvFormat: Format = {
  id: 'csv',
  title: '逗号分隔的表格（csv）',
  extensions: ['csv', 'txt'],
  probe: (bytes) => {
    if (bytes.subarray(0, 512).includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) return false;
    const { text, isText } = decode(bytes.subarray(0, 65_536));
    return isText && separatorOf(text) !== undefined;
  },
  read: async (bytes, builder, control) => {
    control.progress?.('正在读取文字');
    const decoded = decode(bytes, control.encoding);
    reportDecoding(decoded, builder);
    const separator = separatorOf(decoded.text) ?? ',';
    let headers: readonly string[] = [];
    let number = 0;
    const rows: PageCell[][] = [];
    for (const fields of rowsOf(decoded.text, separator)) {
      if (fields.every(({ text }) => text.trim() === '')) continue;
      const row = number;
      number += 1;
      if (row === 0) headers = fields.map(({ text }) => text.trim());
      rows.push(
        fields.map(({ text, start }, column) => {
          const where = { label: `第${row + 1}行第${column + 1}列`, part: '', paragraph: row + 1 };
          const cell = { table: 0, row, column, header: row === 0 ? '' : (headers[column] ?? '') };
          const pieces = [...stretchesOf(text)]
            .filter((stretch) => stretch.text.trim() !== '')
            .map((stretch) =>
              builder.add({
                kind: 'table-cell',
                visible: true,
                text: stretch.text,
                where: { ...where, offset: start + stretch.start },
                cell,
              }),
            );
          return { pieces };
        }),
      );
    }
    return ok({ page: [{ type: 'table', rows }], encoding: decoded.encoding });
  },
};

interface Field {
  text: string;
  /** UTF-16 offset of the first character in the decoded file. */
  readonly start: number;
}

/** The sign that stands equally often in nearly all lines; undefined when the text is no table. */
function separatorOf(text: string): string | undefined {
  return [',', ';', '|'].find((separator) => {
    const rows = [...firstRows(text, separator)].filter((row) => row.some((field) => field.text.trim() !== ''));
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === width).length;
    const longest = Math.max(0, ...rows.flatMap((row) => row.map((field) => field.text.length)));
    // A row between bars is Markdown, which the plain text reader takes with the words round the table.
    const marked = separator === '|' && rows[0]?.[0]?.text.trim() === '';
    // Two lines of prose may hold one comma each by chance.
    const enough = rows.length >= 3 || (rows.length === 2 && longest < 60 && !/[。！？]/.test(text));
    return !marked && enough && width >= 2 && alike >= rows.length * ALIKE && longest < 500;
  });
}

function* firstRows(text: string, separator: string): Generator<Field[]> {
  let count = 0;
  for (const row of rowsOf(text, separator)) {
    count += 1;
    // The last row of a sample may be cut.
    if (count > LOOKED_AT) return;
    yield row;
  }
}

/** Rows of fields; quoted ones may hold separators, line ends and doubled quotes. A quotation mark that never closes is a mark. */
function* rowsOf(text: string, separator: string): Generator<Field[]> {
  const end = new RegExp(`[${separator === '|' ? '\\|' : separator}\\n]`, 'g');
  const lastQuote = text.lastIndexOf('"');
  let row: Field[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = text.charAt(at) === '"' && lastQuote > at ? quotedField(text, at) : undefined;
    end.lastIndex = quoted?.next ?? at;
    const stop = end.exec(text)?.index ?? text.length;
    const rest = text.slice(quoted?.next ?? at, stop).replaceAll('\r', '');
    row.push(quoted ? { text: quoted.text + rest, start: at + 1 } : { text: rest, start: at });
    if (text.charAt(stop) !== separator) {
      if (row.length > 1 || row[0]?.text || stop < text.length) yield row;
      row = [];
    }
    at = stop + 1;
  }
}

/** The field behind an opening quotation mark, and the place behind its closing one; undefined when it has none. */
function quotedField(text: string, at: number): { readonly text: string; readonly next: number } | undefined {
  for (let from = at + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return undefined;
    if (text.charAt(close + 1) !== '"') return { text: text.slice(at + 1, close).replaceAll('""', '"'), next: close + 1 };
    from = close + 2;
  }
}
