import { useState } from 'react';
import type { ProposalRow, RosterView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { NO_ROOT_FILE, type RootFile, RootFileFields, rootFileMissing } from './RootFileFields.tsx';
import { DIALOGS, TEXTS } from './texts.ts';

/** Changes one person has signed for; the second signature is given or refused here. */
export function Proposals({ view }: { readonly view: RosterView }) {
  const [chosen, setChosen] = useState<{ readonly row: ProposalRow; readonly answer: 'approve' | 'reject' }>();
  if (view.proposals.length === 0) return <EmptyState sentence={TEXTS.noProposals} example={TEXTS.noProposalsExample} />;
  return (
    <>
      <SheetTable label={TEXTS.proposals(0)} head={TEXTS.proposalHead}>
        {view.proposals.map((row) => (
          <ProposalLine key={row.id} row={row} onAnswer={(answer) => setChosen({ row, answer })} />
        ))}
      </SheetTable>
      {chosen?.answer === 'approve' ? <ApproveDialog row={chosen.row} onClose={() => setChosen(undefined)} /> : null}
      {chosen?.answer === 'reject' ? <RejectDialog row={chosen.row} onClose={() => setChosen(undefined)} /> : null}
    </>
  );
}

interface ProposalLineProps {
  readonly row: ProposalRow;
  readonly onAnswer: (answer: 'approve' | 'reject') => void;
}

function ProposalLine({ row, onAnswer }: ProposalLineProps) {
  const own = useSession()?.person.name === row.by;
  return (
    <tr>
      <th scope="row">
        {row.what}
        {row.approvedBy === '' ? null : <div className={styles.small}>{TEXTS.approvedBy(row.approvedBy)}</div>}
      </th>
      <td>{row.by}</td>
      <td>{timeText(row.at)}</td>
      <td className={styles.acts}>
        <Button
          kind="primary"
          onPress={() => onAnswer('approve')}
          why={row.whyNot || undefined}
          label={`${TEXTS.approve}：${row.what}`}
        >
          {TEXTS.approve}
        </Button>
        <Button
          onPress={() => onAnswer('reject')}
          why={row.mayReject ? undefined : '由提出人撤回，或由能够确认的人答复'}
          label={`${own ? TEXTS.withdrawn : TEXTS.reject}：${row.what}`}
        >
          {own ? TEXTS.withdrawn : TEXTS.reject}
        </Button>
      </td>
    </tr>
  );
}

interface AnswerProps {
  readonly row: ProposalRow;
  readonly onClose: () => void;
}

function ApproveDialog({ row, onClose }: AnswerProps) {
  const [root, setRoot] = useState<RootFile>(NO_ROOT_FILE);
  return (
    <PinActDialog
      title={DIALOGS.approveTitle}
      confirm={DIALOGS.approve}
      done={DIALOGS.approved}
      missing={row.needsRootFile ? rootFileMissing(root) : undefined}
      act={(pin) =>
        call('roster.approve', {
          proposal: row.id,
          pin,
          ...(row.needsRootFile && root.file ? { root: { file: root.file, passphrase: root.passphrase } } : {}),
        })
      }
      onClose={onClose}
    >
      <p className={styles.what}>{row.what}</p>
      <p className={styles.small}>
        {row.by} 于 {timeText(row.at)} 提出
      </p>
      {row.needsRootFile ? (
        <>
          <p className={styles.note}>{DIALOGS.rootNeeded}</p>
          <RootFileFields value={root} onChange={setRoot} />
        </>
      ) : null}
    </PinActDialog>
  );
}

function RejectDialog({ row, onClose }: AnswerProps) {
  return (
    <PinActDialog
      title={DIALOGS.rejectTitle}
      confirm={DIALOGS.reject}
      done={DIALOGS.rejected}
      danger
      act={(pin) => call('roster.reject', { proposal: row.id, pin })}
      onClose={onClose}
    >
      <p className={styles.what}>{row.what}</p>
    </PinActDialog>
  );
}
