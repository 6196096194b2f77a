import type { CaseView } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { offPage } from './chunks.ts';
import styles from './Detail.module.css';
import { useDeskPlace } from './deskPlace.ts';
import { progressOf } from './documents.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { TEXTS } from './texts.ts';

interface Task {
  readonly words: string;
  readonly done: boolean;
}

function tasksOf(view: CaseView, hiddenSeen: boolean): readonly Task[] {
  const { steps } = TEXTS;
  const open = view.findings.filter((finding) => !finding.decision).length;
  const change = view.actions.cleanCopy.enabled;
  const unseen = view.draft.unread.filter(({ part }) => !view.confirmedUnread.includes(part)).length;
  const { decided, total } = progressOf(view);
  const elsewhere = total - decided - open;
  const others = { words: DOCUMENT_TEXTS.others(elsewhere), done: elsewhere === 0 };
  return [
    { words: steps.findings(open), done: open === 0 },
    ...(view.documents.length > 1 ? [others] : []),
    { words: change ? steps.change : steps.changeDone, done: !change },
    { words: steps.hidden, done: hiddenSeen || offPage(view.draft).length === 0 },
    { words: unseen > 0 ? steps.unread(unseen) : steps.unreadDone, done: unseen === 0 },
    { words: steps.submit, done: view.row.nextStep !== 'draft' },
  ];
}

/** What stands between this version and its submission, when no finding is open any more. */
export function Remaining({ view }: { readonly view: CaseView }) {
  const hiddenSeen = useDeskPlace((state) => state.hiddenSeen.includes(view.draft.source.sha256));
  return (
    <div className={styles.section}>
      <h2 className={styles.title}>{TEXTS.remaining}</h2>
      <ol className={styles.tasks}>
        {tasksOf(view, hiddenSeen).map(({ words, done }) => (
          <li key={words}>
            <Badge tone={done ? 'done' : 'review'}>{done ? TEXTS.steps.done : TEXTS.steps.open}</Badge>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
