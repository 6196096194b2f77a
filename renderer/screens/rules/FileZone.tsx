import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FileInput } from '../../components/FileInput.tsx';
import styles from './ImportDialog.module.css';
import { IMPORT_TEXTS } from './listTexts.ts';

/** Where a workbook is dropped or chosen; shrinks to one line when there is one. */
export function FileZone(props: {
  readonly onFile: (file: File) => void;
  readonly busy: boolean;
  readonly chosen: string | undefined;
}) {
  const { onFile, busy, chosen } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  const move = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const pick = () => input.current?.click();
  const names = [styles.zone, chosen ? styles.small : '', over ? styles.over : ''].filter(Boolean).join(' ');
  return (
    <section className={names} aria-label={IMPORT_TEXTS.file} onDragOver={move} onDragLeave={() => setOver(false)} onDrop={drop}>
      <FileInput label={IMPORT_TEXTS.choose} accept=".xlsx" inputRef={input} onFiles={([file]) => onFile(file)} />
      <span aria-live="polite">{busy ? IMPORT_TEXTS.reading : (chosen ?? IMPORT_TEXTS.drop)}</span>
      {busy ? null : <Button onPress={pick}>{chosen ? IMPORT_TEXTS.chooseOther : IMPORT_TEXTS.choose}</Button>}
      {chosen || busy ? null : <span className={styles.zoneNote}>{IMPORT_TEXTS.dropNote}</span>}
    </section>
  );
}
