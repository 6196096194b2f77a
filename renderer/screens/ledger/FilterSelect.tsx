import { useId } from 'react';
import styles from './Ledger.module.css';
import { TEXTS } from './texts.ts';

interface FilterSelectProps {
  readonly label: string;
  readonly value: string;
  /** Value and name of each choice; the first, 全部, is added here. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  const id = useId();
  return (
    <span className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{TEXTS.all}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
