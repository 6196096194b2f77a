import type { Page } from '@playwright/test';

/** 登录, also after a lock. */
export class LogInPage {
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get pin() {
    return this.page.getByLabel('口令（PIN）');
  }
  get heading() {
    return this.page.getByRole('heading', { name: /^(登录|已锁定)$/ });
  }

  /** Chooses a person, types the PIN and sends it; does not wait for the outcome. */
  async tryEnter(name: string, pin: string): Promise<void> {
    await this.page.getByRole('radio', { name }).check();
    await this.pin.fill(pin);
    await this.pin.press('Enter');
  }

  async enter(name: string, pin: string): Promise<void> {
    await this.tryEnter(name, pin);
    await this.page.getByRole('navigation', { name: '屏幕' }).waitFor();
    await this.heading.waitFor({ state: 'hidden' });
  }
}
