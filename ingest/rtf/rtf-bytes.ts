/** True when the bytes end in the first half of a two-byte character. */
export function isHalf(bytes: readonly number[], encoding: string): boolean {
  if (bytes.length === 0 || !/^(gb18030|big5|shift_jis|euc-kr)$/.test(encoding)) return false;
  let half = false;
  for (const byte of bytes) half = half ? false : byte >= 0x81;
  return half;
}

/** True for the encodings that text decoders know and rich text names. */
export function isKnownEncoding(label: string): boolean {
  return /^(gb18030|big5|shift_jis|euc-kr|utf-8|windows-125[0-8]|windows-874)$/.test(label);
}

/** Bytes of a picture or an object, written in hexadecimal with anything between. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replaceAll(/[^0-9a-fA-F]/g, '');
  return Uint8Array.from({ length: digits.length >> 1 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
}
