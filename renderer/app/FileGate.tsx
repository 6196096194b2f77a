import { useEffect, useState } from 'react';
import { reportInfo } from '../state/messages.ts';
import { usePlace } from '../state/place.ts';
import { useStatus } from '../state/queries.ts';
import { whyNoSubmission } from '../state/roles.ts';
import { useSubmission } from '../state/submission.ts';
import styles from './FileGate.module.css';

const INPUT_ID = 'choose-files';

/** Opens the system's file dialog; what is chosen goes to 送审. */
export function chooseFiles(): void {
  document.getElementById(INPUT_ID)?.click();
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A dialog, or a screen that takes files for something else, is in front. */
const takesDropsItself = (): boolean => document.querySelector('[data-modal], [data-takes-drops]') !== null;

/** Files come in anywhere: dropped on any screen, or chosen. */
export function FileGate({ disabled }: { readonly disabled: boolean }) {
  const [over, setOver] = useState(false);
  const status = useStatus().data;
  const today = status?.today ?? '';
  const noSubmission = whyNoSubmission(status?.session);
  const add = useSubmission((state) => state.add);
  const go = usePlace((state) => state.go);

  useEffect(() => {
    if (disabled) return;
    const take = (files: readonly File[]) => {
      if (files.length === 0) return;
      if (noSubmission) {
        reportInfo(noSubmission);
        return;
      }
      add(files, today);
      go('submit');
    };
    const input = document.getElementById(INPUT_ID);
    const onChosen = () => {
      if (!(input instanceof HTMLInputElement)) return;
      take([...(input.files ?? [])]);
      input.value = '';
    };
    const onOver = (event: DragEvent) => {
      if (bringsFiles(event) && !noSubmission && !takesDropsItself()) setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!takesDropsItself()) take([...(event.dataTransfer?.files ?? [])]);
    };
    input?.addEventListener('change', onChosen);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      input?.removeEventListener('change', onChosen);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [disabled, today, noSubmission, add, go]);

  return (
    <>
      <input id={INPUT_ID} type="file" multiple className="only-read-aloud" aria-label="选文件送审" tabIndex={-1} />
      {over ? (
        <div className={styles.veil}>
          松开鼠标，送审这些文件
          <span className={styles.small}>每个文件单独成一张审查表；原文件不会被改动</span>
        </div>
      ) : null}
    </>
  );
}
