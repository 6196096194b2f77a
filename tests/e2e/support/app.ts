import type { ElectronApplication, Page } from '@playwright/test';
import type { Desk, DeskBridge } from '../../../review/contract.ts';
import type { Watch } from './watch.ts';

/** The program under test, however it was started. */
export interface App {
  readonly page: Page;
  readonly watch: Watch;
  /** Folder with store and anchor of this run. */
  readonly folder: string;
  /** Files the program saved, newest last: the save dialog is answered by the harness. */
  saved(): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]>;
  /** Calls a use case beside the window, as the window itself would. */
  readonly call: Desk['call'];
  /** The running program; absent in the browser. */
  readonly electron?: ElectronApplication;
  /** Closes the window, waits for the backend, starts again on the same folder. */
  restart(): Promise<App>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    xianshen: DeskBridge;
  }
}
