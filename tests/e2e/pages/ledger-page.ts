import type { Page } from '@playwright/test';

/** 台账. */
export class LedgerPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get table() {
    return this.page.getByRole('grid', { name: '审查登记台账' });
  }
  row(words: string) {
    return this.table.getByRole('row').filter({ hasText: words });
  }
  get report() {
    return this.page.getByRole('region', { name: '核验结果' });
  }

  get fullButton() {
    return this.page.getByRole('button', { name: '导出台账（全量）' });
  }

  async verify(): Promise<void> {
    await this.page.getByRole('button', { name: '核验日志' }).click();
    await this.report.waitFor();
  }

  async exportMasked(): Promise<void> {
    await this.page.getByRole('button', { name: '导出台账（脱敏）' }).click();
    await this.page.getByText(/^已导出 .*台账/).waitFor();
  }

  async exportFull(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '导出台账（全量）' }).click();
    const dialog = this.page.getByRole('dialog', { name: '导出全量台账' });
    await dialog.getByLabel('导出理由').fill(reason);
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await this.page.getByText(/^已导出 .*台账/).waitFor();
  }
}
