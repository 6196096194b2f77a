import type { Candidate, Recogniser, Scene } from '../../model.ts';
import { isDate } from './number-checks.ts';
import { cellLabels, fact, firstWord, leftOf, near } from './surroundings.ts';

const MASKED = /(?<![\dA-Za-z*xX×])(\d{1,14})([*×●■█□Xx]{2,14})(\d{0,8}[\dXx]?)(?![\dA-Za-z*×])/g;
const LABEL = /身份证|证件|公民身份|手机|电话|联系方式|卡号|账号/;

/** How well a mask hides: §7 of the domain page. */
function weakness(head: string, mask: number, tail: string): string | undefined {
  const total = head.length + mask + tail.length;
  if (total === 18) {
    if (mask <= 4) return '身份证号只遮盖四位，可以补全';
    const birth = head.slice(6, 14);
    if (birth.length === 8 && isDate(Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6, 8))))
      return '出生日期未遮盖';
    if (head.length >= 10) return '出生年份未遮盖';
    if (head.length >= 6 && tail.length >= 4 && mask <= 8) return '只遮盖出生日期，其余可以推算';
    return undefined;
  }
  if (total === 11 && head.startsWith('1') && mask <= 3) return '手机号只遮盖两三位，可以补全';
  if (total >= 15 && total <= 19 && head.length + tail.length > total - 6) return '卡号保留位数过多';
  return undefined;
}

/** Above so many masked values the draft is a list of many people, each masked in the list's own way. */
const MOST_MASKED = 64;
/** Digits that two masked forms must share before they are taken for one number. */
const LEAST_SHARED = 4;
const shapesByScene = new WeakMap<Scene, readonly string[]>();

/** Masked phone and identity numbers of the draft as digits and stars, each shape once; read once a scene. */
function shapesOf(scene: Scene): readonly string[] {
  const known = shapesByScene.get(scene);
  if (known) return known;
  const shapes = new Set<string>();
  for (const match of scene.text.matchAll(MASKED)) {
    if ([11, 18].includes(match[0].length)) shapes.add(starred(match[0]));
    if (shapes.size > MOST_MASKED) break;
  }
  const read = shapes.size > MOST_MASKED ? [] : [...shapes];
  shapesByScene.set(scene, read);
  return read;
}

const starred = (masked: string): string => masked.replace(/[^\d](?!$)|[^\dXx]$/g, '*');

/** True where one form shows just what the other hides, and all that both show agrees (138****5678 and 1381234**78). */
function completes(one: string, other: string): boolean {
  if (one === other || one.length !== other.length) return false;
  let shared = 0;
  for (let at = 0; at < one.length; at++) {
    if (one[at] === '*' && other[at] === '*') return false;
    if (one[at] === '*' || other[at] === '*') continue;
    if (one[at] !== other[at]) return false;
    shared++;
  }
  return shared >= LEAST_SHARED;
}

/** Identifiers that were masked too little. Good masks (340***********1234, 138****5678) are left alone. */
export const maskedIdentifier: Recogniser = {
  id: 'masked-identifier',
  anchors: ['**', '××', 'XX', 'xx', '●●', '■■', '██', '□□'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const from = Math.max(piece.start, at.start - 20);
    const text = scene.text.slice(from, Math.min(piece.end, at.end + 24));
    const found: Candidate[] = [];
    for (const match of text.matchAll(MASKED)) {
      const whole = shapesOf(scene).some((shape) => completes(starred(match[0]), shape));
      const weak = whole
        ? '文中另有一处遮盖的是别的几位，两处合起来就是完整号码'
        : weakness(match[1] ?? '', (match[2] ?? '').length, match[3] ?? '');
      if (!weak) continue;
      const start = from + match.index;
      const label = firstWord(leftOf(scene, start, 20), LABEL) ?? firstWord(cellLabels(piece), LABEL);
      if (!label && (match[2] ?? '').match(/[Xx□]/)) continue;
      const evidence = [fact(weak, { start, end: start + match[0].length })];
      if (label) evidence.push(near(label));
      found.push({
        start,
        end: start + match[0].length,
        value: match[0],
        confidence: whole ? 0.8 : 0.5,
        evidence,
        level: whole ? 'review' : 'notice',
        suggestion: '',
      });
    }
    return found;
  },
};
