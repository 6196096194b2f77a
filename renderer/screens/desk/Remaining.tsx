import type { CaseView } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { runCommand } from '../../keys/listen.ts';
import styles from './Detail.module.css';
import { useHiddenSeen } from './deskPlace.ts';
import { tasksOf } from './tasks.ts';
import { TEXTS } from './texts.ts';
import { useNextDraft } from './useNextDraft.ts';

const useTasks = (view: CaseView) => {
  const hidden = useHiddenSeen();
  return tasksOf(view, hidden.seen(view.draft.source.sha256));
};

/** What stands between this version and its submission, when no finding is open any more. */
export function Remaining({ view }: { readonly view: CaseView }) {
  return (
    <>
      <div className={styles.section}>
        <h2 className={styles.title}>{TEXTS.remaining}</h2>
        <ol className={styles.tasks}>
          {useTasks(view).map(({ words, done }) => (
            <li key={words}>
              <Badge tone={done ? 'done' : 'review'}>{done ? TEXTS.steps.done : TEXTS.steps.open}</Badge>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      </div>
      <NextStep view={view} />
    </>
  );
}

/** The one thing to do next, with its key: nobody has to look for it among the buttons of the head. */
export function NextStep({ view }: { readonly view: CaseView }) {
  const task = useTasks(view).find(({ done }) => !done);
  const nextDraft = useNextDraft(view);
  if (nextDraft)
    return (
      <div className={styles.nextStep}>
        <Button kind="primary" command="desk.submit" onPress={() => runCommand('desk.submit')}>
          {TEXTS.nextStep.nextDraft}
        </Button>
        <span>{nextDraft.title}</span>
      </div>
    );
  if (view.row.nextStep !== 'draft' || !task?.command || !view.actions.decide.enabled) return null;
  const { command, button } = task;
  return (
    <div className={styles.nextStep}>
      <span>{TEXTS.nextStep.title}</span>
      <Button kind="primary" command={command} onPress={() => runCommand(command)}>
        {button}
      </Button>
    </div>
  );
}
