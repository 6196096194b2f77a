import type { CaseView, FindingView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { runCommand } from '../../keys/listen.ts';
import { useLists } from '../../state/queries.ts';
import { BULK_TEXTS } from './bulkTexts.ts';
import styles from './Detail.module.css';
import { RECORD_TEXTS } from './recordTexts.ts';

/** What else can be done from a finding than deciding it: many at once, or into the office's own list. */
export function DeskTools({ view, finding }: { readonly view: CaseView; readonly finding: FindingView }) {
  const lists = useLists();
  const { decide } = view.actions;
  const mayRecord = lists.data?.mayImport !== false;
  return (
    <div className={styles.tools}>
      <Button
        kind="quiet"
        command="desk.bulk"
        why={decide.enabled ? undefined : decide.why}
        onPress={() => runCommand('desk.bulk')}
      >
        {BULK_TEXTS.name}
      </Button>
      <Button
        kind="quiet"
        command="desk.record"
        why={mayRecord ? undefined : RECORD_TEXTS.ask(finding.text)}
        onPress={() => runCommand('desk.record')}
      >
        {RECORD_TEXTS.name}
      </Button>
    </div>
  );
}
