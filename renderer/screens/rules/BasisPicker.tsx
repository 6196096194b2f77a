import { useState } from 'react';
import type { OwnRulesView } from '../../../review/contract.ts';
import { Field } from '../../components/Field.tsx';
import styles from './OwnRules.module.css';
import { FIELD_TEXTS } from './ownTexts.ts';

const MOST = 3;

interface BasisPickerProps {
  readonly bases: OwnRulesView['bases'];
  readonly value: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly error: string | undefined;
}

/** Legal grounds by name; what is typed exactly as one of the list is taken, in the order in which they were chosen. */
export function BasisPicker({ bases, value, onChange, error }: BasisPickerProps) {
  const [text, setText] = useState('');
  const nameOf = (code: string) => bases.find((basis) => basis.code === code)?.name ?? code;
  const type = (typed: string) => {
    const chosen = value.length < MOST ? bases.find(({ name, code }) => name === typed || code === typed) : undefined;
    setText(chosen ? '' : typed);
    if (chosen && !value.includes(chosen.code)) onChange([...value, chosen.code]);
  };
  return (
    <div className={styles.basis}>
      <Field
        label={FIELD_TEXTS.basis}
        value={text}
        onChange={type}
        error={error}
        hint={value.length >= MOST ? FIELD_TEXTS.basisFull : undefined}
        placeholder={FIELD_TEXTS.basisSearch}
        suggestions={bases.filter(({ code }) => !value.includes(code)).map(({ name }) => name)}
        max={80}
      />
      <ul aria-label={FIELD_TEXTS.basisChosen} className={styles.chosen}>
        {value.map((code) => (
          <li key={code}>
            {nameOf(code)}
            <button
              type="button"
              onClick={() => onChange(value.filter((one) => one !== code))}
              aria-label={FIELD_TEXTS.basisRemove(nameOf(code))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
