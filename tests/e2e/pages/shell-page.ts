import type { Page } from '@playwright/test';

export type ScreenName = '今日待办' | '送审' | '审查台' | '签批' | '台账' | '依申请' | '统计' | '规则' | '人员' | '交换包';

/** Head of the window and message bar: what every screen has. */
export class ShellPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get errors() {
    return this.page.getByRole('alert');
  }
  /** The open screen's button in the head. */
  get current() {
    return this.page.locator('nav [aria-current="page"]');
  }

  async go(name: ScreenName): Promise<void> {
    await this.page.getByRole('navigation', { name: '屏幕' }).getByRole('button', { name, exact: true }).click();
  }

  async lock(): Promise<void> {
    await this.page.getByRole('button', { name: '锁定' }).click();
    await this.page.getByRole('heading', { name: '已锁定' }).waitFor();
  }

  /** Opens the key sheet, returns its lines (name and keys), closes it. */
  async keySheet(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: '帮助 ?' }).click();
    const dialog = this.page.getByRole('dialog', { name: '帮助与快捷键' });
    await dialog.waitFor();
    const lines = await dialog.locator('section p').allInnerTexts();
    await dialog.getByRole('button', { name: '关闭' }).click();
    return lines;
  }
}
