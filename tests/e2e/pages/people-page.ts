import type { Page } from '@playwright/test';

export type PeopleTab = '人员' | '代签' | '待确认' | '名册经过' | '工作站' | '单位根密钥';

/** 人员与权限. */
export class PeoplePage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }
  get how() {
    return this.page.getByRole('region', { name: '名册怎样变更' });
  }
  get enrollButton() {
    return this.page.getByRole('button', { name: '登记新人员' });
  }
  /** Rows of the table of the open tab. */
  row(words: string) {
    return this.page.getByRole('tabpanel').getByRole('row').filter({ hasText: words });
  }
  /** 您今天签了什么, under the head of the window. */
  get strip() {
    return this.page.getByRole('region', { name: '您今天签了什么' });
  }

  async tab(name: PeopleTab): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** The new person types the PIN twice; then whoever proposes signs. */
  async enroll(
    person: { readonly name: string; readonly role: string; readonly department: string; readonly pin: string },
    pin: string,
  ) {
    await this.enrollButton.click();
    await this.dialog.getByLabel('姓名').fill(person.name);
    await this.dialog.getByLabel('角色').selectOption({ label: person.role });
    await this.dialog.getByLabel('处室').fill(person.department);
    await this.newPin(person.pin);
    await this.sign('签名提出', pin, '提出人口令（PIN）');
  }

  async newPin(pin: string, label = '新口令'): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).fill(pin);
    await this.dialog.getByLabel('再输一次').fill(pin);
  }

  async approve(words: string, pin: string): Promise<void> {
    await this.row(words).getByRole('button', { name: /^确认/ }).click();
    await this.sign('签名确认', pin);
  }

  /** Fills the dialog of a delegation; does not sign it. */
  async fillDelegation(to: string, until: string): Promise<void> {
    await this.page.getByRole('button', { name: '请人代签' }).click();
    const deputy = this.dialog.getByLabel('代签人');
    await deputy.selectOption({ value: (await deputy.locator('option', { hasText: to }).getAttribute('value')) ?? '' });
    await this.dialog.getByLabel('止日').fill(until);
  }

  async sign(button: string, pin: string, label = '本人口令（PIN）'): Promise<void> {
    await this.dialog.getByLabel(label).fill(pin);
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
