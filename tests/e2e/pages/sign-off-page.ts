import type { Page } from '@playwright/test';

export type ActButton = '同意' | '退回' | '不予公开' | '放行' | '发布登记' | '作废';
export type OutcomeButton = '同意部分公开' | '征求意见' | '暂缓公开' | '送上级确定' | '撤回' | '撤下' | '复审' | '重新签署';
export type ExportButton = '审查表' | '修改清单' | '发布稿' | '审查日志';

/** 签批, 放行 and 发布登记. */
export class SignOffPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get paper() {
    return this.page.getByRole('region', { name: '签批件' });
  }
  get panel() {
    return this.page.getByRole('complementary', { name: '办理' });
  }
  get queue() {
    return this.page.getByRole('navigation', { name: '待我签批' });
  }
  /** 请您看; absent for those who have nothing to sign. */
  get toSee() {
    return this.page.getByRole('region', { name: '请您看' });
  }
  /** Sentences why the case cannot be released. */
  get whyNot() {
    return this.page.getByRole('region', { name: '现在不能放行，因为' });
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }
  button(name: ActButton) {
    return this.panel.getByRole('button', { name, exact: true });
  }

  more(name: OutcomeButton) {
    return this.panel.getByRole('button', { name, exact: true });
  }
  /** What the case waits for or waited for. */
  get pending() {
    return this.paper.getByRole('listitem').filter({ hasText: /办理中|恢复办理|同意公开|可以公开|逾期未答复/ });
  }

  /** Presses a button of the panel or the paper, fills its dialog and signs. */
  async act(button: string, fields: Readonly<Record<string, string>>, confirm: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    for (const [label, value] of Object.entries(fields)) await this.dialog.getByLabel(label).fill(value);
    await this.confirm(confirm, pin);
  }

  /** Opens every 请您看 item that was not opened yet. The panel says while the paper is still being compared: nothing is asked then. */
  async lookAtAll(): Promise<void> {
    const next = this.page.getByRole('button', { name: '看下一处' });
    await this.panel.waitFor();
    await this.panel.getByText('正在与上一稿比对，请稍候。').first().waitFor({ state: 'hidden' });
    while (await next.isVisible()) await next.click();
  }

  /** 同意 with the opinion offered, or with one's own. */
  async agree(pin: string, opinion?: string): Promise<void> {
    await this.lookAtAll();
    await this.button('同意').click();
    if (opinion) await this.dialog.getByLabel('意见').fill(opinion);
    await this.confirm('签名同意', pin);
  }

  async sendBack(pin: string, reason: string): Promise<void> {
    await this.button('退回').click();
    await this.dialog.getByLabel('理由').fill(reason);
    await this.confirm('签名退回', pin);
  }

  async refuse(pin: string, reason: string, basis: string): Promise<void> {
    await this.button('不予公开').click();
    await this.dialog.getByLabel('理由').fill(reason);
    await this.dialog.getByLabel('依据').fill(basis);
    await this.confirm('签名确定不予公开', pin);
  }

  async release(pin: string): Promise<void> {
    await this.button('放行').click();
    await this.confirm('签名放行', pin);
  }

  async publish(address: string): Promise<void> {
    await this.button('发布登记').click();
    await this.dialog.getByLabel('网址或位置').fill(address);
    await this.dialog.getByRole('button', { name: '登记发布' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async export(name: ExportButton): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click();
    await this.page.getByText(new RegExp(`^已导出 .*${name}`)).waitFor();
  }

  private async confirm(name: string, pin: string): Promise<void> {
    await this.dialog.getByLabel('本人口令（PIN）').fill(pin);
    await this.dialog.getByRole('button', { name, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
