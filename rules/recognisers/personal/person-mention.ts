import type { Range, Scene } from '../../model.ts';
import { isHan, nameLengthAt, surnameAt } from './name-reading.ts';
import { OFFICE_TITLES, RELATION_WORDS } from './person-words.ts';

/** What may stand before a name in running text: the edge of a clause, a mark, a preposition or a word for a person. */
const BEFORE_NAME =
  /(?:^|[，。、；;:：()（）“”"'‘’\s\d.!?！？—\-日月年]|主任|书记|代表|老总|总监|副总|主管|职工|干部|同志|员工|工人|老师|经理|店主|其中|婆婆|老伴|[户人员者民工长师生主友属妻夫子女父母兄弟姐妹]|为|对|给|由|向|与|和|及|将|叫|是|请|了|系|经|把|让|找|即|到|送|据|受|被|替|帮|原|有|的)$/;

const RELATIONS = new RegExp(RELATION_WORDS.filter((word) => word.length > 1).join('|'));
/** One person is meant, though not by name. 其他, 其中, 我市 are somebody and something else. */
const PRONOUN =
  /其(?![他中它余间次实自])|他(?![人们])|她(?!们)|我(?![市办县区局省们国单州厅处科站镇乡])|本人|该同志|该职工|该员工|该户|该人|此人|你(?![单们办局])|您/;
const PARTY = /信访人|申请人|当事人|患者|来信人|投诉人|举报人|住户|承租户|户主|死者|伤者|考生|被处罚人|老人|婆婆|老伴/;

/** True when a name may begin at an offset of running text. */
export function beginsName(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  return BEFORE_NAME.test(scene.text.slice(Math.max(piece.start, start - 4), start));
}

/** A word of office stands right before the name, or the name is that of a contact on duty. */
export function isOfficial(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  const left = scene.text.slice(Math.max(piece.start, start - 14), start);
  if (/(?:原|退休|离休|已故|前)[^，。；;：:]{0,10}$/.test(left)) return false;
  return OFFICE_TITLES.test(left.replace(/(?:\([^()]{0,10}\))?[:： ]*$/, '')) || /联系人[:：]?[^，。；;]{0,12}$/.test(left);
}

function isDottedStart(text: string, at: number): boolean {
  return isHan(text[at] ?? '') && !isHan(text[at - 1] ?? '') && /^[\u4e00-\u9fff]{2,6}·/.test(text.slice(at, at + 8));
}

/** A name further back is the subject of something else; and text without a break must stay cheap. */
const NAME_REACH = 160;

/** The nearest name that ends at or before an offset, not before `floor`; undefined when there is none or it is an official's. */
export function nearestName(scene: Scene, before: number, floor: number): Range | undefined {
  for (let start = before - 2; start >= Math.max(floor, before - NAME_REACH); start--) {
    if (surnameAt(scene.text, start).length === 0 && !isDottedStart(scene.text, start)) continue;
    if (!beginsName(scene, start)) continue;
    const length = nameLengthAt(scene.text, start, 'free');
    if (length === 0 || start + length > before + 1) continue;
    const whole = earlierReading(scene, start, floor) ?? { start, end: start + length };
    return isOfficial(scene, whole.start) ? undefined : whole;
  }
  return undefined;
}

/** 吕向阳: read from the right, 向 looks like a preposition and 阳 like a surname; the reading that begins earlier is the name. */
function earlierReading(scene: Scene, start: number, floor: number): Range | undefined {
  for (const earlier of [start - 2, start - 1]) {
    if (earlier < floor || surnameAt(scene.text, earlier).length === 0 || !beginsName(scene, earlier)) continue;
    const length = nameLengthAt(scene.text, earlier, 'free');
    if (earlier + length > start) return { start: earlier, end: earlier + length };
  }
  return undefined;
}

/** Whom a statement is about: words in the sentence up to `end`, or a name up to `before`. Answers the words, or undefined. */
export function personMentioned(scene: Scene, before: number, end = before): string | undefined {
  const sentence = scene.sentence(before);
  const text = scene.text.slice(Math.max(sentence.start, before - NAME_REACH), end);
  const words = RELATIONS.exec(text)?.[0] ?? PARTY.exec(text)?.[0] ?? PRONOUN.exec(text)?.[0];
  if (words) return words;
  const name = nearestName(scene, before, sentence.start);
  return name ? '姓名' : undefined;
}
