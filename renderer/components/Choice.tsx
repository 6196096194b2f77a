import { useId } from 'react';
import styles from './Choice.module.css';

type Table<K extends string> = Readonly<Record<K, string>>;
const entries = <K extends string>(table: Table<K>) => Object.entries(table) as [K, string][];

interface RadiosProps<K extends string> {
  readonly legend: string;
  readonly options: Table<K>;
  readonly value: K;
  readonly onChange: (value: K) => void;
}

/** One of several, all in sight. */
export function Radios<K extends string>({ legend, options, value, onChange }: RadiosProps<K>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {entries(options).map(([key, label]) => (
          <label key={key} className={styles.option}>
            <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ChecksProps<K extends string> {
  readonly legend: string;
  readonly options: Table<K>;
  readonly value: readonly K[];
  readonly onChange: (value: readonly K[]) => void;
}

/** Any of several. */
export function Checks<K extends string>({ legend, options, value, onChange }: ChecksProps<K>) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {entries(options).map(([key, label]) => (
          <Check
            key={key}
            label={label}
            checked={value.includes(key)}
            onChange={(on) => onChange(on ? [...value, key] : value.filter((other) => other !== key))}
          />
        ))}
      </div>
    </fieldset>
  );
}

export function Check(props: { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      {props.label}
    </label>
  );
}

/** One of few, as joined buttons; for views, not for data. */
export function Segments<K extends string>({ legend, options, value, onChange }: RadiosProps<K>) {
  return (
    <fieldset className={styles.segments}>
      <legend className="only-read-aloud">{legend}</legend>
      {entries(options).map(([key, label]) => (
        <button key={key} type="button" className={styles.segment} aria-pressed={key === value} onClick={() => onChange(key)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
