import { neededByAny } from '../../engine/needed-text.ts';
import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, context, oncePerWindow, windowAt } from './grammar.ts';
import { INNER_ANCHORS } from './inner-anchors.ts';
import { TOLD_ANCHORS } from './inner-anchors-told.ts';
import {
  COMMON_FAULT,
  EXHORTATION,
  FAMILY_NAMES,
  PARTS,
  type Part,
  type PartFamily,
  PUBLIC_TALK,
  STANDING_DUTY,
} from './inner-parts.ts';
import { PARTS_SPOKEN } from './inner-parts-spoken.ts';
import { PARTS_TOLD } from './inner-parts-told.ts';
import { isQuotedTalk, isSpokenPaper } from './spoken-paper.ts';

/** What the parts of a remark must weigh together, of at least two families; more where the sentence speaks to the public. */
const ENOUGH = 4;
/** In papers that never leave the office by their kind, less is needed. */
const ENOUGH_INSIDE = 3;
const ENOUGH_IN_SPEECH = 5;
const ENOUGH_IN_PUBLIC = 6;
/** Short statements are told whole: what must not be said stands before or after the words that forbid it. */
const GLANCE = 80;
/** Clauses without any part that may lie between two parts of one remark. */
const BRIDGE = 1;

const ALL_PARTS: readonly Part[] = [...PARTS, ...PARTS_TOLD, ...PARTS_SPOKEN];
const SPOKEN: ReadonlySet<Part> = new Set(PARTS_SPOKEN);

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

/** Read off the expressions themselves: idioms stand for nothing else. */
const SPOKEN_ANCHORS = neededByAny(PARTS_SPOKEN.filter(({ weight }) => weight > 1).map(({ pattern }) => pattern)) ?? [];

const gate = new PatternGate(ALL_PARTS, (part) => part.pattern);

/** Lessons and meetings of neighbours talk of what is held back, undecided or disputed as well. */
const TAUGHT = /科普|小课堂|知识|常识|试题|竞赛|须知|办事指南|小朋友|家长|问答|居民|业主大会|听证|招聘|选聘|应聘|考试|明白卡/;
const taught = new WeakMap<Scene, boolean>();
function speaksToPublic(scene: Scene): boolean {
  const known = taught.get(scene) ?? TAUGHT.test(scene.title());
  taught.set(scene, known);
  return known;
}

/** Notes, sign-off slips, hand-overs and talks among colleagues. */
const INSIDE =
  /便笺|会签|签报|呈批|阅办|碰头会|党组会(?:议)?(?:记录|纪要)|群消息|摘编|会议记录|处置单|办理单|流转|谈话(?:提纲|要点)|交接|备忘|通气|工作群|群聊|聊天记录|微信群|法律意见|周报|周工作|内部(?:流转|讨论|备忘)|答问参考|沟通情况|批办|拟办|调解笔录|支委会|办务会|局务会/;
const inside = new WeakMap<Scene, boolean>();
function isInside(scene: Scene): boolean {
  const known = inside.get(scene) ?? INSIDE.test(scene.title());
  inside.set(scene, known);
  return known;
}

/** What a citizen told the office, in a list of calls: it is told for the office to deal with, not among colleagues. */
const TOLD_BY_CITIZEN = /^(?:[^，。；:]{0,8}:)?(?:来电|来信|市民|居民|群众|业主)?(?:反映|咨询|投诉|询问|求助|诉求|称)(?!其)/;
const CALLS = /诉求|来电|来信|反映(?:内容|事项|问题|情况)|问题描述|投诉内容|咨询内容|工单/;
/** What the paper says of itself as a whole is a mark, found as such. */
const OF_THE_PAPER = /^(?:\d{1,2}[.、])?(?:本|此|该)(?:件|函|文|表|文件|材料|资料|通知|报告|纪要|方案)[^，。；]{0,24}仅[供限]/;

function isOrdinary(scene: Scene, sentence: Range, said: string): boolean {
  return OF_THE_PAPER.test(said) || (TOLD_BY_CITIZEN.test(said) && CALLS.test(context(scene, sentence)));
}

function read(scene: Scene, sentence: Range): readonly Candidate[] {
  let open = gate.open(scene.codes, sentence.start, sentence.end);
  if (open.some((part) => SPOKEN.has(part)) && (isSpokenPaper(scene) || isQuotedTalk(scene, sentence)))
    open = open.filter((part) => !SPOKEN.has(part));
  // Parts that only raise are no remark, however many.
  if (!open.some(({ weight }) => weight >= 2)) return [];
  // Were all of them there, it would still not be enough: no expression is asked.
  const usual = isInside(scene) ? ENOUGH_INSIDE : ENOUGH;
  if (sum(weigh(open)) < usual || speaksToPublic(scene)) return [];
  const whole = scene.text.slice(sentence.start, sentence.end);
  const heavy = open.filter(({ weight, pattern }) => weight >= 2 && pattern.test(whole));
  if (heavy.length === 0) return [];
  const present = open.filter((part) => (part.weight >= 2 ? heavy.includes(part) : part.pattern.test(whole)));
  if (sum(weigh(present)) < usual) return [];
  const enough =
    PUBLIC_TALK.test(whole) || COMMON_FAULT.test(whole) ? ENOUGH_IN_PUBLIC : EXHORTATION.test(whole) ? ENOUGH_IN_SPEECH : usual;
  if (sum(weigh(present)) < enough || STANDING_DUTY.test(whole) || isOrdinary(scene, sentence, whole)) return [];
  const remarks = bracketed(scene, sentence).flatMap((range) => remarksOf(scene, range, present, enough));
  return remarks.length > 0 ? remarks : remarksOf(scene, sentence, present, enough);
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
    if (sum(weights) < enough || counted === 0 || (weights.size < 2 && !alone && enough !== ENOUGH_INSIDE)) return [];
    const span = spanOf(said, chain, clauses, lead);
    const evidence = [...weights.keys()].map((family) => ({ label: FAMILY_NAMES[family], range: span }));
    return [candidate(scene, span, Math.min(0.9, 0.5 + sum(weights) / 20), evidence)];
  });
}

const readOnce = oncePerWindow(read);

/** Internal remarks by their parts: who, undecided, to stay inside, disagreement, handling, bargaining. */
export const innerMatter: Recogniser = {
  id: 'inner-matter',
  anchors: [...new Set([...INNER_ANCHORS, ...TOLD_ANCHORS, ...SPOKEN_ANCHORS])],
  once: 'sentence',
  recognise: (scene, at) => readOnce(scene, windowAt(scene, at.start, 'sentence')),
};
