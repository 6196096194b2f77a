import { describe, expect, test } from 'vitest';
import { PROOF_CHECKS, proofread } from '../../../../rules/proofreading/index.ts';
import { draftFromText } from '../draft-from-text.ts';

/** check 原文 → 建议 */
const notes = (text: string) =>
  proofread(draftFromText(text)).map(
    ({ check, text: words, suggestion }) => `${check} ${words}${suggestion ? ` → ${suggestion}` : ''}`,
  );

/** Slips, by check, each with what is made of it; the texts on the right are in order. */
const CASES: Readonly<Record<string, { readonly slips: Readonly<Record<string, string>>; readonly right: readonly string[] }>> = {
  date: {
    slips: {
      '会议于2月30日召开。': '2月30日',
      '自2023年2月29日起施行。': '2023年2月29日',
      '4月31日前报送。': '4月31日',
      '2025年13月印发。': '13月',
      '13月份的工作': '13月',
      '于828日召开公用房管理政策通气会。': '828日 → 8月28日',
      对20186月印发的通知: '20186月 → 2018年6月',
      '报告日期：2024-02-30。': '2024-02-30',
      '208年3月成立。': '208年',
      '试鸣时间为10时75分。': '10时75分',
    },
    right: [
      '2024年2月29日，12月31日24时00分。',
      '自收到之日起120日内作出，满180日的除外，前365日的记录。',
      '2026-09-01，第2.13.1节，2018年12月份。',
      '共100日，长达828日。',
    ],
  },
  'document-number': {
    slips: {
      '（国办发[2013]73号）': '[2013]73号 → 〔2013〕73号',
      '（皖政办明电〔2018〕第24号）': '〔2018〕第24号 → 〔2018〕24号',
      '云人防办函〔2026〕012号': '〔2026〕012号 → 〔2026〕12号',
      '按照云人防发〔2026〕5的要求': '〔2026〕5 → 〔2026〕5号',
      '云人防发〔26〕5号': '〔26〕',
    },
    right: [
      '云人防〔2026〕5号、国办公开办函〔2021〕30号',
      '云人防发〔2026〕5、6号',
      '人防罚决字〔2024〕第3号',
      '（2019）云01民初12号',
    ],
  },
  reversal: {
    slips: {
      '在公开的同时做到失密、不泄密。': '做到失密 → 做到不失密',
      防止不泄密: '防止不泄密 → 防止泄密',
      '严禁不得擅自公开。': '严禁不得 → 严禁',
    },
    right: ['做到不失密、不泄密，防止泄密，严禁擅自公开，不得不重新审查。', '确保不发生泄密，避免不必要的重复。'],
  },
  misspelling: {
    slips: { '工作布署如下。': '布署 → 部署', 既使如此: '既使 → 即使' },
    right: ['即使用了新设备，也要部署任务。'],
  },
  doubled: {
    slips: { 单位的的工作: '的的 → 的', '认真开展开展检查。': '开展开展 → 开展' },
    right: ['为了了解目的的实现，我们研究研究，的的确确总和和平均数都对。'],
  },
  unit: { slips: { '建筑面积3200，投资1.5亿元。': '建筑面积3200' }, right: ['建筑面积3200平方米，共计12件，投资2026年到位。'] },
  pair: {
    slips: { '根据《条例规定执行。': '《', '（一）总则）。': '）' },
    right: ['1）登记；2）审查。根据《条例》（2019年修订）“公开”。', '“引文到下一段为止，'],
  },
  width: {
    slips: {
      '组织实施,督促落实。': ', → ，',
      '工程（一期)完工。': '（一期) → （一期）',
      '共１２件。': '１２ → 12',
      '请核对。。': '。。 → 。',
    },
    right: ['比例为1,200:1，网址www.example.invalid，时间：10:30……'],
  },
  remains: { slips: { '下一篇：null': 'null' }, right: ['nullable是英文。'] },
};

describe('文字关', () => {
  for (const [check, { slips, right }] of Object.entries(CASES)) {
    test(`${check}: finds the slip and what was meant`, () => {
      for (const [text, note] of Object.entries(slips)) expect([text, notes(text)]).toEqual([text, [`${check} ${note}`]]);
    });
    test(`${check}: leaves what is right`, () => {
      for (const text of right) expect([text, notes(text)]).toEqual([text, []]);
    });
  }

  test('every check has its cases here', () => {
    expect(PROOF_CHECKS.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort());
  });

  test('a lost bracket is both a number that is not whole and a bracket without partner', () => {
    expect(notes('方案的通知》的前文《某通知》（皖政办明电〔201824号）')).toEqual([
      'document-number 〔201824号 → 〔2018〕24号',
      'pair 》',
      'pair 〔',
    ]);
  });

  test('a draft of nothing but slips is told a bounded number of times, in bounded time', () => {
    const piece = '的的，'.repeat(20_000);
    const long = proofread(draftFromText(Array.from({ length: 400 }, () => '的的的的').join('\n')));
    expect([proofread(draftFromText(piece)).length <= 8, long.length]).toEqual([true, 300]);
  });
});
