import { Field } from '../../components/Field.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useExport } from '../signoff/Exports.tsx';
import { TEXTS } from './texts.ts';

/** 检查包（全量）: reason, own PIN, the second person and theirs. */
export function FullInspectionDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useFormDraft('inspection-full');
  const [reason, setReason] = fieldOf<string>(draft, 'reason', '');
  const make = useExport();
  return (
    <SignedDialog
      title={TEXTS.inspectionFull}
      confirm={TEXTS.fullConfirm}
      signers="two"
      missing={reason.trim().length < 2 ? TEXTS.reasonMissing : undefined}
      draft={draft}
      send={async (signature) => {
        await make.mutateAsync({ kind: 'inspection', full: { reason: reason.trim(), ...signature } });
        return undefined;
      }}
      onClose={onClose}
    >
      <p>{TEXTS.inspectionFullNote}</p>
      <Field label={TEXTS.inspectionReason} value={reason} onChange={setReason} max={200} required />
    </SignedDialog>
  );
}
