import type { FindingView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { useDeskPlace, useOpenOnly } from './deskPlace.ts';
import { nextOpen } from './order.ts';
import type { Tab } from './texts.ts';

interface FindingKeys {
  readonly list: readonly FindingView[];
  readonly current: FindingView | undefined;
  readonly tab: Tab;
  choose(finding: FindingView | undefined): void;
  showTab(tab: Tab): void;
  focusList(): void;
  /** To the neighbouring document with a finding, or with one undecided. */
  leave(by: 1 | -1): void;
  leaveToOpen(by: 1 | -1): void;
}

/** Keys that move through findings and tabs. */
export function useFindingKeys(keys: FindingKeys): void {
  const { list, current, tab, choose, showTab, focusList, leave, leaveToOpen } = keys;
  const { drawer, set } = useDeskPlace();
  const openOnly = useOpenOnly();
  const index = list.findIndex((finding) => finding.id === current?.id);
  const step = (by: 1 | -1) => {
    const next = list[index + by];
    if (next) choose(next);
    else leave(by);
  };
  const stepToOpen = (by: 1 | -1) => {
    const next = nextOpen(list, current?.id, by);
    if (next) choose(next);
    else leaveToOpen(by);
  };
  useCommand('finding.next', () => step(1));
  useCommand('finding.previous', () => step(-1));
  useCommand('finding.next-open', () => stepToOpen(1));
  useCommand('finding.previous-open', () => stepToOpen(-1));
  useCommand('finding.to-text', () => choose(current));
  useCommand('finding.to-list', () => {
    choose(current);
    focusList();
  });
  useCommand('desk.body', () => showTab('body'), tab !== 'body');
  useCommand('desk.hidden', () => showTab('hidden'), tab !== 'hidden');
  useCommand('desk.unread', () => showTab('unread'), tab !== 'unread');
  useCommand('desk.file', () => showTab('file'), tab !== 'file');
  useCommand('desk.proof', () => showTab('proof'), tab !== 'proof');
  useCommand('desk.open-only', () => set({ openOnly: !openOnly }));
  useCommand('desk.drawer', () => set({ drawer: !drawer }));
}
