import { useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './ChooseFile.module.css';
import { FileInput } from './FileInput.tsx';

interface ChooseFileProps {
  /** What the file is; stands there until one is chosen. */
  readonly label: string;
  readonly accept: string;
  readonly button: string;
  /** Name of the file that is chosen. */
  readonly chosen: string | undefined;
  readonly onFile: (file: File) => void;
}

/** One file of a kind, in a dialog. */
export function ChooseFile({ label, accept, button, chosen, onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.row}>
      <FileInput label={label} accept={accept} inputRef={input} onFiles={([file]) => onFile(file)} />
      <span>{chosen ?? label}</span>
      <Button onPress={() => input.current?.click()}>{button}</Button>
    </div>
  );
}
