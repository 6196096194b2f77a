import { describe, expect, it } from 'vitest';
import { madeCard, madeId, madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

const wide = (text: string) => text.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const cut = (text: string, lengths: readonly number[], by: string) => {
  const parts: string[] = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(text.slice(at, at + length));
    at += length;
  }
  return [...parts, text.slice(at)].join(by);
};
const chinese = (digits: string) => [...digits].map((each) => '零一二三四五六七八九'[Number(each)]).join('');

/** Ways people write or break the same value; `lengths` is where they usually cut it. */
function writings(value: string, lengths: readonly number[]): readonly (readonly [string, string])[] {
  return [
    ['plain', value],
    ['full width', wide(value)],
    ['blanks', cut(value, lengths, ' ')],
    ['full-width blanks', cut(value, lengths, '\u3000')],
    ['no-break blanks', cut(value, lengths, '\u00a0')],
    ['dashes', cut(value, lengths, '-')],
    ['zero-width', cut(value, lengths, '\u200b')],
    ['soft hyphens', cut(value, lengths, '\u00ad')],
    ['byte order mark', cut(value, lengths, '\ufeff')],
    ['full width and blanks', wide(cut(value, lengths, ' '))],
    ['every digit apart', [...value].join(' ')],
  ];
}

const id = madeId('510681', '18990228', '215');
const card = madeCard('622848000000067890');
const labels = ['：', ':', ' ', '为', '（', '号码：'];

describe('the same value in any writing', () => {
  it.each(writings(id, [6, 8]))('identity number: %s', (_, written) => {
    for (const label of labels) expect(counted(`公民身份证${label}${written}`)).toEqual([`personal-id:${written}`]);
  });
  it.each(writings(madeMobile, [3, 4]))('mobile number: %s', (_, written) => {
    for (const label of labels) expect(counted(`手机${label}${written}`)).toEqual([`personal-contact:${written}`]);
  });
  it.each(writings(card, [4, 4, 4, 4]))('card number: %s', (_, written) => {
    for (const label of labels) expect(counted(`工资卡${label}${written}`)).toEqual([`personal-finance:${written}`]);
  });
  it('spelled in Chinese digits', () => {
    expect(counted(`手机：${chinese(madeMobile)}`)).toEqual([`personal-contact:${chinese(madeMobile)}`]);
    expect(counted(`身份证号：${chinese(madeId('510681', '18990228', '211'))}`)).toHaveLength(1);
  });
  it('with letters in the place of digits, beside a label', () => {
    expect(counted('电话：l59OOOO1234')).toEqual(['personal-contact:l59OOOO1234']);
  });
  it('in traditional characters', () => {
    expect(counted(`身份證號碼：${id}，聯繫電話：${madeMobile}，現住中山區禾祥巷89號3棟1703室`)).toEqual([
      `personal-id:${id}`,
      `personal-contact:${madeMobile}`,
      'personal-address:中山區禾祥巷89號3棟1703室',
    ]);
  });
});
