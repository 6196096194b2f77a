import { base64Text } from '../package/base64-text.ts';

/** One property for people: Chinese label and text. */
export interface Property {
  readonly label: string;
  readonly text: string;
}

const SUMMARY: Readonly<Record<number, string>> = {
  2: '标题',
  3: '主题',
  4: '作者',
  5: '关键词',
  6: '备注',
  7: '模板',
  8: '最后修改者',
  9: '修订次数',
  11: '打印时间',
  12: '创建时间',
  13: '修改时间',
  18: '软件',
};
const DOCUMENT: Readonly<Record<number, string>> = { 2: '类别', 14: '主管', 15: '单位', 26: '状态', 27: '语言', 28: '文档版本' };
const MOST = 2000;

/**
 * Properties of a `SummaryInformation` or `DocumentSummaryInformation` stream (MS-OLEPS): the usual ones by their Chinese names,
 * those that users or programs added by their own. What cannot be read is left out; the sweep over the stream finds its words.
 */
export function propertiesOf(stream: Uint8Array, isDocument: boolean): Property[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 48 || view.getUint16(0, true) !== 0xfffe) return [];
  const count = Math.min(2, view.getUint32(24, true));
  const found: Property[] = [];
  for (let section = 0; section < count && 28 + section * 20 + 20 <= stream.length; section += 1) {
    const at = view.getUint32(28 + section * 20 + 16, true);
    if (at + 8 <= stream.length)
      found.push(...sectionOf(view, at, isDocument ? (section === 0 ? DOCUMENT : undefined) : SUMMARY));
  }
  return found;
}

/** True when the summary holds a picture of the first page (property 17), which shows the file as it once was. */
export function hasThumbnail(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 64 || view.getUint16(0, true) !== 0xfffe) return false;
  const start = view.getUint32(44, true);
  const count = start + 8 <= stream.length ? Math.min(MOST, view.getUint32(start + 4, true)) : 0;
  for (let index = 0; index < count && start + 16 + index * 8 <= stream.length; index += 1) {
    if (view.getUint32(start + 8 + index * 8, true) === 17) return true;
  }
  return false;
}

function sectionOf(view: DataView, start: number, names: Readonly<Record<number, string>> | undefined): Property[] {
  const places: [number, number][] = [];
  const count = Math.min(MOST, view.getUint32(start + 4, true));
  for (let index = 0; index < count && start + 16 + index * 8 <= view.byteLength; index += 1) {
    places.push([view.getUint32(start + 8 + index * 8, true), start + view.getUint32(start + 12 + index * 8, true)]);
  }
  const codePageAt = places.find(([id]) => id === 1)?.[1];
  const codePage = codePageAt !== undefined && codePageAt + 6 <= view.byteLength ? view.getUint16(codePageAt + 4, true) : 936;
  const dictionary = names ? new Map<number, string>() : dictionaryOf(view, places.find(([id]) => id === 0)?.[1], codePage);
  return places.flatMap(([id, at]): Property[] => {
    const name = names ? names[id] : dictionary.get(id);
    const text = id < 2 || name === undefined ? undefined : propertyText(view, at, codePage);
    if (text === undefined || name === undefined || text.trim() === '') return [];
    const plain = base64Text(text);
    return [{ label: `${names ? '文档属性' : '自定义属性'}·${name}${plain ? '（已解码）' : ''}`, text: plain ?? text }];
  });
}

function dictionaryOf(view: DataView, at: number | undefined, codePage: number): Map<number, string> {
  const names = new Map<number, string>();
  if (at === undefined || at + 4 > view.byteLength) return names;
  const count = Math.min(MOST, view.getUint32(at, true));
  let place = at + 4;
  for (let index = 0; index < count && place + 8 <= view.byteLength; index += 1) {
    const id = view.getUint32(place, true);
    const length = view.getUint32(place + 4, true) * (codePage === 1200 ? 2 : 1);
    names.set(id, textOf(view, place + 8, length, codePage));
    place += 8 + (codePage === 1200 ? (length + 3) & ~3 : length);
  }
  return names;
}

/** VT_LPSTR, VT_LPWSTR, VT_FILETIME and whole numbers; other types hold no words. */
function propertyText(view: DataView, at: number, codePage: number): string | undefined {
  if (at + 8 > view.byteLength) return undefined;
  const type = view.getUint16(at, true);
  const length = view.getUint32(at + 4, true);
  if (type === 0x1e) return textOf(view, at + 8, length, codePage);
  if (type === 0x1f) return textOf(view, at + 8, length * 2, 1200);
  if (type === 0x40 && at + 12 <= view.byteLength) return timeOf(view.getBigUint64(at + 4, true));
  return undefined;
}

function textOf(view: DataView, at: number, length: number, codePage: number): string {
  const end = Math.min(view.byteLength, at + length);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + Math.min(at, end), Math.max(0, end - at));
  return decodeProperty(bytes, codePage).replace(/\0[\s\S]*$/, '');
}

/** Offices' programs write the code page wrong, so valid UTF-8 counts first. */
function decodeProperty(bytes: Uint8Array, codePage: number): string {
  if (codePage === 1200) return new TextDecoder('utf-16le').decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  if (codePage === 65001 || !utf8.includes('\ufffd')) return utf8;
  return new TextDecoder(codePage === 950 ? 'big5' : 'gb18030').decode(bytes);
}

/** 100-nanosecond steps since 1601 as a date with time; lengths of time and empty values give nothing. */
function timeOf(steps: bigint): string | undefined {
  const milliseconds = Number(steps / 10_000n) - 11_644_473_600_000;
  if (milliseconds < 0 || milliseconds > 4_102_444_800_000) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
