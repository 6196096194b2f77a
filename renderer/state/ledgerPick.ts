import { create } from 'zustand';
import type { LedgerFilter } from '../../review/model/index.ts';

/** The cases behind a figure of 统计, as the ledger is to show them. */
interface LedgerPick {
  readonly picked: LedgerFilter['picked'];
  pick(picked: LedgerFilter['picked']): void;
}

/** Stays while one looks at another screen; cleared by its button in the ledger. */
export const useLedgerPick = create<LedgerPick>((set) => ({ picked: undefined, pick: (picked) => set({ picked }) }));
