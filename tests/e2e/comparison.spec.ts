import AxeBuilder from '@axe-core/playwright';
import { openSample } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('the clean copy is compared with the draft side by side, by keys alone', async ({ app }, info) => {
  const { page } = app;
  const desk = await openSample(app);
  const { total } = await desk.counts();
  for (let decided = 0; decided < total; decided += 1) {
    await desk.press('1');
    await expect.poll(async () => (await desk.counts()).decided).toBe(decided + 1);
  }
  await desk.cleanCopyButton.click();
  await expect(page.getByText('脱敏稿已作为新的一稿登记')).toBeVisible();
  await desk.press('b');
  const table = page.getByRole('table', { name: '改动对照' });
  await expect(table.locator('tr[aria-current=true]')).toHaveCount(1);
  await expect(page.getByText(/^第 1 处，共 \d+ 处改动$/)).toBeVisible();
  await desk.press('j');
  await expect(page.getByText(/^第 2 处，共 \d+ 处改动$/)).toBeVisible();
  await picture(app, info, 'comparison');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await desk.press('Escape');
  await expect(table).toBeHidden();
  await expect(desk.text).toBeVisible();
});
