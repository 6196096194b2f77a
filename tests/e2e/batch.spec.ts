import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { ShellPage, SubmitPage } from './pages/index.ts';
import { logIn, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

/** A whole folder in the long run; enough to be cut off in the middle in the short one. */
const FILES = process.env.XIANSHEN_LONG === '1' ? 500 : 24;

function draftsIn(folder: string): string {
  const drafts = join(folder, '待公开');
  mkdirSync(drafts);
  for (let index = 1; index <= FILES; index += 1)
    writeFileSync(join(drafts, `通知${index}.txt`), `关于第${index}次宣传活动的通知\n各单位：\n请做好准备。\n`);
  writeFileSync(join(drafts, '~$通知1.docx'), 'lock');
  return drafts;
}

test('a folder is handed in as a whole, paused, cut off by a restart, and resumed without registering anything twice', async ({
  app,
}, info) => {
  test.setTimeout(120_000 + FILES * 2_000);
  const { page } = app;
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-batch-'));
  try {
    const drafts = draftsIn(folder);
    await setUpOffice(app);
    await logIn(app, 'drafter');
    await page.getByLabel('选文件夹送审').setInputFiles(drafts);
    const submit = new SubmitPage(page);
    await expect(submit.list.getByRole('listitem')).toHaveCount(FILES);
    await submit.start();
    const batch = page.getByRole('region', { name: '批量送审' });
    await expect(batch.getByText(/登记 [1-9]/)).toBeVisible();
    await batch.getByRole('button', { name: '暂停' }).click();
    await expect(batch.getByRole('button', { name: '继续' })).toBeVisible();
    await expect(page.getByRole('button', { name: '停止' })).toBeHidden();
    const done = Number(/登记 (\d+)/.exec((await batch.textContent()) ?? '')?.[1]);
    expect(done).toBeLessThan(FILES);
    await picture(app, info, 'batch');
    if (info.project.name === 'web')
      expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

    await page.reload();
    await new ShellPage(page).go('送审');
    await expect(page.getByText(`上次送审的 ${FILES} 个文件办了 ${done} 个`)).toBeVisible();
    await page.getByLabel('选文件夹送审').setInputFiles(drafts);
    await expect(submit.list.getByRole('listitem')).toHaveCount(FILES - done);
    await submit.start();
    await expect(batch.getByText(`登记 ${FILES - done}　拒收 0　重复 0　未能读取 0`)).toBeVisible({
      timeout: 60_000 + FILES * 1_000,
    });
    await expect(batch.getByText(`上次已办 ${done}`)).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('通知');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
