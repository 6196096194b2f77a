const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';

/** One automatic number in the given w:numFmt; unknown formats count in decimal, bullets give a dot. */
export function numberLabel(value: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'bullet') return '•';
  if (/^(chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand)$/.test(format)) {
    return chinese(value, DIGITS, '十', '百', '千');
  }
  if (/^(chineseLegalSimplified|ideographLegalTraditional|japaneseLegal)$/.test(format))
    return chinese(value, LEGAL, '拾', '佰', '仟');
  if (/^(ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital)$/.test(format)) {
    return [...String(value)].map((digit) => DIGITS.charAt(Number(digit))).join('');
  }
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'.charAt((value - 1) % 10);
  if (format === 'ideographZodiac') return '子丑寅卯辰巳午未申酉戌亥'.charAt((value - 1) % 12);
  if (/^decimalEnclosedCircle/.test(format))
    return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : `(${value})`;
  if (format === 'decimalEnclosedParen') return `(${value})`;
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'decimalFullWidth')
    return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));
    return format === 'upperLetter' ? letter : letter.toLowerCase();
  }
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  return String(value);
}

function chinese(value: number, digits: string, ten: string, hundred: string, thousand: string): string {
  if (value <= 0 || value > 9999) return value === 0 ? digits.charAt(0) : String(value);
  const units = [thousand, hundred, ten, ''];
  let text = '';
  let zero = false;
  [...String(value).padStart(4, '0')].forEach((character, index) => {
    const digit = Number(character);
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + digits.charAt(digit) + (units[index] ?? '');
      zero = false;
    }
  });
  return text.startsWith('一十') ? text.slice(1) : text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value > 0 && value < 4000 ? value : 0;
  let text = rest === 0 ? String(value) : '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}
