/**
 * Where a work, a part of it, a siren or a store stands, in running text. The finders say where a place phrase is and whose it is;
 * here it is judged: public subjects, off-site cases, norms and teaching fall away, the subject decides the level.
 */
import type { Level } from '../../../review/model/index.ts';
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { CIVIL_WORDS, draftFacts, givesValues, namesWork } from './draft-facts.ts';
import { isOffSite, OFF_SITE, sentenceOf } from './guards.ts';
import { readingRecogniser } from './per-piece.ts';
import { describesWork, pieceFacts } from './piece-facts.ts';
import { FLOOR_LABEL, type Place } from './place.ts';
import { fixesPoint, furtherEnd, isCoarse } from './place-grammar.ts';
import { placesByLabel } from './places-by-label.ts';
import {
  placesAfterNames,
  placesAway,
  placesBeforeParts,
  placesBeforeWorks,
  placesInBrackets,
  placesInPartBrackets,
  placesOfFloors,
  placesWithNumber,
} from './places-by-position.ts';
import {
  placesByDeed,
  placesByPlainVerb,
  placesByVerb,
  placesOfBounds,
  placesOfCourse,
  placesOfEntry,
  placesRebuilt,
  placesTurned,
} from './places-by-verb.ts';
import { placesOfControls } from './places-of-controls.ts';
import { placesByRoof, placesOfInstalled, placesOfSirenList, placesOfSpokenSirens } from './places-of-sirens.ts';
import type { Subject } from './subjects.ts';
import { candidate, isCivilContext, passedOver, tieOf } from './ties.ts';

/** What is usual or required is no position of a work. */
const TEACHING_PLACE = /一般|通常|应当?|不宜|不得|宜|可以|严禁|禁止|大多|多数/;

const SUBJECT_LABELS: Readonly<Record<Subject, string>> = {
  work: '人防工程（指挥所、洞库）的位置',
  part: '口部、出入口、竖井等部位的位置',
  siren: '警报点位的安装位置',
  store: '物资器材存放位置',
  reference: '所指工程的位置',
  project: '修建防空地下室的项目位置',
  public: '',
  none: '位置表述',
};

/** Sirens of the office, in a draft that speaks of civil defence elsewhere; weather and burglars have none. */
const SIREN_GEAR = /防空警报|警报(?:设施|设备|终端|控制)|鸣响率|音响覆盖/;

type Verdict = { readonly level: Level; readonly confidence: number } | { readonly why: string } | undefined;

const BLOCK: Verdict = { level: 'block', confidence: 0.9 };
const REVIEW: Verdict = { level: 'review', confidence: 0.75 };
const NOTICE: Verdict = { level: 'notice', confidence: 0.5 };

/** Lifts, detours, parcels: the entrance of a house, not of a shelter. */
const ORDINARY = /电梯|绕行|减速|快递|行人|业主|施工期间|临时封闭|垃圾|停放电动/;
const SHELTERED = /人防|防空|战时|掩蔽|口部|洞|坑道|地道|密闭|竖井/;

/** What makes a place nobody's secret, in Chinese. */
function harmlessPlace(scene: Scene, place: Place, text: string): string | undefined {
  const phrase = text.slice(place.start, place.end);
  const [from, to] = sentenceOf(text, place.start);
  if (isCoarse(phrase)) return '只写到区（县、镇），未写明具体地点';
  if (place.subject === 'public') return '办公、服务、宣传等应公开的地点';
  if (draftFacts(scene).offSite || isOffSite(text.slice(from, to))) return OFF_SITE;
  if (place.subject === 'part' && ORDINARY.test(text.slice(from, to)) && !SHELTERED.test(text.slice(from, to)))
    return '一般建筑的出入口';
  const required = TEACHING_PLACE.test(text.slice(Math.max(from, place.start - 24), place.start));
  if (required && !/[0-9]+(?:号|#|栋|幢|米)/.test(phrase)) return '规范性或一般性表述';
  if (/一般|通常|哪里|较高|大多|^(?:应|宜)/.test(phrase)) return '规范性或一般性表述';
  if (/^(?:及|或)?以[上下]/.test(text.slice(place.end, place.end + 3)) || /(?:及|或)以[上下]$/.test(phrase))
    return '规范性或一般性表述';
  return undefined;
}

/** A place whose subject is no work by its words: what its sentence and its draft say decides. */
function judgeLoose(scene: Scene, piece: ScenePiece, place: Place, text: string): Verdict {
  const [from, to] = sentenceOf(text, place.start);
  const described = describesWork(pieceFacts(scene, piece), from, to);
  if (place.subject === 'project') return described || givesValues(scene) ? REVIEW : undefined;
  if (described) return REVIEW;
  if (place.label === FLOOR_LABEL && /平战结合|人防工程|防空地下室/.test(text.slice(from, to))) return REVIEW;
  return isCivilContext(scene, piece) && tieOf(scene, piece, place.start).strength === 'sentence' ? NOTICE : undefined;
}

function judge(scene: Scene, piece: ScenePiece, place: Place, text: string): Verdict {
  const why = harmlessPlace(scene, place, text);
  if (why !== undefined) return { why };
  const { subject } = place;
  if (place.weak && subject !== 'part' && subject !== 'siren') return undefined;
  if (place.building !== true && !fixesPoint(text.slice(place.start, place.end))) return subject === 'work' ? NOTICE : undefined;
  if (subject === 'work') return BLOCK;
  if (subject === 'part' || subject === 'siren' || subject === 'reference') {
    if (isCivilContext(scene, piece) || namesWork(scene)) return BLOCK;
    return subject === 'siren' && SIREN_GEAR.test(text) ? REVIEW : undefined;
  }
  if (subject !== 'store') return judgeLoose(scene, piece, place, text);
  const [from, to] = sentenceOf(text, place.start);
  return piece.cell !== undefined || /人防|战备|战时|储备/.test(text.slice(Math.max(0, from - 60), to)) ? REVIEW : undefined;
}

function toCandidates(scene: Scene, piece: ScenePiece, places: readonly Place[]): readonly Candidate[] {
  const compact = compactPiece(scene, piece);
  return places.flatMap((place): readonly Candidate[] => {
    const { start, subject } = place;
    const end = furtherEnd(compact.text, place.end);
    const verdict = end - start < 3 ? undefined : judge(scene, piece, place, compact.text);
    if (verdict === undefined) return [];
    const value = compact.text.slice(start, end);
    // 在其东侧新建: where it stands from something named elsewhere.
    if (/^[其该此]?(?:处|工程|洞)?[东南西北前后左右]{1,2}[侧面边方]$/.test(value)) return [];
    if ('why' in verdict) return fixesPoint(value) ? [passedOver(compact, start, end, value, verdict.why)] : [];
    const evidence = [{ label: SUBJECT_LABELS[subject] }, { label: place.label }, tieOf(scene, piece, start).fact];
    return [candidate(compact, start, end, value, verdict.level, verdict.confidence, evidence)];
  });
}

/** Short lines under 警报点位如下：. */
function isSirenList(scene: Scene, piece: ScenePiece): boolean {
  return (
    /警报(?:点|器)|点位/.test(scene.text.slice(Math.max(0, piece.start - 160), piece.start)) &&
    /警报/.test(draftFacts(scene).title)
  );
}

function withoutOverlaps(places: readonly Place[]): readonly Place[] {
  const sorted = [...places].filter((place) => place.end > place.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Place[] = [];
  for (const place of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || place.start >= last.end) kept.push(place);
    else if (last.subject === 'public' || last.subject === 'none' || (last.subject === 'project' && place.subject !== 'project'))
      kept[kept.length - 1] = place;
  }
  return kept;
}

const locationRecogniser = (
  id: string,
  anchors: readonly string[],
  find: (scene: Scene, piece: ScenePiece, text: string) => readonly Place[],
): Recogniser => {
  const reader = readingRecogniser({ id, anchors, words: CIVIL_WORDS }, (scene, piece) => {
    const facts = draftFacts(scene);
    if (piece.cell !== undefined && facts.tables.get(piece.cell.table)?.kind === 'off-site') return [];
    return toCandidates(scene, piece, withoutOverlaps(find(scene, piece, compactPiece(scene, piece).text)));
  });
  return { ...reader, recognise: (scene, at) => (draftFacts(scene).civil ? reader.recognise(scene, at) : []) };
};

/** 该工程位于…, 主要出入口设在…, 电声警报器装在…, 帐篷存于… */
export const workSite: Recogniser = locationRecogniser(
  'work-site',
  '改建 依托 四至 东至 南至 西至 北至 走向 线路 路径 干道 地道 坑道 场址 站址 库址 洞址 所址 新址 备选 位于 东起 西起 南起 北起 架到 坐落 座落 地处 设于 设在 设置在 设置于 建在 建于 布置在 布置于 布设 安装在 安装于 安设 装在 装于 架设 加装 部署 开口 开向 存于 存在 存放 储存 储备 储于 选址 选定 朝向 开设 迁入 搬入 搬进 迁往 结合 处于 开在 开于 隐蔽 隐藏 藏于 藏在 甩在 留在 到 至 通向 通往 直通 借用 利用 紧邻 毗邻 邻近 靠近 新增 新建 修建 建有 建成 建设 开挖 打防 挖防 开凿 构筑 设有 设置 配建 安装 增设 作为 改为 改建为 改造为 用作 设为 停放 码放 堆放 摆放 进入 进出 出入'.split(
    ' ',
  ),
  (_scene, _piece, text) => [
    ...placesByVerb(text),
    ...placesByDeed(text),
    ...placesTurned(text),
    ...placesOfEntry(text),
    ...placesOfCourse(text),
    ...placesOfBounds(text),
    ...placesRebuilt(text),
  ],
);
/** 建设地点：… · 警报点位：… */
export const labelledSite: Recogniser = locationRecogniser(
  'labelled-site',
  ['地点', '地址', '位置', '坐落', '座落', '点位', '选址', '四至'],
  placesByLabel,
);
/** 7号楼北侧进风竖井 · 轴线12-14交D-F处临空墙 · 竖井在7号楼西侧 */
export const partPosition: Recogniser = locationRecogniser(
  'part-position',
  '口部 出口 入口 洞口 连通口 竖井 风口 扩散室 除尘室 滤毒室 通道 洗消间 临空墙 棚架 应急出口 电站 储油间 水箱 水库 集水坑 密闭门 人防门 封堵 隔墙 轴 桩号 里程 一个在 一处在 机房 风亭 主口 要口 备用口 岔洞'.split(
    ' ',
  ),
  (_scene, _piece, text) => [
    ...placesByPlainVerb(text),
    ...placesBeforeParts(text),
    ...placesAway(text),
    ...placesInPartBrackets(text),
  ],
);
/** 纱厂路20号院地下防空洞 · 青岭隧道口东侧约150米处洞库 */
export const addressedWork: Recogniser = locationRecogniser(
  'addressed-work',
  ['人防', '工程', '防空地下室', '防空洞', '地道', '早期', '洞库', '坑道', '指挥所', '警报器', '警报点', '项目'],
  (_scene, _piece, text) => [
    ...placesBeforeWorks(text),
    ...placesWithNumber(text),
    ...placesInBrackets(text),
    ...placesAfterNames(text),
    ...placesOfFloors(text),
  ],
);
/** 市一中教学楼楼顶…电声警报器 */
export const sirenRoof: Recogniser = locationRecogniser(
  'siren-roof',
  '总控 主控 发控 控制台 控制中心 控制室 遥控台 副控 楼顶 天台 屋顶 房顶 顶楼 屋面 塔顶 水塔 铁塔 平顶 平台 机房顶 警报点 警报器 警报终端 点位 警报设'.split(
    ' ',
  ),
  (scene, piece, text) => [
    ...placesByRoof(text, isSirenList(scene, piece)),
    ...placesOfSirenList(text),
    ...placesOfControls(text),
    ...placesOfInstalled(text),
    ...placesOfSpokenSirens(text),
  ],
);
