import type { Page } from '@playwright/test';

export type ListName = '工程名录' | '负面清单' | '公开联系方式';

/** 规则: what the program brings, and the office's own lists. */
export class RulesPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get table() {
    return this.page.getByRole('region', { name: '规则清单' }).getByRole('table');
  }
  row(words: string) {
    return this.table.getByRole('row').filter({ hasText: words });
  }

  async tab(name: '规则' | '本单位清单'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }
  card(name: ListName) {
    return this.page.getByRole('region', { name, exact: true });
  }
  importButton(name: ListName) {
    return this.page.getByRole('button', { name: `导入 Excel：${name}` });
  }
  async downloadTemplate(name: ListName): Promise<void> {
    await this.page.getByRole('button', { name: `下载模板：${name}` }).click();
    await this.page.getByText(`已保存：${name}模板.xlsx`).waitFor();
  }

  /** Drops a workbook on the card, as from the file manager. */
  async drop(name: ListName, bytes: Uint8Array): Promise<void> {
    const given = { name: `${name}.xlsx`, base64: Buffer.from(bytes).toString('base64') };
    await this.card(name).evaluate((card, file) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))], file.name));
      for (const type of ['dragover', 'drop'])
        card.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, given);
    await this.dialog
      .getByText(/共 \d+ 行/)
      .first()
      .waitFor();
  }

  /** Opens the dialog and gives it a workbook. */
  async preview(name: ListName, bytes: Uint8Array): Promise<void> {
    await this.importButton(name).click();
    await this.choose(name, bytes);
  }
  async choose(name: ListName, bytes: Uint8Array): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await this.dialog
      .getByLabel('选择 Excel 文件（.xlsx）')
      .setInputFiles({ name: `${name}.xlsx`, mimeType, buffer: Buffer.from(bytes) });
    await this.dialog
      .getByText(/共 \d+ 行/)
      .first()
      .waitFor();
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }
  get errors() {
    return this.dialog.getByRole('region', { name: '需要改正的地方' }).getByRole('listitem');
  }
  get sample() {
    return this.dialog.getByRole('region', { name: '将要导入的内容' });
  }
  get onlyCorrect() {
    return this.dialog.getByRole('checkbox', { name: /只导入正确的/ });
  }
  get confirmButton() {
    return this.dialog.getByRole('button', { name: '确认导入' });
  }
  async confirm(pin: string): Promise<void> {
    await this.dialog.getByLabel('本人口令（PIN）').fill(pin);
    await this.confirmButton.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
