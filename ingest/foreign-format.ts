import { holdsText, startsWith } from './format.ts';

/** A format that is known by its content and cannot be read yet. */
export interface ForeignFormat {
  readonly code: string;
  /** Chinese name for the message. */
  readonly title: string;
  /** What to do instead; a whole sentence. */
  readonly advice: string;
}

const SAVE_AS = '请用原来的软件打开，另存为 docx 或 txt 后再导入。';
const UNPACK = '请先解压，把里面的文件逐个导入。';

/** `[code, title, advice, signature, offset]`; ASCII signatures at fixed places. */
const SIGNATURES: readonly (readonly [string, string, string, string, number])[] = [
  ['format-archive', 'RAR 压缩包', UNPACK, 'Rar!\x1a\x07', 0],
  ['format-archive', '7z 压缩包', UNPACK, '7z\xbc\xaf\x27\x1c', 0],
  ['format-archive', 'gzip 压缩包', UNPACK, '\x1f\x8b', 0],
  ['format-archive', '空的 ZIP 压缩包', UNPACK, 'PK\x05\x06', 0],
  ['format-program', '可执行程序', '请确认选对了文件。', 'MZ', 0],
  ['format-program', '可执行程序', '请确认选对了文件。', '\x7fELF', 0],
];

/** UTF-16LE stream names of OLE compound files, most telling first. */
const OLE_STREAMS: readonly (readonly [string, string, string, string])[] = [
  ['file-encrypted', '设有打开密码的文档', '请在原来的软件里取消打开密码，另存后再导入。', 'EncryptedPackage'],
  ['format-works', 'Microsoft Works 文档', SAVE_AS, 'MatOST'],
];

/** Names a file that is clearly of another format; undefined when it may be plain text. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(bytes);
  const known = SIGNATURES.find(([, , , signature, offset]) => startsWith(bytes, signature, offset));
  if (known && !isTextAfterAll(known[3], bytes)) return { code: known[0], title: known[1], advice: known[2] };
  return undefined;
}

/** BM and MZ may open an ordinary English line; the binary headers always hold zeros near the start. */
function isTextAfterAll(signature: string, bytes: Uint8Array): boolean {
  return signature.length === 2 && signature !== '\x1f\x8b' && !bytes.subarray(0, 64).includes(0);
}

function oleFormat(bytes: Uint8Array): ForeignFormat {
  const found = OLE_STREAMS.find(([, , , stream]) => holdsText(bytes, [...stream].join('\0')));
  if (found) return { code: found[0], title: found[1], advice: found[2] };
  return { code: 'format-ole', title: '旧版 Office 复合文档', advice: SAVE_AS };
}
