const LABELS: ReadonlyMap<number, string> = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [65001, 'utf-8'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [874, 'windows-874'],
]);

/**
 * Decoder of a Windows code page. Western European and unknown ones are taken for Chinese: that is what programs of Chinese
 * offices write in truth, and ASCII is the same in all of them.
 */
export function decoderFor(codePage: number): TextDecoder {
  const known = LABELS.get(codePage);
  if (known) return new TextDecoder(known);
  return new TextDecoder(codePage >= 1250 && codePage <= 1258 && codePage !== 1252 ? `windows-${codePage}` : 'gb18030');
}
