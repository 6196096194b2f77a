import AxeBuilder from '@axe-core/playwright';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { logIn, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const DRAFT = '值班安排公告\n联系人电话13900000011。\n演练集合地点在云溪山北侧洞口，自备手电。\n请各单位互相转告。';

test('text that no rule knows is marked by keys and by mouse, decided, and taken back', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('值班安排.txt', DRAFT));
  await submit.start();
  await new ShellPage(page).go('今日待办');
  await new TodoPage(page).open('值班安排');
  const desk = new DeskPage(page);
  await expect(desk.chosen).toBeVisible();
  const before = (await desk.counts()).total;

  // By keys: the cursor starts at the chosen finding, two pieces down stands nothing a rule knows.
  const strip = page.getByRole('status', { name: '选字' });
  await desk.press('r');
  await desk.press('ArrowDown');
  await desk.press('Shift+End');
  await expect(strip).toHaveText('已选“演练集合地点在云溪山北侧洞口，自备手电。”');
  await desk.press('Home');
  for (let step = 0; step < 7; step += 1) await desk.press('ArrowRight');
  for (let step = 0; step < 7; step += 1) await desk.press('Shift+ArrowRight');
  await expect(strip).toHaveText('已选“云溪山北侧洞口”');
  await picture(app, info, 'mark-strip');
  await desk.press('Enter');
  const dialog = page.getByRole('dialog', { name: '人工标注' });
  await dialog.getByRole('combobox', { name: '类别' }).selectOption('工程位置');
  await dialog.getByRole('textbox', { name: '为什么要处置' }).fill('洞口位置未公开过');
  await dialog.getByRole('textbox', { name: /建议改为/ }).fill('指定地点');
  await picture(app, info, 'mark-dialog');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await dialog.getByRole('textbox', { name: /建议改为/ }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(desk.chosen).toContainText('人工标注');
  await expect.poll(async () => (await desk.counts()).total).toBe(before + 1);
  await picture(app, info, 'mark-chosen');
  await desk.press('1');
  await expect.poll(async () => (await desk.counts()).decided).toBe(1);

  // Undoing takes back the decision, then the mark.
  await desk.press('Control+z');
  await desk.press('Control+z');
  await expect.poll(async () => (await desk.counts()).total).toBe(before);

  // By mouse: a double click chooses a word, R asks for the reason.
  await desk.text.getByText('请各单位互相转告').dblclick({ position: { x: 60, y: 10 } });
  await expect(strip).toContainText('已选');
  await page.getByRole('button', { name: /人工标注/ }).click();
  await dialog.getByRole('textbox', { name: '为什么要处置' }).fill('核对');
  await dialog.getByRole('button', { name: '标注', exact: true }).click();
  await expect.poll(async () => (await desk.counts()).total).toBe(before + 1);
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});
