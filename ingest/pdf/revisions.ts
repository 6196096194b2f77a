import type { KnownTexts } from '../page/known-texts.ts';
import type { FoundText } from './found-text.ts';
import { ObjectGraph } from './object-graph.ts';
import { ObjectTexts } from './object-texts.ts';
import { plainTexts } from './page-reading.ts';
import { openPdf } from './pdfjs.ts';

/** Earlier states that are read; more have never been seen but in tests. */
const MOST = 8;

export interface Revisions {
  readonly texts: readonly FoundText[];
  /** Earlier states in the file. */
  readonly count: number;
  /** States that could not be read, from 1 as the oldest. */
  readonly unread: readonly number[];
}

/**
 * What earlier states of a PDF said and the last does not. A change is appended to the file, so each `%%EOF` but the last ends a
 * whole older file (ISO 32000-1, 7.5.6). The first one of a file made for the web ends its first page only.
 */
export async function readRevisions(bytes: Uint8Array, known: KnownTexts): Promise<Revisions> {
  const ends = endsOf(bytes);
  const texts: FoundText[] = [];
  const unread: number[] = [];
  for (let number = Math.max(0, ends.length - MOST); number < ends.length; number += 1) {
    const said = await textsOf(bytes.subarray(0, ends[number]));
    if (!said) unread.push(number + 1);
    for (const text of said ?? []) {
      if (text.trim() === '' || known.has(text)) continue;
      known.add(text);
      texts.push({ kind: 'part-residue', visible: false, text, label: `较早版本（第${number + 1}次保存）` });
    }
  }
  for (let number = 0; number < ends.length - MOST; number += 1) unread.push(number + 1);
  return { texts, count: ends.length, unread };
}

function endsOf(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  for (let at = buffer.indexOf('%%EOF'); at >= 0; at = buffer.indexOf('%%EOF', at + 5)) ends.push(at + 5);
  const linear = buffer.subarray(0, 2048).includes('/Linearized');
  return ends.slice(linear ? 1 : 0, -1);
}

/** All texts of one state; undefined when it cannot be opened. */
async function textsOf(bytes: Uint8Array): Promise<string[] | undefined> {
  try {
    const document = await openPdf(bytes, 1);
    try {
      const texts = await plainTexts(document);
      const graph = await ObjectGraph.load(bytes);
      return [...texts, ...new ObjectTexts(graph).read().map((found) => found.text)];
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    // Whatever a cut file does to two parsers, its state counts as unread and a person is told.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
