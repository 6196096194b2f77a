import type { Range, Scene } from '../../model.ts';
import { lastKnown } from './known-persons.ts';
import { isHan, nameLengthAt, surnameAt } from './name-reading.ts';
import { OFFICE_TITLES, RELATION_WORDS } from './person-words.ts';

/** What may stand before a name in running text: the edge of a clause, a mark, a preposition or a word for a person. */
const BEFORE_NAME =
  /(?:^|[，。、；;:：()（）“”含"'‘’\s\d.!?！？—\-日月年]|主任|书记|代表|工程师|阿姨|大爷|大妈|司机|队长|班长|老总|总监|副总|主管|职工|干部|同志|员工|工人|老师|经理|店主|其中|婆婆|老伴|[户人员者民工长师生主友属妻夫子女父母兄弟姐妹]|委托|聘请|雇请|为|对|给|由|向|与|和|及|将|叫|是|请|跟|了|系|经|把|让|找|即|到|送|据|受|被|替|帮|原|有|的|鉴于|对于|关于|由于|走访|看望|慰问|探望|约谈|访谈|通知|询问|约见|见到|遇到|找到|说|讲|团员|考虑到|反映|举报|检举|控告|另外|领队|领导|[指选]派|抽调|借调|改由|接替|顶替|代替|[我本该一二三四]科|[程综合信通财法宣规划业指挥防护监督修护]科|[我本该]处|[我本该]站|[办公息合]室|[我本该]队|[我本该]组|[我本该]班|[我本该]所|原告|被告|安全员|监理员)$/;

const SPLIT_WORD =
  /^(?:日常|平常|正常|异常|非常|时常|往常|照常|工程|工时|工商|工农|人均|人居|人和|人都|人才|人曾|人从|人由|人应|人于|员都|员应|民用|民政|民间|长江|长安|长时|主管|主席|主张|生平|生育|师从|户都|户均|户应|子弟|有关|有时|有利|的确|原党|原有|为期|为何|对于|对方|由于|向上|向前|和平|和谐|请于|即时|队伍|班车|班子|组成|组织|室内|科学|科研|处于|处分|所有|所长|站长|到位|到来|经常|经查|受理)$/;

/** Left edges that everyday words have as well: 有|关规定, 的|高度. A surname of everyday words wants a better one. */
const WEAK_EDGE = /[科处站室队组班所有原的了是请即到经系将叫受被让把据送找]/;

const RELATIONS = new RegExp(RELATION_WORDS.filter((word) => word.length > 1).join('|'));
/** One person is meant, though not by name. 其他, 其中, 我市 are somebody and something else. */
const PRONOUN =
  /该员(?!工)|其(?![他中它余间次实自])|(?<!其)他(?![人们])|她(?!们)|我(?![市办县区局省们国单州厅处科站镇乡])|本人|该同志|该职工|该员工|该户|该人|此人|你(?![单们办局])|您/;
const PARTY =
  /(?:巡查|看护|管护|巡护|值守|保管|报务|话务|保洁|炊事)员|[更守][夜洞]人|老大|老二|老三|娃|幺儿|媳妇|老婆|老公|闺女|老汉|婆娘|老爹|老娘|孩子|小孩|来电人|业主|租户|家中有|家里有|信访人|申请人|当事人|患者|来信人|投诉人|举报人|住户|承租户|户主|死者|伤者|考生|被处罚人|原告|第三人|被询问人|被谈话人|被催告人|听众|老人|婆婆|老伴/;

/** True when a name may begin at an offset of running text. */
export function beginsName(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  // 工|程使用…: the edge itself is the first half of a word.
  if (SPLIT_WORD.test(scene.text.slice(Math.max(piece.start, start - 1), start + 1))) return false;
  // 800元计发: a sum, nobody of the name 元.
  if (scene.text[start] === '元' && /[\d万千百]/.test(scene.text[start - 1] ?? '')) return false;
  return BEFORE_NAME.test(scene.text.slice(Math.max(piece.start, start - 4), start));
}

/** A word of office stands right before the name, or the name is that of a contact on duty. */
export function isOfficial(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  const left = scene.text.slice(Math.max(piece.start, start - 14), start);
  // Who speaks for the owners of a house or a co-operative holds no office.
  if (
    /(?:业委会|业主委员会|业主大会|村民小组|合作社|家委会|商会|同乡会)(?:的)?(?:副?主任|副?会长|组长|委员|成员|理事长?)$/.test(
      left,
    )
  )
    return false;
  if (
    /(?:原|退休|离休|已故|前)[^，。；;：:]{0,10}$|老(?:领导|同事|前辈|工程师|主任|书记|局长|处长|科长|校长|厂长|教师|教授|专家|干部|会计)$/.test(
      left,
    )
  )
    return false;
  // 安全责任人:经理…: a manager who answers for a place of their own.
  if (/责任人[:：][^，。；]{0,8}(?:经理|店长|老板|队长|厂长|场长|老总)$/.test(left)) return false;
  return OFFICE_TITLES.test(left.replace(/(?:\([^()]{0,10}\))?[:： ]*$/, '')) || /联系人[:：]?[^，。；;]{0,12}$/.test(left);
}

function isDottedStart(text: string, at: number): boolean {
  return isHan(text[at] ?? '') && !isHan(text[at - 1] ?? '') && /^[\u4e00-\u9fff]{2,6}·/.test(text.slice(at, at + 8));
}

/** A name further back is the subject of something else; and text without a break must stay cheap. */
const NAME_REACH = 160;

const reads = new WeakMap<Scene, Uint8Array>();
const NONE = 1;

/**
 * Length of the name that begins at an offset of running text by its own edges, or 0. Every item looks back over the same names:
 * each offset is read once a scene.
 */
function freeNameAt(scene: Scene, start: number): number {
  let known = reads.get(scene);
  if (!known) {
    known = new Uint8Array(scene.text.length + 1);
    reads.set(scene, known);
  }
  const before = known[start] ?? 0;
  if (before > 0) return before - NONE;
  const length = readFreeName(scene, start);
  known[start] = Math.min(255, length + NONE);
  return length;
}

function readFreeName(scene: Scene, start: number): number {
  const surname = surnameAt(scene.text, start);
  if (surname.length === 0 && !isDottedStart(scene.text, start)) return 0;
  if (!beginsName(scene, start)) return 0;
  // 我科时雨: in one's own office, somebody of it is named.
  if (/[我本该][科处室站队组班所办]$/.test(scene.text.slice(Math.max(0, start - 2), start)))
    return nameLengthAt(scene.text, start, 'role');
  if (surname.loose && WEAK_EDGE.test(scene.text[start - 1] ?? '')) return 0;
  return nameLengthAt(scene.text, start, 'free');
}

const PROFESSION = /(?:工程师|建造师|教授|队长|班长|经理|讲解员)$/;

/** The nearest name that ends at or before an offset, not before `floor`; undefined when there is none or it is an official's. */
export function nearestName(scene: Scene, before: number, floor: number, isFirm = false): Range | undefined {
  for (let start = before - 2; start >= Math.max(floor, before - NAME_REACH); start--) {
    const length = freeNameAt(scene, start);
    if (length === 0 || start + length > before + 1) continue;
    const whole = earlierReading(scene, start, floor) ?? { start, end: start + length };
    if (!isOfficial(scene, whole.start)) return whole;
    // 注册工程师某某: by profession, not in office; an identity number or illness beside the name is theirs.
    return isFirm && PROFESSION.test(scene.text.slice(Math.max(0, whole.start - 6), whole.start)) ? whole : undefined;
  }
  return undefined;
}

/** 吕向阳: read from the right, 向 looks like a preposition and 阳 like a surname; the reading that begins earlier is the name. */
function earlierReading(scene: Scene, start: number, floor: number): Range | undefined {
  for (const earlier of [start - 2, start - 1]) {
    if (earlier < floor || surnameAt(scene.text, earlier).length === 0) continue;
    const length = freeNameAt(scene, earlier);
    if (earlier + length > start) return { start: earlier, end: earlier + length };
  }
  return undefined;
}

/** Whom a statement is about: words in the sentence up to `end`, or a name up to `before`. Answers the words, or undefined. */
export function personMentioned(scene: Scene, before: number, end = before): string | undefined {
  const sentence = scene.sentence(before);
  const from = Math.max(sentence.start, before - NAME_REACH);
  const text = scene.text.slice(from, Math.min(sentence.end, end + TAIL));
  const words = RELATIONS.exec(text)?.[0] ?? PARTY.exec(scene.text.slice(from, before))?.[0] ?? PRONOUN.exec(text)?.[0];
  if (words && (!ANYBODY.test(words) || isSomebodyNear(scene, sentence.start, end))) return words;
  if (nearestName(scene, before, sentence.start) || lastKnown(scene, from, end)) return '姓名';
  if (/[:：]/.test(scene.text.slice(before, end)) && LABELLED_ABOVE.test(scene.text.slice(Math.max(0, before - 240), before)))
    return '上文的姓名';
  // 盛世昌与人聚餐后驾车。……被判处拘役: the sentence before names the person.
  const piece = scene.pieceAt(before);
  const above = Math.max(piece.start, before - NAME_REACH);
  if (piece.cell) return undefined;
  if (/本人|该同志|该职工|该员工?|该人(?!员)|此人/.test(scene.text.slice(above, before))) return '上文的“本人”';
  return lastKnown(scene, above, before) ? '上文的姓名' : undefined;
}

/** 老人, 孩子, 家里有: somebody only where the paragraph tells who. */
const ANYBODY = /^(?:老人|孩子|小孩|家中有|家里有|业主|住户|父亲|母亲|爷爷|奶奶|外公|外婆|亲属|家属|邻居|朋友)$/;
const SOMEBODY =
  /(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]|[我他她](?!们)|本人|[\u4e00-\u9fff]某|其[家妻夫子女父母]|\d(?:号楼|栋|幢|单元|室|门)|姓名|(?:[来写][信电访话]|信访|投诉|举报|反映|当事|申请|异议|诉求|求助|留言)人/;
const PARAGRAPH_REACH = 200;

function isSomebodyNear(scene: Scene, sentence: number, end: number): boolean {
  const from = Math.max(0, sentence - PARAGRAPH_REACH);
  const text = scene.text.slice(from, Math.min(scene.text.length, end + TAIL));
  return SOMEBODY.test(text) || lastKnown(scene, from, end) !== undefined || nearestName(scene, end, sentence) !== undefined;
}

/** The lines of a form: 姓名:… above 血型:…. */
const LABELLED_ABOVE =
  /(?:姓名|户主|被询问人|被谈话人|被催告人|被处罚人|当事人|信访人|来访人|患者|本人|申请人|来电人|应聘人|报名人)(?:姓名)?[:：][ ]?[\u4e00-\u9fff·]{2,}/;

/** 刚做完心脏搭桥的老伴: the person stands behind the statement. */
const TAIL = 4;
