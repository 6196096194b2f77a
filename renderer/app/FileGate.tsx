import { useEffect, useState } from 'react';
import { byFolder, droppedFiles, isDraft } from '../state/droppedFiles.ts';
import { reportInfo } from '../state/messages.ts';
import { usePlace } from '../state/place.ts';
import { useStatus } from '../state/queries.ts';
import { whyNoSubmission } from '../state/roles.ts';
import { useSubmission } from '../state/submission.ts';
import styles from './FileGate.module.css';

const INPUT_ID = 'choose-files';
const FOLDER_ID = 'choose-folder';

/** Opens the system's file dialog; what is chosen goes to 送审. */
export function chooseFiles(): void {
  document.getElementById(INPUT_ID)?.click();
}

/** Opens the system's dialog for a folder; all drafts in it go to 送审. */
export function chooseFolder(): void {
  document.getElementById(FOLDER_ID)?.click();
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
  const person = status?.session?.person.id ?? '';
  const add = useSubmission((state) => state.add);
  const go = usePlace((state) => state.go);

  useEffect(() => {
    if (disabled) return;
    const take = (all: readonly File[]) => {
      const files = all.filter(isDraft).toSorted(byFolder);
      if (files.length === 0) return;
      if (noSubmission) {
        reportInfo(noSubmission);
        return;
      }
      void add(files, today, person);
      go('submit');
    };
    const inputs = [INPUT_ID, FOLDER_ID].map((id) => document.getElementById(id));
    const onChosen = ({ target: input }: Event) => {
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
      if (!takesDropsItself() && event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
    };
    for (const input of inputs) input?.addEventListener('change', onChosen);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      for (const input of inputs) input?.removeEventListener('change', onChosen);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [disabled, today, person, noSubmission, add, go]);

  return (
    <>
      <input id={INPUT_ID} type="file" multiple className="only-read-aloud" aria-label="选文件送审" tabIndex={-1} />
      <input
        id={FOLDER_ID}
        type="file"
        className="only-read-aloud"
        aria-label="选文件夹送审"
        tabIndex={-1}
        {...{ webkitdirectory: '' }}
      />
      {over ? (
        <div className={styles.veil}>
          松开鼠标，送审这些文件或文件夹
          <span className={styles.small}>每个文件单独成一件，也可以合成一件（正文和附件）；原文件不会被改动</span>
        </div>
      ) : null}
    </>
  );
}
