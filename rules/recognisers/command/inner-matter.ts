import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, oncePerWindow, windowAt } from './grammar.ts';
import { EXHORTATION, FAMILY_NAMES, PARTS, type Part, type PartFamily, PUBLIC_TALK } from './inner-parts.ts';

/** What the parts of a remark must weigh together, of at least two families; more where the sentence speaks to the public. */
const ENOUGH = 4;
const ENOUGH_IN_SPEECH = 5;
const ENOUGH_IN_PUBLIC = 6;
/** Short statements are told whole: what must not be said stands before or after the words that forbid it. */
const GLANCE = 80;
/** Clauses without any part that may lie between two parts of one remark. */
const BRIDGE = 1;

interface Clause extends Range {
  readonly parts: readonly Part[];
}

const BREAK = /[，,]/;

/** Clauses of a statement with the parts found in each; a pattern may look over its clause only by what it says itself. */
function clausesWithParts(scene: Scene, range: Range, present: readonly Part[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = range.start;
  for (let at = range.start; at <= range.end; at++) {
    if (at < range.end && !BREAK.test(scene.text.charAt(at))) continue;
    if (at > start) {
      const text = scene.text.slice(start, at);
      clauses.push({ start, end: at, parts: present.filter((part) => part.pattern.test(text)) });
    }
    start = at + 1;
  }
  return clauses;
}

/** The heaviest part of each family; two ways of saying that nothing is settled weigh more than one, and a matter only tips the scale. */
function weigh(parts: readonly Part[], openClauses = 2): ReadonlyMap<PartFamily, number> {
  const weights = new Map<PartFamily, number>();
  for (const { family, weight } of parts) weights.set(family, Math.max(weights.get(family) ?? 0, weight));
  const open = new Set(parts.filter(({ family, weight }) => family === 'unsettled' && weight >= 2));
  if (open.size >= 2 && openClauses >= 2) weights.set('unsettled', 3);
  if (![...weights.values()].some((weight) => weight >= 3)) weights.delete('matter');
  return weights;
}

const sum = (weights: ReadonlyMap<PartFamily, number>) => [...weights.values()].reduce((total, weight) => total + weight, 0);

/** Runs of clauses that have parts, with at most `BRIDGE` bare clauses between two of them. */
function chains(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const runs: Clause[][] = [];
  let bare = Number.POSITIVE_INFINITY;
  for (const clause of clauses) {
    if (clause.parts.length === 0) {
      bare++;
      continue;
    }
    const last = runs.at(-1);
    if (last && bare <= BRIDGE) last.push(clause);
    else runs.push([clause]);
    bare = 0;
  }
  return runs;
}

function spanOf(said: Range, chain: readonly Clause[], clauses: readonly Clause[], lead: number): Range {
  const from = chain[0]?.start ?? said.start;
  const to = chain.at(-1)?.end ?? said.end;
  if (said.end - said.start <= GLANCE) return { start: said.start + lead, end: said.end };
  const before = clauses.findLast((clause) => clause.end < from);
  const start = before && from - before.start <= 24 && before.parts.length === 0 ? before.start : from;
  return { start: Math.max(start, said.start + lead), end: to };
}

const LEAD =
  /^(?:[①-⑳]|[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、)]|第[一二三四五六七八九十]，)?(?:[^:，,]{1,12}:)?/;

/** Contents of brackets inside a sentence: a remark put into a public sentence. */
function bracketed(scene: Scene, sentence: Range): readonly Range[] {
  const text = scene.text.slice(sentence.start, sentence.end);
  return [...text.matchAll(/[(【[〔]([^()【】[\]〔〕]{6,200})[)】\]〕]/g)].map((match) => ({
    start: sentence.start + match.index + 1,
    end: sentence.start + match.index + match[0].length - 1,
  }));
}

const gate = new PatternGate(PARTS, (part) => part.pattern);

function read(scene: Scene, sentence: Range): readonly Candidate[] {
  const open = gate.open(scene.text, sentence.start, sentence.end);
  // Parts that only raise are no remark, however many.
  if (!open.some(({ weight }) => weight >= 2)) return [];
  const whole = scene.text.slice(sentence.start, sentence.end);
  const present = open.filter((part) => part.pattern.test(whole));
  if (sum(weigh(present)) < ENOUGH) return [];
  const enough = PUBLIC_TALK.test(whole) ? ENOUGH_IN_PUBLIC : EXHORTATION.test(whole) ? ENOUGH_IN_SPEECH : ENOUGH;
  if (sum(weigh(present)) < enough) return [];
  const inside = bracketed(scene, sentence).flatMap((range) => remarksOf(scene, range, present, enough));
  return inside.length > 0 ? inside : remarksOf(scene, sentence, present, enough);
}

function remarksOf(scene: Scene, said: Range, present: readonly Part[], enough: number): readonly Candidate[] {
  const text = scene.text.slice(said.start, said.end);
  const led = LEAD.exec(text)?.[0] ?? '';
  const lead = present.some(({ family, weight, pattern }) => weight >= 2 && family !== 'label' && pattern.test(led))
    ? 0
    : led.length;
  const spanning = present.filter(({ family }) => family === 'label' || family === 'disagreement');
  const clauses = clausesWithParts(scene, said, present);
  return chains(clauses).flatMap((chain) => {
    const parts = [...chain.flatMap((clause) => clause.parts), ...spanning.filter((part) => part.pattern.test(text))];
    const open = chain.filter((clause) => clause.parts.some(({ family, weight }) => family === 'unsettled' && weight >= 2));
    const weights = weigh(parts, open.length);
    const counted = [...weights.values()].filter((weight) => weight >= 2).length;
    const alone = [...weights.values()].some((weight) => weight === 4);
    if (sum(weights) < enough || counted === 0 || (weights.size < 2 && !alone)) return [];
    const span = spanOf(said, chain, clauses, lead);
    const evidence = [...weights.keys()].map((family) => ({ label: FAMILY_NAMES[family], range: span }));
    return [candidate(scene, span, Math.min(0.9, 0.5 + sum(weights) / 20), evidence)];
  });
}

const readOnce = oncePerWindow(read);

/** Internal remarks by their parts: who, undecided, to stay inside, disagreement, handling, bargaining. */
export const innerMatter: Recogniser = {
  id: 'inner-matter',
  anchors: [
    '别',
    '勿',
    '不要',
    '不得',
    '严禁',
    '不能说',
    '不宜',
    '不准',
    '不许',
    '先不',
    '暂不',
    '不对外',
    '不公开',
    '不公布',
    '不上网',
    '不挂网',
    '不见报',
    '不上纪要',
    '附卷',
    '内部',
    '口径',
    '低调',
    '悄悄',
    '保密',
    '松口',
    '出面',
    '走漏',
    '群里',
    '声张',
    '解释',
    '表态',
    '知情面',
    '知悉面',
    '控制范围',
    '关起门',
    '心照不宣',
    '不留',
    '意思',
    '想法',
    '态度',
    '意见',
    '口头',
    '私下',
    '私底下',
    '默许',
    '默认',
    '招呼',
    '点头',
    '点了头',
    '点过头',
    '授意',
    '交代',
    '发话',
    '拍板',
    '定夺',
    '把关',
    '请分管',
    '书记定',
    '主任定',
    '个别',
    '分歧',
    '不一致',
    '不统一',
    '不一',
    '主张',
    '反对',
    '弃权',
    '扯皮',
    '谈不拢',
    '没谈拢',
    '谈崩',
    '僵',
    '顶着',
    '各执',
    '争议',
    '争论',
    '争执',
    '不同意',
    '不赞成',
    '保留',
    '嫌',
    '质疑',
    '不认可',
    '从宽',
    '从轻',
    '从缓',
    '激化',
    '稳住',
    '稳控',
    '安抚',
    '拖',
    '先保',
    '压一压',
    '放一放',
    '缓一缓',
    '冷一冷',
    '搁一搁',
    '冷处理',
    '睁一只眼',
    '下不为例',
    '照顾',
    '关照',
    '变通',
    '通融',
    '迁就',
    '网开一面',
    '特事特办',
    '别较真',
    '追究',
    '深究',
    '点名',
    '点到为止',
    '息事宁人',
    '大事化小',
    '过场',
    '糊弄',
    '应付',
    '敷衍',
    '绕开',
    '回避',
    '避而不谈',
    '淡化',
    '模糊',
    '含糊',
    '找理由',
    '找个理由',
    '不予理睬',
    '尽量不',
    '后补',
    '事后补',
    '补手续',
    '补个',
    '倒签',
    '拆分',
    '化整为零',
    '先开工',
    '去谈',
    '留点',
    '台阶',
    '换届',
    '激动',
    '上访',
    '缠访',
    '闹访',
    '舆情',
    '难缠',
    '敏感',
    '底线',
    '底价',
    '标底',
    '心理价位',
    '让步',
    '谈判',
    '还价',
    '压价',
    '砍价',
    '可接受',
    '最高',
    '最多',
    '批注',
    '按语',
    '附注',
    '备注:',
    '提示:',
    '建议:',
    '注:',
    '摘要:',
    '留言:',
    '说明:',
    '事先告',
    '提前告',
    '一律不',
    '做工作',
    '先不签',
    '尚无',
    '尚未',
    '还未',
    '还没',
    '没点头',
    '先别',
    '批示',
    '听说',
    '据说',
    '不提供',
    '开价',
    '要价',
    '我方',
    '心理价',
    '各有',
    '话术:',
    '口径:',
    '要点:',
    '吩咐',
    '叮嘱',
    '嘱咐',
    '里先',
    '里觉得',
    '里考虑',
    '内部摸',
    '内部评',
    '内部测',
    '内部打',
    '内部排',
    '红头',
    '没有文',
    '监委',
    '纪委',
    '纪检',
    '余地',
    '其实',
    '实际',
    '按完成',
    '为名',
    '为由',
    '对外',
    '不承诺',
    '不便',
    '张榜',
    '不记录',
    '记录要',
    '记录从',
    '不给',
    '切忌',
    '只限',
    '仅限',
    '研究，',
    '入档',
    '先不登',
    '不写入',
    '前暂不',
    '前不',
    '小范围',
    '层面',
    '个人',
    '咬',
    '说法',
    '看法',
    '怎么报',
    '等通知',
    '再推敲',
    '再决定',
    '再碰',
    '另案',
    '另报',
    '理由待',
    '内部批',
    '内部整',
    '口子',
    '陪标',
    '倾斜',
    '摸过底',
    '摸底',
    '调账',
    '补账',
    '另签',
    '一律说',
    '统一回答',
    '应对',
    '问及',
    '追问',
    '问到',
    '蒙在',
    '没告诉',
    '未告知',
    '不知情',
    '不知道',
    '没下',
    '未下',
    '流程',
    '程序',
    '让先',
    '说先',
    '不通报',
    '不写',
    '有数',
    '知道就行',
    '如问',
    '要是问',
    '问起',
    '就说',
    '书面',
    '注意分寸',
    '注意方',
    '往外',
    '嘴',
    '先用',
    '先空',
    '先按',
    '先干',
    '挂账',
    '上限',
    '底牌',
    '露底',
  ],
  once: 'sentence',
  recognise: (scene, at) => readOnce(scene, windowAt(scene, at.start, 'sentence')),
};
