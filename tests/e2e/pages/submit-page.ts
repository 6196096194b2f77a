import type { Page } from '@playwright/test';
import { dropFiles, type GivenFile } from '../support/drop-files.ts';

/** 送审: files in, by choice or by drop. */
export class SubmitPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get list() {
    return this.page.getByRole('list', { name: '待送审的文件' });
  }
  item(fileName: string) {
    return this.list.getByRole('listitem').filter({ hasText: fileName });
  }
  get startButton() {
    return this.page.getByRole('button', { name: /^登记并检查/ });
  }
  get title() {
    return this.page.getByLabel('信息名称');
  }
  get documentNumber() {
    return this.page.getByLabel('文号');
  }
  get createdOn() {
    return this.page.getByLabel('生成日期');
  }

  async choose(...files: readonly GivenFile[]): Promise<void> {
    const given = files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes }));
    await this.page.getByLabel('选文件送审').setInputFiles(given);
    await this.list.waitFor();
  }

  /** Drops files on the window, as the file manager would. */
  async drop(...files: readonly GivenFile[]): Promise<void> {
    await dropFiles(this.page, files);
    await this.list.waitFor();
  }

  async start(): Promise<void> {
    await this.startButton.click();
  }
}
