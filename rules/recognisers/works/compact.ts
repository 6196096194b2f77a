/**
 * The text of a piece without the noise that splits values in real drafts: blanks and soft breaks inside 核 6 级, CAD residue
 * such as `{\C3;甲类}` or `%%为` (drawing notes pasted into minutes), full-width forms. Grammars stay simple because they read
 * this text; every offset leads back to the scene.
 */
import type { Range, Scene, ScenePiece } from '../../model.ts';

export interface Compact {
  readonly text: string;
  /** Scene offset of each character of `text`. */
  readonly at: Int32Array;
}

const NOISE =
  /\{?\\[A-Za-z][^;\\{}\s]{0,20};|\\P|%%(?:[cdpuokCDPUOK](?![A-Za-z])|\d{3})?|[{}]|[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u3000\ufeff]+/g;

function foldCharacter(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const MAY_HOLD_NOISE = /[\s{}\\%\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Builds the compact form of any text; `base` is the scene offset of its first character. */
export function compactText(source: string, base = 0): Compact {
  const at = new Int32Array(source.length);
  let text = '';
  let length = 0;
  const take = (from: number, to: number): void => {
    text += source.slice(from, to);
    for (let index = from; index < to; index++) at[length++] = base + index;
  };
  let last = 0;
  // Most pieces hold no noise at all, and each holds a few full-width marks: neither is worth a look at every character by itself.
  if (MAY_HOLD_NOISE.test(source))
    for (const noise of source.matchAll(NOISE)) {
      take(last, noise.index);
      last = noise.index + noise[0].length;
    }
  take(last, source.length);
  return { text: text.replace(FULL_WIDTH, foldCharacter), at: at.subarray(0, length) };
}

const DASHED = /(?<=^|[;。,])([^,;。:—]{2,10})——(?=[^—])/g;
const BARS = /[|｜│┃]/g;
const LONGEST_LINE = 400;

/** A line of a form that sets label and value apart by bars or dashes (┃抗核┃6 · 用途——物资库) reads as if it had colons. */
function withLabels(compact: Compact): Compact {
  const { text } = compact;
  if (text.length > LONGEST_LINE) return compact;
  if (BARS.test(text)) {
    BARS.lastIndex = 0;
    let count = /^[|｜│┃]/.test(text) ? 1 : 0;
    return { text: text.replace(BARS, () => (count++ % 2 === 0 ? ':' : ',')), at: compact.at };
  }
  if (!text.includes('——')) return compact;
  const dashes = [...text.matchAll(DASHED)].map((match) => match.index + match[0].length - 2);
  if (dashes.length === 0) return compact;
  const dropped = new Set(dashes.map((dash) => dash + 1));
  const kept = [...text].map((_, index) => index).filter((index) => !dropped.has(index));
  const colons = new Set(dashes);
  return {
    text: kept.map((index) => (colons.has(index) ? ':' : (text[index] ?? ''))).join(''),
    at: Int32Array.from(kept, (index) => compact.at[index] ?? 0),
  };
}

const cache = new WeakMap<Scene, Map<number, Compact>>();

/** Compact form of one piece, built once per scene. */
export function compactPiece(scene: Scene, piece: ScenePiece): Compact {
  let pieces = cache.get(scene);
  if (pieces === undefined) {
    pieces = new Map();
    cache.set(scene, pieces);
  }
  let compact = pieces.get(piece.index);
  if (compact === undefined) {
    compact = compactText(scene.text.slice(piece.start, piece.end), piece.start);
    if (piece.cell === undefined) compact = withLabels(compact);
    pieces.set(piece.index, compact);
  }
  return compact;
}

/** Leads a range of compact text (end exclusive, not empty) back to the scene. */
export function toScene(compact: Compact, start: number, end: number): Range {
  return { start: compact.at[start] ?? 0, end: (compact.at[end - 1] ?? 0) + 1 };
}
