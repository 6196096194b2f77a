import { useState } from 'react';
import type { ExportOffer, Input } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useStatus } from '../../state/queries.ts';
import { periodsFor } from './periods.ts';
import { TEXTS } from './texts.ts';

interface SheetDialogProps {
  readonly offers: readonly ExportOffer[];
  readonly months: readonly string[];
  readonly onExport: (input: Input<'export.make'>) => void;
  readonly onClose: () => void;
}

/** Which table, and of which month, quarter or year. */
export function SheetDialog({ offers, months, onExport, onClose }: SheetDialogProps) {
  const [kind, setKind] = useState(offers[0]?.kind);
  const [period, setPeriod] = useState('');
  const today = useStatus().data?.today ?? '';
  const offer = offers.find((one) => one.kind === kind);
  if (!offer) return null;
  const periods = periodsFor(offer.needs, today, months);
  const chosen = periods.some(([id]) => id === period) ? period : (periods[0]?.[0] ?? '');
  const send = () => {
    onExport({ kind: offer.kind, ...(chosen ? { period: chosen } : {}) });
    onClose();
  };
  return (
    <ModalDialog title={TEXTS.sheets} onClose={onClose}>
      <DialogForm
        onSubmit={send}
        actions={
          <>
            <Button onPress={onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit">
              {TEXTS.fullConfirm}
            </Button>
          </>
        }
      >
        <SelectField
          label={TEXTS.sheet}
          options={offers.map((one) => [one.kind, one.name] as const)}
          value={offer.kind}
          onChange={setKind}
        />
        {chosen ? <SelectField label={TEXTS.period} options={periods} value={chosen} onChange={setPeriod} /> : null}
        <p>{TEXTS.sheetNotes[offer.kind] ?? ''}</p>
      </DialogForm>
    </ModalDialog>
  );
}
