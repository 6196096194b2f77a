import { decodeUtf8 } from '../chain/utf8.ts';
import type { Store } from '../ports.ts';
import { byWork, type PublishedFact, publishedFacts } from '../workflow/gathering.ts';
import type { CaseReader, ScanContent } from './case-reader.ts';
import { dateOf } from './desk-parts.ts';

/** What the office has released about works. Lives in memory; made from the journal and never stored, so that it cannot be bent. */
export interface PublishedIndex {
  /** By work. Looks only at cases that were written to since it was last asked. */
  works(): ReadonlyMap<string, readonly PublishedFact[]>;
  /** Cases that were written to; all of them when none is named. */
  forget(caseIds?: readonly string[]): void;
}

interface Known {
  /** Id of the release the facts were read under; '' for a case that is not out. */
  readonly release: string;
  readonly facts: readonly PublishedFact[];
}

export function publishedIndex(store: Store, cases: CaseReader): PublishedIndex {
  const known = new Map<string, Known>();
  let works: ReadonlyMap<string, readonly PublishedFact[]> = new Map();
  /** Undefined: every case of the store. */
  let unread: Set<string> | undefined;

  const foundIn = (caseId: string, of: string): ScanContent['findings'] => {
    // Not through `content`: hundreds of old cases would push the one on the screen out of its few places.
    const bytes = cases.bytes(caseId, of);
    if (!bytes.ok) return [];
    const { findings } = JSON.parse(decodeUtf8(bytes.data) ?? '{"findings":[]}') as Pick<ScanContent, 'findings'>;
    return findings;
  };
  const read = (caseId: string, before: Known | undefined): Known | undefined => {
    const judged = cases.read(caseId);
    // A damaged case is named by the log check; here it only has nothing to tell.
    if (!judged.ok) return before;
    const { release, facts } = judged.data;
    if (before && (release?.id ?? '') === before.release) return before;
    // The bundled sample goes nowhere, whatever is tried with it.
    const nothing = !release || facts.numbers.length === 0 || facts.create?.body.data.sample;
    if (nothing) return { release: release?.id ?? '', facts: [] };
    const standing = facts.documents
      .flatMap(({ scan }) => (scan ? foundIn(caseId, scan.body.data.findings) : []))
      .filter(({ number }) => facts.decisions.get(number)?.kind !== 'false-alarm');
    const number = facts.create?.body.data.number ?? '';
    const from = { case: caseId, number, on: dateOf(release.body.at) };
    return {
      release: release.id,
      facts: publishedFacts(
        from,
        standing.map(({ finding }) => finding),
      ),
    };
  };
  return {
    works() {
      let changed = false;
      const caseIds = unread ?? store.caseIds();
      unread = new Set();
      for (const caseId of caseIds) {
        const before = known.get(caseId);
        const now = read(caseId, before);
        if (!now || now === before) continue;
        known.set(caseId, now);
        changed ||= now.facts.length > 0 || (before?.facts.length ?? 0) > 0;
      }
      if (changed) works = byWork([...known.values()].flatMap(({ facts }) => facts));
      return works;
    },
    forget(caseIds) {
      if (!caseIds) unread = undefined;
      for (const caseId of caseIds ?? []) unread?.add(caseId);
    },
  };
}
