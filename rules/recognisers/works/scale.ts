/** Sizes and wartime uses in running text: grammar, then totals, norms and fees, then the tie to a work. */
import type { Level } from '../../../review/model/index.ts';
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { draftFacts } from './draft-facts.ts';
import { harmlessSize, isArticle, isNoStock, isOffSite, OFF_SITE, sentenceOf } from './guards.ts';
import { readingRecogniser } from './per-piece.ts';
import { describesWork, holdsGrade, objectsBetween, type PieceFacts, pieceFacts } from './piece-facts.ts';
import type { ScaleForm, ScaleMatch } from './scale-grammar.ts';
import { laysDownFigure } from './stance.ts';
import { withoutBrackets } from './subjects.ts';
import { CONFIDENCE, candidate, levelByTie, passedOver, tieOf } from './ties.ts';
import { PUBLIC_SUBJECT, REFERENCE, STORE, WORK } from './vocabulary.ts';

const LABELS: Readonly<Record<ScaleForm, string>> = {
  area: '写明面积',
  persons: '写明掩蔽（容纳）人数',
  units: '写明防护单元数量',
  length: '写明通道长度',
  beds: '写明床位（手术台）数量',
  stock: '写明储备品种和数量',
  vehicles: '写明战时停放车辆数量',
  generators: '写明电站数量',
  use: '写明战时功能（用途）',
};

const subject = new RegExp(
  `${WORK}|${REFERENCE}|坑道|地道|防空洞|人防(?=:)|(?<![一-龥])工程(?=[一-龥]{0,4}(?:总|建筑)?面积)`,
  'g',
);
const elsewhere = new RegExp(
  `${PUBLIC_SUBJECT}|地上|容积率|绿地率|(?<!设)计容|展厅|宣教|房屋(?!开裂|裂缝|下沉)|住宅(?:楼|建筑)?|用地|厂房|办公楼|商业|体育|布展|隔墙|货架|单元门|绿化|绿地|景观|展线|展陈|馆内|馆舍|围挡|广场铺装|道路面积`,
  'g',
);
const store = new RegExp(`${STORE}|物资库|器材库|仓`);

function lastIndex(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}

/** True when the nearest subject before the value, in its sentence or the one before, is a shelter. */
function isAboutWork(lead: string, text: string, index: number): boolean {
  const [from] = sentenceOf(text, index);
  const before = withoutBrackets(text.slice(from, index));
  const work = lastIndex(subject, before);
  const other = lastIndex(elsewhere, before);
  if (work >= 0 || other >= 0) return work >= other;
  const previous = withoutBrackets(`${lead}\n${text.slice(Math.max(0, from - 160), from)}`);
  return lastIndex(subject, previous) > lastIndex(elsewhere, previous);
}

/** Title and the few short lines before a piece: the subject of a form written as lines (工程名称：…, 建设规模：…). */
function leadOf(scene: Scene, piece: ScenePiece): string {
  const { title } = draftFacts(scene);
  return `${title}\n${scene.text.slice(Math.max(0, piece.start - 120), piece.start)}`;
}

function isMedical(text: string, index: number): boolean {
  const [from, to] = sentenceOf(text, index);
  return /战时|急救医院|人防(?:中心)?医院|救护站|医疗救护工程/.test(text.slice(from, to));
}

/** The area of the whole building project, not of its shelter: beside plot ratio and floors above ground, or beside a 人防面积. */
function isProjectTotal(text: string, from: number, to: number, match: ScaleMatch): boolean {
  const sentence = text.slice(from, to);
  const bare = withoutBrackets(sentence);
  const outside = bare[match.start - from] === '·' ? sentence : bare;
  if (/容积率|绿地率|计容|地上总?(?:建筑)?面积|地上[0-9]+层/.test(outside)) return true;
  if (
    /总投资|编制床位|规划床位|在校生|办学规模|班(?:小学|中学|幼儿园)|门诊量/.test(outside) &&
    /总(?:建筑)?面积$/.test(text.slice(Math.max(from, match.start - 8), match.start).replace(/[约为共达近:]+$/, ''))
  )
    return true;
  const own = /人防/.test(text.slice(Math.max(from, match.start - 12), match.start));
  return !own && sentence.includes('总建筑面积') && /人防(?:建筑|有效)?面积/.test(sentence);
}

/** 应急局储备帐篷供防汛: goods of another office's trade, or of the floods of every summer. */
const isRelief = (scene: Scene, sentence: string): boolean =>
  /防汛|防台|抗旱|救灾|应急(?:管理)?局|森林防火/.test(`${draftFacts(scene).title}${sentence}`) &&
  !/人防(?:战备)?物资|战备|战时|疏散/.test(sentence);

function borrowedTieHolds(scene: Scene, piece: ScenePiece, text: string, match: ScaleMatch): boolean {
  const [from, to] = sentenceOf(text, match.start);
  const sentence = text.slice(from, to);
  if (match.form === 'stock' && /至少|不少于|各地|应当?|[须需]/.test(text.slice(Math.max(from, match.start - 24), match.start)))
    return false;
  if (match.form === 'stock' && (isNoStock(text, match.start, match.end) || isRelief(scene, sentence))) return false;
  if (match.form === 'stock') {
    const label = piece.cell === undefined ? '' : `${piece.cell.label} ${piece.cell.header}`;
    return (
      store.test(`${sentence} ${label} ${text.slice(0, 300)}`) &&
      /人防|战备|战时|物资库|储备|存/.test(`${sentence} ${label} ${text.slice(0, 300)}`) &&
      draftFacts(scene).civil
    );
  }
  if (match.form === 'beds') return isMedical(text, match.start);
  if (
    match.form === 'length' &&
    /展线|参观线|道路|公路|管道|管线|围墙|电缆|线路|河道|步道/.test(text.slice(Math.max(from, match.start - 14), match.start))
  )
    return false;
  if (match.form === 'length')
    return /坑道|地道(?!战)|防空洞|早期(?:人防)?工程|人防(?:干道|通道|工程)|洞(?:体|室)|砖拱|干道/.test(
      text.slice(Math.max(0, from - 60), to).replace(PRETENDED, ''),
    );
  if (match.form === 'use')
    return (
      holdsGrade(pieceFacts(scene, piece), from, to) ||
      /战时|防护单元|[0-9]单元/.test(sentence) ||
      isAboutWork(leadOf(scene, piece), text, match.start)
    );
  if (match.form === 'persons' && /避难|看台|剧场|报告厅|体育场/.test(sentence)) return false;
  if (match.form === 'area' && isProjectTotal(text, from, to, match)) return false;
  return isAboutWork(leadOf(scene, piece), text, match.start) || describedBeside(pieceFacts(scene, piece), text, match.start);
}

/** A size in a sentence (or a short form-like piece) that gives the shelter's grade or wartime use. */
function describedBeside(facts: PieceFacts, text: string, index: number): boolean {
  const [from, to] = sentenceOf(text, index);
  if (describesWork(facts, from, to)) return true;
  return text.length < 240 && text.includes(';') && describesWork(facts, 0, text.length);
}

/** A tunnel of scaffolding and canvas, a tunnel of history. */
const PRETENDED = /“(?:坑道|地道|防空洞)”|(?:模拟|遗址|冉庄|焦庄户|上甘岭)[^,。;]{0,8}|[一-龥]{2}地道(?=,长)/g;

const TEACHING_USE =
  /适用于|是指|包括|分为|一般|通常|比如|例如|所谓|由人(?:民)?防(?:空)?主管部门|规定(?:的|如下|:)|应载明|等指标|是否|工程的,|[所部库]的,/;

function readScale(scene: Scene, piece: ScenePiece, match: ScaleMatch): Candidate | undefined {
  const compact = compactPiece(scene, piece);
  const { text } = compact;
  const facts = draftFacts(scene);
  const [from, to] = sentenceOf(text, match.start);
  const sentence = text.slice(from, to);
  const own = pieceFacts(scene, piece);
  const named = objectsBetween(own, from, match.start).some((object) => object.kind !== 'siren');
  const told =
    named || (/不[少低小]于$/.test(text.slice(Math.max(0, match.start - 3), match.start)) && laysDownFigure(scene, sentence));
  const harmless = match.form === 'use' || match.form === 'stock' ? undefined : harmlessSize(text, match.start, match.end, told);
  if (harmless !== undefined) return passedOver(compact, match.start, match.end, match.value, harmless);
  if (match.tie === 'borrowed' && !borrowedTieHolds(scene, piece, text, match)) return undefined;
  const tie = tieOf(scene, piece, match.start);
  if (isOffSite(sentence) || (facts.offSite && tie.strength !== 'sentence'))
    return passedOver(compact, match.start, match.end, match.value, OFF_SITE);
  const article = isArticle(text, from, match.start);
  if (match.form === 'use' && !named && (article || TEACHING_USE.test(sentence)))
    return passedOver(compact, match.start, match.end, match.value, '规范或科普表述，未指向具体工程');
  // A wartime use alone may be teaching; beside a grade or a size it describes a work.
  const level: Level =
    tie.strength === 'none' && match.form === 'use' && own.describing.length === 0 ? 'notice' : levelByTie(tie);
  return candidate(compact, match.start, match.end, match.value, level, CONFIDENCE[tie.strength], [
    { label: LABELS[match.form] },
    tie.fact,
  ]);
}

function readScales(scene: Scene, piece: ScenePiece, forms: readonly ScaleForm[]): readonly Candidate[] {
  const facts = draftFacts(scene);
  if (!facts.civil) return [];
  if (piece.cell !== undefined && facts.tables.get(piece.cell.table)?.kind === 'off-site') return [];
  return pieceFacts(scene, piece)
    .scales.filter((match) => forms.includes(match.form))
    .map((match) => readScale(scene, piece, match))
    .filter((read) => read !== undefined);
}

const scaleRecogniser = (id: string, anchors: readonly string[], forms: readonly ScaleForm[]): Recogniser =>
  readingRecogniser({ id, anchors }, (scene, piece) => readScales(scene, piece, forms));

/** 人防建筑面积5820.46㎡ · 建筑面积叁仟贰佰壹拾平方米 */
export const workArea: Recogniser = scaleRecogniser(
  'work-area',
  ['面积', '平方', '平米', '来平', '余平', '㎡', 'm2', 'm²'],
  ['area'],
);
/** 掩蔽人数2860人 · 可掩蔽4000人 · 4个防护单元 · 床位75张 */
export const shelterCapacity: Recogniser = scaleRecogniser(
  'shelter-capacity',
  [
    '掩蔽',
    '隐蔽',
    '容纳',
    '收容',
    '容量',
    '能藏',
    '可藏',
    '能躲',
    '能容',
    '保障',
    '可供',
    '能供',
    '进驻',
    '防护单元',
    '抗爆单元',
    '防爆单元',
    '床位',
    '手术台',
    '战时',
    '电站',
  ],
  ['persons', 'units', 'beds', 'vehicles', 'generators'],
);
/** 地道全长186米 */
export const workLength: Recogniser = scaleRecogniser('work-length', ['长', '打了', '挖了', '掘进', '开挖', '开凿'], ['length']);
/** 储备帐篷2400顶、折叠床3600张 */
export const storedStock: Recogniser = scaleRecogniser(
  'stored-stock',
  [
    '库容',
    '储备',
    '储存',
    '存放',
    '存于',
    '库存',
    '备有',
    '储藏',
    '储于',
    '存储',
    '码放',
    '堆放',
    '摆放',
    '账面',
    '实盘',
    '实存',
    '结存',
    '归入',
    '存在',
    '放在',
  ],
  ['stock'],
);
/** 战时为二等人员掩蔽所 · 战时功能：人防物资库 */
export const wartimeUse: Recogniser = scaleRecogniser(
  'wartime-use',
  [
    '战时',
    '人员掩',
    '掩蔽',
    '物资库',
    '专业队',
    '急救医院',
    '救护站',
    '汽车库',
    '单元',
    '用途',
    '功能',
    '类别',
    '中心医院',
    '医疗救护',
  ],
  ['use'],
);
