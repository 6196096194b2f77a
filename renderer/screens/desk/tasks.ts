import type { CaseView } from '../../../review/contract.ts';
import type { CommandId } from '../../keys/commands.ts';
import { offPage } from './chunks.ts';
import { progressOf } from './documents.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { TEXTS } from './texts.ts';

/** One thing that stands before the submission of a version. */
export interface Task {
  readonly words: string;
  readonly done: boolean;
  /** What does it, where one command does, and the words on its button. */
  readonly command?: CommandId;
  readonly button?: string;
}

/** What stands between this version and its submission, in the order in which it is done. */
export function tasksOf(view: CaseView, hiddenSeen: boolean): readonly Task[] {
  const { steps, nextStep } = TEXTS;
  const open = view.findings.filter((finding) => !finding.decision).length;
  const change = view.actions.cleanCopy.enabled;
  const unseen = view.draft.unread.filter(({ part }) => !view.confirmedUnread.includes(part)).length;
  const { decided, total } = progressOf(view);
  const elsewhere = total - decided - open;
  const others: Task = {
    words: DOCUMENT_TEXTS.others(elsewhere),
    done: elsewhere === 0,
    command: 'finding.next-open',
    button: nextStep.others,
  };
  const ready = open === 0 && elsewhere === 0 && !change && unseen === 0;
  const { sign } = view.actions;
  // What else keeps it from being signed, new rules above all; to check again is never wrong.
  const barred: readonly Task[] =
    ready && view.row.nextStep === 'draft' && !sign.enabled
      ? [{ words: sign.why, done: false, command: 'desk.rescan', button: nextStep.rescan }]
      : [];
  return [
    { words: steps.findings(open), done: open === 0, command: 'finding.next-open', button: nextStep.findings },
    ...(view.documents.length > 1 ? [others] : []),
    {
      words: change ? steps.change : steps.changeDone,
      done: !change,
      command: 'desk.clean-copy',
      button: TEXTS.cleanCopy,
    },
    ...barred,
    {
      words: steps.hidden,
      done: hiddenSeen || offPage(view.draft).length === 0,
      command: 'desk.hidden',
      button: nextStep.hidden,
    },
    {
      words: unseen > 0 ? steps.unread(unseen) : steps.unreadDone,
      done: unseen === 0,
      command: 'desk.unread',
      button: nextStep.unread,
    },
    { words: steps.submit, done: view.row.nextStep !== 'draft', command: 'desk.submit', button: nextStep.submit },
  ];
}
