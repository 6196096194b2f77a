import { type HTMLInputTypeAttribute, type Ref, useId } from 'react';
import styles from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  /** More than one line makes a text area. */
  readonly lines?: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Longest value the contract takes. */
  readonly max: number;
  readonly autoComplete?: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** Label, field, hint and error as one; the error is tied to the field for screen readers. */
export function Field(props: FieldProps) {
  const { label, value, onChange, type = 'text', lines = 1, hint, error, required = false, max, inputRef } = props;
  const id = useId();
  const note = error ?? hint;
  const shared = {
    id,
    className: styles.input,
    value,
    required,
    maxLength: max,
    placeholder: props.placeholder,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
    ref: inputRef,
  };
  return (
    <div className={styles.field}>
      <label className={props.hideLabel ? 'only-read-aloud' : styles.label} htmlFor={id}>
        {label}
      </label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input
          {...shared}
          type={type}
          autoComplete={props.autoComplete ?? 'off'}
          list={props.suggestions ? `${id}-list` : undefined}
          spellCheck={false}
        />
      )}
      {props.suggestions ? (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
      {note ? (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </span>
      ) : null}
    </div>
  );
}
