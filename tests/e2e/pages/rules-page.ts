import type { Page } from '@playwright/test';

/** 规则. */
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
}
