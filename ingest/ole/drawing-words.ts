import { shapeProperties } from './shape-properties.ts';

/** Words of a drawing that no text of the document holds. */
export interface DrawingWord {
  readonly kind: 'alt-text' | 'text-box';
  readonly label: string;
  readonly text: string;
}

/** Properties with words (MS-ODRAW 2.3): text of WordArt, name, description, tip. */
const WORDS: ReadonlyMap<number, readonly [DrawingWord['kind'], string]> = new Map([
  [0x00c0, ['text-box', '艺术字']],
  [0x0380, ['alt-text', '图形名称']],
  [0x0381, ['alt-text', '图形替代文字']],
  [0x038d, ['alt-text', '图形提示']],
]);
const MOST = 5000;

/** Names, descriptions and WordArt of the drawings in a stream of an old Office file, each once. */
export function drawingWords(stream: Uint8Array): DrawingWord[] {
  const found: DrawingWord[] = [];
  for (const { data, count } of shapeProperties(stream)) {
    if (found.length >= MOST) break;
    found.push(...wordsOf(data, count));
  }
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

function wordsOf(data: Uint8Array, count: number): DrawingWord[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found: DrawingWord[] = [];
  let place = count * 6;
  for (let index = 0; index < count; index += 1) {
    const id = view.getUint16(index * 6, true);
    if ((id & 0x8000) === 0) continue;
    const length = view.getUint32(index * 6 + 2, true);
    const words = WORDS.get(id & 0x3fff);
    const text = new TextDecoder('utf-16le').decode(data.subarray(place, place + length)).replace(/\0[\s\S]*$/, '');
    place += length;
    // Programs number the shapes they make; only other names were given by a person.
    if (words && text.trim() !== '' && /[^\x00-\x7f]/.test(text) && !(words[1] === '图形名称' && /^\D{1,12}\d{1,4}$/.test(text)))
      found.push({ kind: words[0], label: words[1], text });
  }
  return found;
}
