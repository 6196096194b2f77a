import { create } from 'zustand';
import type { State } from '../../review/model/index.ts';
import type { ScreenId } from '../screens/ids.ts';

interface Place {
  readonly screen: ScreenId;
  /** The case that 审查台 and 签批 show. */
  readonly caseId: string | undefined;
  readonly help: boolean;
  /** 前后对比 stands in front of the screen of the case. */
  readonly comparing: boolean;
  go(screen: ScreenId): void;
  openCase(id: string, screen: ScreenId): void;
  showHelp(help: boolean): void;
  compare(comparing: boolean): void;
  reset(): void;
}

const START = { screen: 'todo', caseId: undefined, help: false, comparing: false } as const;

/** Where the person is. Kept while the window is locked, dropped when somebody else signs in. */
export const usePlace = create<Place>((set) => ({
  ...START,
  go: (screen) => set({ screen, comparing: false }),
  openCase: (caseId, screen) => set({ caseId, screen, comparing: false }),
  showHelp: (help) => set({ help }),
  compare: (comparing) => set({ comparing }),
  reset: () => set(START),
}));

const AT_SIGN_OFF: readonly State[] = [
  'awaiting-head',
  'awaiting-secrecy',
  'awaiting-approve',
  'releasable',
  'released',
  'published',
  'refused',
  'withdrawn',
  'stale',
  'held',
  'consulting',
  'taken-down',
];

/** The screen on which work on a case in this state goes on. */
export const screenOf = (state: State): ScreenId => (AT_SIGN_OFF.includes(state) ? 'signoff' : 'desk');
