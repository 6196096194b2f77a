import { useEffect, useState } from 'react';
import { byFolder, droppedFiles, isDraft } from '../state/droppedFiles.ts';
import { useStatus } from '../state/queries.ts';
import { useReceive } from '../state/receive.ts';
import { whyNoImport, whyNoSubmission } from '../state/roles.ts';
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

/** Files come in anywhere: dropped on any screen, or chosen. A package between workstations goes to 交换包, all else to 送审. */
export function FileGate({ disabled }: { readonly disabled: boolean }) {
  const [over, setOver] = useState(false);
  const status = useStatus().data;
  const noSubmission = whyNoSubmission(status?.session);
  const noImport = whyNoImport(status?.session);
  const receive = useReceive();

  useEffect(() => {
    if (disabled) return;
    const take = (all: readonly File[]) => {
      const files = all.filter(isDraft).toSorted(byFolder);
      if (files.length > 0) void receive(files);
    };
    const inputs = [INPUT_ID, FOLDER_ID].map((id) => document.getElementById(id));
    const onChosen = ({ target: input }: Event) => {
      if (!(input instanceof HTMLInputElement)) return;
      take([...(input.files ?? [])]);
      input.value = '';
    };
    const onOver = (event: DragEvent) => {
      if (bringsFiles(event) && !(noSubmission && noImport) && !takesDropsItself()) setOver(true);
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
  }, [disabled, noSubmission, noImport, receive]);

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
          {noSubmission ? '松开鼠标，导入数据包' : '松开鼠标，送审这些文件或文件夹'}
          <span className={styles.small}>
            {noSubmission
              ? '由拟稿人送审，您的角色只导入别的工作站来的数据包'
              : '每个文件单独成一件，也可以合成一件（正文和附件）；数据包会转到“交换包”导入；原文件不会被改动'}
          </span>
        </div>
      ) : null}
    </>
  );
}
