import { useState } from 'react';
import { CATEGORIES, type Category, LEVELS, type Level, type Span } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import styles from './Mark.module.css';
import { MARK_TEXTS as TEXTS } from './markTexts.ts';

export interface MarkWords {
  readonly category: Category;
  readonly level: Level;
  readonly reason: string;
  readonly suggestion: string;
}

interface MarkDialogProps {
  readonly span: Span;
  readonly onMark: (words: MarkWords) => void;
  readonly onClose: () => void;
}

/** What a marked text may touch, and why a person thinks so. */
export function MarkDialog({ span, onMark, onClose }: MarkDialogProps) {
  const [category, setCategory] = useState<Category>('internal-work');
  const [level, setLevel] = useState<Level>('review');
  const [reason, setReason] = useState('');
  const [suggestion, setSuggestion] = useState('');
  const missing = reason.trim() === '' ? `请填写：${TEXTS.reason}` : undefined;
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose}>
      <DialogForm
        onSubmit={() => {
          if (!missing) onMark({ category, level, reason: reason.trim(), suggestion: suggestion.trim() });
        }}
        actions={
          <>
            <Button onPress={onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit" why={missing}>
              {TEXTS.confirm}
            </Button>
          </>
        }
      >
        <p className={styles.about}>{TEXTS.about}</p>
        <section className={styles.quote} aria-label={TEXTS.text} {...{ tabIndex: 0 }}>
          {span.text}
        </section>
        <SelectField label={TEXTS.category} options={CATEGORIES} value={category} onChange={setCategory} />
        <Radios legend={TEXTS.level} options={LEVELS} value={level} onChange={setLevel} />
        <Field label={TEXTS.reason} hint={TEXTS.reasonHint} value={reason} onChange={setReason} max={500} required />
        <Field label={TEXTS.suggestion} hint={TEXTS.suggestionHint} value={suggestion} onChange={setSuggestion} max={2000} />
      </DialogForm>
    </ModalDialog>
  );
}
