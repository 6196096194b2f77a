import { fail, ok } from '../review/model/index.ts';
import type { OfficeLists, Reader } from '../review/ports.ts';
import { compareLists, readList, readListContent, writeListContent } from '../rules/index.ts';
import { readListWorkbook } from './list-workbook.ts';
import type { ProgramScanner } from './scanner.ts';

/** The list port over the rules room, the guarded reader and the scanner. */
export function officeLists(reader: Reader, scanner: Pick<ProgramScanner, 'useLists'>): OfficeLists {
  return {
    async read(kind, name, bytes, job) {
      const grid = await readListWorkbook(reader, name, bytes, job);
      return grid.ok ? ok(readList(kind, grid.data)) : grid;
    },
    compare: compareLists,
    write: writeListContent,
    parse(text) {
      try {
        return ok(readListContent(text));
      } catch {
        // Whatever is wrong with it, its message may name parts of a row; the caller says which list it was.
        return fail('list-content', '清单内容不符合规定格式。');
      }
    },
    use: (lists) => scanner.useLists(lists),
  };
}
