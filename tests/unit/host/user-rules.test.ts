import { describe, expect, onTestFinished, test } from 'vitest';
import { createUserRules, type UserRules, type UserRulesOptions } from '../../../host/user-rules.ts';
import { exampleDraft } from '../../../rules/index.ts';
import { must } from './office.ts';
import { EXAMPLES, loadedPack, near } from './own-pack.ts';

const KEYWORD = `match: { keywords: ["代号甲"] }\n${EXAMPLES}`;

function rulesOf(rules: Readonly<Record<string, string>>, more: Partial<UserRulesOptions> = {}): UserRules {
  const made = createUserRules({ basis: ['TL-14'], titleOf: (id) => `规则${id}`, ...more });
  made.use([loadedPack(rules)]);
  onTestFinished(() => made.close());
  return made;
}
const ON = '2026-11-21';
/** Long enough that a rule with work at every place takes a while: lines of 380 letters with an anchor. */
const long = (lines: number): string => `${'甲'.repeat(190)}${'a'.repeat(190)}！\n`.repeat(lines);

describe('the rules of an office', () => {
  test('find in a worker what the engine would find here, with place and grounds', async () => {
    const scan = await must(rulesOf({ 'own-1': KEYWORD }).scan(exampleDraft('序言\n工程又叫代号甲，请核对。'), ON));
    expect(scan.findings.map(({ rule, piece, start, end, text, basis }) => ({ rule, piece, start, end, text, basis }))).toEqual([
      { rule: 'own-1', piece: 1, start: 4, end: 7, text: '代号甲', basis: ['TL-14'] },
    ]);
    expect(scan.stopped).toEqual([]);
  });

  test('are replaced for the next draft, in the same worker', async () => {
    const rules = rulesOf({ 'own-1': KEYWORD });
    expect((await must(rules.scan(exampleDraft('代号甲与代号丙'), ON))).findings.map(({ text }) => text)).toEqual(['代号甲']);
    rules.use([loadedPack({ 'own-1': KEYWORD.replaceAll('代号甲', '代号丙') })]);
    expect((await must(rules.scan(exampleDraft('代号甲与代号丙'), ON))).findings.map(({ text }) => text)).toEqual(['代号丙']);
  });

  test('say why a place was passed over when asked', async () => {
    const rules = rulesOf({ 'own-1': `${KEYWORD}allow: ["代号甲骨文"]\n` });
    const scan = await must(rules.scan(exampleDraft('展出代号甲骨文。'), ON, { explain: true }));
    expect([scan.findings, scan.passedOver.map(({ rule, text }) => `${rule} ${text}`)]).toEqual([[], ['own-1 代号甲']]);
  });

  test('run their examples', async () => {
    const rules = rulesOf({ 'own-1': KEYWORD.replace('"代号乙。"', '"代号甲！"') });
    const examples = await must(rules.examples('own-1'));
    expect(examples.filter(({ ok }) => !ok).map(({ kind, index, message }) => [kind, index, message])).toEqual([
      ['miss', 0, '不应找到“代号甲”'],
    ]);
  });

  test('are named when they cannot be used, and the others run', async () => {
    const rules = rulesOf({ 'own-1': KEYWORD, 'own-2': near('甲(?=乙)') });
    expect(await must(rules.problems())).toEqual([{ file: 'own/own-2.yaml', message: '表达式写法有误，无法编译' }]);
    expect((await must(rules.scan(exampleDraft('代号甲'), ON))).findings.length).toBe(1);
  });

  test('know word edges as the program does, and the dictionary is not on their time', async () => {
    const rules = rulesOf({ 'own-1': `${KEYWORD}boundary: word\n` }, { limitMs: 700 });
    const scan = await must(rules.scan(exampleDraft('工程又叫代号甲，请核对。'), ON));
    expect([scan.findings.length, scan.stopped]).toEqual([1, []]);
  });
});

describe('evil patterns', () => {
  // Each of these takes exponential or polynomial time on a backtracking engine.
  test.each(['(a+)+$', '([a-zA-Z]+)*$', '(a|aa)+$', '(a|a?)+$', '(.*a){11}$', '(x+x+)+y', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    'end by themselves in linear time: %s',
    async (pattern) => {
      const rules = rulesOf({ 'own-1': near(`(?P<value>甲)(?:${pattern})?`) });
      await must(rules.problems());
      const scan = await must(rules.scan(exampleDraft(`甲${'a'.repeat(390)}！\n`.repeat(20)), ON));
      // Nothing stopped: each was done within the two seconds that a rule has.
      expect([scan.stopped, scan.findings.length]).toEqual([[], 20]);
    },
  );

  test('a pattern that does not compile in time or size is refused, not run', async () => {
    const rules = rulesOf({ 'own-1': near('((a{1,1000}){1,1000}){1,1000}') });
    expect(await must(rules.problems())).toEqual([{ file: 'own/own-1.yaml', message: '表达式写法有误，无法编译' }]);
  });

  test('a rule over its time is ended and named, and the rest goes on', async () => {
    const slow = near('(?P<value>甲)(?:(?:a{1,30}){1,30}b)?');
    const rules = rulesOf({ 'own-1': KEYWORD, 'own-2': slow, 'own-3': KEYWORD.replaceAll('代号甲', '代号丙') }, { limitMs: 300 });
    const scan = await must(rules.scan(exampleDraft(`${long(400)}代号甲与代号丙`), ON));
    expect([scan.stopped, scan.findings.map(({ rule }) => rule)]).toEqual([
      [{ rule: 'own-2', title: '规则own-2', message: '规则“规则own-2”用时过长，已停用本次检查，请对照该规则人工查看。' }],
      ['own-1', 'own-3'],
    ]);
    // The next draft begins with all rules again.
    expect((await must(rules.scan(exampleDraft('甲乙'), ON))).findings.map(({ rule }) => rule)).toEqual(['own-2']);
  });

  // Without it the rule would go on for its twenty seconds, longer than this test may take.
  test('cancelling ends the worker at once', { timeout: 15_000 }, async () => {
    const rules = rulesOf({ 'own-1': near('(?P<value>甲)(?:(?:a{1,30}){1,30}b)?') }, { limitMs: 20_000 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 800);
    const scan = await rules.scan(exampleDraft(long(2000)), ON, { signal: stop.signal });
    expect(scan.ok ? 'ok' : scan.error.code).toBe('cancelled');
  });
});
