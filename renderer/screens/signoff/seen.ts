import { create } from 'zustand';

interface Seen {
  /** `person case sha256 finding` of what was opened. */
  readonly keys: ReadonlySet<string>;
  see(key: string): void;
}

/** What each person has opened under 请您看; kept while the window is open, per version of the file. */
export const useSeen = create<Seen>((set) => ({
  keys: new Set(),
  see: (key) => set(({ keys }) => ({ keys: new Set([...keys, key]) })),
}));

/** With the person in it: what one signer looked at, the next one at the same window has still to see. */
export const seenKey = (person: string, caseId: string, sha256: string, finding: string): string =>
  `${person} ${caseId} ${sha256} ${finding}`;
