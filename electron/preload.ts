import { contextBridge, ipcRenderer } from 'electron';
import type { Progress } from '../review/contract.ts';
import { CALL_CHANNEL, PROGRESS_CHANNEL } from './channels.ts';

/** The whole surface the page gets: one call and one progress stream. Names and shapes are checked in main. */
contextBridge.exposeInMainWorld('xianshen', {
  call: (name: string, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  onProgress: (listener: (progress: Progress) => void) => {
    const forward = (_event: unknown, progress: Progress): void => listener(progress);
    ipcRenderer.on(PROGRESS_CHANNEL, forward);
    return () => ipcRenderer.removeListener(PROGRESS_CHANNEL, forward);
  },
});
