import AxeBuilder from '@axe-core/playwright';
import { DeskPage, RuleEditorPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const RULE = {
  title: '未公开的内部代号',
  keywords: '青杉七号',
  allow: '青杉七号路',
  reason: '可能涉及本单位内部代号，请核对。',
  basis: '《政府信息公开条例》第十六条',
  hit: '⟦青杉七号⟧已完成检修。\n本月检查⟦青杉七号⟧。\n⟦青杉七号⟧、檀溪书院同时开放。\n报送⟦青杉七号⟧情况。',
  miss: '青杉里小区已完成检修。\n车站设在青杉七号路。\n青杉八号。\n七号青杉。',
};

test('a reviewer writes a rule with a live test, saves it, and later checks find by it', async ({ app }, info) => {
  const { page } = app;
  const shot = (name: string) => picture(app, info, `rule-${name}`);
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id);
  const shell = new ShellPage(page);
  const editor = new RuleEditorPage(page);
  await setUpOffice(app);

  // Whoever is checked by the rules reads them and tries them, and changes none.
  await logIn(app, 'drafter');
  await shell.go('规则');
  await editor.openRule('抗力级别（核、常N级）');
  await expect(editor.rulePage).toContainText('《保守国家秘密法》第十三条第二项');
  await shot('page');
  expect(await violations()).toEqual([]);
  await editor.open();
  await expect(editor.newButton).toHaveAttribute('aria-disabled', 'true');
  await editor.sample.fill('联系人王小满，手机13812345678。');
  await expect(editor.marks.filter({ hasText: '13812345678' })).toBeVisible();

  await changePerson(app, 'reviewer');
  await shell.go('规则');
  await editor.open();
  await shot('empty');
  expect(await violations()).toEqual([]);
  await editor.newButton.click();
  await editor.sample.fill('关于青杉七号检修的通知\n施工车辆请绕行青杉七号路。');
  await editor.write({ ...RULE, keywords: '青', hit: '⟦青杉七号⟧已完成检修。' });
  await expect(editor.form.getByText('单个字会到处命中，每个词语至少两个字')).toBeVisible();
  await editor.saveButton.click();
  await expect(editor.form.getByText('应当找到的例句现有 1 条，至少要 4 条')).toBeVisible();
  await shot('errors');
  expect(await violations()).toEqual([]);
  await editor.write({ ...RULE, allow: '' });
  await expect(editor.marks).toHaveText(['青杉七号', '青杉七号']);
  await expect(editor.result).toContainText('不应找到 第2条：不应找到“青杉七号”');
  await editor.write(RULE);
  await expect(editor.marks).toHaveText(['青杉七号']);
  await expect(editor.result).toContainText('例句都符合');
  await editor.result.getByText('看过而没有列出 1 处').click();
  await shot('form');
  expect(await violations()).toEqual([]);

  // The same as a rule for a column of a table; nothing of it is kept.
  await editor.form.getByRole('button', { name: '表格栏目' }).click();
  await editor.form.getByLabel('栏目（一行一个）').fill('代号');
  await editor.form.getByLabel('单元格内容（表达式）').fill('青杉.号');
  await editor.form.getByLabel('附近没有能认出的具体工程时').selectOption({ label: '降为提示' });
  await expect(editor.form.getByText('例句要写成表格：格之间用 |，换行用 ||')).toBeVisible();
  await editor.sample.fill('名称\t代号\n檀溪书院\t青杉七号');
  await expect(editor.marks).toHaveText(['青杉七号']);
  await shot('column');
  expect(await violations()).toEqual([]);
  await editor.form.getByRole('button', { name: '词语', exact: true }).click();
  await editor.form.getByLabel('附近没有能认出的具体工程时').selectOption({ label: '照样列出' });
  await expect(editor.result).toContainText('例句都符合');

  await editor.saveButton.click();
  await expect(editor.difference).toContainText('新增 未公开的内部代号');
  await shot('difference');
  expect(await violations()).toEqual([]);
  await editor.confirm('签名保存', PEOPLE.reviewer.pin);
  await expect(editor.list.getByRole('button', { name: RULE.title })).toBeVisible();
  await page.getByRole('tab', { name: '规则', exact: true }).click();
  await editor.openRule(RULE.title);
  await expect(editor.rulePage).toContainText('整个落在 “青杉七号路” 之内的，不列出。');
  await editor.open();

  await editor.form.getByRole('radio', { name: '必须处理' }).check();
  await editor.saveButton.click();
  await expect(editor.difference).toContainText('修改 未公开的内部代号 own-1 · 级别');
  await editor.confirm('签名保存', PEOPLE.reviewer.pin);
  await editor.list.getByRole('button', { name: '导出规则包' }).click();
  await editor.confirm('签名导出', PEOPLE.reviewer.pin);
  const pack = (await app.saved()).at(-1);
  expect(pack?.name).toBe('本单位规则-第2版.xspack');
  await editor.choosePack('本单位规则-第2版.xspack', pack?.bytes ?? Buffer.alloc(0));
  await expect(editor.difference).toContainText('版本只升不降');
  await expect(editor.dialog.getByRole('button', { name: '签名安装' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  await changePerson(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('检修通知.txt', '关于青杉七号检修的通知\n施工车辆请绕行青杉七号路。\n'));
  await submit.start();
  await shell.go('今日待办');
  await new TodoPage(page).open('检修通知');
  await expect(new DeskPage(page).findings).toHaveCount(1);
  await expect(new DeskPage(page).findings.first()).toContainText('青杉七号');
});
