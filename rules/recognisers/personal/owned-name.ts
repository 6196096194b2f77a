import type { Range, Scene } from '../../model.ts';
import { isOwnedName } from './name-reading.ts';

/** What a name begins behind where the place itself promises one: a mark, or a word for a person. */
const HARD_EDGE =
  /(?:^|[，。；;、：:(（“"\s\d.!?！？@—])$|(?:学员|职工|同志|队员|群众|村民|居民|业主|住户|租户|商户|老板|师傅|老人|患者|学生|家长|驾驶员|司机|保安|员工|工人|志愿者|当事人|申请人|遗属|户主|第三人|异议人|[白夜早中晚值当接交带替代顶]班|领导|邻居|来信人|来电人|信访人|投诉人)$/;
const PERSON_WORD =
  /^(?:学员|职工|同志|队员|群众|村民|居民|业主|住户|租户|商户|老板|师傅|老人|患者|学生|家长|驾驶员|司机|保安|员工|工人|志愿者|当事人|申请人|遗属|户主|第三人|异议人|领导|邻居|来信人|来电人|信访人|投诉人)/;
/** 宣教科司南(甲状腺结节手术): an illness is told of staff as well. */
const OFFICE_EDGE = /[\u4e00-\u9fff]{2}[科处股]$|[我本该][站所室队组班办]$/;
const EDGE_REACH = 4;
/** Minority names run to so many characters; Han names to four. */
const LENGTHS = [20, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Where the name begins that ends at an offset and stands whole between a mark or a word for a person and that offset; undefined for
 * none. `office`: who is named behind an office is meant too. Asked only where an item of a person stands right behind the offset: the characters themselves need not look like a name.
 */
export function ownedName(scene: Scene, end: number, floor: number, office = false): number | undefined {
  for (const length of LENGTHS) {
    const start = end - length;
    // 学员米热阿依·…: the word for a person is no part of the name.
    if (start < floor || !isOwnedName(scene.text, start, end) || PERSON_WORD.test(scene.text.slice(start, end))) continue;
    const before = scene.text.slice(Math.max(floor, start - EDGE_REACH), start);
    if (HARD_EDGE.test(before) || (office && OFFICE_EDGE.test(before))) return start;
  }
  return undefined;
}

/** What may stand between a bracket and the fact told in it: an identity number, 系, 患. */
const TO_FACT = /\((?:[^()。；]{1,24}，)?(?:其|本人|系|患有?|因|已|现|有){0,2}$/;
const FACT_REACH = 32;

/** 闻宝山(尿毒症)、苏玉莲(单亲，低保): whom a fact is told of in the bracket right behind the name. */
export function bracketOwner(scene: Scene, fact: number): Range | undefined {
  const floor = scene.pieceAt(fact).start;
  const from = Math.max(floor, fact - FACT_REACH);
  const open = TO_FACT.exec(scene.text.slice(from, fact));
  if (!open) return undefined;
  const end = from + open.index;
  const start = ownedName(scene, end, floor, true);
  return start === undefined ? undefined : { start, end };
}
