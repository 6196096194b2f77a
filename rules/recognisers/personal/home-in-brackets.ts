import type { Fact, Range, Scene } from '../../model.ts';
import { addressEnd } from './address-end.ts';
import { nameStartBefore } from './name-reading.ts';
import { ownedName } from './owned-name.ts';
import { isOfficial } from './person-mention.ts';
import { fact } from './surroundings.ts';

/** Words of an address that may stand in brackets behind a name. */
export const HOME_BRACKET_WORDS: readonly string[] = [
  '单元',
  '幢',
  '栋',
  '号楼',
  '座',
  '号)',
  '号，',
  '组)',
  '组，',
  '室)',
  '户)',
  '户，',
  '业主)',
  '住户)',
];

/** So far before the word of an address may its bracket open. */
const BRACKET_REACH = 30;
const DOOR = /(?:[幢栋楼座元门]\d{3,4}|\d-\d{1,4}|单元|\d{2,4}室|\d户|\d门(?:\d{2,4})?)$/;
/** 3幢2601: on the estate of the notice. */
const ROAD = /[路街道巷弄里胡同村镇乡屯庄坊城苑园区院舍].{0,12}(?:\d|[一二三四五六七八九十]).{0,8}$/;
const BRACKET_END = /^(?:[)，,]|业主|住户|居民|租户|房)/;
const DOOR_ALONE = /^\d{1,3}(?:幢|栋|号楼|座)(?:\d单元)?\d{3,4}室?(?=[)，,])/;
const PARTY_LABEL = /(?:人|户|户主|业主|住户|租户|姓名|患者|家属|当事人)(?:姓名)?[:：]?[ ]?$/;
const OF_PERSON = /(?<!\d)1[3-9]\d{9}|手机|车牌|欠|患|残疾|低保|身份证|岁/;

/** 来信人:某某(某街77号4单元8-3) · 某某(3幢2601，手机…): what is bracketed behind a private person's name down to the door. */
export function homeInBrackets(scene: Scene, at: Range): (Range & { readonly because: Fact }) | undefined {
  const piece = scene.pieceAt(at.start);
  // Looked for near by only: without a bracket the search would go back to the beginning of the draft, at every address in it.
  const from = Math.max(piece.start, at.start - BRACKET_REACH);
  const open = from + scene.text.slice(from, at.start).lastIndexOf('(');
  if (open < from) return undefined;
  const door = DOOR_ALONE.exec(scene.text.slice(open + 1, open + 20))?.[0].length ?? 0;
  const end = door > 0 ? open + 1 + door : addressEnd(scene.text, open + 1, piece.end, false);
  if (end < 0 || end < Math.min(at.end, at.start + 1) || !BRACKET_END.test(scene.text.slice(end, end + 3))) return undefined;
  const text = scene.text.slice(open + 1, end);
  // 系某宿舍2号楼顶层住户(2号楼3单元702): of whom the sentence speaks, by house and door.
  if (DOOR.test(text) && /(?:住户|业主|租户|户主|家)$/.test(scene.text.slice(Math.max(piece.start, open - 2), open)))
    return { start: open + 1, end, because: fact('住户之后括注住处') };
  const owned = ownedName(scene, open, piece.start);
  const start = owned ?? nameStartBefore(scene.text, open, piece.start);
  if (start < 0 || isOfficial(scene, start)) return undefined;
  const left = scene.text.slice(Math.max(piece.start, start - 12), start);
  const line = scene.text.slice(open, Math.min(piece.end, end + 40));
  const lives = DOOR.test(text) && (PARTY_LABEL.test(left) || (OF_PERSON.test(line) && /(?:^|[、，。；;\d.])$/.test(left)));
  // A whole address, road or village and house, right behind a name is where that person lives.
  if (!lives && !(owned !== undefined && (DOOR.test(text) || ROAD.test(text)))) return undefined;
  return { start: open + 1, end, because: fact('姓名之后括注住处', { start, end: open }) };
}
