const NAMES: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  red: 'FF0000',
  blue: '0000FF',
  green: '008000',
  lime: '00FF00',
  yellow: 'FFFF00',
  gray: '808080',
  grey: '808080',
  silver: 'C0C0C0',
  navy: '000080',
  maroon: '800000',
  purple: '800080',
  teal: '008080',
  olive: '808000',
  orange: 'FFA500',
  snow: 'FFFAFA',
  ivory: 'FFFFF0',
  whitesmoke: 'F5F5F5',
  windowtext: '000000',
  window: 'FFFFFF',
};

/** A CSS colour as RRGGBB; `clear` when nothing of it is painted, empty when nobody can say. */
export function cssColor(value: string): string {
  const text = value.trim().toLowerCase();
  if (text === 'transparent') return 'clear';
  if (/^#?[\da-f]{6}$/.test(text)) return text.replace('#', '').toUpperCase();
  if (/^#[\da-f]{3}$/.test(text))
    return [...text.slice(1)]
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase();
  // White and black are all that hues without lightness between can say here.
  const lightness = /^hsla?\([^,)]{1,20}[,\s]+[^,)]{1,20}[,\s]+(0|100)(?:\.0+)?%/.exec(text)?.[1];
  if (lightness !== undefined) return lightness === '0' ? '000000' : 'FFFFFF';
  const parts = /^rgba?\(([^)]{1,60})\)$/.exec(text)?.[1]?.split(/[\s,/]+/);
  if (!parts) return Object.hasOwn(NAMES, text) ? (NAMES[text] ?? '') : '';
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) < 0.05) return 'clear';
  const hex = parts.slice(0, 3).map((part) => {
    const number = part.endsWith('%') ? (Number.parseFloat(part) * 255) / 100 : Number.parseFloat(part);
    return Math.max(0, Math.min(255, Math.round(number) || 0))
      .toString(16)
      .padStart(2, '0');
  });
  return hex.length === 3 ? hex.join('').toUpperCase() : '';
}
