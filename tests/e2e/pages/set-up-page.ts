import type { Page } from '@playwright/test';

export interface OfficePerson {
  readonly name: string;
  readonly role: '拟稿人' | '处室负责人' | '保密审查员' | '分管领导' | '系统管理员' | '安全保密管理员' | '安全审计员';
  readonly department: string;
  readonly pin: string;
}

/** 首次设置. */
export class SetUpPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get heading() {
    return this.page.getByRole('heading', { name: /首次设置/ });
  }
  get saveButton() {
    return this.page.getByRole('button', { name: '完成设置' });
  }

  /** Types the office and one person a row, in the order given; rows beyond the four first ones are added. */
  async fill(office: string, people: readonly OfficePerson[]): Promise<void> {
    await this.page.getByLabel('单位名称').fill(office);
    for (const [index, person] of people.entries()) {
      if (index >= 4) await this.page.getByRole('button', { name: '添加人员' }).click();
      const field = (what: string) => this.page.getByLabel(`第${index + 1}人 ${what}`, { exact: true });
      await field('姓名').fill(person.name);
      await field('角色').selectOption({ label: person.role });
      await field('处室').fill(person.department);
      await field('口令（PIN）').fill(person.pin);
      await field('再输一次').fill(person.pin);
    }
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await this.page.getByRole('heading', { name: '登录' }).waitFor();
  }
}
