import type { Draft, Piece } from '../../review/model/index.ts';

/**
 * A draft made of plain text, for examples and tests: one piece a line, empty lines skipped; lines in a row that hold tabs are one table
 * whose first line is its header. `where.offset` is the place in the text.
 */
export function exampleDraft(text: string, name = 'example.txt'): Draft {
  const pieces: Piece[] = [];
  let offset = 0;
  let table = -1;
  let row = -1;
  let header: readonly string[] = [];
  for (const line of text.split('\n')) {
    const cells = line.split('\t');
    if (cells.length > 1) {
      if (row < 0) {
        table++;
        header = cells;
      }
      row++;
      let at = offset;
      cells.forEach((cell, column) => {
        const head = row === 0 ? '' : (header[column] ?? '');
        const label = `表${table + 1} 第${row + 1}行第${column + 1}列`;
        pieces.push({ ...piece(pieces.length, cell, at, label), kind: 'table-cell', cell: { table, row, column, header: head } });
        at += cell.length + 1;
      });
    } else {
      row = -1;
      if (line.trim() !== '') pieces.push(piece(pieces.length, line, offset, `第${pieces.length + 1}段`));
    }
    offset += line.length + 1;
  }
  const source = { name, size: text.length, sha256: '0'.repeat(64), format: 'txt', encoding: 'utf-8' };
  return { source, pieces, page: [], warnings: [], unread: [] };
}

const piece = (index: number, text: string, offset: number, label: string): Piece => ({
  index,
  kind: 'body',
  visible: true,
  text,
  where: { label, part: '', offset },
});
