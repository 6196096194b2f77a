import AxeBuilder from '@axe-core/playwright';
import { makeWorkbook } from '../fixtures/office-lists/make-workbook.ts';
import { DeskPage, RulesPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const CONTACTS = [
  ['单位或窗口', '号码或邮箱', '说明', '有效期至'],
  ['便民服务窗口', '139 0000 0011', '对外公布', ''],
  ['值班室', '不详', '', ''],
];
const WORKS = [
  ['序号', '地址', '工程名称', '别名', '备注'],
  ['1', '云溪市临湖区檀溪路66号', '青杉里二期', '青杉里车库；青杉二期', ''],
  ['2', '', '碧梧园北区', '', '在建'],
];
const DRAFT = '关于青杉里二期的说明\n青杉里二期位于檀溪路66号，抗力等级核6级。\n咨询请打手机13900000011。\n';

test('an office brings its own lists: errors by row, preview, PIN, versions, and what later checks find', async ({
  app,
}, info) => {
  const { page } = app;
  const shot = (name: string) => picture(app, info, `lists-${name}`);
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id);
  const shell = new ShellPage(page);
  const rules = new RulesPage(page);
  await setUpOffice(app);
  await logIn(app, 'drafter');
  await shell.go('规则');
  await rules.tab('本单位清单');
  await expect(rules.importButton('工程名录')).toHaveAttribute('aria-disabled', 'true');
  await changePerson(app, 'reviewer');
  await shell.go('规则');
  await rules.tab('本单位清单');
  await expect(page.getByText('清单是本单位自己的：有了它')).toBeVisible();
  await shot('empty');
  expect(await violations()).toEqual([]);
  await rules.downloadTemplate('工程名录');
  const [template] = await app.saved();
  expect(template?.bytes.subarray(0, 2).toString()).toBe('PK');

  await rules.preview('公开联系方式', await makeWorkbook(CONTACTS));
  await expect(rules.errors).toHaveText(['第3行“号码或邮箱”列：不是电话号码或邮箱']);
  await expect(rules.confirmButton).toHaveAttribute('aria-disabled', 'true');
  await shot('errors');
  expect(await violations()).toEqual([]);
  await rules.onlyCorrect.check();
  await rules.confirm(PEOPLE.reviewer.pin);
  await expect(rules.card('公开联系方式')).toContainText('第1版');

  await rules.preview('工程名录', await makeWorkbook(WORKS));
  await expect(rules.sample.getByRole('row')).toHaveCount(3);
  await shot('preview');
  await rules.confirm(PEOPLE.reviewer.pin);
  await rules.drop('工程名录', await makeWorkbook([...WORKS.slice(0, 2), ['3', '', '丹枫苑一期', '', '']]));
  await expect(rules.dialog).toContainText(/与第1版相比.*新增 1.*改动 0.*减少 1.*不变 1/s);
  await rules.confirm(PEOPLE.reviewer.pin);
  await expect(rules.card('工程名录')).toContainText('第2版');
  await expect(rules.card('工程名录')).toContainText('以前的版本（1）');
  await shot('in-force');
  expect(await violations()).toEqual([]);

  const again = await app.restart();
  await logIn(again, 'drafter');
  const submit = new SubmitPage(again.page);
  await submit.drop(textDraft('说明.txt', DRAFT));
  await submit.start();
  await new ShellPage(again.page).go('今日待办');
  await new TodoPage(again.page).open('说明');
  const desk = new DeskPage(again.page);
  await expect(desk.findings.first()).toBeVisible();
  const found = (await desk.findings.allInnerTexts()).join('\n');
  expect(found).toContain('檀溪路66号');
  expect(found).toContain('核6级');
  expect(found).not.toContain('13900000011');
  await expect(again.page.getByText('工程名录 第2版 第2行').first()).toBeVisible();
  await again.close();
});
