import type { Merged } from '../chain/package-merge.ts';
import type { ImportedCase } from '../contract.ts';
import type { NewBlob } from '../ports.ts';
import { inConflict } from '../workflow/case-facts.ts';
import { caseRow } from './case-row.ts';
import type { DeskParts } from './desk-parts.ts';

/**
 * Cases that a package brought events or contents of, as they stand after it, those in conflict first. `before`: cases known until
 * then. What cannot be read (a fork took its registration) is left out: the list of forks names it.
 */
export function importedCases(
  parts: DeskParts,
  news: readonly Merged[],
  blobs: readonly NewBlob[],
  before: ReadonlySet<string>,
): readonly ImportedCase[] {
  const { store } = parts.ports;
  const known = new Set(store.caseIds());
  const touched = new Set([...news.map(({ event }) => event.caseId), ...blobs.map(({ caseId }) => caseId)]);
  const cases = [...touched].flatMap((id): readonly ImportedCase[] => {
    const read = known.has(id) ? parts.cases.read(id) : undefined;
    const row = read?.ok ? caseRow(parts, id, read.data) : undefined;
    if (!read?.ok || !row?.ok) return [];
    const { number, title, state } = row.data;
    const conflict = inConflict(read.data.facts);
    return [{ id, number, title, state, fresh: !before.has(id), conflict, readable: store.blobsOf(id).length > 0 }];
  });
  return cases.sort((a, b) => Number(b.conflict) - Number(a.conflict) || a.number.localeCompare(b.number));
}
