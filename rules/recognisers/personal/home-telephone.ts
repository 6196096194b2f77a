import type { Candidate, Fact, Recogniser, Scene } from '../../model.ts';
import { INTIMATE_KINDS } from './column-kinds.ts';
import { mayHoldNumber } from './digit-groups.ts';
import { maskTelephone } from './masks.ts';
import { cellKind } from './person-tables.ts';
import { cellLabels, fact, leftOf, near, rightOf } from './surroundings.ts';

/** Letters O, o and l stand for digits where people type in haste or mean to hide. */
const NUMBER =
  /(?<![\dA-Za-z-])(?:\(?([0Oo][\dOo]{2,3})\)?[ -]?)?([2-9][\dOol]{6,7})(?:[转-]\d{1,4})?(?![\dA-Za-z-]|\.\d)(?:\((?:宅|家|家里|住宅|家庭)\))?/g;
const SHORTEST_NUMBER = 7;
const asDigits = (text: string): string => text.replace(/[Oo]/g, '0').replace(/l/g, '1');
const HOME = /住宅|\(?[宅家]\)?[:：]?$|家庭电话|家里|家中|宅电|家电|住址电话|家庭联系|本人电话|个人电话/;
const OFFICE =
  /办公|单位|值班|传真|监督|举报(?!人)|咨询|投诉(?!人)|受理|热线|服务|窗口|信访(?!人)|报名|公开|总机|科室|[科处室局办站中心]\)?(?:联系)?电话|采购人|代理机构|招标/;
/** People who give their number in a matter of their own. */
const PRIVATE_PERSON =
  /(?:信访人|来信人|投诉人|举报人|申请人|当事人|被处罚人|被申请人|户主|业主|住户|承租人|租户|患者|死者|伤者|家属|委托人|代办人|监护人|受助人)/;

function judgeLabelled(scene: Scene, start: number, end: number): Fact | undefined {
  if (/\((?:宅|家|家里|住宅|家庭)\)$/.test(scene.text.slice(start, end))) return near('宅');
  const left = leftOf(scene, start, 16);
  const home = HOME.exec(left)?.[0] ?? HOME.exec(cellLabels(scene.pieceAt(start)))?.[0];
  return home ? near(home) : undefined;
}

/** A plain 联系电话 is private when a private party stands before it in the same sentence, or the table lists persons. */
function judgeOwner(scene: Scene, start: number): Fact | undefined {
  const piece = scene.pieceAt(start);
  if (piece.cell) {
    const read = cellKind(scene, piece);
    if (read?.kind !== 'contact' || OFFICE.test(read.label) || !/电话|联系方式|联络|号码/.test(read.label)) return undefined;
    // A list of people with their posts and lines is a public directory; one that tells of their lives is not.
    const intimate =
      read.table.form ||
      read.table.kinds.some((kind) => INTIMATE_KINDS.has(kind)) ||
      /家庭|困|病|补助|退费|慰问|救助|低保|信访|投诉|遗属|抚恤/.test(read.table.personal ?? '');
    return read.table.personal && read.table.names > 0 && intimate ? fact('所在表格登记个人信息') : undefined;
  }
  const sentence = scene.sentence(start);
  const before = scene.text.slice(sentence.start, start);
  const person = PRIVATE_PERSON.exec(before)?.[0];
  if (!person || !/电话|联系方式/.test(before.slice(-8)) || OFFICE.test(before.slice(-14))) return undefined;
  return /[:：]/.test(before) ? fact(`同句有“${person}”`) : undefined;
}

/** Fixed lines of a home. Office, duty, fax, hotline numbers are public by duty and never reported. */
export const homeTelephone: Recogniser = {
  id: 'home-telephone',
  anchors: ['住宅', '家庭电话', '家里', '家中', '宅电', '家电', '本人电话', '联系电话', '电话', '(宅)', '(家)', '宅:', '家:'],
  headers: ['电话', '联系方式', '联络', '号码'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const end = Math.min(piece.end, at.end + 24);
    const from = /[)）]$/.test(scene.text.slice(at.start, at.end)) ? Math.max(piece.start, at.start - 16) : at.start;
    if (!mayHoldNumber(scene.codes, { start: from, end }, SHORTEST_NUMBER, Number.POSITIVE_INFINITY)) return [];
    const found: Candidate[] = [];
    for (const match of scene.text.slice(from, end).matchAll(NUMBER)) {
      const start = from + match.index;
      const range = { start, end: start + match[0].length };
      if (/^[ ]?(?:元|万|平方|㎡|人|件|年)/.test(rightOf(scene, range.end, 4))) continue;
      const labelled = judgeLabelled(scene, start, range.end);
      const because = labelled ?? judgeOwner(scene, start);
      if (!because) continue;
      found.push({
        ...range,
        value: asDigits(`${match[1] ?? ''}${match[2]}`),
        confidence: labelled ? 0.9 : 0.7,
        evidence: [fact('固定电话格式', range), because],
        suggestion: maskTelephone(asDigits(match[1] ?? ''), asDigits(match[2] ?? '')),
      });
    }
    return found;
  },
};
