import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FindingView } from '../../../review/contract.ts';
import { DECISIONS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import styles from './Detail.module.css';
import type { Asking } from './deskPlace.ts';
import { TEXTS } from './texts.ts';
import type { Choice } from './useDecisions.ts';

interface ReasonFormProps {
  readonly finding: FindingView;
  readonly asking: Asking;
  readonly onChoice: (choice: Choice) => void;
  readonly onCancel: () => void;
}

/** Reason of a decision that lets the text stand, or the wording of a rewrite. Enter takes it, Esc drops it. */
export function ReasonForm({ finding, asking, onChoice, onCancel }: ReasonFormProps) {
  const { kind } = asking;
  const rewrites = kind === 'rewrite';
  const [text, setText] = useState(rewrites ? (finding.decision?.replacement ?? finding.suggestion) : '');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const confirm = () => {
    const value = text.trim();
    if (value === '') {
      field.current?.focus();
      return;
    }
    onChoice({ findings: asking.findings, kind, ...(rewrites ? { reason: '', replacement: value } : { reason: value }) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.code === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (event.code.endsWith('Enter') && !event.shiftKey && !event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      event.stopPropagation();
      confirm();
    }
  };
  const explained = kind === 'mask' || kind === 'delete' ? '' : TEXTS.reasonFor[kind];
  const common = kind in TEXTS.common ? TEXTS.common[kind as keyof typeof TEXTS.common] : [];
  return (
    <fieldset className={styles.form} {...{ onKeyDown }}>
      <legend className="only-read-aloud">{DECISIONS[kind]}</legend>
      <p>{explained}</p>
      <Field
        label={rewrites ? TEXTS.replacement : `${DECISIONS[kind]}的${TEXTS.reason}`}
        lines={2}
        value={text}
        onChange={setText}
        max={rewrites ? 2000 : 500}
        inputRef={field}
      />
      <div className={styles.common}>
        {common.map((phrase) => (
          <button key={phrase} type="button" onClick={() => setText(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{TEXTS.cancel} Esc</Button>
        <Button kind="primary" onPress={confirm} why={text.trim() === '' ? '请先填写' : undefined}>
          {asking.findings.length > 1 ? TEXTS.sameCount(asking.findings.length) : TEXTS.confirm} Enter
        </Button>
      </div>
    </fieldset>
  );
}
