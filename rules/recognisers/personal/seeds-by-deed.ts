import type { Range, Scene } from '../../model.ts';
import { isNews, isPersonalDraft } from './draft-facts.ts';
import { isOwnedName, nameLengthAt } from './name-reading.ts';
import { personTable } from './person-tables.ts';
import { personalItemIn } from './personal-items.ts';
import { type Seed, STANDING_REACH } from './seeds-by-word.ts';
import { fact, near } from './surroundings.ts';

/** What is said of somebody in a complaint: (原…科长…), 收受…, 利用职务…, 在任期间…. */
const ACCUSED =
  /^(?:\((?:原|时任|已|现已|退休|男|女|系|某|该)|(?:等人?)?(?:在任|在职|任职|任内|以权|利用|收受|收取|索要|索取|贪|受贿|挪用|侵占|私分|私自|擅自|违规|违纪|违法|违反|涉嫌|吃拿|虚报|冒领|套取|骗取|优亲|包庇|打骂|殴打|威胁|恐吓|公车|公款|生活作风|作风|酒驾|赌博|经商|入股|插手|干预|长期不|不作为|乱作为|的?问题))/;

/** 来信反映孔令武(原工程科科长)收受礼金: of whom a complaint is. */
export function accused(scene: Scene, at: Range): Seed[] {
  if (isNews(scene)) return [];
  for (const expectation of ['role', 'labelled'] as const) {
    const length = nameLengthAt(scene.text, at.end, expectation);
    if (length < 2 || at.end + length > scene.pieceAt(at.start).end) continue;
    const end = at.end + length;
    if (ACCUSED.test(scene.text.slice(end, end + 8)))
      return [{ start: at.end, end, because: near('被反映、举报的人'), firm: false }];
  }
  return [];
}

/** 邱明亮代田雨: in a list of persons, who stands in for whom. */
export function standsIn(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  if (!piece.cell || !personTable(scene, piece)) return [];
  const lead = /^(?:为|班|替|换)?/.exec(scene.text.slice(at.end, at.end + 1))?.[0].length ?? 0;
  const from = at.end + lead;
  const length = nameLengthAt(scene.text, from, 'labelled');
  const before = [4, 3, 2]
    .map((size) => at.start - size)
    .find((start) => start >= piece.start && isOwnedName(scene.text, start, at.start));
  if (length === 0 || before === undefined || from + length > piece.end || !isPersonalDraft(scene)) return [];
  if (before > piece.start && !/[\s，。；、:：(由]/.test(scene.text[before - 1] ?? '')) return [];
  return [{ start: from, end: from + length, because: near('代班'), firm: true }];
}

/** @葛云生:我住…: who writes below an article, where they tell of themselves. */
export function addressee(scene: Scene, at: Range): Seed[] {
  const piece = scene.pieceAt(at.start);
  const name = /^[\u4e00-\u9fff·]{2,8}(?=[:： ，])/.exec(scene.text.slice(at.end, Math.min(piece.end, at.end + 10)))?.[0] ?? '';
  const range = { start: at.end, end: at.end + name.length };
  if (name.length < 2 || nameLengthAt(scene.text, range.start, 'labelled') !== name.length) return [];
  return personalItemIn(scene, range, STANDING_REACH) ? [{ ...range, because: fact('留言人'), firm: false }] : [];
}
