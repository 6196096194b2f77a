import type { Page } from '@playwright/test';

/** What no run may ever show: a request that is not ours, a breach of the content security policy, an uncaught error. */
export interface Watch {
  readonly foreign: string[];
  readonly violations: string[];
  readonly errors: string[];
}

/** Starts collecting; `isOurs` tells our own addresses from foreign ones. Call before the first navigation. */
export async function watchPage(page: Page, isOurs: (address: string) => boolean): Promise<Watch> {
  const watch: Watch = { foreign: [], violations: [], errors: [] };
  page.on('request', (request) => {
    if (!isOurs(request.url())) watch.foreign.push(request.url().slice(0, 100));
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted ?Type/i.test(message.text())) watch.violations.push(message.text().slice(0, 300));
  });
  page.on('pageerror', (error) => watch.errors.push(String(error).slice(0, 300)));
  return watch;
}
