import { describe, expect, it } from 'vitest';
import { isMobile } from '../../../../rules/recognisers/personal/mobile-segments.ts';
import {
  checkResidentId,
  isCreditCode,
  isDate,
  isOldResidentId,
  isPermanentResidentId,
  isUnionPayCard,
  passesLuhn,
} from '../../../../rules/recognisers/personal/number-checks.ts';

describe('arithmetic of numbers', () => {
  it('knows resident numbers by province, date and check character', () => {
    expect(['11010519491231002X', '440524188001010014', '34052419800101001X'].map(checkResidentId)).toEqual([
      'valid',
      'valid',
      'valid',
    ]);
    expect(checkResidentId('110101190001010000')).toBe('misprint');
    expect(['201803121430250001', '113402005562336194', '34010418911332123X', '3401041891061512'].map(checkResidentId)).toEqual([
      'none',
      'none',
      'none',
      'none',
    ]);
  });
  it('finds every single wrong digit and every swap of neighbours', () => {
    const right = '11010519491231002X';
    for (let at = 0; at < 17; at++) {
      for (const digit of '0123456789') {
        if (digit === right[at]) continue;
        expect(checkResidentId(right.slice(0, at) + digit + right.slice(at + 1))).not.toBe('valid');
      }
    }
    for (let at = 0; at < 16; at++) {
      const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      if (swapped !== right) expect(checkResidentId(swapped)).not.toBe('valid');
    }
  });
  it('tells credit codes, old numbers, permanent residents, cards and dates apart', () => {
    expect([isCreditCode('91350100M000100Y43'), isCreditCode('91350100M000100Y44')]).toEqual([true, false]);
    expect([isOldResidentId('340524800101001'), isOldResidentId('490154203237518')]).toEqual([true, false]);
    expect(isPermanentResidentId('913701121935010114')).toBe(false);
    expect([isUnionPayCard('6200000000000005'), isUnionPayCard('6222000000000000'), passesLuhn('4111111111111111')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isDate(2000, 2, 29), isDate(1900, 2, 29), isDate(1849, 1, 1)]).toEqual([true, false, false]);
  });
  it('knows the open mobile segments', () => {
    expect(['13800000000', '19200000000', '15412345678', '14400000000', '1380000000'].map(isMobile)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
