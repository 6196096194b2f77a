import type { Recogniser } from '../../model.ts';
import { maskPlate } from './masks.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, near, textOf } from './surroundings.ts';

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const SERIAL = 'A-HJ-NP-Z\\d';
const PLATE = new RegExp(
  `[${PROVINCES}][A-HJ-NP-Z][ ·.-]{0,2}(?:[${SERIAL}]{6}|[${SERIAL}]{5}|[${SERIAL}]{4}[学警挂港澳使领])(?![A-Za-z\\d]|-\\d)`,
  'g',
);
const EMERGENCY = new RegExp(`[${PROVINCES}][A-HJ-NP-Z][ ·.-]{0,2}[${SERIAL}]{3,5}应急`, 'g');

/** Three digits at least and not one digit repeated: 京A00000 and 皖A·XXXXX are placeholders. */
function isReal(serial: string): boolean {
  const digits = serial.replace(/\D/g, '');
  return digits.length >= 2 && new Set(serial).size >= 2 && !/^X+$/.test(serial);
}

/** Number plates, civil and new-energy, with or without the dot. */
export const licencePlate: Recogniser = {
  id: 'licence-plate',
  anchors: [...PROVINCES].flatMap((province) => [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].map((letter) => province + letter)),
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const text = scene.text.slice(at.start, Math.min(piece.end, at.end + 10));
    const match = [...text.matchAll(PLATE), ...text.matchAll(EMERGENCY)].find((each) => each.index === 0);
    if (!match) return [];
    const range = { start: at.start, end: at.start + match[0].length };
    const plate = textOf(scene, range).replace(/[ ·.-]/g, '');
    if (!isReal(plate.slice(2)) || isExample(scene, range)) return [];
    const context = /车|号牌|驾驶|牌照/;
    const label = firstWord(leftOf(scene, range.start, 20), context) ?? firstWord(cellLabels(piece), context);
    // Six characters are a new-energy plate only with D or F (or later letters) in the right place.
    const newEnergy = plate.length === 8 && /^(?:[A-HJK]|\d{5}[A-HJK])/.test(plate.slice(2));
    if (plate.length === 8 && !newEnergy && !label) return [];
    const evidence = [fact(newEnergy ? '新能源号牌格式' : '号牌格式', range)];
    if (label) evidence.push(near(label));
    return [{ ...range, value: plate, confidence: label ? 0.95 : 0.8, evidence, suggestion: maskPlate(plate) }];
  },
};
