import type { ContactRow, ListDifference, NegativeRow, OfficeList, WorkRow } from '../../review/model/index.ts';
import { identityOf } from './read-list.ts';

type AnyRow = WorkRow | NegativeRow | ContactRow;

/** Entries by identity with everything but the row number: moving a row in the workbook changes nothing. */
function entries(list: OfficeList): ReadonlyMap<string, string> {
  const identity = identityOf[list.kind] as (row: AnyRow) => string;
  return new Map(
    (list.rows as readonly AnyRow[]).map((row) => {
      const { row: _, ...rest } = row;
      return [identity(row), JSON.stringify(rest)];
    }),
  );
}

/** What taking `after` in the place of `before` (undefined: the first version) would change. */
export function compareLists(before: OfficeList | undefined, after: OfficeList): ListDifference {
  const old = before ? entries(before) : new Map<string, string>();
  const fresh = entries(after);
  let changed = 0;
  let same = 0;
  for (const [identity, text] of fresh) {
    const known = old.get(identity);
    if (known === text) same++;
    else if (known !== undefined) changed++;
  }
  const kept = changed + same;
  return { added: fresh.size - kept, removed: old.size - kept, changed, same };
}
