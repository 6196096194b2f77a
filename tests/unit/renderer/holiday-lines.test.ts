import { expect, test } from 'vitest';
import { daysOf, holidayFile, rangesOf } from '../../../renderer/screens/rules/holidayLines.ts';

test('ranges and days are read as people write them', () => {
  expect(rangesOf('2027-01-01 至 2027-01-03\n2027年2月5日～2027年2月11日\n2027/6/9\n')).toEqual({
    off: [
      ['2027-01-01', '2027-01-03'],
      ['2027-02-05', '2027-02-11'],
      ['2027-06-09', '2027-06-09'],
    ],
  });
  expect(daysOf('2027-02-14\n2027.10.9')).toEqual({ work: ['2027-02-14', '2027-10-09'] });
});

test('the first line that is no date is named', () => {
  expect(rangesOf('2027-01-01\n元旦三天')).toEqual({ bad: '元旦三天' });
  expect(rangesOf('2027-01-01 至 2027-01-03 至 2027-01-05')).toEqual({ bad: '2027-01-01 至 2027-01-03 至 2027-01-05' });
  expect(daysOf('周六')).toEqual({ bad: '周六' });
});

test('a file is a whole table or nothing', () => {
  const table = { year: 2027, notice: '通知', off: [['2027-01-01', '2027-01-03']], work: [] };
  expect(holidayFile(JSON.stringify(table))).toEqual(table);
  for (const wrong of [
    '',
    '[]',
    'null',
    JSON.stringify({ ...table, off: [['2027-01-01']] }),
    JSON.stringify({ ...table, work: ['x'] }),
  ])
    expect(holidayFile(wrong)).toBeUndefined();
});
