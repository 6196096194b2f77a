import type { ScenePiece } from '../model.ts';

/** 一、 （一） 第一章 1. 1.1: how offices number their headings (GB/T 9704-2012 7.3.3). */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十百0-9]{1,4}[章节条部编]|附件\d{0,2}[:：]?|附表\d{0,2})/;
const LONGEST = 40;
const STOPS = /[。；！？]/;

const slice = (piece: ScenePiece, text: string, length: number) =>
  text.slice(piece.start, Math.min(piece.end, piece.start + length));

/** A heading by its style, or (plain text has no styles) a short numbered line without a full stop. */
export function isHeading(piece: ScenePiece, text: string): boolean {
  if (piece.kind === 'heading') return piece.end > piece.start;
  if (piece.kind !== 'body' || piece.end - piece.start > LONGEST || piece.end === piece.start) return false;
  const line = slice(piece, text, LONGEST);
  return NUMBERED.test(line) && !STOPS.test(line) && !line.includes('，');
}

export const headingTexts = (piece: ScenePiece | undefined, text: string): string => (piece ? slice(piece, text, 200) : '');

/** The first short lines of the body: the title of an official document may run over two or three. */
export function titleOf(pieces: readonly ScenePiece[], text: string): string {
  const lines: string[] = [];
  for (const piece of pieces) {
    if ((piece.kind !== 'body' && piece.kind !== 'heading') || !piece.visible || piece.end === piece.start) continue;
    const line = slice(piece, text, LONGEST + 1);
    if (line.length > LONGEST || STOPS.test(line) || lines.length === 4) break;
    lines.push(line);
  }
  return lines.join('\n');
}
