import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../../../host/rule-files.ts';
import type { ListInForce, OfficeList } from '../../../../review/model/index.ts';
import { exampleDraft, type PassedOver, type ScanOptions } from '../../../../rules/index.ts';
import { listedWorks } from '../../../bench/texts.ts';

const inForce = (list: OfficeList, version: number): ListInForce => ({
  list,
  version,
  digest: `${list.kind}-${version}`,
  since: '2026-09-01',
});

const WORKS = inForce(
  {
    kind: 'works',
    rows: [
      { row: 12, name: '青杉里二期', aliases: ['青杉里车库'], address: '云溪市临湖区檀溪路66号', note: '' },
      { row: 13, name: '青杉里二期北区', aliases: [], address: '', note: '' },
    ],
  },
  3,
);
const NEGATIVE = inForce(
  {
    kind: 'negative',
    rows: [
      {
        row: 2,
        category: '值勤保障',
        content: '年度值勤排班',
        keywords: ['值勤排班'],
        basis: '《云溪市人防值勤办法》第五条',
        reason: '暴露值勤规律',
        level: 'block',
        from: '',
      },
      {
        row: 3,
        category: '值勤保障',
        content: '夜间值勤',
        keywords: ['值勤排班', '夜间值勤安排'],
        basis: '《云溪市人防值勤办法》第六条',
        reason: '',
        level: 'notice',
        from: '',
      },
      {
        row: 4,
        category: '装备',
        content: '装备轮换',
        keywords: ['装备轮换计划'],
        basis: 'LOCAL-7',
        reason: '',
        level: 'review',
        from: '2026-10-01',
      },
    ],
  },
  1,
);
const CONTACTS = inForce(
  {
    kind: 'contacts',
    rows: [
      { row: 2, unit: '便民窗口', contact: '139 0000 0011', note: '', until: '' },
      { row: 3, unit: '临时专线', contact: '13900000022', note: '', until: '2026-09-30' },
      { row: 4, unit: '意见信箱', contact: 'Qingshan@163.com', note: '', until: '' },
    ],
  },
  2,
);

const plain = readRuleSet();
const { engine } = plain.withLists([WORKS, NEGATIVE, CONTACTS]);

/** rule, level, text and the evidence that names a list, of the findings of some rules or categories. */
function found(
  text: string,
  wanted: (finding: { readonly rule: string; readonly category: string }) => boolean,
  options: ScanOptions = {},
) {
  return engine
    .scan(exampleDraft(text), options)
    .findings.filter(wanted)
    .map((finding) => ({
      text: finding.text,
      level: finding.level,
      lists: finding.evidence.map(({ label }) => label).filter((label) => /第\d+版/.test(label)),
    }));
}
const OF_WORKS = ['project-location', 'protection-level', 'project-scale'];
const ofWorks = (finding: { readonly category: string }) => OF_WORKS.includes(finding.category);
const unlisted = (text: string) =>
  plain.engine
    .scan(exampleDraft(text))
    .findings.filter((finding) => ofWorks(finding))
    .map(({ text: span, level }) => ({ text: span, level }));

describe('a work of the list', () => {
  test('in the sentence makes a guess one that must be dealt with, and says which row', () => {
    expect(unlisted('青杉里二期的抗力等级为核6级。').filter(({ level }) => level === 'block')).toEqual([]);
    expect(found('青杉里二期的抗力等级为核6级。', ofWorks)).toEqual([
      { text: expect.stringContaining('核6级'), level: 'block', lists: ['同一句有本单位的工程：工程名录 第3版 第12行'] },
    ]);
  });

  test('is known by its alias, and by the longest name that stands there', () => {
    const rows = (text: string) => found(text, ofWorks).flatMap(({ lists }) => lists);
    expect([rows('青 杉 里 车 库核6级。'), rows('青杉里二期北区核6级。'), rows('碧梧园核6级。')]).toEqual([
      ['同一句有本单位的工程：工程名录 第3版 第12行'],
      ['同一句有本单位的工程：工程名录 第3版 第13行'],
      [],
    ]);
  });

  test('in the title, the heading or the paragraph makes it surer too', () => {
    const lists = (text: string) => found(text, ofWorks).flatMap(({ lists: all }) => all);
    expect([
      lists('青杉里二期竣工情况\n该人防工程抗力等级为核6级。'),
      lists('青杉里二期已竣工。该人防工程抗力等级为核6级。'),
    ]).toEqual([['文件标题有本单位的工程：工程名录 第3版 第12行'], ['同一段有本单位的工程：工程名录 第3版 第12行']]);
  });

  test('brings out sizes and grades of its row in a table that names no shelter at all', () => {
    const table = '项目\t建筑面积\t等级\n青杉里二期\t3200平方米\t核6级\n碧梧园\t4100平方米\t核6级';
    const levels = found(table, ofWorks).filter(({ level }) => level === 'block');
    expect(levels.map(({ text }) => text)).toEqual(['3200平方米', '核6级']);
  });

  test('makes the draft one about a work: places and sizes in everyday words are read', () => {
    const text = '青杉里二期巡查\n人防设备完好。\n7号楼北侧坡道口门扇下垂。\n能进八百人的那处积水。';
    expect([unlisted(text), found(text, ofWorks).map(({ text: span, level }) => [span, level])]).toEqual([
      [],
      [
        ['7号楼北侧坡道口', 'block'],
        ['八百人', 'block'],
      ],
    ]);
  });

  test('its address is a finding wherever it stands, in every shorter form, and no other number is', () => {
    const places = (text: string) => found(text, ({ category }) => category === 'project-location').map(({ text: span }) => span);
    expect([
      places('便民服务站设于檀溪路66号，周末开放。'),
      places('联系地址：云溪市临湖区檀溪路６６号。'),
      places('檀溪路661号、檀溪路6号办理。'),
    ]).toEqual([['檀溪路66号'], ['云溪市临湖区檀溪路６６号'], []]);
  });

  test('named alone is no finding', () => {
    expect(found('青杉里二期业主大会顺利召开。', () => true)).toEqual([]);
  });
});

describe('the negative list', () => {
  const negative = ({ rule }: { readonly rule: string }) => rule === 'office-negative';
  test('gives its own basis, reason and level, and names row and version; the strictest row of a word speaks', () => {
    const [finding] = engine.scan(exampleDraft('附件为值勤排班。'), { on: '2026-09-15' }).findings.filter(negative);
    expect(finding).toMatchObject({
      text: '值勤排班',
      level: 'block',
      reason: '可能涉及本单位负面清单事项“值勤保障”：年度值勤排班（理由：暴露值勤规律），请核对。',
      basis: ['《云溪市人防值勤办法》第五条', 'TL-14'],
      evidence: [{ label: '负面清单 第1版 第2行，关键词“值勤排班”' }, { label: '又见负面清单 第1版 第3行' }],
    });
  });

  test('a row that is not yet in force on the day of the check finds nothing, and says so', () => {
    const notes: PassedOver[] = [];
    const text = '印发装备轮换计划。';
    expect([
      found(text, negative, { on: '2026-09-30', explain: (note) => void notes.push(note) }),
      found(text, negative, { on: '2026-10-01' }).map(({ text: span }) => span),
      notes.filter((note) => negative(note)).map(({ why }) => why),
    ]).toEqual([[], ['装备轮换计划'], ['负面清单 第1版 第4行自 2026-10-01 起执行，尚未生效']]);
  });
});

describe('published contacts', () => {
  const contact = ({ category }: { readonly category: string }) => category === 'personal-contact';
  const numbers = (text: string, on = '2026-09-15') => found(text, contact, { on }).map(({ text: span }) => span);

  test('silence exactly their own number, however it is written, and nothing beside it', () => {
    expect([
      numbers('信访人手机：１３９－００００－００１１。'),
      numbers('信访人手机：13900000011，另一手机13900000033。'),
      numbers('本人邮箱qingshan@163.com，备用qingshan2@163.com。'),
    ]).toEqual([[], ['13900000033'], ['qingshan2@163.com']]);
  });

  test('are named in the explanation', () => {
    const notes: PassedOver[] = [];
    engine.scan(exampleDraft('信访人手机：13900000011。'), { on: '2026-09-15', explain: (note) => void notes.push(note) });
    expect(notes.filter(({ rule }) => rule === 'mobile-phone').map(({ text, why }) => `${text} ${why}`)).toContain(
      '13900000011 清单已有：公开联系方式 第2版 第2行“便民窗口”',
    );
  });

  test('count no longer when they have expired, and the finding says it', () => {
    const at = (on: string) => found('信访人手机：13900000022。', contact, { on });
    expect([at('2026-09-30'), at('2026-10-01')]).toEqual([
      [],
      [{ text: '13900000022', level: 'block', lists: ['公开联系方式 第2版 第3行的有效期至 2026-09-30，已过期'] }],
    ]);
  });
});

describe('the identity of the rules', () => {
  test('names every list with version and digest, and changes with any of them', () => {
    const identities = [plain, plain.withLists([WORKS]), plain.withLists([{ ...WORKS, version: 4, digest: 'works-4' }])].map(
      (rules) => rules.engine.identity,
    );
    expect(new Set(identities.map(({ digest }) => digest)).size).toBe(3);
    expect(identities[1]?.packs.filter((pack) => pack.startsWith('office-'))).toEqual(['office-works@3:works-3']);
  });
});

describe('long lists', () => {
  test('of ten thousand works change nothing in a draft that names none, and find the one that is named', () => {
    const long = plain.withLists([inForce({ kind: 'works', rows: listedWorks(10_000) }, 1)]).engine;
    const draft = exampleDraft('人防工程维护管理工作会议召开，各处室汇报进展，下一步抓好整改落实。\n'.repeat(600));
    expect(long.scan(draft).findings).toEqual(plain.engine.scan(draft).findings);
    const { findings } = long.scan(exampleDraft(`${listedWorks(10_000).at(-1)?.name}核6级。`));
    const evidence = findings.flatMap((finding) => finding.evidence.map(({ label }) => label));
    expect(evidence).toContain('同一句有本单位的工程：工程名录 第1版 第10001行');
  });
});

test('what a list silenced is carried along with its place and the row that did it', () => {
  const { known, findings } = engine.scan(exampleDraft('联系电话13900000011，备用13900000022。'), { on: '2026-11-21' });
  expect([known?.map(({ text, why }) => [text, why]), findings.map(({ text }) => text)]).toEqual([
    [['13900000011', '清单已有：公开联系方式 第2版 第2行“便民窗口”']],
    ['13900000022'],
  ]);
  expect(engine.scan(exampleDraft('没有号码。')).known).toBeUndefined();
});
