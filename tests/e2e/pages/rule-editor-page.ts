import type { Page } from '@playwright/test';

/** What a person types into the form; lists with one entry a line. */
export interface TypedRule {
  readonly title: string;
  readonly keywords: string;
  readonly allow?: string;
  readonly reason: string;
  readonly basis: string;
  readonly hit: string;
  readonly miss: string;
}

/** 规则 › 规则编辑: the office's own rules. */
export class RuleEditorPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: '规则编辑', exact: true }).click();
  }
  get list() {
    return this.page.getByRole('region', { name: '本单位规则', exact: true });
  }
  get form() {
    return this.page.getByRole('form', { name: '规则表单' });
  }
  field(label: RegExp | string) {
    return this.form.getByLabel(label);
  }
  get newButton() {
    return this.list.getByRole('button', { name: '写一条新规则' });
  }
  get saveButton() {
    return this.form.getByRole('button', { name: '保存……' });
  }
  async write(rule: TypedRule): Promise<void> {
    await this.field('名称').fill(rule.title);
    await this.field('词语（一行一个）').fill(rule.keywords);
    await this.field(/^无碍说法/).fill(rule.allow ?? '');
    await this.field('为什么提示').fill(rule.reason);
    await this.form.getByRole('combobox', { name: /^依据/ }).fill(rule.basis);
    await this.field(/^应当找到的例句/).fill(rule.hit);
    await this.field(/^不应找到的例句/).fill(rule.miss);
  }

  get trial() {
    return this.page.getByRole('region', { name: '试一试' });
  }
  get sample() {
    return this.trial.getByLabel('试用文字（不保存）');
  }
  get result() {
    return this.trial.getByRole('region', { name: '试用结果' });
  }
  get marks() {
    return this.result.getByRole('region', { name: '标出找到的文字' }).locator('mark');
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }
  get difference() {
    return this.dialog.getByRole('region', { name: '与现行规则的差异' });
  }
  async confirm(button: string, pin: string): Promise<void> {
    await this.dialog.getByLabel('本人口令（PIN）').fill(pin);
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
  async choosePack(name: string, bytes: Uint8Array): Promise<void> {
    await this.list.getByRole('button', { name: '安装规则包' }).click();
    await this.dialog
      .getByLabel('规则包文件（.xspack）')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(bytes) });
  }

  /** The page of one rule, beside the list of all rules. */
  async openRule(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `查看规则：${title}` }).click();
  }
  get rulePage() {
    return this.page.getByRole('region', { name: '规则说明' });
  }
}
