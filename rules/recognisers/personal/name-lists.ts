import type { Range, Scene } from '../../model.ts';
import { nameLengthAt, nameStartBefore, surnameAt } from './name-reading.ts';
import { isOfficial } from './person-mention.ts';

const MOST_IN_LIST = 40;
/** 、 和 between two names, with remarks in brackets behind the first: 薄小霞(孕六个月)、牛得草. */
const NEXT = /^(?:\([^()]{0,40}\))?(?:[\d.]{1,7}万?元)?(?:[、/]|和|与|及|以及|，(?=[\u4e00-\u9fff]{2,4}[(、]))/;
const PREVIOUS = /(?:\([^()]{0,40}\))?(?:[、/]|和|与|及|以及)$/;

/** Names that stand in one list with a name, before and behind it: what makes one private makes all. The name itself is not among them. */
export function listedWith(scene: Scene, name: Range): Range[] {
  return [...behind(scene, name), ...before(scene, name)];
}

function behind(scene: Scene, name: Range): Range[] {
  const piece = scene.pieceAt(name.start);
  const names: Range[] = [];
  let at = name.end;
  while (names.length < MOST_IN_LIST) {
    const step = NEXT.exec(scene.text.slice(at, Math.min(piece.end, at + 60)))?.[0].length ?? 0;
    if (step === 0) break;
    const start = at + step;
    const length = nameLengthAt(scene.text, start, 'role');
    if (length === 0 || start + length > piece.end) break;
    names.push({ start, end: start + length });
    at = start + length;
  }
  return names;
}

function before(scene: Scene, name: Range): Range[] {
  const floor = scene.sentence(name.start).start;
  const names: Range[] = [];
  let at = name.start;
  while (names.length < MOST_IN_LIST) {
    const step = PREVIOUS.exec(scene.text.slice(Math.max(floor, at - 48), at))?.[0].length ?? 0;
    if (step === 0) break;
    const end = at - step;
    const start = nameStartBefore(scene.text, end, floor);
    if (start < 0 || (end - start === 2 && surnameAt(scene.text, start).loose) || isOfficial(scene, start)) break;
    names.push({ start, end });
    at = start;
  }
  return names;
}

/**
 * Names that only blanks part (领取人签字:王强 李敏 付 建 军), which the folding took away: reads on from an offset as long as the
 * chunks between the blanks are names.
 */
export function gapParted(scene: Scene, from: number, end: number): Range[] {
  const names: Range[] = [];
  let start = from;
  while (names.length < MOST_IN_LIST && start < end) {
    if (scene.text[start] === ' ') start++;
    const stop = chunkEnd(scene, start, end);
    const chunk = scene.text.slice(start, stop);
    if (chunk.length < 2 || chunk.length > 4 || nameLengthAt(chunk, 0, 'labelled') !== chunk.length) break;
    names.push({ start, end: stop });
    start = stop;
  }
  return names;
}

/** Up to the next blank or mark; single characters set apart (付 建 军) are one chunk. */
function chunkEnd(scene: Scene, start: number, end: number): number {
  let at = start + 1;
  const spread = scene.gap(at) > 0;
  while (at < end && /[\u4e00-\u9fff]/.test(scene.text[at] ?? '')) {
    if (scene.gap(at) > 0 && !(spread && at - start < 3)) break;
    at++;
  }
  return at;
}
