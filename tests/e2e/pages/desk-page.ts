import type { Page } from '@playwright/test';

/** 审查台. */
export class DeskPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get list() {
    return this.page.getByRole('listbox', { name: '疑点清单' });
  }
  get findings() {
    return this.list.getByRole('option');
  }
  get chosen() {
    return this.list.getByRole('option', { selected: true });
  }
  get detail() {
    return this.page.getByRole('region', { name: '处置' });
  }
  get text() {
    return this.page.getByRole('region', { name: '原文' });
  }
  /** `12/37 已处理`. */
  get progress() {
    return this.page.getByText(/^\d+\/\d+ 已处理$/);
  }
  get undoButton() {
    return this.page.getByRole('button', { name: /^撤销/ });
  }
  get cleanCopyButton() {
    return this.page.getByRole('button', { name: '生成脱敏稿' });
  }
  get submitButton() {
    return this.page.getByRole('button', { name: '提交', exact: true });
  }
  get signOffButton() {
    return this.page.getByRole('banner').getByRole('button', { name: '签批', exact: true }).last();
  }
  tab(name: '正文' | '隐藏内容' | '未能检查') {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Open and total count from the progress line. */
  async counts(): Promise<{ readonly decided: number; readonly total: number }> {
    const [decided = 0, total = 0] = (await this.progress.textContent())?.match(/\d+/g)?.map(Number) ?? [];
    return { decided, total };
  }

  /** Key with the focus on the window, not in a field. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Decides the chosen finding by its key; types the reason or wording where one is asked. */
  async decide(digit: 1 | 2 | 3 | 4 | 5 | 6, words = ''): Promise<void> {
    await this.page.keyboard.press(String(digit));
    if (digit <= 2) return;
    const field = this.detail.getByRole('textbox');
    await field.fill(words);
    await field.press('Enter');
    await field.waitFor({ state: 'detached' });
  }

  /** Confirms every part that could not be read as looked at by a person. */
  async confirmUnread(): Promise<void> {
    await this.tab('未能检查').click();
    const buttons = this.page.getByRole('button', { name: /^确认已人工查看/ });
    for (let left = await buttons.count(); left > 0; left -= 1) {
      await buttons.first().click();
      await this.page.getByText('已人工查看', { exact: true }).first().waitFor();
    }
  }

  async addVersion(name: string, bytes: Buffer): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await this.page.locator('input[type=file][aria-label="导入新版本"]').setInputFiles(file);
  }

  /** Looks at the hidden content, signs as drafter and hands the case on. */
  async submit(pin: string): Promise<void> {
    await this.tab('隐藏内容').click();
    await this.submitButton.click();
    const dialog = this.page.getByRole('dialog', { name: '签名提交处室' });
    await dialog.getByLabel('我已通读正文和隐藏内容').check();
    await dialog.getByLabel('本人口令（PIN）').fill(pin);
    await dialog.getByRole('button', { name: '签名提交' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
