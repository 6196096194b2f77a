/** Text of an XML part: byte order mark, then the declared encoding, then UTF-8. Bad bytes become U+FFFD. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[^<]{0,3}<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  const label = /^(gb2312|gbk|gb18030|gb_2312-80|cp936)$/.test(declared) ? 'gb18030' : declared === 'big5' ? 'big5' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/** True when the bytes open like an XML document. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  return /^[\ufeff\s]*<[?!\w]/.test(decodeXml(bytes.subarray(0, 400)));
}
