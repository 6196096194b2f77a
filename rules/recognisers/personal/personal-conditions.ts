import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { CONDITIONS, type Condition, CREDIT, FAMILY, HEALTH, INCOME, MINOR } from './condition-groups.ts';
import { bracketOwner } from './owned-name.ts';
import { nearestName, personMentioned } from './person-mention.ts';
import { cellKind, personTable } from './person-tables.ts';
import { isSensitive } from './sensitive-words.ts';
import { byAnchor, fact, isHeaderCell, near, textOf } from './surroundings.ts';

/** Statements about everybody, about numbers of people, about rules: nobody is meant. */
const GENERAL =
  /等情形|的情形|等疾病|期望|面议|大病(?:补助|救助|保险|医疗)|评定(?:标准|残疾|办法|条件)|国家规定|(?<![受舍吃离动经见累凉使晓懂算])不得|应当|可以|标准|条件|要求|凡|如(?:家中|家里|果|遇|您家|你家)|如有|如患|若|预防|讲座|未被|未列入|名单|的(?:人员|人|群众|职工|干部|居民|住户|老人|队员|对象|家庭|不超过|可|须|应)|者(?:应|须|可|优先)|\d+(?:名|例|位|户|人次)|[\d.]+[万余]*人|[二三四五六七八九十]名|困难职工(?:等|帮扶|档案|补助|慰问)|办法|规定|政策|条例|宣传|保障金|登记制度|体检(?!发现|查出|检出|时|中|后)|高龄|患者(?:较|及|、|和|等|可|应|请|群体)|孕妇[、及和]|(?:孕妇|老人|病人|患者|孕期|儿童|人员)[^，。；]{0,8}(?:不参加|不宜|勿|不列入|暂不|免于|谢绝)|人群|及其家属|患病的|病历|病房|保险|医保|统计|人均|平均|人员工资|农民工工资|拖欠工资|工资标准|工资审批|预算|决算|财政|的$|问题$|(?:患者|病人|者|孕妇|产妇|老人|儿)(?:及其?|的|、|和)?(?:家属|亲属|家人|监护人)(?!姓名|[为是:])|(?<!已|申|被|聘|邀|提|[，,]|^)请(?:提前|注意|备|做好|勿|及时|在|到|就近|携带|随身|拨打)|家属(?:请|可|应|要|注意|做好|提前)/;

/** The statements of each kind, behind a gate that tells which of them a clause may hold: most clauses hold none. */
const gates = new Map<Condition, PatternGate<RegExp>>();

function gateOf(condition: Condition): PatternGate<RegExp> {
  let gate = gates.get(condition);
  if (!gate) {
    const statements = condition.statements.map((each) => new RegExp(each.source, 'g'));
    gate = new PatternGate(statements, (statement) => statement);
    gates.set(condition, gate);
  }
  return gate;
}

const CLAUSE_REACH = 100;
/** What goes on telling in the next clause: 尿毒症，每周透析三次 · 前天中风，送区医院了. */
const GOES_ON =
  /钢[钉板]|石膏|拄拐|拐杖|休养|复查|医院|手术|治疗|不能自理|行动不便|生活不便|每[周天月日]|服药|吃药|药费|抢救|少[油糖盐]|忌[口食辛]|禁食|饮食|靠|随队|随医疗|陪护|照顾|照看|勿派|不便派|避免|减轻|无人照/;

/** All that a clause tells of one kind, overlapping statements as one, ascending. */
function statementsIn(scene: Scene, clause: Range, condition: Condition): Range[] {
  // Age stands one comma before: 八十三岁,有老年痴呆.
  const age =
    /(?:\d{1,3}|[一二三四五六七八九十]{1,4})岁，$/.exec(scene.text.slice(Math.max(0, clause.start - 8), clause.start))?.[0]
      .length ?? 0;
  const from = clause.start - age;
  const text = scene.text.slice(from, clause.end);
  const found: { start: number; end: number }[] = [];
  for (const statement of gateOf(condition).open(scene.codes, from, clause.end))
    for (const each of text.matchAll(statement))
      found.push({ start: from + each.index, end: from + each.index + each[0].length });
  found.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const each of found) {
    const last = merged.at(-1);
    if (last && each.start <= last.end) last.end = Math.max(last.end, each.end);
    else merged.push({ ...each });
  }
  return merged.map((each) => (each.end === clause.end ? { ...each, end: goesOn(scene, each.end) } : each));
}

/** Where the words that lead into a statement begin: 疑似股骨颈|骨折, 两根手指|粉碎性骨折; not over a name or a word for a person. */
function leadIn(scene: Scene, start: number, floor: number): number {
  const name = nearestName(scene, start, Math.max(floor, start - 12));
  const limit = Math.max(floor, start - 8, name?.end ?? 0);
  let at = start;
  while (
    at > limit &&
    /[\u4e00-\u9fff]/.test(scene.text[at - 1] ?? '') &&
    !/[其他她我你的称说系是者某户人员主时，子女妻夫母父工于在月日年]/.test(scene.text[at - 1] ?? '')
  )
    at--;
  return at;
}

function goesOn(scene: Scene, end: number): number {
  const limit = scene.pieceAt(end - 1).end;
  let at = end;
  for (let count = 0; count < 3; count++) {
    const next = /^，([^，。；！？:：]{2,24})(?=[，。；！？]|$)/.exec(scene.text.slice(at, Math.min(limit, at + 28)))?.[1];
    if (!next || !(isSensitive(next) || GOES_ON.test(next)) || /^[其他她妻夫子女父母]|[住电]|手机|卡号|\d{5}/.test(next)) break;
    at += next.length + 1;
  }
  return at;
}

/** True when the table is about persons, one a row. */
function isPersonsTable(scene: Scene, piece: ScenePiece): boolean {
  return (personTable(scene, piece)?.names ?? 0) > 0;
}

/** A cell of a private column holds the fact whole; among remarks the clauses count that tell of it. */
function inCell(scene: Scene, piece: ScenePiece, condition: Condition): Candidate[] {
  const read = cellKind(scene, piece);
  if (!read || read.table.names === 0 || isHeaderCell(scene, piece)) return [];
  const text = textOf(scene, piece);
  const first = scene.row(piece)[0];
  if (first && /^(?:合计|小计|总计|平均|共计)/.test(textOf(scene, first))) return [];
  if (/\*\*|××/.test(text) || condition.blank.test(text.trim())) return [];
  const whole = read.kind === condition.kind && text.length <= 60 && isValue(text, condition);
  const ranges = whole
    ? [valueIn(text)]
    : read.kind === 'story' || isLongValue(read.kind, condition, text)
      ? tellingClauses(text, condition)
      : [];
  return ranges.map((range) => ({
    start: piece.start + range.start,
    end: piece.start + range.end,
    value: text.slice(range.start, range.end),
    confidence: 0.9,
    evidence: [fact(`表头“${read.label.slice(0, 20)}”`), fact('所在表格登记个人信息')],
    suggestion: condition.suggestion,
  }));
}

const isLongValue = (kind: string, condition: Condition, text: string): boolean => kind === condition.kind && text.length > 60;

function isValue(text: string, condition: Condition): boolean {
  if (condition.sums) return /\d{3}/.test(text);
  return condition === HEALTH || !/^[\d.,]+$/.test(text);
}

/** Up to where another item begins: 尿毒症，住老屋组14号，电话…. */
function valueIn(text: string): Range {
  const other = /[，,；;。](?=(?:现|家)?住(?!院)|电话|手机|身份证|残疾证|低保账|由其|联系)/.exec(text);
  return { start: 0, end: other ? other.index : text.length };
}

/** A short remark of one matter is taken whole. */
const SHORT_REMARK = 40;
const OTHER_MATTER = /(?<![居同])住(?!院)|电话|手机|账户|卡号|代[领办]|由其|联系|名下|政策|\d{7}/;

/** Runs of neighbouring clauses that tell of the kind, other sensitive clauses between them included. */
function tellingClauses(text: string, condition: Condition): Range[] {
  const runs: { start: number; end: number; tells: boolean }[] = [];
  for (const clause of text.matchAll(/[^，,。；;]+/g)) {
    const words = clause[0];
    const range = { start: clause.index, end: clause.index + words.length };
    const last = runs.at(-1);
    const follows = last !== undefined && range.start - last.end === 1;
    const sensitive = !GENERAL_CELL.test(words) && isSensitive(words);
    const along = (follows && GOES_ON.test(words)) || (text.length <= SHORT_REMARK && !OTHER_MATTER.test(words));
    if (!sensitive && !along) continue;
    const tells = sensitive && condition.tells(words);
    if (follows) {
      last.end = range.end;
      last.tells ||= tells;
    } else runs.push({ ...range, tells });
  }
  return runs.filter((run) => run.tells);
}

/** Remarks about the list, not about the person. */
const GENERAL_CELL = /政策|办法|规定|标准|名单|公示|保障金|登记制度|不得|应当|人均|统计/;

interface Judged extends Range {
  readonly person: string;
}

const judgements = new WeakMap<Scene, Map<string, readonly Judged[]>>();

/** What the clause round an offset tells of one kind about a person; asked for again and again, answered once a clause. */
function judge(scene: Scene, at: Range, condition: Condition): readonly Judged[] {
  const whole = scene.clause(at.start);
  // On a grid, so that in text without a break neighbouring anchors share one window and one answer.
  const grid = Math.floor(at.start / CLAUSE_REACH) * CLAUSE_REACH;
  const clause = {
    start: Math.max(whole.start, grid - CLAUSE_REACH),
    end: Math.min(whole.end, grid + 2 * CLAUSE_REACH),
  };
  let known = judgements.get(scene);
  if (!known) {
    known = new Map();
    judgements.set(scene, known);
  }
  const key = `${condition.id} ${clause.start} ${clause.end}`;
  let judged = known.get(key);
  if (!judged) {
    judged = judgeClause(scene, clause, condition);
    known.set(key, judged);
  }
  return judged;
}

/** Where a statement ends: the bracket it stands in closes it. */
function closedAt(scene: Scene, { start, end }: Range): number {
  const text = scene.text.slice(start, end);
  const close = text.indexOf(')');
  return close > 0 && !text.slice(0, close).includes('(') ? start + close : end;
}

function judgeClause(scene: Scene, clause: Range, condition: Condition): readonly Judged[] {
  const text = scene.text.slice(clause.start, clause.end);
  if (condition.quick && !condition.quick.test(text)) return [];
  const isGeneral = GENERAL.test(
    condition === INCOME ? text.replace(/按标准|(?:补助|待遇|工资|退休金)标准(?=由|从|调)/, '') : text,
  );
  // What stands in a bracket behind a name is told of that person, whatever the clause round it is about.
  if (isGeneral && !text.includes('(')) return [];
  const piece = scene.pieceAt(clause.start);
  if (isHeaderCell(scene, piece)) return [];
  const row = isPersonsTable(scene, piece) && piece.end - piece.start <= 40 && !personTable(scene, piece)?.form;
  return statementsIn(scene, clause, condition).flatMap((whole) => {
    const statement = { start: whole.start, end: closedAt(scene, whole) };
    const told = scene.text.slice(statement.start, statement.end);
    const owner = bracketOwner(scene, statement.start) ? '姓名' : undefined;
    if (isGeneral && (!owner || GENERAL.test(told))) return [];
    if (row && (condition !== INCOME || /工资|收入|养老|退休|低保|业|劳/.test(told)))
      return [{ ...statement, person: '所在行的人员' }];
    const person =
      owner ?? personMentioned(scene, statement.start + 1, statement.end) ?? personBehind(scene, statement, condition);
    if (
      !person ||
      (person !== '姓名' && isMaskedCaller(scene, statement.start)) ||
      (piece.cell && scene.row(piece).length > 3 && person !== '姓名')
    )
      return [];
    const start = condition === HEALTH ? leadIn(scene, statement.start, clause.start) : statement.start;
    return [{ start, end: statement.end, person }];
  });
}

/** The last label of a caller above, and who it names. */
const CALLER =
  /(?:来电人|来信人|来访人|信访人|投诉人|咨询人|留言人|求助人|诉求人|提问人|网民|网友)(?:姓名)?[:：][ ]?([^\s，,。；]{0,8})/g;
const CALLER_REACH = 240;

/** 来电人:王先生 电话:139****6610: what a masked caller tells of somebody at home tells of nobody. */
function isMaskedCaller(scene: Scene, statement: number): boolean {
  const above = scene.text.slice(Math.max(0, statement - CALLER_REACH), statement);
  const last = [...above.matchAll(CALLER)].at(-1);
  if (!last || !/某|[*×]|女士|先生|匿名|同志|网友|市民|师傅/.test(last[1] ?? '')) return false;
  return !/(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]/.test(above.slice(last.index));
}

/** 因体检发现…，三班某某同学未参加: the reason stands before the one it is about. */
function personAddressed(scene: Scene, statement: Range): string | undefined {
  const before = scene.text.slice(Math.max(scene.sentence(statement.start).start, statement.start - 12), statement.start + 2);
  const after = scene.text.slice(statement.end, Math.min(scene.sentence(statement.start).end, statement.end + 30));
  return /因|由于|鉴于/.test(before)
    ? /^，(?:[^，。；]{0,8}[班组室科队])?[\u4e00-\u9fff·]{2,4}(?:同学|同志|老人|师傅|女士|先生)(?!们)/.exec(after)?.[0].slice(1)
    : undefined;
}

/** Money is said before the one who gets it: 每月1420元发给田永年之妻. */
function personBehind(scene: Scene, statement: Range, condition: Condition): string | undefined {
  if (condition === HEALTH) return personAddressed(scene, statement);
  if (condition !== INCOME) return undefined;
  const after = scene.text.slice(statement.end, Math.min(scene.sentence(statement.start).end, statement.end + 30));
  return /(?:发给|付给|转给|打给)[^，。；]{0,10}(?:之[妻夫子女母父]|同志|女士|先生|本人)/.exec(after)?.[0];
}

const WOKEN = byAnchor(CONDITIONS);

/** A statement of any kind at a waking place that is about one person: a name may stand before it. */
export function conditionNear(scene: Scene, at: Range): Range | undefined {
  const word = scene.text.slice(at.start, at.end);
  for (const condition of WOKEN.get(word) ?? []) {
    const found = judge(scene, at, condition).find((each) => each.start <= at.start && each.end >= at.end);
    if (found) return { start: found.start, end: found.end };
  }
  return undefined;
}

function recogniser(condition: Condition): Recogniser {
  return {
    id: condition.id,
    anchors: condition.anchors,
    once: 'clause',
    headers: condition.headers,
    recognise(scene, at) {
      const piece = scene.pieceAt(at.start);
      if (piece.cell && at.start === piece.start && at.end === piece.end) {
        const cells = inCell(scene, piece, condition);
        if (cells.length > 0) return cells;
      }
      return judge(scene, at, condition).map((found) => ({
        start: found.start,
        end: found.end,
        value: scene.text.slice(found.start, found.end),
        confidence: 0.8,
        evidence: [fact(`${condition.name}的具体表述`, { start: found.start, end: found.end }), near(found.person)],
        suggestion: condition.suggestion,
      }));
    },
  };
}

export const healthOfPerson = recogniser(HEALTH);
export const familyOrBelief = recogniser(FAMILY);
export const incomeOfPerson = recogniser(INCOME);
export const creditOrPunishment = recogniser(CREDIT);
export const minorOrBiometric = recogniser(MINOR);
