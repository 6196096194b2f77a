import { useState } from 'react';
import type { DelegationRow, RosterView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { DelegateDialog, RecallDialog } from './DelegateDialog.tsx';
import styles from './People.module.css';
import { TEXTS } from './texts.ts';

const TONES: Readonly<Record<DelegationRow['state'], Tone>> = {
  'in-force': 'done',
  planned: 'notice',
  over: 'plain',
  recalled: 'plain',
  void: 'warn',
};

/** Who signs for whom, when: now, planned, and what is over. */
export function Delegations({ view }: { readonly view: RosterView }) {
  const [making, setMaking] = useState<'own' | 'other'>();
  const [recalled, setRecalled] = useState<DelegationRow>();
  const whyNotOwn = view.ownSteps.length > 0 ? undefined : '您没有可以请人代签的环节';
  return (
    <>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => setMaking('own')} why={whyNotOwn}>
          {TEXTS.delegate}
        </Button>
        <Button onPress={() => setMaking('other')} why={view.whyNotPropose || undefined}>
          {TEXTS.delegateOther}
        </Button>
      </div>
      {view.delegations.length === 0 ? (
        <EmptyState sentence={TEXTS.noDelegations} example={TEXTS.noDelegationsExample} />
      ) : (
        <SheetTable label={TEXTS.delegations} head={TEXTS.delegationHead}>
          {view.delegations.map((row) => (
            <DelegationLine
              key={row.id}
              row={row}
              whyNot={row.mine ? undefined : view.whyNotPropose || undefined}
              onRecall={() => setRecalled(row)}
            />
          ))}
        </SheetTable>
      )}
      {making ? <DelegateDialog view={view} forOther={making === 'other'} onClose={() => setMaking(undefined)} /> : null}
      {recalled ? <RecallDialog row={recalled} onClose={() => setRecalled(undefined)} /> : null}
    </>
  );
}

interface DelegationLineProps {
  readonly row: DelegationRow;
  readonly whyNot: string | undefined;
  readonly onRecall: () => void;
}

function DelegationLine({ row, whyNot, onRecall }: DelegationLineProps) {
  const open = row.state === 'in-force' || row.state === 'planned';
  return (
    <tr data-dim={!open}>
      <th scope="row">{row.fromName}</th>
      <td>{row.toName}</td>
      <td>{row.steps.map((step) => STEPS[step]).join('、')}</td>
      <td>
        {row.since} 至 {row.until}
      </td>
      <td>{row.reason}</td>
      <td>
        <Badge tone={TONES[row.state]}>{TEXTS.delegationStates[row.state]}</Badge>
      </td>
      <td className={styles.acts}>
        {open ? (
          <Button kind="quiet" onPress={onRecall} why={whyNot} label={`${TEXTS.recall}：${row.fromName} 给 ${row.toName} 的代签`}>
            {TEXTS.recall}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
