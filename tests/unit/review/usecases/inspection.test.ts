import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { openContents } from '../../../../verifier/verify-file.ts';
import { PIN, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

interface Model {
  readonly masked: boolean;
  readonly log: string;
  readonly findings: readonly Record<string, unknown>[];
  readonly contents: readonly Record<string, string>[];
}
const modelOf = ({ base64 }: { base64: string }): Model => JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
const secrets = ['13900000011', '128处', '公告', '已经公布', '同意公开'];

describe('检查包', () => {
  test('masked: rule and place of every finding, no text of draft, title, reason or opinion', async () => {
    const bench = await testDesk();
    await signedCase(bench);
    await bench.as('auditor');
    const model = modelOf(await bench.call('export.make', { kind: 'inspection' }));
    expect(model.findings).toMatchObject([
      { case: 'XS-2026-001', rule: 'T-SITES', place: '第2段', decision: '保留', by: '张某甲' },
      { case: 'XS-2026-001', rule: 'T-PHONE', place: '第3段', decision: '保留', by: '张某甲' },
    ]);
    expect([model.masked, model.contents]).toEqual([true, []]);
    const bodies = model.log
      .trim()
      .split('\n')
      .map((line) => Buffer.from(JSON.parse(line).payload, 'base64').toString('utf8'));
    const shown = [JSON.stringify(model.findings), ...bodies].join('\n');
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    expect(verifyLog(model.log, crypto).valid).toBe(true);
  });

  test('full: for two people, each with their own PIN, for a reason; every text opens its commitment', async () => {
    const bench = await testDesk();
    await signedCase(bench, SAMPLE);
    await bench.as('reviewer');
    const full = { reason: '年度保密检查', pin: PIN };
    const second = { person: bench.people.auditor, pin: PIN };
    const asked = (more: object) => bench.code('export.make', { kind: 'inspection', full: { ...full, ...more } } as never);
    const before = bench.store.head().seq;
    expect(await asked({})).toBe('second-missing');
    expect(await asked({ second: { person: bench.people.reviewer, pin: PIN } })).toBe('second-same');
    expect(await asked({ second: { person: bench.people.drafter, pin: PIN } })).toBe('second-missing');
    expect(bench.store.head().seq).toBe(before);
    expect(await asked({ second: { ...second, pin: 'wrong-0000' } })).toBe('pin-wrong');
    const model = modelOf(await bench.call('export.make', { kind: 'inspection', full: { ...full, second } }));
    const types = bench.store.since(before).map(({ type }) => type);
    expect(types).toEqual(['auth.fail', 'consent', 'export.full', 'checkpoint']);
    const text = model.contents.map((row) => `${JSON.stringify(row)}\n`).join('');
    const opened = openContents(model.log, text);
    expect([opened.wrong, opened.foreign, opened.opened]).toEqual([0, 0, model.contents.length]);
    expect(opened.texts.map((row) => row.text)).toEqual(expect.arrayContaining(['公告', '已经公布', '同意公开', '年度保密检查']));
    expect(verifyLog(model.log, crypto).valid).toBe(true);
    // One letter of a text changed: it opens nothing any more.
    const bent = text.replace(/"content":"(.)/, (_, letter: string) => `"content":"${letter === '5' ? '6' : '5'}`);
    expect(openContents(model.log, bent).wrong).toBe(1);
  });
});
