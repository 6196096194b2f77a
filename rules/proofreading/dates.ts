import type { ProofCheck, Slip } from './check.ts';
import { slipsAt } from './check.ts';

/** Days of a month; February has 29 where the year is not told. */
const daysIn = (month: number, year = 2000): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const exists = (month: number, day: number, year?: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);

const noSuchDay = (words: string) => ({ reason: `没有“${words}”这一天，请核对日期。`, suggestion: '' });

function writtenDates(text: string): readonly Slip[] {
  return slipsAt(text, /(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})日/gu, ([words, year, month, day]) =>
    exists(Number(month), Number(day), year === undefined ? undefined : Number(year)) ? undefined : noSuchDay(words),
  );
}

/** 2018-02-30, 2018.13.1; two points could also be a number of a section, so the year must look like one. */
function dottedDates(text: string): readonly Slip[] {
  return slipsAt(text, /(?<![\d.])((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/gu, ([words, year, , month, day]) =>
    exists(Number(month), Number(day), Number(year)) ? undefined : noSuchDay(words),
  );
}

/** 13月份, 2018年15月. */
function months(text: string): readonly Slip[] {
  return slipsAt(text, /(?<!\d)(\d{2})月(?=份|底|初|末|[上中下]旬)|(?<=年)(\d{1,2})月(?!\d{1,2}日)/gu, ([words, one, other]) => {
    const month = Number(one ?? other);
    return month >= 1 && month <= 12 ? undefined : { reason: `没有“${words}”，请核对月份。`, suggestion: '' };
  });
}

/** 20186月: the 年 was lost. */
function lostYearSign(text: string): readonly Slip[] {
  return slipsAt(text, /(?<!\d)((?:19|20)\d\d)(\d{1,2})月/gu, ([words, year, month]) =>
    Number(month) >= 1 && Number(month) <= 12
      ? { reason: `“${words}”可能漏了“年”字。`, suggestion: `${year}年${Number(month)}月` }
      : undefined,
  );
}

/** 828日 in the place of a date: the 月 was lost. A span of days (120日内, 满180日) is none. */
function lostMonthSign(text: string): readonly Slip[] {
  const pattern = /(?<![\d.年月第满达足过超逾约近共计每前后长])(\d{3,4})日(?=[，。；、（(）)上下凌晚至召举]|$)/gu;
  return slipsAt(text, pattern, ([words, digits = '']) => {
    const split = [1, 2]
      .map((at) => [Number(digits.slice(0, at)), Number(digits.slice(at))] as const)
      .find(([month, day]) => exists(month, day));
    return split ? { reason: `“${words}”可能漏了“月”字。`, suggestion: `${split[0]}月${split[1]}日` } : undefined;
  });
}

/** 208年3月, 20118年3月. */
function years(text: string): readonly Slip[] {
  return slipsAt(text, /(?<!\d)(?:\d{3}|\d{5})年(?=\d{1,2}月)/gu, ([words]) => ({
    reason: `“${words}”的年份位数不对，请核对。`,
    suggestion: '',
  }));
}

function times(text: string): readonly Slip[] {
  return slipsAt(text, /(?<!\d)(\d{1,2})时(\d{1,2})分/gu, ([words, hour, minute]) =>
    Number(hour) <= 24 && Number(minute) <= 59 ? undefined : { reason: `没有“${words}”这个时刻，请核对。`, suggestion: '' },
  );
}

export const dates: ProofCheck = {
  id: 'date',
  title: '日期和时间',
  find: (text) => [writtenDates, dottedDates, months, lostYearSign, lostMonthSign, years, times].flatMap((find) => find(text)),
};
