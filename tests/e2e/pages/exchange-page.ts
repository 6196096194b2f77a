import type { Page } from '@playwright/test';

/** 交换包. */
export class ExchangePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }
  get records() {
    return this.page.getByRole('region', { name: '全部数据包' });
  }
  row(words: string) {
    return this.records.getByRole('row').filter({ hasText: words });
  }
  get result() {
    return this.page.getByRole('region', { name: '导入结果' });
  }
  get stations() {
    return this.page.getByRole('region', { name: '本单位工作站' });
  }

  /** Exports with the contents of all open cases and saves the file; the passphrase, '' for none. */
  async export(): Promise<string> {
    await this.page.getByRole('button', { name: '导出数据包' }).click();
    const all = this.dialog.getByRole('button', { name: '全选在办的' });
    await this.dialog
      .getByText(/带哪些件|还没有登记的件/)
      .first()
      .waitFor();
    if ((await all.count()) > 0) await all.click();
    await this.dialog.getByRole('button', { name: '导出', exact: true }).click();
    await this.dialog.getByRole('button', { name: '保存到U盘' }).click();
    await this.dialog.getByText(/^已保存：/).waitFor();
    const secret = this.dialog.getByLabel('数据包口令');
    const passphrase = (await secret.count()) > 0 ? ((await secret.textContent()) ?? '') : '';
    await this.dialog.getByRole('button', { name: '完成' }).click();
    await this.dialog.waitFor({ state: 'detached' });
    return passphrase;
  }

  /** Fills the dialog and sends it; does not wait for the outcome. */
  async tryImport(file: { readonly name: string; readonly bytes: Buffer }, passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: '导入数据包' }).click();
    await this.dialog
      .getByLabel('数据包文件（.xspkg）')
      .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
    await this.dialog.getByLabel('数据包口令').fill(passphrase);
    await this.dialog.getByRole('button', { name: '导入', exact: true }).click();
  }

  async import(file: { readonly name: string; readonly bytes: Buffer }, passphrase: string): Promise<void> {
    await this.tryImport(file, passphrase);
    await this.result.waitFor();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: '取消' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
