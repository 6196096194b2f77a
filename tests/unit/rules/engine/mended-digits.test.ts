import { describe, expect, test } from 'vitest';
import { mendDigits } from '../../../../rules/engine/mended-digits.ts';

function mended(text: string): string {
  const codes = new Uint16Array([...text].map((unit) => unit.charCodeAt(0)));
  mendDigits(codes, 0, codes.length);
  return String.fromCharCode(...codes);
}

describe('letters that scanners read in the place of digits', () => {
  test.each([
    ['主干道长约4l0米', '主干道长约410米'],
    ['电话I38 3573 6O14', '电话138 3573 6014'],
    ['2O23年', '2023年'],
    ['l5846O21793', '15846021793'],
    ['36.5614O', '36.56140'],
    ['设计掩蔽l 200人', '设计掩蔽1 200人'],
  ])('%s reads %s', (written, read) => expect(mended(written)).toBe(read));
});

describe('letters that are letters', () => {
  test.each(['TZ-H2O18-6', '2018O5l6A', '水箱10l', 'GQ@l0O1', 'CO2', 'H2O', 'Il0', '防火门Ol', 'a1O0b', 'Oo', 'I级', 'O2浓度'])(
    '%s stays',
    (written) => expect(mended(written)).toBe(written),
  );

  test('a megabyte of nothing else is one run', () => {
    const codes = new Uint16Array(1_000_000).fill(0x4f);
    mendDigits(codes, 0, codes.length);
    expect(codes.every((code) => code === 0x4f)).toBe(true);
  });
});
