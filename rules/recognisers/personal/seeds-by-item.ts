import type { Range, Scene } from '../../model.ts';
import { lastKnown } from './known-persons.ts';
import { nameLengthAt, nameStartBefore, surnameAt } from './name-reading.ts';
import { bracketOwner, ownedName } from './owned-name.ts';
import { beginsName, isOfficial, nearestName } from './person-mention.ts';
import { isPersonalItem, type PersonalItem } from './personal-items.ts';
import type { Seed } from './seeds-by-word.ts';

/** The name a personal item belongs to: right beside it, in brackets behind it, or the nearest before it in the sentence. */
export function besideItem(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  const item = isPersonalItem(scene, at);
  if (!item) return [];
  if (piece.cell) return bracketed(scene, item);
  const sentence = scene.sentence(at.start);
  const beside = item.told ? nameAtBracket(scene, item) : nameBeside(scene, item, sentence.start);
  if (beside) return [{ ...beside, because: item.because, firm: false }];
  const name = nearestName(
    scene,
    item.start,
    item.adjacent ? Math.max(sentence.start, item.start - 32) : sentence.start,
    !item.adjacent,
  );
  if (name && (!item.adjacent || isAdjacent(scene.text.slice(name.end, item.start))))
    return [{ ...name, because: item.because, firm: false }];
  const owner = ownerByPronoun(scene, item, sentence.start);
  if (owner) return [{ ...owner, because: item.because, firm: false }];
  const appointed = appointee(scene, item, sentence.start);
  if (appointed) return [{ ...appointed, because: item.because, firm: false }];
  const labelled = labelledBefore(scene, item);
  if (labelled) return [{ ...labelled, because: item.because, firm: false }];
  return [...behindItem(scene, item), ...knownBefore(scene, item, sentence.start)];
}

/** In a cell only what the cell itself says counts: 蔺大毛(187…). */
function bracketed(scene: Scene, item: PersonalItem): Seed[] {
  const piece = scene.pieceAt(item.start);
  const beside = item.told ? nameAtBracket(scene, item) : nameBeside(scene, item, piece.start);
  return beside ? [{ ...beside, because: item.because, firm: false }] : behindItem(scene, item);
}

function knownBefore(scene: Scene, item: PersonalItem, floor: number): Seed[] {
  if (item.adjacent) return [];
  const name = lastKnown(scene, floor, item.start);
  return name ? [{ ...name, because: item.because, firm: false }] : [];
}

const BESIDE =
  /(?:经理|师傅|老师|主管|店长|老板|女士|先生|同志|大姐|阿姨|叔叔|大爷)?[(,:，：\s]{0,2}(?:男|女)?[，,]?(?:的)?(?:本人|个人)?(?:身份证|公民身份|证件|手机|移动|联系|电话|微信|残疾证|护照|农信|工资|银行)?(?:号码|电话|方式|号|卡)?[:：为是\s+(]{0,2}$/;

/** 帮厨车建设,身份证… · 连根虎(手机…: a full name right before the item needs no known word before it. */
function nameBeside(scene: Scene, item: Range, floor: number): Range | undefined {
  const left = scene.text.slice(Math.max(floor, item.start - 24), item.start);
  const lead = BESIDE.exec(left)?.[0] ?? '';
  const end = item.start - lead.length;
  // A blank between name and number is folded away in a cell: 冼阿水 138….
  if (lead === '' && scene.gap(item.start) === 0) return undefined;
  const owned = ownedName(scene, end, floor);
  if (owned !== undefined) return isOfficial(scene, owned) ? undefined : { start: owned, end };
  const start = nameStartBefore(scene.text, end, floor);
  if (start < 0 || end - start < 3 || isOfficial(scene, start)) return undefined;
  // An everyday word that begins like a name seldom stands right before a bracket or comma with a number behind it.
  if (surnameAt(scene.text, start).loose && !(/^[(:：]/.test(lead) && beginsName(scene, start))) return undefined;
  return nameLengthAt(scene.text, start, 'free') === end - start ? { start, end } : undefined;
}

/** What is told in the bracket right behind a name is told of that person; who holds an office is no private person. */
function nameAtBracket(scene: Scene, item: Range): Range | undefined {
  const owner = bracketOwner(scene, item.start);
  return owner && !isOfficial(scene, owner.start) ? owner : undefined;
}

/** 维修工:厉志 工号:0031 电话:183…: a line of labels, the name behind the last that is no office or contact on duty. */
function labelledBefore(scene: Scene, item: PersonalItem): Range | undefined {
  if (!item.adjacent) return undefined;
  const piece = scene.pieceAt(item.start);
  const from = Math.max(piece.start, item.start - 60);
  const left = scene.text.slice(from, item.start);
  const line =
    /([\u4e00-\u9fff]{2,8})[:：][ ]?(?=[\u4e00-\u9fff·]{2,8}(?:[ ,，、(]|$))(?:(?![。；])[^:：])*(?:[\u4e00-\u9fff]{1,5}[:：][^:：。；]{0,14}){0,2}$/.exec(
      left,
    );
  if (!line || /联系人|经办|承办|负责|领导|接待|受理|单位|地址|公司|主任|局长|科长|办公|组长|值班/.test(line[1] ?? ''))
    return undefined;
  const start =
    from + line.index + (line[1]?.length ?? 0) + (/^[:：] /.test(left.slice(line.index + (line[1]?.length ?? 0))) ? 2 : 1);
  const length = nameLengthAt(scene.text, start, 'labelled');
  return length > 0 && start + length <= item.start ? { start, end: start + length } : undefined;
}

/** 看护一直由倪阿根负责，其联系方式为136…: the pronoun leads back to the name of the clause before. */
function ownerByPronoun(scene: Scene, item: PersonalItem, floor: number): Range | undefined {
  if (!item.adjacent) return undefined;
  const from = Math.max(floor, item.start - 28);
  const pronoun =
    /[，,](?:其|他|她|本人|此人|该同志)(?:本人)?的?(?:个人)?(?:联系(?:方式|电话)|手机|移动电话|电话|微信)(?:号码|号)?[是为:：]*$/.exec(
      scene.text.slice(from, item.start),
    );
  return pronoun ? nearestName(scene, from + pronoun.index, floor) : undefined;
}

/** 请工程部项阿明担任义务管护员(手机…: who takes up a duty stands whole before the verb. */
function appointee(scene: Scene, item: PersonalItem, floor: number): Range | undefined {
  if (!item.adjacent) return undefined;
  const from = Math.max(floor, item.start - 28);
  const verb = /(?:担任|任)[^，。；()]{2,12}[(，,](?:联系|手机|电话|号码|[:：])*$/.exec(scene.text.slice(from, item.start));
  if (!verb) return undefined;
  const end = from + verb.index;
  const start = nameStartBefore(scene.text, end, floor);
  return start >= 0 && end - start >= 3 && !isOfficial(scene, start) ? { start, end } : undefined;
}

/** 13…(张建国) · 13…，张建国。 */
function behindItem(scene: Scene, item: PersonalItem): Seed[] {
  if (!item.adjacent) return [];
  const from =
    item.end +
    (/^(?:\((?:机主|户名|联系人)?[:：]?|，(?=[\u4e00-\u9fff]{2,4}[，。)]))/.exec(scene.text.slice(item.end, item.end + 8))?.[0]
      .length ?? 0);
  if (from === item.end) return [];
  const length = nameLengthAt(scene.text, from, 'free');
  if (length === 0 || !/^[)，。]/.test(scene.text.slice(from + length, from + length + 1))) return [];
  return [{ start: from, end: from + length, because: item.because, firm: false }];
}

/** Between a name and a mobile number only labels, brackets, a duty and other data of the same person may stand. */
function isAdjacent(between: string): boolean {
  return /^(?:(?:担任|任|为|系)[^，。；;()]{2,12}|(?:来|代)?(?:顶班|代班|代管|保管|看管|管护|值守|接替|接送|代领)[^，。；;()]{0,6}|同志|师傅|女士|先生)?[(（，,:：、\s]*(?:男|女)?[，,]?(?:的)?(?:本人|个人)?(?:联系)?(?:手机|电话|移动电话|联系方式|微信)?(?:号码|号)?(?:兼微信|同微信)?[是为:：(（\s+]*$/.test(
    between,
  );
}
