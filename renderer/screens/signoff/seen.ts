import { create } from 'zustand';

interface Seen {
  /** `case sha256 finding` of what was opened. */
  readonly keys: ReadonlySet<string>;
  see(key: string): void;
}

/** What the person has opened under 请您看; kept while the window is open, per version of the file. */
export const useSeen = create<Seen>((set) => ({
  keys: new Set(),
  see: (key) => set(({ keys }) => ({ keys: new Set([...keys, key]) })),
}));

export const seenKey = (caseId: string, sha256: string, finding: string): string => `${caseId} ${sha256} ${finding}`;
