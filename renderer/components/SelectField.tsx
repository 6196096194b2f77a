import { useId } from 'react';
import styles from './Field.module.css';

interface SelectFieldProps<K extends string> {
  readonly label: string;
  /** Value → name; as pairs where the values are numbers, which an object would put into an order of its own. */
  readonly options: Readonly<Record<K, string>> | readonly (readonly [K, string])[];
  readonly value: K;
  readonly onChange: (value: K) => void;
}

/** One of many, as a list that opens; label and choice as one. */
export function SelectField<K extends string>({ label, options, value, onChange }: SelectFieldProps<K>) {
  const id = useId();
  const pairs = Array.isArray(options)
    ? (options as readonly (readonly [K, string])[])
    : (Object.entries(options) as [K, string][]);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={styles.input} value={value} onChange={(event) => onChange(event.target.value as K)}>
        {pairs.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
