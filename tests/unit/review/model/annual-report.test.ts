import { describe, expect, test } from 'vitest';
import { ANNUAL_CELLS, type AnnualCells, annualFaults, REQUEST_ROWS } from '../../../../review/model/index.ts';

const zeros: AnnualCells = Object.fromEntries([...ANNUAL_CELLS.keys()].map((cell) => [cell, 0]));
/** Three people asked, two were carried over, four got an answer, one is left. */
const GOOD: AnnualCells = {
  ...zeros,
  'request.received.natural': 3,
  'request.received.sum': 3,
  'request.carried.natural': 1,
  'request.carried.business': 1,
  'request.carried.sum': 2,
  'request.granted.natural': 3,
  'request.granted.sum': 3,
  'request.withheld-internal.business': 1,
  'request.withheld-internal.sum': 1,
  'request.total.natural': 3,
  'request.total.business': 1,
  'request.total.sum': 4,
  'request.left.natural': 1,
  'request.left.sum': 1,
  'dispute.review.upheld': 1,
  'dispute.review.sum': 1,
  'active.fee.amount': 12.5,
};
const wrong = (change: AnnualCells, before?: AnnualCells) =>
  annualFaults({ ...GOOD, ...change }, before).map(({ cell, kind, message }) => `${cell} ${kind} ${message}`);

describe('the arithmetic of the annual report', () => {
  test('a report of zeros and one that adds up have no fault; an empty one names every cell', () => {
    expect([annualFaults(zeros), annualFaults(GOOD)]).toEqual([[], []]);
    const empty = annualFaults({});
    expect([empty.length, new Set(empty.map(({ kind }) => kind))]).toEqual([ANNUAL_CELLS.size, new Set(['empty'])]);
    expect(empty[0]?.message).toBe('表二 规章 本年制发件数没有填。没有的填0。');
  });

  test('a wrong sum of a row is named by its cell', () => {
    expect(wrong({ 'request.granted.sum': 4 })).toEqual([
      'request.granted.sum wrong 表三 （一）予以公开 总计填的是4，本行各列之和是3，不相等。',
      'request.total.sum wrong 表三 （七）总计 总计填的是4，各项办理结果之和是5，不相等。',
    ]);
    expect(wrong({ 'dispute.review.sum': 0 })).toEqual([
      'dispute.review.sum wrong 表四 行政复议 总计填的是0，本行各列之和是1，不相等。',
    ]);
  });

  test('new and carried over must be settled and left, in every column', () => {
    expect(wrong({ 'request.left.natural': 0, 'request.left.sum': 0 })).toEqual([
      'request.left.natural wrong 表三 自然人：新收3+上年结转1=4，办理总计3+结转下年0=3，不相等。',
      'request.left.sum wrong 表三 总计：新收3+上年结转2=5，办理总计4+结转下年0=4，不相等。',
    ]);
  });

  test('what was carried over must be what last year left', () => {
    expect(wrong({}, { 'request.left.natural': 1, 'request.left.business': 2 })).toEqual([
      'request.carried.business wrong 表三 二、上年结转政府信息公开申请数量 商业企业填的是1，上年年报的“结转下年度继续办理”是2，不相等。',
    ]);
  });

  test('counts are whole numbers, fees need not be', () => {
    expect([wrong({ 'active.licence.decisions': 1.5 }), wrong({ 'active.fee.amount': 0.05 })]).toEqual([
      ['active.licence.decisions wrong 表二 行政许可 本年处理决定数量应是不小于0的整数。'],
      [],
    ]);
  });

  test('rows stand in the order and under the headings of the national table', () => {
    expect(
      REQUEST_ROWS.map(({ group, name }) => (group ? `${group} / ${name}` : name)).filter((_name, at) =>
        [0, 1, 2, 3, 4, 11, 12, 15, 20, 22, 23, 24].includes(at),
      ),
    ).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）不予公开 / 1.属于国家秘密',
      '（三）不予公开 / 8.属于行政查询事项',
      '（四）无法提供 / 1.本机关不掌握相关政府信息',
      '（五）不予处理 / 1.信访举报投诉类申请',
      '（六）其他处理 / 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '（六）其他处理 / 3.其他',
      '（七）总计',
      '四、结转下年度继续办理',
    ]);
  });
});
