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
  return [
    { words: steps.findings(open), done: open === 0, command: 'finding.next-open', button: nextStep.findings },
    ...(view.documents.length > 1 ? [others] : []),
    {
      words: change ? steps.change : steps.changeDone,
      done: !change,
      command: 'desk.clean-copy',
      button: TEXTS.cleanCopy,
    },
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
