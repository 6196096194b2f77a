import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { ShellPage, SubmitPage } from './pages/index.ts';
import type { App } from './support/app.ts';
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

/** As when somebody opens a file with the program while it runs. */
async function openWith(app: App, path: string): Promise<void> {
  if (app.electron)
    await app.electron.evaluate((electron, file) => electron.app.emit('second-instance', {}, [], '', { files: [file] }), path);
  else await app.call('incoming.give', { paths: [path] });
}

/** Watches a folder; in the browser there is no dialog to choose it in. */
async function watchFolder(app: App, folder: string): Promise<void> {
  if (!app.electron) {
    await app.call('incoming.setFolder', { folder });
    return;
  }
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [chosen] })) as typeof dialog.showOpenDialog;
  }, folder);
  await app.page.getByRole('button', { name: '监视一个文件夹' }).click();
}

test('a folder is handed in as a whole, paused, cut off by a restart, and resumed without registering anything twice', async ({
  app,
}, info) => {
  test.setTimeout(120_000 + FILES * 5_000);
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
    // A lock stops the folder between two files and loses none; the same person's PIN lets it go on.
    await expect(batch.getByText(/登记 [1-9]/)).toBeVisible();
    await page.getByRole('button', { name: '锁定' }).click();
    await logIn(app, 'drafter');
    await new ShellPage(page).go('送审');
    // Looking for a role among five hundred rows lays them all out: asked without a pause, it takes the window's time from the work itself.
    await expect
      .poll(() => batch.textContent(), { intervals: [1_000, 5_000], timeout: 60_000 + FILES * 4_000 })
      .toContain(`登记 ${FILES - done}　拒收 0　重复 0　未能读取 0`);
    await expect(batch.getByText(`上次已办 ${done}`)).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('通知');

    // A file that the system hands over stands ready, with what was filled in for it before the window was closed.
    const given = join(folder, '试鸣公告.txt');
    writeFileSync(given, '关于警报试鸣的公告\n各单位：\n请周知。\n');
    await page.getByRole('button', { name: '清空已完成' }).click();
    await openWith(app, given);
    await submit.documentNumber.fill('云防办〔2026〕7号');
    await expect.poll(async () => (await app.call('stash.read', { place: 'submit-cards' })).ok).toBe(true);
    await expect
      .poll(async () => JSON.stringify(await app.call('stash.read', { place: 'submit-cards' })).includes('云防办'))
      .toBe(true);
    await page.reload();
    await openWith(app, given);
    await expect(submit.documentNumber).toHaveValue('云防办〔2026〕7号');
    await submit.start();
    await expect(page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
    await expect.poll(() => app.call('stash.read', { place: 'submit-cards' })).toMatchObject({ ok: true, data: { text: '{}' } });

    // What is new in a watched folder is proposed, never handed in by itself.
    await new ShellPage(page).go('送审');
    await watchFolder(app, drafts);
    const watched = page.getByRole('region', { name: '监视文件夹' });
    await expect(watched).toContainText('没有新文件');
    for (const name of ['新通知甲.txt', '新通知乙.txt']) {
      writeFileSync(join(drafts, name), '关于停水的通知\n');
      utimesSync(join(drafts, name), 1_790_000_000, 1_790_000_000);
    }
    await expect(watched).toContainText('新文件 2 个，由您决定是否送审');
    await picture(app, info, 'watched-folder');
    await watched.getByRole('button', { name: '不送审 新通知乙.txt' }).click();
    await watched.getByRole('button', { name: '送审 新通知甲.txt', exact: true }).click();
    await expect(submit.item('新通知甲.txt')).toContainText('待登记');
    await expect(watched).toContainText('没有新文件');
    await watched.getByRole('button', { name: '停止监视' }).click();
    await expect(watched).toBeHidden();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
