import { useState } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import type { CopyForm } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Check, Radios } from '../../components/Choice.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { COPY_TEXTS as TEXTS } from './copyTexts.ts';
import styles from './Mark.module.css';

/** How a person wants the clean copy of a PDF. */
export interface ChosenCopy {
  readonly as: CopyForm;
  readonly blackPictures: boolean;
}
interface CopyDialogProps {
  readonly view: CaseView;
  readonly onMake: (copy: ChosenCopy) => void;
  readonly onClose: () => void;
}

/** Formats of which a person chooses what the clean copy is made as. */
export const hasCopyForms = ({ draft }: CaseView): boolean => draft.source.format === 'pdf';

/** Asked for a PDF alone: every other format has one way that serves best. */
export function CopyDialog({ view, onMake, onClose }: CopyDialogProps) {
  const [as, setAs] = useState<CopyForm>('picture');
  const inPictures = view.findings.some(({ piece }) => view.draft.pieces[piece]?.kind === 'ocr');
  const [blackPictures, setBlackPictures] = useState(inPictures);
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose}>
      <DialogForm
        onSubmit={() => onMake({ as, blackPictures: as === 'picture' && blackPictures })}
        actions={
          <>
            <Button onPress={onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit">
              {TEXTS.make}
            </Button>
          </>
        }
      >
        <Radios legend={TEXTS.form} options={TEXTS.forms} value={as} onChange={setAs} />
        {as === 'picture' ? <Check label={TEXTS.blackPictures} checked={blackPictures} onChange={setBlackPictures} /> : null}
        <p className={styles.about}>{as === 'picture' ? TEXTS.pictureNote : TEXTS.documentNote}</p>
      </DialogForm>
    </ModalDialog>
  );
}
