/** Numbers as offices write them: 4,316.52 · 1.2万 · 三千二百一十 · 叁仟贰佰壹拾. */

/** Source of an expression for a count: no decimals, no number inside a longer one (1.6 of a heading). */
export const COUNT =
  '(?<![0-9.])(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})(?:\\.[0-9]{1,2}(?=万))?(?![0-9.])|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟万]{1,12})(?:[余多来])?[万]?(?:[余多])?';

/** Source of an expression for one number, without unit. */
export const NUMBER =
  '(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\\.[0-9]{1,4})?|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟萬万]{1,14}(?:点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{1,4})?)(?:[余多来把])?[万]?(?:[余多来])?';

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Value of a number written in any of the forms above, or undefined. `余` and `多` are passed over. */
export function parseNumber(written: string): number | undefined {
  const text = written.replace(/[,余多来约近把]/g, '');
  const [whole = '', decimals] = text.split('点');
  if (decimals !== undefined && decimals !== '') {
    const before = parseNumber(whole);
    const digits = [...decimals].map((character) => DIGITS[character] ?? '').join('');
    return before === undefined || digits.length !== decimals.length ? undefined : Number(`${before}.${digits}`);
  }
  const arabic = /^([0-9]+(?:\.[0-9]+)?)([万萬]?)$/.exec(text);
  if (arabic !== null) return Number(arabic[1]) * (arabic[2] === '' ? 1 : 10000);
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = TENS[character];
    if (character === '万' || character === '萬') {
      total = (total + section + (digit ?? 0)) * 10000;
      section = 0;
      digit = undefined;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = undefined;
    } else {
      const value = DIGITS[character];
      if (value === undefined) return undefined;
      digit = digit === undefined || digit === 0 ? value : digit * 10 + value;
    }
  }
  return text === '' ? undefined : total + section + (digit ?? 0);
}

/** The number as plain digits for fingerprints, or the text itself where it cannot be read. */
export function plainNumber(written: string): string {
  const value = parseNumber(written);
  return value === undefined ? written : String(value);
}
