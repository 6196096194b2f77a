import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../review/contract.ts';
import type { ListKind } from '../../../../review/model/index.ts';
import { makeWorkbook } from '../../../fixtures/office-lists/make-workbook.ts';
import { PIN, signedCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const HEAD = ['工程名称', '别名', '地址', '备注'];
const works = (...names: string[]) => [HEAD, ...names.map((name) => [name, '', '', ''])];
const workbook = async (rows: readonly (readonly string[])[]) => ({
  name: '名录.xlsx',
  base64: Buffer.from(await makeWorkbook(rows)).toString('base64'),
});

async function input(
  rows: readonly (readonly string[])[],
  more: Partial<Input<'lists.import'>> = {},
): Promise<Input<'lists.import'>> {
  return { kind: 'works', file: await workbook(rows), onlyCorrect: false, after: 0, pin: PIN, ...more };
}
const imports = (bench: TestDesk) =>
  bench.store
    .events()
    .map((event) => JSON.parse(new TextDecoder().decode(event.body)) as { type: string; actor: { role: string }; data: object })
    .filter(({ type }) => type === 'list.import');
const digest = async (bench: TestDesk): Promise<string> => (await bench.call('app.status', {})).ruleSet.digest;
const versions = async (bench: TestDesk, kind: ListKind = 'works') =>
  (await bench.call('lists.view', {})).lists
    .find((list) => list.kind === kind)
    ?.versions.map(({ version, rows, role }) => [version, rows, role]);

describe('importing a list', () => {
  test('is one signed event a version with the rows beside it, and becomes part of what signatures cover', async () => {
    const bench = await testDesk();
    const before = await digest(bench);
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期', '碧梧园北区')));
    const first = await digest(bench);
    await bench.as('secadmin');
    await bench.call('lists.import', await input(works('青杉里二期'), { after: 1 }));
    expect(await versions(bench)).toEqual([
      [2, 1, '安全保密管理员'],
      [1, 2, '保密审查员'],
    ]);
    expect(new Set([before, first, await digest(bench)]).size).toBe(3);
    expect(imports(bench).map(({ actor, data }) => [actor.role, data])).toEqual([
      ['reviewer', { list: 'works', version: 1, rows: 2, content: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      ['secadmin', { list: 'works', version: 2, rows: 1, content: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ]);
    expect(
      bench.store
        .events()
        .map(({ body }) => new TextDecoder().decode(body))
        .join(),
    ).not.toContain('青杉里');
    await bench.as('auditor');
    expect(await bench.call('log.verify', {})).toMatchObject({ valid: true, problems: [] });
  });

  test('shows first what it would change, and changes nothing by showing it', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期', '碧梧园北区')));
    const file = await workbook([...works('青杉里二期'), ['甲', '', '', ''], ['丹枫苑', '丹枫；枫苑', '', '']]);
    expect(await bench.call('lists.preview', { kind: 'works', file })).toEqual({
      kind: 'works',
      rows: 3,
      good: 2,
      errors: [{ row: 3, column: '工程名称', message: '第3行“工程名称”列：每个至少要两个字，用“；”隔开' }],
      errorCount: 1,
      after: 1,
      difference: { added: 1, removed: 1, changed: 0, same: 1 },
      head: HEAD,
      sample: [
        { row: 2, cells: ['青杉里二期', '', '', ''] },
        { row: 4, cells: ['丹枫苑', '丹枫；枫苑', '', ''] },
      ],
    });
    expect(imports(bench)).toHaveLength(1);
  });

  test('takes nothing when a row is wrong, unless the person takes the right ones', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    const rows = works('青杉里二期', '甲');
    expect([
      await bench.code('lists.import', await input(rows)),
      await bench.code('lists.import', await input(works('甲'), { onlyCorrect: true })),
      imports(bench).length,
      await bench.code('lists.import', await input(rows, { onlyCorrect: true })),
      await versions(bench),
    ]).toEqual(['list-errors', 'list-empty', 0, 'ok', [[1, 1, '保密审查员']]]);
  });

  test('is refused when the list has moved on, is the same, is no workbook, or the PIN is wrong', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期')));
    const text = { name: '名录.xlsx', base64: Buffer.from('工程名称').toString('base64') };
    expect([
      await bench.code('lists.import', await input(works('碧梧园北区'))),
      await bench.code('lists.import', await input(works('青杉里二期'), { after: 1 })),
      await bench.code('lists.preview', { kind: 'works', file: text }),
      await bench.code('lists.import', await input(works('碧梧园北区'), { after: 1, pin: 'wrong-pin-1' })),
      imports(bench).length,
    ]).toEqual(['list-moved', 'list-same', 'list-unreadable', 'pin-wrong', 1]);
  });

  test('makes signatures on matters under way stale, as any change of rules does', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    expect((await bench.view(caseId)).row.state).toBe('releasable');
    await bench.call('session.close', {});
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期')));
    expect((await bench.view(caseId)).row.state).toBe('stale');
  });
});

describe('lists after a restart', () => {
  test('are in force again from the journal alone', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期')));
    const after = await digest(bench);
    const again = bench.again();
    const status = await again.call('app.status', {});
    expect(status).toMatchObject({ ok: true, data: { ruleSet: { digest: after } } });
  });

  test('whose rows are lost stop the desk: without them a check would miss what the office listed', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    await bench.call('lists.import', await input(works('青杉里二期')));
    const place = join(bench.folder, 'store');
    const name = readdirSync(place).find((file) => file.endsWith('.db') || file.endsWith('.sqlite')) ?? '';
    const db = new Database(join(place, name));
    for (const { name: trigger } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
    }[])
      db.exec(`DROP TRIGGER "${trigger}"`);
    db.prepare("DELETE FROM blob WHERE case_id = '-'").run();
    db.close();
    const status = await bench.again().call('app.status', {});
    expect(status.ok ? status.data.readOnly : '').toContain('本单位工程名录第1版的内容缺失或损坏');
  });
});

test('one more row goes through preview and import like any workbook, beside the rows that are there', async () => {
  const bench = await testDesk();
  await bench.as('reviewer');
  const cells = (unit: string, contact: string) => ({ unit, contact });
  const take = async (unit: string, contact: string, after: number) => {
    const { name, base64: bytes } = await bench.call('lists.withRow', { kind: 'contacts', cells: cells(unit, contact) });
    const file = { name, base64: bytes };
    const { difference, errorCount } = await bench.call('lists.preview', { kind: 'contacts', file });
    await bench.call('lists.import', { kind: 'contacts', file, onlyCorrect: false, after, pin: PIN });
    return { ...difference, errorCount };
  };
  expect([await take('值班室', '0551-5550101', 0), await take('窗口', '0551-5550102', 1)]).toEqual([
    { added: 1, removed: 0, changed: 0, same: 0, errorCount: 0 },
    { added: 1, removed: 0, changed: 0, same: 1, errorCount: 0 },
  ]);
  expect(await versions(bench, 'contacts')).toEqual([
    [2, 2, '保密审查员'],
    [1, 1, '保密审查员'],
  ]);
});
