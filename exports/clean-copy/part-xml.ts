/** Text of an XML part and whether its bytes were UTF-8; undefined when the bytes do not fit the encoding they name. */
export function decodePart(bytes: Uint8Array): { readonly xml: string; readonly utf8: boolean } | undefined {
  const encoding = encodingOf(bytes);
  const utf8 = encoding === 'utf-8';
  try {
    // A byte order mark of UTF-8 stays, so that untouched bytes stay the same bytes.
    const xml = new TextDecoder(encoding, { fatal: true, ignoreBOM: utf8 }).decode(bytes);
    return { xml, utf8 };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[^<]{0,3}<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? '';
  if (/^(gb2312|gbk|gb18030|cp936)$/.test(declared)) return 'gb18030';
  return declared === 'big5' ? 'big5' : 'utf-8';
}

/** Bytes of a part in UTF-8; the declaration is put right where the part came in another encoding. */
export function encodePart(xml: string, utf8: boolean): Uint8Array {
  const said = utf8 ? xml : xml.replace(/^(\ufeff?<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']*/, '$1UTF-8');
  return new TextEncoder().encode(said);
}

/** True when the bytes open like XML, in any of the encodings above. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 80)).replaceAll('\0', '');
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!A-Za-z]/.test(head);
}
