import { Field } from '../../components/Field.tsx';
import { useStatus } from '../../state/queries.ts';
import styles from './People.module.css';
import { DIALOGS } from './texts.ts';

export interface NewPin {
  readonly pin: string;
  readonly again: string;
}
export const NO_PIN: NewPin = { pin: '', again: '' };

/** What is still wrong with a new PIN; the backend has the full list of what is too easy. */
export function newPinMissing({ pin, again }: NewPin, minimum: number): string | undefined {
  if ([...pin].length < minimum) return DIALOGS.pinShort(minimum);
  return pin === again ? undefined : DIALOGS.differs;
}

export const usePinMinimum = (): number => useStatus().data?.pinMinimum ?? 10;

interface NewPinFieldsProps {
  readonly value: NewPin;
  readonly onChange: (value: NewPin) => void;
  readonly label?: string;
  readonly hint?: string;
  /** Says that the person must be there. */
  readonly note?: string;
}

/** A new PIN, twice; the rules are told before anybody types. */
export function NewPinFields({ value, onChange, label = DIALOGS.newPin, hint, note }: NewPinFieldsProps) {
  const minimum = usePinMinimum();
  return (
    <>
      {note ? <p className={styles.note}>{note}</p> : null}
      <Field
        label={label}
        type="password"
        autoComplete="new-password"
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
        hint={hint ?? DIALOGS.newPinHint(minimum)}
        max={128}
        required
      />
      <Field
        label={DIALOGS.again}
        type="password"
        autoComplete="new-password"
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={value.again !== '' && value.pin !== value.again ? DIALOGS.differs : undefined}
        max={128}
        required
      />
    </>
  );
}
