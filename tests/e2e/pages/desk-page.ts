import { expect, type Page } from '@playwright/test';

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
    return this.page.getByRole('button', { name: '生成脱敏稿' }).first();
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

  /** Shows a tab and waits until it is shown: what it holds counts as looked at from then on. */
  async show(name: '正文' | '隐藏内容' | '未能检查'): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
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

  /** 保留 for everything that is still open, in all documents, one after the other. */
  async keepRest(words: string): Promise<void> {
    await expect(this.progress).toBeVisible();
    for (let { decided, total } = await this.counts(); decided < total; decided += 1) {
      await expect(this.chosen).toBeVisible();
      await this.decide(4, words);
      await expect(this.progress).toHaveText(`${decided + 1}/${total} 已处理`);
    }
  }

  async addVersion(name: string, bytes: Buffer): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await this.page.locator('input[type=file][aria-label="导入新版本"]').setInputFiles(file);
  }

  /** Looks at the hidden content, signs as drafter and hands the case on. */
  async submit(pin: string): Promise<void> {
    await this.show('隐藏内容');
    await this.submitButton.click();
    const dialog = this.page.getByRole('dialog', { name: '签名提交处室' });
    await dialog.getByLabel('我已通读正文和隐藏内容').check();
    await dialog.getByLabel('本人口令（PIN）').fill(pin);
    await dialog.getByRole('button', { name: '签名提交' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
