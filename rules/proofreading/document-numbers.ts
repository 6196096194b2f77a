import { type ProofCheck, type Slip, slipsAt } from './check.ts';

const NUMBER = /(?<=(\p{Script=Han}))([〔[［【（(])(\d{4})([〕\]］】）)])(第?)(\d{1,5})号/gu;

/** Endings of 机关代字; decisions, reports and courts number by rules of their own (罚决字〔2024〕第3号). */
const OFFICE_CODE = /[发办函政文通电]/;

/** 〔2018〕24号: hexagon brackets, no 第, no leading zero (GB/T 9704-2012, 7.2.5). */
function form(text: string): readonly Slip[] {
  return slipsAt(text, NUMBER, ([, code = '', open, year, close, ordinal = '', number = '']) => {
    if (!OFFICE_CODE.test(code)) return undefined;
    const faults = [
      open === '〔' && close === '〕' ? '' : '年份应当用六角括号〔〕',
      ordinal === '' ? '' : '序号前不加“第”字',
      number.length > 1 && number.startsWith('0') ? '序号不编虚位（1不编为01）' : '',
    ].filter((fault) => fault !== '');
    if (faults.length === 0) return undefined;
    return { reason: `发文字号的写法：${faults.join('，')}。`, suggestion: `〔${year}〕${Number(number)}号` };
  });
}

/** 〔201824号: the closing bracket was lost. */
function lostBracket(text: string): readonly Slip[] {
  return slipsAt(text, /〔((?:19|20)\d\d)(\d{1,4})号/gu, ([words, year, number]) => ({
    reason: `“${words}”可能漏了“〕”。`,
    suggestion: `〔${year}〕${number}号`,
  }));
}

/** 〔2018〕24 with nothing after it; 〔2018〕24、25号 is a list. */
function lostSign(text: string): readonly Slip[] {
  return slipsAt(text, /〔(?:19|20)\d\d〕\d{1,5}(?!\d|号|[、和及至—-]\s?\d)/gu, ([words]) => ({
    reason: `发文字号“${words}”后面可能漏了“号”字。`,
    suggestion: `${words}号`,
  }));
}

/** 〔18〕24号, 〔20181〕: the year has four digits. */
function year(text: string): readonly Slip[] {
  return slipsAt(text, /〔(?:\d{1,3}|\d{5,6})〕/gu, ([words]) => ({
    reason: `发文字号的年份“${words}”应为四位数，请核对。`,
    suggestion: '',
  }));
}

export const documentNumbers: ProofCheck = {
  id: 'document-number',
  title: '发文字号',
  find: (text) => [form, lostBracket, lostSign, year].flatMap((find) => find(text)),
};
