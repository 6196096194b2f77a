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
  const common: readonly string[] = kind in TEXTS.common ? TEXTS.common[kind as keyof typeof TEXTS.common] : [];
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
    const phrase =
      event.altKey && !event.ctrlKey ? common[Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]) - 1] : undefined;
    if (phrase !== undefined) {
      event.preventDefault();
      take(phrase);
    } else if (event.code === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (event.code.endsWith('Enter') && !event.shiftKey && !event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      event.stopPropagation();
      confirm();
    }
  };
  const take = (phrase: string) => {
    setText(phrase);
    field.current?.focus();
  };
  const explained = kind === 'mask' || kind === 'delete' ? '' : TEXTS.reasonFor[kind];
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
        {common.map((phrase, place) => (
          <button key={phrase} type="button" aria-keyshortcuts={`Alt+${place + 1}`} onClick={() => take(phrase)}>
            {phrase}
            <span aria-hidden="true">Alt+{place + 1}</span>
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
