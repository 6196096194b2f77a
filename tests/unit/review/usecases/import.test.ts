import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { base64, importInput, nextJob, PIN, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

/** Every byte under a folder, as Latin-1 text to search in. */
function everyByte(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}
const MARKED = '机密★10年\n指挥所位于青石岭三号洞。';

describe('a draft that bears a classification mark', () => {
  test('is refused: one event with the rule, nothing else anywhere', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const outcome = await bench.call('case.import', importInput(MARKED, '青石岭方案.txt'));
    expect(outcome).toMatchObject({ outcome: 'marked', rule: 'T-MARK', message: expect.stringContaining('已拒收') });
    expect(bench.store.events().map(({ type, caseId }) => [type, caseId])).toEqual([['draft.refuse', '-']]);
    expect(JSON.parse(new TextDecoder().decode(bench.store.events()[0]?.body)).data).toEqual({ rule: 'T-MARK' });
    expect(await bench.call('case.list', {})).toEqual([]);
    bench.store.tidy();
    const bytes = everyByte(bench.folder);
    for (const secret of ['青石岭', '指挥所', '机密★', '三号洞']) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(secret, encoding).toString('latin1'))).toBe(false);
      }
    }
    // The control: what is in clear in the store can be found this way.
    expect(bytes.includes('T-MARK')).toBe(true);
  });

  test('is refused as a later version too, and the case stays as it was', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('drafter');
    const before = await bench.view(caseId);
    const file = { name: '二稿.txt', base64: base64(MARKED) };
    expect(await bench.call('case.addVersion', { job: nextJob(), case: caseId, file })).toMatchObject({ outcome: 'marked' });
    expect(await bench.view(caseId)).toEqual(before);
  });
});

describe('importing', () => {
  test('numbers the cases of a year one after another', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    for (const text of ['甲', '乙', '丙']) await bench.import(text);
    bench.clock.pass(60 * 24 * 60);
    await bench.as('drafter');
    await bench.import('丁');
    expect((await bench.call('case.list', {})).map((row) => row.number)).toEqual([
      'XS-2026-001',
      'XS-2026-002',
      'XS-2026-003',
      'XS-2027-001',
    ]);
  });

  test('tells a file that is already there, unless its case was withdrawn', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const caseId = await bench.import(SAMPLE);
    expect(await bench.call('case.import', importInput(SAMPLE, '另名.txt'))).toMatchObject({
      outcome: 'duplicate',
      case: caseId,
      number: 'XS-2026-001',
    });
    await bench.call('case.withdraw', { case: caseId, reason: '重复', pin: PIN });
    expect(await bench.call('case.import', importInput(SAMPLE))).toMatchObject({ outcome: 'imported' });
    expect((await bench.call('case.list', {})).map(({ number, state }) => [number, state])).toEqual([
      ['XS-2026-001', 'withdrawn'],
      ['XS-2026-002', 'scanned'],
    ]);
  });

  test('two jobs with the same file register it once', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const outcomes = await Promise.all([1, 2].map(() => bench.call('case.import', importInput(SAMPLE))));
    expect(outcomes.map((one) => one.outcome).sort()).toEqual(['duplicate', 'imported']);
  });

  test('leaves nothing when the file cannot be read, the input is wrong, or it is cancelled', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const input = importInput(SAMPLE);
    const codes = [
      await bench.code('case.import', importInput('x', 'broken.txt')),
      await bench.code('case.import', { ...input, file: { name: 'a.txt', base64: '!!!' } }),
      await bench.code('case.import', { ...input, createdOn: '2026-02-30' }),
      await bench.code('case.import', { ...input, createdOn: '2026-11-22' }),
      await bench.code('case.import', { ...input, channels: [] }),
    ];
    const cancelled = bench.desk.call('case.import', input);
    await bench.call('job.cancel', { job: input.job });
    codes.push((await cancelled).ok ? 'ok' : 'cancelled');
    expect(codes).toEqual(['unreadable', 'file-damaged', 'date-invalid', 'date-invalid', 'bad-input', 'cancelled']);
    expect(bench.store.events()).toEqual([]);
  });

  test('shows its progress under its job', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const seen: string[] = [];
    const stop = bench.desk.onProgress(({ job, phase }) => seen.push(`${job} ${phase}`));
    const input = importInput(SAMPLE);
    await bench.call('case.import', input);
    stop();
    await bench.import('另一件');
    expect(seen).toEqual([`${input.job} 正在读取`, `${input.job} 正在检查`]);
  });

  test('an unforeseen fault is reported by its class, never with its words', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const answer = await bench.desk.call('case.import', importInput('x', 'bug.txt'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify([answer, bench.reports])).not.toContain('机密内容');
    expect(bench.reports).toEqual(['case.import RangeError']);
  });
});
