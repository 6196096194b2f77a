import { expect, test } from 'vitest';
import { crypto } from '../../../host/crypto.ts';
import { verifyLog } from '../../../review/chain/verify.ts';
import { browserVerify } from '../../../verifier/strict-crypto.ts';
import { verifyFile } from '../../../verifier/verify-file.ts';
import { CaseBuilder } from '../review/support/case-builder.ts';
import { logFixtures, markOf, sealedText } from '../review/support/log-fixtures.ts';
import { oracle } from './naive-oracle.ts';

const pauses = { pause: () => Promise.resolve() };
const fixtures = logFixtures();

test('T18: page (own and browser’s algorithms), command line and a naive oracle give the same verdicts', async () => {
  const later = await browserVerify();
  expect(later).toBeDefined();
  const seen = { whole: 0, broken: 0, standing: 0, false: 0 };
  for (const { name, text } of fixtures) {
    const report = verifyLog(text, crypto);
    expect({ name, report: await verifyFile(text, {}, later, pauses) }).toEqual({ name, report });
    expect({ name, report: await verifyFile(text, {}, undefined, pauses) }).toEqual({ name, report });
    const told = oracle(text);
    const falseReleases = report.problems.filter(({ message }) => message.includes('放行不成立')).map(({ seq }) => seq);
    const structure = report.problems.filter(({ message }) => !/放行不成立|时钟标记|没有这个角色/.test(message));
    // The oracle knows nothing of clocks and roles; of everything else it must think the same.
    expect({ name, whole: told.whole }).toEqual({ name, whole: structure.length === 0 });
    const doubted = told.releases.filter(({ four }) => !four).map(({ seq }) => seq);
    expect({ name, unseen: doubted.filter((seq) => !falseReleases.includes(seq)) }).toEqual({ name, unseen: [] });
    seen[told.whole ? 'whole' : 'broken']++;
    for (const { seq } of told.releases) seen[falseReleases.includes(seq) ? 'false' : 'standing']++;
  }
  expect(seen.whole).toBeGreaterThan(40);
  expect(seen.broken).toBeGreaterThanOrEqual(12);
  expect(seen.standing).toBeGreaterThan(5);
  expect(seen.false).toBeGreaterThanOrEqual(2);
}, 120_000);

test('codes from paper say up to where a log is vouched for; a code of another history is told', () => {
  const builder = new CaseBuilder().ready();
  const printed = markOf(builder).mark.code;
  const text = sealedText(builder.signAll());
  const answer = verifyLog(text, crypto, { codes: [printed.toLowerCase().replaceAll('-', ' ')] });
  expect([answer.valid, answer.anchored, answer.unanchored]).toEqual([true, 5, 4]);
  expect(answer.lines).toContain('已锚定至第5条，未锚定4条');
  const other = new CaseBuilder();
  other.create({ createdOn: '2026-11-17' });
  const foreign = verifyLog(text, crypto, { codes: [markOf(other).mark.code, `${printed.slice(0, -1)}~`] });
  expect([foreign.valid, foreign.problems.map(({ message }) => message.slice(0, 4))]).toEqual([false, ['链上编码', '链上编码']]);
});

test('the fingerprint from paper must be the one of the log', () => {
  const text = sealedText(new CaseBuilder().ready());
  const { root } = verifyLog(text, crypto);
  const typed = verifyLog(text, crypto, { root: root.toUpperCase().replace(/(.{4})/g, '$1 ') });
  expect([typed.valid, typed.lines.includes('单位根密钥指纹与纸上的一致')]).toEqual([true, true]);
  expect(verifyLog(text, crypto, { root: 'ab'.repeat(16) }).valid).toBe(false);
});
