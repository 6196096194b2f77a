import type { QuarantineRow } from '../../../review/contract.ts';
import { Field } from '../../components/Field.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useSettleQuarantine } from '../../state/queries.ts';
import { TEXTS } from './texts.ts';

interface SettleDialogProps {
  readonly row: QuarantineRow;
  readonly verdict: 'stands' | 'void';
  readonly onClose: () => void;
}

/** 确认有效 or 作废: reason, own PIN, the second person and theirs. */
export function SettleDialog({ row, verdict, onClose }: SettleDialogProps) {
  const draft = useFormDraft(`settle-${verdict}:${row.inc}.${row.from}.${row.key}`.slice(0, 80));
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const settle = useSettleQuarantine();
  const { ws, inc, key, from, to } = row;
  return (
    <SignedDialog
      title={verdict === 'stands' ? TEXTS.lateStandsTitle : TEXTS.lateVoidTitle}
      confirm={TEXTS.lateConfirm}
      signers="two"
      missing={reason.trim().length < 4 ? TEXTS.lateReasonMissing : undefined}
      danger={verdict === 'void'}
      draft={draft}
      send={async (signature) => {
        await settle.mutateAsync({ ws, inc, key, from, to, verdict, reason: reason.trim(), ...signature });
        return TEXTS.lateDone;
      }}
      onClose={onClose}
    >
      <p>{TEXTS.lateRow(row)}</p>
      <p>{verdict === 'stands' ? TEXTS.lateStandsNote : TEXTS.lateVoidNote}</p>
      <Field label={TEXTS.lateReason} value={reason} onChange={setReason} max={300} required />
    </SignedDialog>
  );
}
