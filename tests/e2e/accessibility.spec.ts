import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { logIn, SAMPLE, setUpOffice } from './support/office.ts';
import { expect, test } from './support/test.ts';

/** Rule and place of every violation axe finds on the screen as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}`));
}

test('no screen breaks a rule of accessibility', async ({ app }) => {
  const { page } = app;
  const found: Record<string, readonly string[]> = {};
  found.setUp = await violations(page);
  await setUpOffice(app);
  found.logIn = await violations(page);
  await logIn(app, 'drafter');
  found.todoEmpty = await violations(page);
  const submit = new SubmitPage(page);
  await submit.drop(SAMPLE);
  found.submit = await violations(page);
  await submit.start();
  const shell = new ShellPage(page);
  await shell.go('今日待办');
  await expect(new TodoPage(page).row('示例')).toBeVisible();
  found.todo = await violations(page);
  await new TodoPage(page).open('示例');
  const desk = new DeskPage(page);
  await expect(desk.findings.first()).toBeVisible();
  found.desk = await violations(page);
  await desk.tab('隐藏内容').click();
  found.hidden = await violations(page);
  for (const screen of ['签批', '台账', '规则'] as const) {
    await shell.go(screen);
    found[screen] = await violations(page);
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
});
