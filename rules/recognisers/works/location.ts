/**
 * Where a work, a part of it, a siren or a store stands, in running text: by verb (位于, 设在, 安装在 …) and its subject, by label
 * (建设地点：…), by position before a part (7号楼北侧进风竖井), by roof and siren.
 */
import type { Level } from '../../../review/model/index.ts';
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { describesWork } from './describes.ts';
import { draftFacts, namesWork } from './draft-facts.ts';
import { harmlessSize, isOffSite, normOfGrade, sentenceOf } from './guards.ts';
import { readingRecogniser } from './per-piece.ts';
import { fixesPoint, looksLikePlace, POSITION_END, placeEnd, placeStart } from './place-grammar.ts';
import { matchGrades } from './protection-grammar.ts';
import { matchScale } from './scale-grammar.ts';
import { candidate, isCivilContext, tieOf } from './ties.ts';
import { PART, PUBLIC_SUBJECT, REFERENCE, SIREN, STORE, WORK } from './vocabulary.ts';

const VERB =
  /(?:[东南西北]起|位于|坐落[于在]?|座落[于在]?|地处|处于|设[于在]|设置[于在]|建[于在](?![0-9一二])|布置[于在]|布设[于在]|安装[于在]|安设[于在]|装[于在]|架设[于在]|加装[于在]|部署[于在]|停放[于在]|开口[于在]|开向|存[于在]|存放[于在]|储存[于在]|储备[于在]|储于|选址(?:定)?[于在]?|选定[于在]|朝向|开[于在]|隐蔽[于在]|隐藏[于在]|藏[于在]|甩[于在]|留[于在]|(?:迁移|迁|移|搬|架|改|调整|调|挪|变更|移装|改装|改迁|搬迁)[到至](?:了)?|通向|通往|直通|通至|借用|利用|紧邻|毗邻|邻近|靠近|开设[于在]|结合(?=[^,。;]{2,16}(?:坡道|绿地|楼梯间|风井|车库)[^,。;]{0,4}设置))(?:了)?/g;

type Subject = 'work' | 'part' | 'siren' | 'store' | 'reference' | 'project' | 'public' | 'none';

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['public', new RegExp(PUBLIC_SUBJECT, 'g')],
  ['part', new RegExp(PART, 'g')],
  ['work', new RegExp(WORK, 'g')],
  ['siren', new RegExp(SIREN, 'g')],
  ['store', new RegExp(STORE, 'g')],
  ['reference', new RegExp(REFERENCE, 'g')],
  ['project', /项目(?!部|经理|负责人|编号|代码|预算)|工程(?!师|科|处|款|费|量|造价)|地块|小区|楼盘|标的|地下室|地下车库|车库/g],
];

/** The subject nearest before an index: later end wins, a longer word wins over one inside it. */
function subjectBefore(text: string): Subject {
  let best: Subject = 'none';
  let bestEnd = -1;
  let bestLength = 0;
  for (const [subject, pattern] of SUBJECTS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end > bestEnd || (end === bestEnd && match[0].length > bestLength)) {
        best = subject;
        bestEnd = end;
        bestLength = match[0].length;
      }
    }
  }
  return best;
}

/** The subject of a verb: in its sentence, else in the sentences before it (a bounded stretch of the piece). */
function subjectOf(text: string, index: number, verb = ''): Subject {
  const [from] = sentenceOf(text, index);
  const own = subjectBefore(withoutBrackets(text.slice(from, index)));
  if (own === 'part' && /停车场|演练|活动|集合/.test(text.slice(from, index)) && !new RegExp(WORK).test(text.slice(from, index)))
    return 'public';
  if (own === 'project' && new RegExp(WORK).test(text.slice(from, index))) return 'work';
  if (own !== 'none') return own;
  if (/^(?:安?装|架设|加装)/.test(verb) && /警报/.test(text.slice(Math.max(0, from - 300), index + 120))) return 'siren';
  return subjectBefore(withoutBrackets(text.slice(Math.max(0, from - 120), from)));
}

/** What stands in brackets is an aside, not a subject; the length stays. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, (aside) => '·'.repeat(aside.length));
}

const valued = new WeakMap<Scene, boolean>();

/** True when the draft gives a grade or a size of its own to some shelter: then the place of its project is the shelter's place. */
function givesValues(scene: Scene): boolean {
  let gives = valued.get(scene);
  if (gives === undefined) {
    const facts = draftFacts(scene);
    gives =
      [...facts.tables.values()].some((table) => table.kind === 'works' && table.named) ||
      scene.pieces.some((piece) => {
        const { text } = compactPiece(scene, piece);
        return (
          /人防|防空|掩蔽|防化|抗力/.test(text) &&
          (matchGrades(text).some(
            (match) =>
              (match.form === 'pair' || match.form === 'attribute') &&
              normOfGrade(text, match.start, match.end, false) === undefined,
          ) ||
            matchScale(text).some(
              (match) =>
                match.tie === 'own' && match.form !== 'use' && harmlessSize(text, match.start, match.end, false) === undefined,
            ))
        );
      });
    valued.set(scene, gives);
  }
  return gives;
}

/** What is usual or required is no position of a work. */
const TEACHING_PLACE = /一般|通常|应当?|不宜|不得|宜|可以|严禁|禁止|大多|多数/;
/** Verbs that place a part only: 出入口借用楼梯间. */
const WEAK_VERB = /^(?:借用|利用|通[向往至]|直通|紧邻|毗邻|邻近|靠近|留|开)/;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly subject: Subject;
  readonly label: string;
  readonly weak?: boolean;
}

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

/** Level and confidence of a place by its subject, or undefined when the place is nobody's secret. */
function judge(scene: Scene, piece: ScenePiece, place: Place): readonly [Level, number] | undefined {
  const compact = compactPiece(scene, piece);
  const phrase = compact.text.slice(place.start, place.end);
  const [from, to] = sentenceOf(compact.text, place.start);
  const facts = draftFacts(scene);
  if (place.subject === 'public' || !facts.civil) return undefined;
  if (facts.offSite || isOffSite(compact.text.slice(from, to))) return undefined;
  if (
    TEACHING_PLACE.test(compact.text.slice(Math.max(from, place.start - 24), place.start)) &&
    !/[0-9]+(?:号|#|栋|幢|米)/.test(phrase)
  )
    return undefined;
  if (/一般|通常|哪里|较高|大多|^(?:应|宜)/.test(phrase)) return undefined;
  const point = fixesPoint(phrase);
  const civilHere = isCivilContext(scene, piece, compact) || namesWork(scene);
  if (place.weak && place.subject !== 'part' && place.subject !== 'siren') return undefined;
  if (place.subject === 'part' || place.subject === 'siren') return point && civilHere ? ['block', 0.9] : undefined;
  if (place.subject === 'work') return point ? ['block', 0.92] : ['notice', 0.5];
  if (place.subject === 'store')
    return /人防|战备|战时|储备/.test(compact.text.slice(Math.max(0, from - 60), to)) || piece.cell !== undefined
      ? point
        ? ['review', 0.75]
        : undefined
      : undefined;
  const civil = isCivilContext(scene, piece, compact);
  if (place.subject === 'reference') return point && (civil || namesWork(scene)) ? ['block', 0.85] : undefined;
  const described = point && describesWork(compact.text.slice(from, to));
  if (place.subject === 'project') return point && (described || givesValues(scene)) ? ['review', 0.75] : undefined;
  if (described || (point && place.label === '层次' && /平战结合|人防工程|防空地下室/.test(compact.text.slice(from, to))))
    return ['review', 0.75];
  return point && civil && tieOf(scene, piece, place.start).strength === 'sentence' ? ['notice', 0.5] : undefined;
}

function toCandidates(scene: Scene, piece: ScenePiece, places: readonly Place[]): readonly Candidate[] {
  const compact = compactPiece(scene, piece);
  const candidates: Candidate[] = [];
  for (const place of places) {
    if (place.end - place.start < 3) continue;
    const judged = judge(scene, piece, place);
    if (judged === undefined) continue;
    const [level, confidence] = judged;
    const value = compact.text.slice(place.start, place.end);
    candidates.push(
      candidate(compact, place.start, place.end, value, level, confidence, [
        { label: SUBJECT_LABELS[place.subject] },
        { label: place.label },
        tieOf(scene, piece, place.start).fact,
      ]),
    );
  }
  return candidates;
}

function splitList(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let from = start;
  for (let index = start; index <= end; index++) {
    if (index === end || /[、和]/.test(text[index] ?? '')) {
      if (index - from >= 3) parts.push([from, index]);
      from = index + 1;
    }
  }
  return parts.every(([a, b]) => looksLikePlace(text.slice(a, b))) ? parts : [[start, end]];
}

function listEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < 120 && !/[,。;!?:]/.test(text[end] ?? '')) end++;
  return end;
}

function placesByVerb(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(VERB)) {
    const start = match.index + match[0].length;
    const subject = subjectOf(text, match.index, match[0]);
    const label = `“${match[0]}”后写明地点`;
    if (text.slice(Math.max(0, match.index - 4), match.index).endsWith('分别')) {
      for (const [from, to] of splitList(text, start, listEnd(text, start)))
        places.push({ start: from, end: to, subject, label });
    } else {
      const end = placeEnd(text, start);
      places.push({ start, end, subject: subjectAfter(text, end) ?? subject, label, weak: WEAK_VERB.test(match[0]) });
    }
  }
  return places;
}

const FOLLOWING = new RegExp(`^的?[^,。;:]{0,12}?(?:(${WORK})|(${SIREN})|(${PART}))`);

/** 位于某路某号的某某人防工程: the subject stands behind the place. */
function subjectAfter(text: string, end: number): Subject | undefined {
  const rest = text.slice(end, end + 26);
  const match = FOLLOWING.exec(rest);
  if (match === null || !rest.startsWith('的') || new RegExp(PUBLIC_SUBJECT).test(match[0])) return undefined;
  return match[1] !== undefined ? 'work' : match[2] !== undefined ? 'siren' : 'part';
}

const DONE = new RegExp(
  `(?:在|于)([^,。;:在于]{3,40}?)(?:处|里|内)?,?(?:整齐)?(?:码放|堆放|摆放|新增|新建|修建|建有|建成|建设|建了|开挖|构筑|设有|设置|设了|配建|安装|加装|增设|架设|布设|存放|储存|储备)(?:了|有|着)?[^,。;]{0,14}?(?:(${WORK})|(${SIREN})|(${PART})|(${STORE}))`,
  'gd',
);

/** 在某山北坡建有预备指挥所一处 · 在某大厦楼顶新增警报器 */
function placesByDeed(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(DONE)) {
    const span = match.indices?.[1];
    if (span === undefined || PUBLIC_PLACE.test(match[1] ?? '')) continue;
    const subject: Subject =
      match[2] !== undefined ? 'work' : match[3] !== undefined ? 'siren' : match[4] !== undefined ? 'part' : 'store';
    places.push({ start: span[0], end: span[1], subject, label: '“在……建（设、存）”写明地点' });
  }
  return places;
}

const ENTRY = /(?:由|从|经)([^,。;:]{4,60}?)(?:进入|进出|出入)/dg;

/** 战时人员由12号楼东侧楼梯进入 */
function placesOfEntry(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(ENTRY)) {
    const span = match.indices?.[1];
    const [from, to] = sentenceOf(text, match.index);
    if (span === undefined || !/战时|掩蔽|人防|防空|工程|指挥所|洞/.test(text.slice(from, to))) continue;
    for (const [start, end] of splitList(text, span[0], span[1])) places.push({ start, end, subject: 'part', label: '进出位置' });
  }
  return places;
}

const TURNED = new RegExp(
  `(?:将|把|以|租用|利用|借用|同意)(?:你所将|将)?([^,。;:将把]{4,40}?)(?:作为|改为|改建为|改造为|用作|设为|辟为)[^,。;]{0,10}?(?:(${WORK})|(${STORE}))`,
  'gd',
);

/** 将某货场2号库房作为人防器材仓库 */
function placesTurned(text: string): readonly Place[] {
  return [...text.matchAll(TURNED)].flatMap((match): readonly Place[] => {
    const span = match.indices?.[1];
    if (span === undefined) return [];
    return [{ start: span[0], end: span[1], subject: match[2] === undefined ? 'store' : 'work', label: '“将……作为”写明地点' }];
  });
}

const SIREN_LIST = /警报(?:器|点|点位|设施|设备)[^,。;:(]{0,10}[:(]([^。;)]{4,120})/dg;

/** 新建警报点3处：某小学楼顶、某大厦裙楼天台 */
function placesOfSirenList(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(SIREN_LIST)) {
    const span = match.indices?.[1];
    if (span === undefined) continue;
    let from = span[0];
    for (let index = span[0]; index <= span[1]; index++) {
      if (index < span[1] && !/[、,和]/.test(text[index] ?? '')) continue;
      if (index - from >= 4 && fixesPoint(text.slice(from, index)) && !/[0-9]+台$/.test(text.slice(from, index)))
        places.push({ start: from, end: index, subject: 'siren', label: '警报点列表' });
      from = index + 1;
    }
  }
  return places;
}

const FLOOR =
  /(?:[0-9一二三四五六七八九十A-Z]+(?:#|号楼|栋|幢|座))[^,。;:]{0,16}?(?:地下|负)[一二三四1-4]层(?=(?:为|系|是|设|建有)(?:有)?(?:甲类|乙类|平战结合|单建|附建式?)?(?:的)?(?:防空地下室|人防))/g;

const PLAIN_IN = new RegExp(
  `(?:(?:${PART})(?:[一二三四五六七八九0-9两]{1,2}[个处],)?|一[个处座]|另一[个处座]|警报器|这一台|指挥所)(?:均|都|就)?在(?!建|此|内|外|上|下|使用|用|册|线|位|于|[0-9]{4}年)`,
  'g',
);

/** 竖井在7号楼西侧; 一个在…，一个在… where the sentence before names vents. */
function placesByPlainVerb(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(PLAIN_IN)) {
    const start = match.index + match[0].length;
    const subject = subjectOf(text, match.index + match[0].length - 1);
    if (subject !== 'part' && subject !== 'siren' && subject !== 'work') continue;
    places.push({ start, end: placeEnd(text, start), subject, label: '“在”后写明地点' });
  }
  for (const match of text.matchAll(PLAIN_IS)) {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start);
    if (anchored(text.slice(start, end)) && /[东南西北]|[0-9]+(?:号|#|栋|幢)/.test(text.slice(start, end)))
      places.push({ start, end, subject: 'part', label: '“为”后写明方位' });
  }
  return places;
}

const PLAIN_IS = new RegExp(`(?:${PART})(?:设)?(?:为|是)`, 'g');

const LABEL =
  /(工程|建设|项目|安装|施工|标的|人防|点位|口部|出入口|竖井|指挥所|防空洞|地道|坑道|设置|洞库|警报|设备|具体|所在|物资|库房)?(?:警报)?(地点|地址|位置|坐落(?:地址|位置)?|座落|点位|选址|四至)(?:为|是)?:/g;
const PUBLIC_PLACE = /窗口|政务服务|服务大厅|会议室|办公室$|报告厅|会展|交易中心|行政中心/;
const NOT_LABEL =
  /(?:办公|公示|报名|集合|联系|通[信讯]|注册|户籍|送达|受理|办理|踏勘|会议|活动|展示|开标|投标|培训|递交|机关|单位|企业|查询|服务|来信来访|邮寄|家庭|居住|邮件|网络|IP|IP地|集结|演练|时间|接收|疏散)$/;

function placesByLabel(scene: Scene, piece: ScenePiece, text: string): readonly Place[] {
  const places: Place[] = [];
  const facts = draftFacts(scene);
  for (const match of text.matchAll(LABEL)) {
    if (NOT_LABEL.test(text.slice(Math.max(0, match.index - 5), match.index))) continue;
    const start = match.index + match[0].length;
    const kind = match[1] ?? '';
    const siren =
      /警报|点位/.test(match[0]) ||
      (/安装|设置/.test(kind) && /警报/.test(text.slice(Math.max(0, match.index - 80), start + 80)));
    const part = /口部|出入口|竖井/.test(kind);
    const bareAddress = match[2] === '地址' && kind === '';
    if (bareAddress && !/(?:工程|项目|标的)名称:/.test(text.slice(Math.max(0, match.index - 80), match.index))) continue;
    if (PUBLIC_PLACE.test(text.slice(start, placeEnd(text, start)))) continue;
    const civil = isCivilContext(scene, piece, compactPiece(scene, piece)) && facts.civil;
    const subject: Subject = siren
      ? 'siren'
      : part
        ? 'part'
        : /人防|指挥所|洞|道/.test(kind)
          ? 'work'
          : civil
            ? kind === '' && !givesValues(scene)
              ? 'none'
              : 'reference'
            : 'project';
    places.push({ start, end: placeEnd(text, start), subject, label: `栏目“${match[0].replace(/:$/, '')}”` });
  }
  return places;
}

const BEFORE_PART = new RegExp(`(?<=${POSITION_END}|地下室|车库)(?:的|为|是|即为|有|设有|设)?[东南西北]{0,2}(?:${PART})`, 'g');
const PART_LABEL = new RegExp(`(?:${PART})(?:位置|坐标|[0-9]{1,2})?[:(]`, 'g');
const AXES =
  /(?:轴线?(?:号)?)[0-9A-Z]{1,3}[-~—至][0-9A-Z]{1,3}(?:轴)?(?:交|\/|×|x)[0-9A-Z]{1,3}(?:[-~—至][0-9A-Z]{1,3})?(?:轴)?(?:处|间)?|[0-9]{1,2}[-~—][0-9]{1,2}轴(?:交|\/)[A-Z][-~—][A-Z]轴?(?:处|间)?|桩号[A-Z]{0,2}[0-9]\+[0-9]{2,3}(?:[-~—至][A-Z]{0,2}[0-9]\+[0-9]{2,3})?/g;
const WORK_AFTER = new RegExp(
  `(?<=${POSITION_END})(?:的)?(?:人防工程|防空地下室|防空洞|人防地道|早期(?:人防)?工程|洞库|坑道|地道(?!战)|(?:基本|预备|机动)?指挥所(?!需)|警报器|警报点)`,
  'g',
);
const ROOF = /(?:楼顶|天台|屋顶|房顶|顶楼|屋面|塔顶|水塔|铁塔|平顶|机房顶|[楼层]平台)(?:上)?/g;

/** Position read backwards from a part: 7号楼北侧进风竖井, 轴线12-14交D-F处临空墙. */
function placesBeforeParts(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(BEFORE_PART)) {
    const start = placeStart(text, match.index);
    const end = match.index + match[0].length;
    if (PUBLIC_BEFORE.test(text.slice(start, end)) || !anchored(text.slice(start, match.index))) continue;
    places.push({ start, end, subject: 'part', label: '部位前写明方位' });
  }
  for (const match of text.matchAll(PART_LABEL)) {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start);
    if (anchored(text.slice(start, end)) && !/[0-9]+(?:处|个|樘)/.test(text.slice(start, end)))
      places.push({ start, end, subject: 'part', label: '部位后写明方位' });
  }
  for (const match of text.matchAll(AXES))
    places.push({ start: match.index, end: match.index + match[0].length, subject: 'part', label: '轴线号（桩号）' });
  return places;
}

const PUBLIC_BEFORE = /机动车|高速|停车场|地铁|车站(?!地下)|商铺内|公交/;

/** A place read backwards needs a fixed point of its own, not only a side word. */
function anchored(phrase: string): boolean {
  return (
    phrase.length >= 4 &&
    /[0-9A-Z一二三四五六七八九十](?:号|#|栋|幢|座|楼|轴|米|铺)|[轴路街巷园场厦校院库山岭厂]|[A-Z]?[0-9]+|[一-龥]{2}[东南西北]{1,2}[侧角端门]/.test(
      phrase,
    ) &&
    fixesPoint(phrase)
  );
}

const BRACKETED = new RegExp(`(?:${WORK}|工程|项目)\\(([^()]{5,60})\\)`, 'gd');

/** 人防物资库工程（经开区某路与某路交叉口东南） */
function placesInBrackets(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const span = match.indices?.[1];
    if (span === undefined || !BRACKETED_POINT.test(match[1] ?? '') || /[:。;]/.test(match[1] ?? '')) continue;
    const civil = new RegExp(WORK).test(text.slice(Math.max(0, match.index - 12), match.index + match[0].indexOf('(')));
    const lead = /^(?:租用|借用|位于|设在|在|原|利用)/.exec(match[1] ?? '')?.[0].length ?? 0;
    places.push({ start: span[0] + lead, end: span[1], subject: civil ? 'work' : 'project', label: '工程名称后括注地点' });
  }
  return places;
}

const NAMED_BRACKET = /[一-龥0-9期]{2,}(?<![办局馆处站科厅院心司口队])\(([^()]{4,40})\)/dg;

/** 某小区（某路88号）：人防面积…: the sentence describes the shelter, the brackets place it. */
function placesAfterNames(text: string): readonly Place[] {
  return [...text.matchAll(NAMED_BRACKET)].flatMap((match): readonly Place[] => {
    const span = match.indices?.[1];
    if (
      span === undefined ||
      !/[0-9]+号(?!文|令)|交(?:叉)?口|[路街][东南西北]侧/.test(match[1] ?? '') ||
      /[〔:]|第[0-9]+号/.test(match[1] ?? '')
    )
      return [];
    return [{ start: span[0], end: span[1], subject: 'none', label: '项目名称后括注地址' }];
  });
}

const BRACKETED_POINT =
  /路.{0,8}(?:[0-9]+号|交|[东南西北])|[东南西北](?:侧|麓|坡|北|南)|地下[一二三四]?层|[0-9]+号(?:院|楼|库|仓|洞)|地块|下方|下面|地下$|门[前内外]/;

function placesBeforeWorks(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(WORK_AFTER)) {
    const start = placeStart(text, match.index);
    const phrase = text.slice(start, match.index);
    if (phrase.endsWith('地下') && !/[0-9]号|[路街巷弄]/.test(phrase)) continue;
    if (
      !anchored(phrase) ||
      !/[0-9]号|山|岭|坡|麓|约[0-9]+米|[侧旁角处端]$|[0-9]号院|院内$|下方$|地下$/.test(phrase) ||
      /^(?:该|本|此)/.test(phrase)
    )
      continue;
    places.push({ start, end: match.index, subject: /警报/.test(match[0]) ? 'siren' : 'work', label: '工程名词前写明地点' });
  }
  return places;
}

/** 某广场地下三层 in a sentence that describes a shelter (the judge asks for that: subject none). */
const UNDERGROUND = /(?<![(、])(?:地下|负)[一二三四1-4]层(?=的)/g;

function placesOfFloors(text: string): readonly Place[] {
  const loose = [...text.matchAll(UNDERGROUND)].map(
    (match): Place => ({
      start: placeStart(text, match.index),
      end: match.index + match[0].length,
      subject: 'none',
      label: '层次',
    }),
  );
  const floors = [...text.matchAll(FLOOR)].map(
    (match): Place => ({
      start: placeStart(text, match.index + match[0].length),
      end: match.index + match[0].length,
      subject: 'work',
      label: '楼栋和层次',
    }),
  );
  return [...floors, ...loose.filter((place) => place.end - place.start >= 8)];
}

/** Short lines under 警报点位如下：. */
function isSirenList(scene: Scene, piece: ScenePiece): boolean {
  return (
    /警报(?:点|器)|点位/.test(scene.text.slice(Math.max(0, piece.start - 160), piece.start)) &&
    /警报/.test(draftFacts(scene).title)
  );
}

/** A roof near a siren is where the siren stands. */
function placesByRoof(text: string, lead: boolean): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(ROOF)) {
    const [from, to] = sentenceOf(text, match.index);
    if (!new RegExp(SIREN).test(text.slice(Math.max(0, from - 60), to + 20)) && !(text.length < 90 && lead)) continue;
    const start = placeStart(text, match.index);
    const end = match.index + match[0].length;
    if (end - start < 5) continue;
    places.push({ start, end, subject: 'siren', label: '警报设施与楼顶（水塔）同句' });
  }
  return places;
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
): Recogniser =>
  readingRecogniser({ id, anchors }, (scene, piece) => {
    const facts = draftFacts(scene);
    if (!facts.civil) return [];
    if (piece.cell !== undefined && facts.tables.get(piece.cell.table)?.kind === 'off-site') return [];
    return toCandidates(scene, piece, withoutOverlaps(find(scene, piece, compactPiece(scene, piece).text)));
  });

/** 该工程位于…, 主要出入口设在…, 电声警报器装在…, 帐篷存于… */
export const workSite: Recogniser = locationRecogniser(
  'work-site',
  [
    '位于',
    '东起',
    '西起',
    '南起',
    '北起',
    '架到',
    '坐落',
    '座落',
    '地处',
    '设于',
    '设在',
    '设置在',
    '设置于',
    '建在',
    '建于',
    '布置在',
    '布置于',
    '布设',
    '安装在',
    '安装于',
    '安设',
    '装在',
    '装于',
    '架设',
    '加装',
    '部署',
    '开口',
    '开向',
    '存于',
    '存在',
    '存放',
    '储存',
    '储备',
    '储于',
    '选址',
    '选定',
    '朝向',
    '开设',
    '结合',
    '处于',
    '开在',
    '开于',
    '隐蔽',
    '隐藏',
    '藏于',
    '藏在',
    '甩在',
    '留在',
    '到',
    '至',
    '通向',
    '通往',
    '直通',
    '借用',
    '利用',
    '紧邻',
    '毗邻',
    '邻近',
    '靠近',
    '新增',
    '新建',
    '修建',
    '建有',
    '建成',
    '建设',
    '开挖',
    '构筑',
    '设有',
    '设置',
    '配建',
    '安装',
    '增设',
    '作为',
    '改为',
    '改建为',
    '改造为',
    '用作',
    '设为',
    '停放',
    '码放',
    '堆放',
    '摆放',
    '进入',
    '进出',
    '出入',
  ],
  (_scene, _piece, text) => [...placesByVerb(text), ...placesByDeed(text), ...placesTurned(text), ...placesOfEntry(text)],
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
  [
    '口部',
    '出口',
    '入口',
    '洞口',
    '连通口',
    '竖井',
    '风口',
    '扩散室',
    '除尘室',
    '滤毒室',
    '通道',
    '洗消间',
    '临空墙',
    '棚架',
    '应急出口',
    '电站',
    '储油间',
    '水箱',
    '水库',
    '集水坑',
    '密闭门',
    '人防门',
    '封堵',
    '隔墙',
    '轴',
    '桩号',
    '一个在',
    '一处在',
    '机房',
    '风亭',
    '主口',
    '要口',
    '备用口',
    '岔洞',
  ],
  (_scene, _piece, text) => [...placesByPlainVerb(text), ...placesBeforeParts(text)],
);
/** 纱厂路20号院地下防空洞 · 青岭隧道口东侧约150米处洞库 */
export const addressedWork: Recogniser = locationRecogniser(
  'addressed-work',
  ['人防', '工程', '防空地下室', '防空洞', '地道', '早期', '洞库', '坑道', '指挥所', '警报器', '警报点', '项目'],
  (_scene, _piece, text) => [
    ...placesBeforeWorks(text),
    ...placesInBrackets(text),
    ...placesAfterNames(text),
    ...placesOfFloors(text),
  ],
);
/** 市一中教学楼楼顶…电声警报器 */
export const sirenRoof: Recogniser = locationRecogniser(
  'siren-roof',
  [
    '楼顶',
    '天台',
    '屋顶',
    '房顶',
    '顶楼',
    '屋面',
    '塔顶',
    '水塔',
    '铁塔',
    '平顶',
    '平台',
    '机房顶',
    '警报点',
    '警报器',
    '警报设',
  ],
  (scene, piece, text) => [...placesByRoof(text, isSirenList(scene, piece)), ...placesOfSirenList(text)],
);
