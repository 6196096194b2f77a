import type { PieceKind } from '../../review/model/index.ts';

/** Text of a workbook stream that no cell holds. */
export interface BiffText {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly text: string;
  readonly label: string;
}

const HEADER = 0x14;
const FOOTER = 0x15;
const TEXT_OBJECT = 0x1b6;
const CONTINUE = 0x3c;
const VALIDATION = 0x1be;
const LOCK = 0x2f;

/** Walks the records of a BIFF8 stream (MS-XLS 2.1.4) for printed headers, texts of objects and prompts of validations. */
export function biffTexts(stream: Uint8Array): BiffText[] {
  const found: BiffText[] = [];
  let object = 0;
  for (const { type, data } of recordsOf(stream)) {
    if (type === HEADER || type === FOOTER) {
      const text = printed(shortString(data, 0).text);
      const header = type === HEADER;
      found.push({ kind: header ? 'header' : 'footer', visible: true, text, label: header ? '打印页眉' : '打印页脚' });
    } else if (type === TEXT_OBJECT && data.length >= 12) object = data[10] === undefined ? 0 : data[10] + (data[11] ?? 0) * 256;
    else if (type === CONTINUE && object > 0) {
      found.push({
        kind: 'text-box',
        visible: true,
        text: characters(data.subarray(1), object, (data[0] ?? 0) & 1),
        label: '文本框',
      });
      object = 0;
    } else if (type === VALIDATION) found.push(...promptsOf(data));
  }
  return found
    .map((one) => ({ ...one, text: one.text.trim() }))
    .filter(
      ({ text, label }, index, all) =>
        text !== '' && all.findIndex((other) => other.text === text && other.label === label) === index,
    );
}

/** True when the workbook asks for a password before anything can be read. */
export function isLockedBiff(stream: Uint8Array): boolean {
  let count = 0;
  for (const { type, data } of recordsOf(stream)) {
    count += 1;
    if (type === LOCK && data.some((byte) => byte !== 0)) return true;
    if (count > 40) return false;
  }
  return false;
}

/** True when no record runs over the end of the stream: the library loops for half a minute over some that do. */
export function isWholeBiff(stream: Uint8Array): boolean {
  let last = -1;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
    const length = (stream[at + 2] ?? 0) | ((stream[at + 3] ?? 0) << 8);
    // What hangs behind the last sheet is padding.
    if (at + 4 + length > stream.length) return last === END;
    last = type;
    at += 4 + length;
  }
  return true;
}
const END = 0x0a;

function* recordsOf(stream: Uint8Array): Generator<{ readonly type: number; readonly data: Uint8Array }> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    yield { type: view.getUint16(at, true), data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** Titles and texts of the prompt and of the error message, four strings behind a word of flags. */
function promptsOf(data: Uint8Array): BiffText[] {
  const texts: BiffText[] = [];
  let at = 4;
  for (let index = 0; index < 4 && at < data.length; index += 1) {
    const { text, next } = shortString(data, at);
    if (text !== '\0') texts.push({ kind: 'custom-data', visible: false, text, label: '数据有效性提示' });
    at = next;
  }
  return texts;
}

function shortString(data: Uint8Array, at: number): { readonly text: string; readonly next: number } {
  if (at + 3 > data.length) return { text: '', next: data.length };
  const count = (data[at] ?? 0) + (data[at + 1] ?? 0) * 256;
  const wide = (data[at + 2] ?? 0) & 1;
  return { text: characters(data.subarray(at + 3), count, wide), next: at + 3 + count * (wide + 1) };
}

const characters = (data: Uint8Array, count: number, wide: number): string =>
  new TextDecoder(wide === 1 ? 'utf-16le' : 'windows-1252').decode(data.subarray(0, count * (wide + 1)));

/** &C, &L and &R open the three fields; other codes are fonts, sizes and page numbers. */
const printed = (text: string): string => text.replaceAll(/&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z&])/gi, ' ').trim();
