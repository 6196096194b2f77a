import type { FindingView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { useDeskPlace } from './deskPlace.ts';
import { nextOpen } from './order.ts';
import type { Tab } from './texts.ts';

interface FindingKeys {
  readonly list: readonly FindingView[];
  readonly current: FindingView | undefined;
  readonly tab: Tab;
  choose(finding: FindingView | undefined): void;
  showTab(tab: Tab): void;
  focusList(): void;
}

/** Keys that move through findings and tabs. */
export function useFindingKeys({ list, current, tab, choose, showTab, focusList }: FindingKeys): void {
  const { openOnly, drawer, set } = useDeskPlace();
  const index = list.findIndex((finding) => finding.id === current?.id);
  useCommand('finding.next', () => choose(list[Math.min(index + 1, list.length - 1)]));
  useCommand('finding.previous', () => choose(list[Math.max(index - 1, 0)]));
  useCommand('finding.next-open', () => choose(nextOpen(list, current?.id, 1)));
  useCommand('finding.previous-open', () => choose(nextOpen(list, current?.id, -1)));
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
