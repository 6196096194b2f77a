import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { assemblyPointsIn } from './assembly-points.ts';
import { evacuationIn } from './evacuation.ts';
import { gathering } from './gathering.ts';
import { candidate, cutFront, oncePerWindow, spansOf, windowAt } from './grammar.ts';
import { targetProtection } from './key-target.ts';
import { LEAD } from './place-names.ts';
import { detailsIn } from './plan-detail.ts';
import { PLAN_FACTS, type PlanForm } from './plan-facts.ts';
import { PLAN_LISTS } from './plan-lists.ts';
import { movementsIn } from './plan-movement.ts';
import { PLAN_POINTS } from './plan-points.ts';
import { PLAN_SITES } from './plan-sites.ts';
import { PLAN_TALK, TARGET_TALK } from './plan-talk.ts';
import { PLAN_WORDS, planTheme } from './plan-theme.ts';
import { teamStrength } from './team-strength.ts';

/** What a report of a drill tells beyond the drill. */
const LASTING = /只够|只能住|差额|缺口|容量|遭袭|疏散基地|接收点|安置点|目标|疏散地域|方案/;
/** Another town that receives people is part of a plan, whatever the day is called. */
const BEYOND_DRILL = /只够|差额|缺口|(?:到|至|往|向|去|赴)[^，。；]{0,6}[\u4e00-\u9fff]{2}(?:县|镇|乡)|接收点|疏散路线/;
/** Pensions and petitions in the same minutes. */
const OTHER_MATTER = /补缴|养老保险|医疗保险|社会保险|信访|上访|欠薪|银行卡|抚恤/;
const DRILL_WORD = /演练|演习|参演|观摩|比武|展示|开放日/;

const TALK: readonly PlanForm[] = [...PLAN_TALK, ...PLAN_LISTS, ...PLAN_SITES, ...PLAN_POINTS, ...TARGET_TALK];
/** The exact grammars of the same facts: where they speak, ways of talking need not. */
const EXACT: readonly Recogniser[] = [gathering, teamStrength, targetProtection];

function exactIn(scene: Scene, window: Range): readonly Candidate[] {
  const at = { start: window.start, end: window.start + 1 };
  return [...EXACT.flatMap((recogniser) => recogniser.recognise(scene, at)), ...evacuationIn(scene, window)];
}
/** A way of talking that tells twice as much as the exact grammar does is kept; it then stands for both. */
const saidAlready = (one: Range, others: readonly Range[]): boolean =>
  others.some((other) => 2 * (Math.min(one.end, other.end) - Math.max(one.start, other.start)) >= one.end - one.start);

const factGate = new PatternGate(PLAN_FACTS, (form) => form.pattern);
const talkGate = new PatternGate(TALK, (form) => form.pattern);

const readWindow = oncePerWindow((scene, window): readonly Candidate[] => {
  const piece = scene.pieceAt(window.start);
  const theme = planTheme(scene, piece);
  const text = scene.text.slice(window.start, window.end);
  if (OTHER_MATTER.test(text)) return [];
  const drilled = theme.drill && !/只够|差额|遭袭/.test(text) && (DRILL_WORD.test(text) || !LASTING.test(text));
  const beyond = !theme.drill || BEYOND_DRILL.test(text);
  const moved = ((theme.evacuation || theme.team) && beyond ? movementsIn(scene, window) : []).map((span) =>
    candidate(scene, cutFront(scene, span, LEAD), 0.72, [{ label: '写明何人去往何处、经由何路', range: span }], 'review'),
  );
  const counts = (name: 'evacuation' | 'team' | 'target', lasting = false) =>
    theme[name] && (!drilled || lasting || name === 'target');
  const read = (forms: readonly PlanForm[]) =>
    forms
      .filter(
        ({ themes, said, unless, lasting }) =>
          themes.some((name) => counts(name, lasting)) && !unless?.test(text) && (!said || said.test(text)),
      )
      .flatMap((form) =>
        spansOf(scene, window, form.pattern)
          .map((span) => cutFront(scene, span, LEAD))
          .map((span) => candidate(scene, span, form.confidence, [{ label: form.label, range: span }], 'review')),
      );
  const facts = read(factGate.open(scene.codes, window.start, window.end));
  const points = assemblyPointsIn(scene, window, theme).map((span) =>
    candidate(scene, span, 0.8, [{ label: '写明集合、登车的地方', range: span }], 'review'),
  );
  const loose = [...moved, ...points, ...read(talkGate.open(scene.codes, window.start, window.end))];
  const details = detailsIn(scene, window, theme);
  if (loose.length === 0 && details.length === 0) return facts;
  const exact = exactIn(scene, window);
  const known = [...facts, ...exact];
  const talked = loose.filter((span) => !saidAlready(span, known));
  const told = [...known, ...talked];
  const detailed = details
    .filter((span) => !saidAlready(span, told))
    .map((span) => candidate(scene, cutFront(scene, span, LEAD), 0.68, [{ label: '方案中的数字、地点', range: span }], 'review'));
  // The exact grammar may not have been woken here by a word of its own; what it stands for must not be lost.
  return [...known, ...talked, ...detailed];
});

function isOfPlans(scene: Scene, at: Range): boolean {
  const theme = planTheme(scene, scene.pieceAt(at.start));
  return theme.evacuation || theme.team || theme.target;
}

/** Who, how many, with what, by which road and from where: the facts of a plan, in papers and passages that are plans. */
export const planPassage: Recogniser = {
  id: 'plan-passage',
  anchors: [
    '人',
    '户',
    '名',
    '台',
    '辆',
    '艘',
    '登车',
    '上车',
    '集合',
    '集结',
    '清点',
    '换乘',
    '待命',
    '列队',
    '会合',
    '下车',
    '休整',
    '宿营',
    '待机',
    '集合点',
    '停靠点',
    '换乘点',
    '补给点',
    '—',
    '→',
    '接收',
    '安置',
    '疏散',
    '疏出',
    '居民',
    '学生',
    '职工',
    '假目标',
    '烟幕',
    '角反射',
    '伪装',
    '遮障',
    '水幕',
    '水雾',
    '发烟',
    '遮蔽',
    '转移',
    '群众',
    '街道',
    '社区',
    '片区',
    '最多',
    '只够',
    '只肯',
    '容纳',
    '去',
    '往',
    '沿',
    '经',
    '走',
    '坐',
    '守护',
    '看守',
    '守卫',
    '登船',
    '上船',
    '乘船',
    '改为',
    '备份',
    '备用',
    '放在',
    '停在',
    '住',
    '收',
    '套',
    '架',
    '艘',
    '小时',
    '分钟',
    '留城',
    '掩体',
    '诱饵',
    '队',
    '直送',
    '并给',
    '改走',
    '改由',
    '一线',
    '次之',
    '撤销',
    '保留',
    '腾出',
    '粮站',
    '条件',
    '不随',
    '集结点',
    '收容点',
    '依托',
    '水位',
    '储量',
    '库存',
    '负荷',
    '放空',
    '发烟',
    '预置',
    '基地',
    '道路',
    '路线',
  ],
  words: PLAN_WORDS,
  // A theme is told by a piece, its heading, its table or the lines before it: where no word of one stands in them, there is none.
  needsInDraft: PLAN_WORDS,
  once: 'sentence',
  // 人 and 居民 stand in every sentence, plans in few papers: no window is cut in a piece without their theme.
  recognise: (scene: Scene, at: Range) => (isOfPlans(scene, at) ? readWindow(scene, windowAt(scene, at.start, 'sentence')) : []),
};
