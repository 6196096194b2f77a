import { useRef } from 'react';
import { type CommandId, keyOf } from '../keys/commands.ts';
import { useCommand } from '../keys/useCommand.ts';
import { Field } from './Field.tsx';
import styles from './SearchField.module.css';

/** Characters a search may have: the longest title of a paper that offices quote, and some. */
const MAX = 60;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The command whose key leads into the field. */
  readonly command: CommandId;
}

/** The search field of a list, at the right end of its line; its label stands in the empty field, with the key that leads there. */
export function SearchField({ label, value, onChange, command }: SearchFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useCommand(command, () => field.current?.focus());
  return (
    <div className={styles.search}>
      <Field
        label={label}
        hideLabel
        placeholder={`${label}（${keyOf(command)}）`}
        value={value}
        onChange={onChange}
        max={MAX}
        inputRef={field}
      />
    </div>
  );
}
