import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeskHandle } from '../../../host/desk.ts';
import { openKeyRing } from '../../../host/keyring.ts';
import { sealPackFile } from '../../../review/chain/pack-file.ts';
import type { PackPreview } from '../../../review/contract.ts';
import type { OwnRule, PackContent } from '../../../review/model/index.ts';
import { writePackContent } from '../../../rules/authoring/index.ts';
import { importText, must, openOffice, setUp, signIn } from './office.ts';
import { EXAMPLES, near, ownPack } from './own-pack.ts';
import { ownRule } from './own-rule-form.ts';
import { temporaryFolder } from './temporary.ts';

async function office(folder = temporaryFolder(), isNew = true): Promise<{ desk: DeskHandle; folder: string }> {
  const desk = await openOffice(folder);
  onTestFinished(async () => void (await desk.close()));
  if (isNew) await setUp(desk);
  return { desk, folder };
}
async function save(desk: DeskHandle, rule: OwnRule, after: string) {
  const pin = await signIn(desk, 'reviewer');
  return desk.call('rules.save', { change: { save: rule }, after, pin });
}
const codeOf = async (answer: Promise<{ ok: boolean; error?: { code: string } }>): Promise<string> =>
  (await answer).error?.code ?? 'ok';
async function findingsOf(desk: DeskHandle, name: string, text: string): Promise<readonly string[]> {
  await signIn(desk, 'drafter');
  const done = await importText(desk, name, text);
  if (done.outcome !== 'imported') return [done.outcome];
  const view = await must(desk.call('case.open', { case: done.case }));
  return view.findings.map((finding) => `${finding.rule} ${finding.text}`);
}
const shown = ({ version, before, difference, whyNot }: PackPreview) => ({
  version,
  before,
  added: difference.added.map(({ id }) => id),
  removed: difference.removed.map(({ id }) => id),
  changed: difference.changed.map(({ id, parts }) => `${id} ${parts.join('、')}`),
  whyNot,
});

describe('a rule of the office', () => {
  test('is in force from its saving on, becomes part of the rule set, and is there after a restart', async () => {
    const { desk, folder } = await office();
    const before = (await must(desk.call('app.status', {}))).ruleSet;
    expect(await findingsOf(desk, '一.txt', '关于青杉七号检修的通知')).toEqual([]);
    const saved = await must(save(desk, ownRule(), ''));
    expect(saved.rules.map(({ id, form }) => ({ id, form }))).toEqual([{ id: 'own-1', form: ownRule({ id: 'own-1' }) }]);
    expect(await findingsOf(desk, '二.txt', '关于青杉七号检修的通知。')).toEqual(['own-1 青杉七号']);
    const { ruleSet } = await must(desk.call('app.status', {}));
    expect([ruleSet.digest === before.digest, ruleSet.packs.filter((name) => name.startsWith('own@1:')).length]).toEqual([
      false,
      1,
    ]);
    const verified = await must(desk.call('log.verify', {}));
    expect([verified.valid, verified.problems]).toEqual([true, []]);
    await desk.close();
    const again = await office(folder, false);
    expect((await must(again.desk.call('app.status', {}))).ruleSet).toEqual(ruleSet);
    expect(await findingsOf(again.desk, '三.txt', '青杉七号的检修。')).toEqual(['own-1 青杉七号']);
  });

  test('is shown with everything it says, its file included', async () => {
    const { desk } = await office();
    await must(save(desk, ownRule(), ''));
    const view = await must(desk.call('rules.view', { rule: 'own-1' }));
    expect([view.packTitle, view.match.map(({ text }) => text), view.advice, view.yaml?.includes('keywords:')]).toEqual([
      '本单位规则',
      ['出现词语 “青杉七号”。', '整个落在 “青杉七号路” 之内的，不列出。'],
      '删去代号，写工程的公开名称',
      true,
    ]);
    expect((await must(desk.call('rules.view', { rule: 'secret-mark' }))).yaml).toBeUndefined();
    expect(await codeOf(desk.call('rules.view', { rule: 'nobody' }))).toBe('rule-missing');
  });

  test('shows what a change would change before it is saved, and is saved only by who saw the version in force', async () => {
    const { desk } = await office();
    await must(save(desk, ownRule(), ''));
    const changed = ownRule({ id: 'own-1', level: 'block', keywords: ['青杉七号', '青杉九号'] });
    await signIn(desk, 'reviewer');
    expect(shown(await must(desk.call('rules.difference', { change: { save: changed } })))).toEqual({
      version: '2',
      before: '1',
      added: [],
      removed: [],
      changed: ['own-1 级别、写法'],
      whyNot: [],
    });
    expect(shown(await must(desk.call('rules.difference', { change: { remove: 'own-1' } }))).removed).toEqual(['own-1']);
    expect(await codeOf(save(desk, changed, ''))).toBe('pack-moved');
    expect(await codeOf(save(desk, ownRule({ id: 'own-1' }), '1'))).toBe('pack-same');
    const saved = await must(save(desk, changed, '1'));
    expect([saved.version, saved.rules[0]?.since, saved.rules[0]?.level]).toEqual(['2', '1', 'block']);
  });

  test('can be taken out; its number is not used again', async () => {
    const { desk } = await office();
    await must(save(desk, ownRule(), ''));
    await must(
      save(
        desk,
        ownRule({
          title: '另一条',
          keywords: ['檀溪三号'],
          hit: ownRule().hit.map((text) => text.replaceAll('青杉七号', '檀溪三号')),
        }),
        '1',
      ),
    );
    const pin = await signIn(desk, 'reviewer');
    const left = await must(desk.call('rules.save', { change: { remove: 'own-2' }, after: '2', pin }));
    expect(left.rules.map(({ id }) => id)).toEqual(['own-1']);
    expect((await must(save(desk, ownRule({ keywords: ['青杉七号'], title: '第三条' }), '3'))).rules.map(({ id }) => id)).toEqual(
      ['own-1', 'own-4'],
    );
  });

  test('is not saved while anything is wrong with it, and says at which field', async () => {
    const { desk } = await office();
    const wrong = ownRule({ keywords: ['号'], basis: ['XX-1'], miss: ['只有一条'] });
    expect(await codeOf(save(desk, wrong, ''))).toBe('rule-faults');
    const trial = await must(desk.call('rules.try', { text: '', rule: wrong }));
    expect(trial.faults).toEqual([
      { field: 'keywords', message: '单个字会到处命中，每个词语至少两个字' },
      { field: 'basis', message: '依据表中没有代码 XX-1' },
      { field: 'miss', message: '不应找到的例句现有 1 条，至少要 4 条' },
    ]);
    const lying = ownRule({ miss: [...ownRule().miss.slice(1), '又见青杉七号。'] });
    expect(await codeOf(save(desk, lying, ''))).toBe('rule-faults');
    expect((await must(desk.call('rules.try', { text: '', rule: lying }))).examples).toEqual([
      { kind: 'miss', index: 3, message: '不应找到“青杉七号”' },
    ]);
    expect((await must(desk.call('rules.own', {}))).version).toBe('');
  });

  test('looks into columns of a table, and asks for a work beside what it finds', async () => {
    const { desk } = await office();
    await signIn(desk, 'drafter');
    const rule = ownRule({
      how: 'column',
      keywords: [],
      header: ['代号'],
      cell: '[A-Z]-\\d{2}',
      work: 'notice',
      workScope: 'row',
      hit: ['名称|代号||青杉里小区人防工程|⟦Q-12⟧'],
      miss: ['名称|代号||青杉里小区人防工程|无'],
    });
    const text = '名称\t代号\n青杉里小区人防工程\tQ-12\n无\tQ-13';
    const trial = await must(desk.call('rules.try', { text, rule }));
    expect(trial.findings.map(({ text, level }) => [text, level])).toEqual([
      ['Q-12', 'review'],
      ['Q-13', 'notice'],
    ]);
  });

  test('is tried on a sample with places and reasons, and nothing of it is kept', async () => {
    const { desk } = await office();
    await signIn(desk, 'drafter');
    const trial = await must(desk.call('rules.try', { text: '序\n青杉七号与青杉七号路', rule: ownRule() }));
    expect([
      trial.findings.map(({ start, end, text }) => [start, end, text]),
      trial.passedOver.map(({ start, text }) => [start, text]),
    ]).toEqual([[[2, 6, '青杉七号']], [[7, '青杉七号']]]);
    const all = await must(desk.call('rules.try', { text: '联系人手机13812345678。' }));
    expect(all.findings.map(({ rule }) => rule).length).toBeGreaterThan(0);
    expect((await must(desk.call('rules.own', {}))).rules).toEqual([]);
  });

  test('that takes too long is named as a part for a person, and the rest of the check goes on', async () => {
    const { desk } = await office();
    const slow = ownRule({
      title: '写得太宽的规则',
      how: 'pattern',
      keywords: [],
      allow: [],
      pattern: '甲(?:(?:a{1,30}){1,30}b)?',
      anchors: ['甲'],
      hit: ['⟦甲⟧一', '⟦甲⟧二', '⟦甲⟧三', '⟦甲⟧四'],
      miss: ['一', '二', '三', '四'],
    });
    await must(save(desk, slow, ''));
    await signIn(desk, 'drafter');
    const text = `联系人王小满手机13812345678。\n${`${'甲'.repeat(190)}${'a'.repeat(190)}！\n`.repeat(2500)}`;
    const done = await importText(desk, '长.txt', text);
    const view = await must(desk.call('case.open', { case: done.outcome === 'imported' ? done.case : '' }));
    expect(view.draft.unread).toEqual([
      {
        code: 'rule-stopped',
        part: '规则 own-1',
        message: '规则“写得太宽的规则”用时过长，已停用本次检查，请对照该规则人工查看。',
      },
    ]);
    expect(view.findings.some((finding) => finding.text.includes('13812345678'))).toBe(true);
    expect(view.findings.some((finding) => finding.rule === 'own-1')).toBe(false);
    // Once the rule is mended, a new check has nothing left for a person to confirm.
    const mended = { ...slow, id: 'own-1', pattern: '甲乙', hit: slow.hit.map((_, at) => `⟦甲乙⟧${at}`) };
    await must(save(desk, mended, '1'));
    await signIn(desk, 'drafter');
    expect((await must(desk.call('case.rescan', { job: 'j-2', case: view.row.id }))).draft.unread).toEqual([]);
  });
});

describe('a pack in force whose content is gone', () => {
  test('makes the desk read only: without it checks would miss in silence', async () => {
    const { desk, folder } = await office();
    await must(save(desk, ownRule(), ''));
    await desk.close();
    const file = readdirSync(join(folder, 'store')).find((name) => name.endsWith('.db') || name.endsWith('.sqlite'));
    const db = new Database(join(folder, 'store', file ?? ''));
    // Whoever goes past the program goes past its triggers too.
    const triggers = db
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      .all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.prepare("DELETE FROM blob WHERE case_id = '-'").run();
    for (const { sql } of triggers) db.exec(sql);
    db.close();
    const again = await office(folder, false);
    expect((await must(again.desk.call('app.status', {}))).readOnly).toBe(
      '规则包 own 第1版的内容缺失或损坏。没有它检查会漏，现在只能查看，不能办理。请联系系统管理员从备份恢复。',
    );
    expect(await codeOf(save(again.desk, ownRule(), ''))).toBe('store-read-only');
  });
});

/** The key of the reviewer, as somebody would use it who signs packs by hand. */
async function signerOfReviewer(desk: DeskHandle, folder: string) {
  const person = (await must(desk.call('people.list', {}))).find(({ role }) => role === 'reviewer');
  const [keys, device] = ['keys', 'device'].map((name) => join(folder, 'store', name));
  const ring = await must(openKeyRing({ folder: keys ?? '', deviceFolder: device ?? '', mayCreate: true }));
  return must(ring.unlock(person?.key ?? '', 'review-4963'));
}

describe('a rule pack as a file', () => {
  const packed = async (desk: DeskHandle): Promise<{ name: string; base64: string }> => {
    const pin = await signIn(desk, 'reviewer');
    return must(desk.call('rules.pack', { pin }));
  };
  const changedText = (file: { name: string; base64: string }, change: (line: string) => string) => ({
    name: file.name,
    base64: Buffer.from(change(Buffer.from(file.base64, 'base64').toString('utf8'))).toString('base64'),
  });

  test('is taken with its version only when that rises, after its difference was shown', async () => {
    const { desk } = await office();
    await must(save(desk, ownRule(), ''));
    const first = await packed(desk);
    expect(first.name).toBe('本单位规则-第1版.xspack');
    expect(shown(await must(desk.call('rules.difference', { change: { file: first } }))).whyNot).toEqual([
      '规则包 own 现行第1版，文件是第1版：版本只升不降',
    ]);
    await must(save(desk, ownRule({ id: 'own-1', level: 'block' }), '1'));
    const pin = await signIn(desk, 'reviewer');
    expect(await codeOf(desk.call('rules.install', { file: first, after: '2', pin }))).toBe('pack-refused');
  });

  test('travels to another workstation of the office and finds the same there', async () => {
    // The second workstation has the same roster and keys, as after the office was copied by backup.
    const { desk, folder } = await office();
    const copy = temporaryFolder();
    await desk.close();
    cpSync(folder, copy, { recursive: true });
    const here = await office(folder, false);
    const there = await office(copy, false);
    await must(save(here.desk, ownRule(), ''));
    const file = await packed(here.desk);
    const pin = await signIn(there.desk, 'reviewer');
    const preview = await must(there.desk.call('rules.difference', { change: { file } }));
    expect([shown(preview), preview.signedBy]).toEqual([
      { version: '1', before: '', added: ['own-1'], removed: [], changed: [], whyNot: [] },
      '郑审查',
    ]);
    const view = await must(there.desk.call('rules.install', { file, after: '', pin }));
    expect(view.packs.map(({ name, version, rules, origin }) => ({ name, version, rules, origin }))).toEqual([
      { name: 'own', version: '1', rules: 1, origin: 'file' },
    ]);
    const sets = await Promise.all([here.desk, there.desk].map(async (one) => (await must(one.call('app.status', {}))).ruleSet));
    expect(sets[0]).toEqual(sets[1]);
    expect(await findingsOf(there.desk, '一.txt', '青杉七号检修。')).toEqual(['own-1 青杉七号']);
  });

  test('from hand is looked through rule by rule before it may come into force', async () => {
    const { desk, folder } = await office();
    await must(save(desk, ownRule(), ''));
    const file = await packed(desk);
    const reviewer = await signerOfReviewer(desk, folder);
    const seal = (content: PackContent) => ({
      name: file.name,
      base64: Buffer.from(sealPackFile(reviewer, writePackContent(content))).toString('base64'),
    });
    const why = async (content: PackContent) =>
      shown(await must(desk.call('rules.difference', { change: { file: seal(content) } }))).whyNot;
    const keyword = `match: { keywords: ["代号甲"] }\n${EXAMPLES}`;
    expect([
      await why(ownPack({ 'city-1': keyword }, '1', 'city')),
      await why(ownPack({ 'secret-mark': keyword }, '1', 'city')),
      await why(ownPack({ 'city-1': `${keyword}refuses: true\n` }, '1', 'city')),
      await why(ownPack({ 'city-1': keyword.replace('"代号乙。"', '"代号甲！"') }, '1', 'city')),
      await why(ownPack({ 'city-1': near('甲(?=乙)') }, '1', 'city')),
      await why(ownPack({ 'city-1': keyword }, '1', 'works')),
      await why(ownPack({ 'own-1': keyword }, '1', 'city')),
      await why({ ...ownPack({ 'city-1': keyword }, '1', 'city'), version: '2' }),
    ]).toEqual([
      [],
      ['secret-mark：与随程序提供的规则编号相同'],
      ['city-1：只有随程序提供的密级标志规则可以拒收文件'],
      ['city-1：反例第1条：不应找到“代号甲”'],
      ['city-1：表达式写法有误，无法编译'],
      ['“works”是随程序提供的规则包的名称，不能另装同名的包'],
      ['规则 own-1 与已安装的另一个规则包重复'],
      ['pack.yaml 中的名称或版本与规则包不一致'],
    ]);
  });

  test('is refused when it was changed, is signed by strangers, or is no pack at all', async () => {
    const { desk } = await office();
    await must(save(desk, ownRule(), ''));
    const file = await packed(desk);
    const other = await office();
    await must(save(other.desk, ownRule(), ''));
    const foreign = await packed(other.desk);
    await signIn(desk, 'reviewer');
    const why = (one: typeof file) => codeOf(desk.call('rules.difference', { change: { file: one } }));
    const flip = (line: string) =>
      line.replace(/"payload":"(.{40})(.)/, (_all, before, at) => `"payload":"${before}${at === 'A' ? 'B' : 'A'}`);
    expect([
      await why(changedText(file, flip)),
      await why(foreign),
      await why(changedText(file, (line) => `${line}\n`)),
      await why(changedText(file, () => '{}\n')),
      await why({ name: 'a.xspack', base64: '' }),
    ]).toEqual(['pack-signature', 'pack-unsigned', 'pack-format', 'pack-format', 'pack-format']);
  });
});
