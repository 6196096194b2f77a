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
    await this.#people(people, 4);
  }

  async #people(people: readonly OfficePerson[], rows: number): Promise<void> {
    for (const [index, person] of people.entries()) {
      if (index >= rows) await this.page.getByRole('button', { name: '添加人员' }).click();
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

  /** The other form of the first run: this machine joins an office. */
  async joinInstead(): Promise<void> {
    await this.page.getByRole('button', { name: '加入已有单位' }).click();
    await this.page.getByLabel('本机名称').waitFor();
  }
  async foundInstead(): Promise<void> {
    await this.page.getByRole('button', { name: '新建单位' }).click();
    await this.saveButton.waitFor();
  }

  /** On a further workstation: who signs there; the request is saved. */
  async join(workstation: string, people: readonly OfficePerson[]): Promise<void> {
    await this.joinInstead();
    await this.requestToJoin(workstation, people);
  }

  /** Fills the form of a further workstation and saves the request. */
  async requestToJoin(workstation: string, people: readonly OfficePerson[]): Promise<void> {
    await this.page.getByLabel('本机名称').fill(workstation);
    await this.#people(people, 1);
    await this.page.getByRole('button', { name: '生成加入申请' }).click();
    await this.page.getByRole('button', { name: '把加入申请存到U盘' }).click();
    await this.page.getByText(/^已保存：加入申请/).waitFor();
  }

  /** Opens the answer and vouches for its fingerprint. */
  async answer(file: { readonly name: string; readonly bytes: Buffer }): Promise<void> {
    const given = { name: file.name, mimeType: 'application/jsonl', buffer: file.bytes };
    await this.page.getByLabel('名册答复文件（.xsroster）').setInputFiles(given);
    await this.page.getByLabel('与安装时打印的指纹逐组核对一致').check();
  }
}
