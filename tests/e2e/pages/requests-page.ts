import type { Page } from '@playwright/test';

type Fields = Readonly<Record<string, string>>;
interface More {
  readonly pin?: string;
  /** Options of lists, by label. */
  readonly choices?: Fields;
}

/** 依申请公开: the register and one application. */
export class RequestsPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get table() {
    return this.page.getByRole('grid', { name: '申请登记簿' });
  }
  get detail() {
    return this.page.getByRole('region', { name: '申请', exact: true });
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }
  row(words: string) {
    return this.table.getByRole('row').filter({ hasText: words });
  }

  /** An act that is recorded: its dialog goes away. */
  async act(button: string, fields: Fields, confirm: string, more: More = {}): Promise<void> {
    await this.attempt(button, fields, confirm, more);
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Opens the dialog of an act, fills its fields, sends it; what comes of it is left to the test. */
  async attempt(button: string, fields: Fields, confirm: string, more: More = {}): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${button}`) })
      .first()
      .click();
    for (const [label, choice] of Object.entries(more.choices ?? {})) {
      await this.dialog.getByLabel(label, { exact: true }).selectOption({ label: choice });
    }
    for (const [label, value] of Object.entries(fields)) await this.dialog.getByLabel(label, { exact: true }).fill(value);
    if (more.pin) await this.dialog.getByLabel('本人口令（PIN）').fill(more.pin);
    await this.dialog.getByRole('button', { name: confirm, exact: true }).click();
  }
}
