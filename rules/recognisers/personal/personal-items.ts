import { PlacedGate } from '../../engine/placed-gate.ts';
import type { Fact, Range, Scene } from '../../model.ts';
import { birthDate } from './birth-date.ts';
import { homeAddressAfter } from './home-address.ts';
import { isMobile, isSampleMobile } from './mobile-segments.ts';
import { checkResidentId, isUnionPayCard } from './number-checks.ts';
import { militaryPaper, passport, travelPermit } from './papers.ts';
import { conditionNear } from './personal-conditions.ts';
import { TELLING } from './sensitive-words.ts';
import { byAnchor, fact, matterLabel } from './surroundings.ts';

/** A personal item whose owner's name may stand before it. `adjacent`: only a name right beside it is meant. */
export interface PersonalItem extends Range {
  readonly because: Fact;
  readonly adjacent: boolean;
  /** A statement in words (health, family …): the clause before it is no label of it. */
  readonly told?: boolean;
}

/** Items that their own recognisers read. */
const RECOGNISED = [birthDate, passport, travelPermit, militaryPaper];
/** The same by the word that wakes them. */
const PAPERS = byAnchor(RECOGNISED);

const ITEM =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. ]?[A-Z\d]{5,6}(?![A-Z\d])|(?<!\d)1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)|(?<![\dA-Za-z])\d{6}[ ]?\d{4}[ ]?\d{4}[ ]?\d{3}[\dXx](?![\dA-Za-z])|(?<!\d)62\d{2}[ ]?\d{4}[ ]?\d{4}|[现家]住|住址|住在?(?=[\u4e00-\u9fff]{2,20}[\d一二三四五六七八九十]+[号室栋幢组])|出生于|\d日(?:出生|生)|患有?|确诊|受伤|住院|手术|养老金|退休金|工资卡|本人账户|护照号|微信(?:号)?[:：]?[A-Za-z]|QQ[:：]?\d|个人账号|公积金|信仰|就读|护照|驾驶证|户口簿/;

/** What goes on telling of the same person: 他…, 为他登记:…. */
const GOES_ON =
  /^[。；;\s]*(?:(?:今年)?[\d一二三四五六七八九十]{2,4}岁|老人|老两口|他|她|其(?![他中余])|该(?:同志|人|户)|工作人员|本人)/;

const telling = new PlacedGate([...TELLING, /低保/], (pattern) => [pattern]);
/** Words whose places are asked for. */
export const ITEM_WORDS = telling.words;

/** True when the sentence round a name also bears a personal item; up to `reach` characters on while the telling goes on. */
export function personalItemIn(scene: Scene, range: Range, reach = 0): boolean {
  const sentence = scene.sentence(range.start);
  const limit = Math.min(scene.pieceAt(range.start).end, range.end + reach);
  let end = sentence.end;
  while (end < limit && GOES_ON.test(scene.text.slice(end, end + 12))) end = Math.max(end + 1, scene.sentence(end + 1).end);
  const told = scene.text.slice(sentence.start, end);
  return ITEM.test(told) || telling.open(scene, sentence.start, end).some((pattern) => pattern.test(told));
}

/** The personal item at a waking place (a number, a word of residence, of health …), or undefined. */
export function isPersonalItem(scene: Scene, at: Range): PersonalItem | undefined {
  const text = scene.text.slice(at.start, at.end);
  if (/^\d/.test(text)) return numberItem(scene, at, text);
  const residence = /住|户籍/.test(text) ? homeAddressAfter(scene, at) : undefined;
  if (residence) return { start: at.start, end: residence.end, because: fact('并列家庭住址', residence), adjacent: false };
  const paper = PAPERS.get(text)?.flatMap((each) => each.recognise(scene, at))[0];
  if (paper) return { start: paper.start, end: paper.end, because: fact('并列出生日期或证件号码', paper), adjacent: false };
  const condition = conditionNear(scene, at);
  if (condition)
    return {
      start: condition.start,
      end: condition.end,
      because: fact('并列健康、家庭或收入情况', condition),
      adjacent: false,
      told: true,
    };
  return undefined;
}

function numberItem(scene: Scene, at: Range, text: string): PersonalItem | undefined {
  const digits = text.replace(/[ .·—-]/g, '').toUpperCase();
  const next = (scene.text[at.end] ?? '').toUpperCase();
  const id = digits.length === 17 && next === 'X' ? `${digits}X` : digits.slice(0, 18);
  if (id.length === 18 && checkResidentId(id) === 'valid' && !matterLabel(scene, at.start)) {
    return { ...at, because: fact('并列身份证件号码', at), adjacent: false };
  }
  if (isUnionPayCard(digits) && !matterLabel(scene, at.start))
    return { ...at, because: fact('并列银行卡号', at), adjacent: false };
  const mobile = digits.slice(-11);
  if (isMobile(mobile) && !isSampleMobile(mobile) && digits.length <= 13)
    return { ...at, because: fact('并列手机号码', at), adjacent: true };
  return undefined;
}
