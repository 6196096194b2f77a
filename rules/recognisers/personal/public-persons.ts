import { PlacedPattern } from '../../engine/placed-pattern.ts';
import type { Scene } from '../../model.ts';
import { placesOfName } from './name-places.ts';
import { nameLengthAt } from './name-reading.ts';
import { PUBLIC_HEADERS } from './person-words.ts';

/** Roles whose bearers act for a body; a list of names may follow, with or without a colon. */
const ROLE = new PlacedPattern(
  /(?:专业人员(?:姓名)?|论证专家|验收组(?:成员)?(?:签字)?|值班人员|值班员|移交人|接收人|监交人|授课(?:老师|教师)|主讲人?|嘉宾|驻村(?:工作)?队员|工作队(?:员|队员)|质监员|填报人?|制表人?|拟稿人?|(?:建设|设计|监理|施工|勘察|检测|采购)单位(?=[:：])|评标委员会成员|评审专家|专家组成员|专家|评委|出席|列席|主持|记录|参加人员|参会人员|法定代表人|法人代表|负责人|项目经理|项目总工|技术负责人|联系人|执法人员|检查人员|监督员|普查员|普查人员|(?<!外业|作业|施工|班)组长|副组长|成员|主任|副主任|局长|副局长|处长|科长|副科长|股长|站长|所长|书记|副书记|调研员|主任科员|市长|县长|区长|部长|院长|校长|董事长|总经理|记者|通讯员|责任编辑|编辑|校对|审核|摄影|作者|供稿|签发|解读人|讲解员|经办人|承办人|(?<=[，,、])总监(?:理工程师)?|建造师|纪检组长|参谋长|政委|带班领导|带班)/,
);
export const ROLE_WORDS = ROLE.words;
const LIST_SEPARATOR =
  /^(?:\((?:[^()]{0,16})\))?[、，,和及与 ]{1,2}(?:(?:副?[主组]任|副?局长|副?科长|成员|调研员)(?=[\u4e00-\u9fff]))?/;

/** Who has left office is a private person again (原副主任, 退休干部 …); 紧急联系人 is a relative. */
const FORMER = /(?:原|退休|离休|已故|紧急|业委会|业主委员会|村民小组|合作社|家委会|商会|同乡会)[\u4e00-\u9fff]{0,6}$/;

/** What the draft shows of names in public roles, as far as somebody has asked. */
interface Register {
  readonly answers: Map<string, boolean>;
  /** By order of the piece: the names in public roles in it. */
  readonly pieces: Map<number, ReadonlySet<string>>;
}
const registers = new WeakMap<Scene, Register>();

/**
 * True for a name that the draft itself shows in a public role (主任…, 评标委员会成员:…, column 项目负责人), anywhere in it. Role words
 * stand in every other sentence of a draft and names in a few: only the pieces are read in which the name stands.
 */
export function isPublicPerson(scene: Scene, name: string): boolean {
  let register = registers.get(scene);
  if (!register) {
    register = { answers: new Map(), pieces: new Map() };
    registers.set(scene, register);
  }
  const known = register.answers.get(name);
  if (known !== undefined) return known;
  const { pieces } = register;
  const answer = placesOfName(scene, name).some((at) => {
    const order = scene.orderAt(at);
    let names = pieces.get(order);
    if (!names) {
      names = publicNames(scene, order);
      pieces.set(order, names);
    }
    return names.has(name);
  });
  register.answers.set(name, answer);
  return answer;
}

/** Names in public roles that stand in a piece; the lists they stand in may begin in a piece before. */
function publicNames(scene: Scene, order: number): ReadonlySet<string> {
  const names = new Set<string>();
  const last = scene.pieces[order];
  if (!last) return names;
  const first = firstOfList(scene, order);
  for (const match of ROLE.all(scene, scene.pieces[first]?.start, last.end)) {
    const listed = readList(scene, match.index + match[0].length);
    if (listed.length === 0 || FORMER.test(scene.text.slice(Math.max(0, match.index - 10), match.index))) continue;
    for (const name of listed) names.add(name);
  }
  for (const piece of scene.pieces.slice(first, order + 1)) {
    if (!piece.cell || !PUBLIC_HEADERS.test(piece.cell.header) || /责任人/.test(piece.cell.header)) continue;
    for (const name of readList(scene, piece.start)) names.add(name);
  }
  return names;
}

/** So much of a bracket may stand between two names of a list: only inside one does a list run on over the end of a piece. */
const BRACKET = 18;
/** No list is longer: thirty names, each with its office before it and a bracket behind it. */
const LONGEST_LIST = 2000;

/** Order of the piece in which a list may begin that goes on in a piece. */
function firstOfList(scene: Scene, order: number): number {
  const startOf = (piece: number): number => scene.pieces[piece]?.start ?? 0;
  const floor = Math.max(0, startOf(order) - LONGEST_LIST);
  let first = order;
  for (let open = openBefore(scene, startOf(first)); open >= floor; open = openBefore(scene, startOf(first)))
    first = scene.orderAt(open);
  return first;
}

/** Where a bracket stands that is open at the beginning of a piece; -1 for none. */
function openBefore({ text }: Scene, start: number): number {
  for (let at = start - 1; at >= Math.max(0, start - BRACKET); at--) {
    if (text[at] === '(') return at;
    if (text[at] === ')') return -1;
  }
  return -1;
}

/** 值班人员:办公室董蕾 · 值班人员:工程股 乐辉: the office stands before the name. */
const OFFICE_BEFORE =
  /^(?:办公室|[\u4e00-\u9fff]{2,4}?[股科处室站部]|[\u4e00-\u9fff]{2,4}中心)[ ]?(?=[\u4e00-\u9fff]{2,4}(?:[、，,；;。\s(]|$))/;

/** The last characters of what `OFFICE_BEFORE` begins with, none of them farther off than this. */
const OFFICE_ENDS = new Uint8Array(65536);
for (const end of '室股科处站部心') OFFICE_ENDS[end.charCodeAt(0)] = 1;
const OFFICE_REACH = 6;
/** What may stand between a role and a name. */
const LEADS = new Uint8Array(65536);
for (const lead of '(:： ') LEADS[lead.charCodeAt(0)] = 1;

function officeLength({ codes, text }: Scene, at: number): number {
  for (let next = at; next < at + OFFICE_REACH; next++)
    if (OFFICE_ENDS[codes[next] ?? 0] === 1) return OFFICE_BEFORE.exec(text.slice(at, at + 16))?.[0].length ?? 0;
  return 0;
}

/** Role words stand everywhere, and mostly no name behind them: no text is cut where one character says so. */
function readList(scene: Scene, from: number): readonly string[] {
  const { text } = scene;
  let at = from;
  if (LEADS[scene.codes[at] ?? 0] === 1) at += /^(?:\([^()]{0,12}\))?[:：]?[ ]?/.exec(text.slice(at, at + 24))?.[0].length ?? 0;
  // 设计单位:某院 张三: what stands before the blank is a body where it is no name.
  if (nameLengthAt(text, at, 'role') === 0 && text.slice(at, at + 10).includes(' '))
    at += /^[\u4e00-\u9fff]{2,8}[ ]/.exec(text.slice(at, at + 10))?.[0].length ?? 0;
  const names: string[] = [];
  for (let count = 0; count < 30; count++) {
    at += officeLength(scene, at);
    const length = nameLengthAt(text, at, 'role');
    if (length === 0) break;
    names.push(text.slice(at, at + length));
    at += length;
    const separator = LIST_SEPARATOR.exec(text.slice(at, at + 24))?.[0].length ?? 0;
    if (separator === 0) break;
    at += separator;
  }
  return names;
}
