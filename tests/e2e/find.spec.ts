import AxeBuilder from '@axe-core/playwright';
import { openSample } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('a text is found in the page and in hidden text, and the desk keeps its meaning in high contrast', async ({ app }, info) => {
  const { page } = app;
  const desk = await openSample(app);
  await desk.press('Control+f');
  const field = page.getByRole('textbox', { name: '在本稿中查找' });
  const status = page.getByRole('search').getByRole('status');
  await field.fill('工程');
  await expect(status).toHaveText(/^1\/\d+/);
  await desk.press('F3');
  await expect(status).toHaveText(/^2\/\d+/);
  await field.press('Shift+Enter');
  await expect(status).toHaveText(/^1\/\d+/);
  await picture(app, info, 'find');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  // Round the other end: the last hit stands in a property or a note, which the page does not show.
  await desk.press('Shift+F3');
  await expect(page.getByRole('search').getByText('在隐藏内容中')).toBeVisible();
  await expect(desk.tab('隐藏内容')).toHaveAttribute('aria-selected', 'true');
  await field.press('Escape');
  await expect(field).toBeHidden();
  if (info.project.name !== 'web') return;
  await desk.press('t');
  await page.emulateMedia({ forcedColors: 'active' });
  await picture(app, info, 'desk-forced-colors');
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  await picture(app, info, 'desk-more-contrast');
});
