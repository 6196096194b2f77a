const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g;

/**
 * Text or attribute value with its references put in: the five of XML itself and characters by number. Undefined when it holds
 * any other, or a number XML 1.0 allows no character for.
 */
export function withReferences(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  let bad = false;
  const text = raw.replaceAll(REFERENCE, (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    bad ||= !isCharacter(code);
    return bad ? '' : String.fromCodePoint(code);
  });
  // What is no reference above may not stand there as `&`; a reference may give one.
  return bad || raw.replaceAll(REFERENCE, '').includes('&') ? undefined : text;
}

/** Char of XML 1.0. */
const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
