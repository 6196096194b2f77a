import type { Page } from '@playwright/test';

export type TodoFilter = '待我办理' | '全部' | '已退回' | '可放行' | '已公开';

/** 今日待办. */
export class TodoPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get table() {
    return this.page.getByRole('grid', { name: '待办事项' });
  }
  /** Row of a case by words of its title or number. */
  row(words: string) {
    return this.table.getByRole('row').filter({ hasText: words });
  }
  chip(name: TodoFilter) {
    return this.page.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
  }
  /** The offer of the empty screen. */
  get trySample() {
    return this.page.getByRole('button', { name: '先用示例文件试一次' });
  }
  get search() {
    return this.page.getByLabel('搜索 编号、标题、处室、姓名');
  }

  async show(filter: TodoFilter): Promise<void> {
    await this.chip(filter).click();
  }

  async open(words: string): Promise<void> {
    await this.row(words).dblclick();
  }
}
