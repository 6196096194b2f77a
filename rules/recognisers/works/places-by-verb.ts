/** Places by verb: 位于, 设在, 安装在 …; 在……建有; 将……作为; 由……进入; 竖井在……. Pure: reads compact text. */
import { sentenceOf } from './guards.ts';
import { type Place, PUBLIC_PLACE } from './place.ts';
import { isAnchored, looksLikePlace, placeEnd } from './place-grammar.ts';
import { type Subject, subjectAfter, subjectOf } from './subjects.ts';
import { PART, PUBLIC_SUBJECT, SIREN, STORE, WORK } from './vocabulary.ts';

const VERB =
  /(?:[东南西北]起|位于|坐落[于在]?|座落[于在]?|地处|处于|设[于在]|设置[于在]|建[于在](?![0-9一二])|布置[于在]|布设[于在]|安装[于在]|安设[于在]|装[于在]|架设[于在]|加装[于在]|部署[于在]|停放[于在]|开口[于在]|开向|存[于在]|存放[于在]|储存[于在]|储备[于在]|储于|选址(?:定)?[于在]?|选定[于在]|朝向|开[于在]|隐蔽[于在]|隐藏[于在]|藏[于在]|甩[于在]|留[于在]|(?:迁移|迁|移|搬|架|改|调整|调|挪|变更|移装|改装|改迁|搬迁)[到至](?:了)?|通向|通往|直通|通至|借用|利用|紧邻|毗邻|邻近|靠近|开设[于在]|(?:迁|搬)[入进往](?:新址)?—*|结合(?=[^,。;]{2,16}(?:坡道|绿地|楼梯间|风井|车库)[^,。;]{0,4}设置))(?:了)?/g;

/** Verbs that place a part only: 出入口借用楼梯间. */
const WEAK_VERB = /^(?:借用|利用|通[向往至]|直通|紧邻|毗邻|邻近|靠近|留|开)/;

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

/** 装在我们楼顶: whoever asks, it is no place that can be found. */
const SOMEBODYS = /^(?:我们|你们|咱们?|他们|人家|自家|谁家)[一-龥]{0,6}$/;

export function placesByVerb(text: string): readonly Place[] {
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
      if (SOMEBODYS.test(text.slice(start, end))) continue;
      places.push({ start, end, subject: subjectAfter(text, end) ?? subject, label, weak: WEAK_VERB.test(match[0]) });
    }
  }
  return places;
}

const DONE = new RegExp(
  `(?:在|于)([^,。;:在于]{3,40}?)(?:处|里|内)?,?(?:整齐)?(?:码放|堆放|摆放|新增|新建|修建|建有|建成|建设|建了|开挖|打|挖|开凿|构筑|设有|设置|设了|配建|安装|加装|增设|架设|布设|存放|储存|储备)(?:了|有|着)?[^,。;]{0,14}?(?:(${WORK})|(${SIREN})|(${PART})|(${STORE}))`,
  'gd',
);

/** 在某山北坡建有预备指挥所一处 · 在某大厦楼顶新增警报器 */
export function placesByDeed(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(DONE)) {
    const span = match.indices?.[1];
    if (span === undefined || PUBLIC_PLACE.test(match[1] ?? '') || /^[0-9]{4}年/.test(match[1] ?? '')) continue;
    const subject: Subject =
      match[2] !== undefined ? 'work' : match[3] !== undefined ? 'siren' : match[4] !== undefined ? 'part' : 'store';
    places.push({ start: span[0], end: span[1], subject, label: '“在……建（设、存）”写明地点' });
  }
  return places;
}

const ENTRY = /(?:由|从|经)([^,。;:]{4,60}?)(?:进入|进出|出入)/dg;

/** 战时人员由12号楼东侧楼梯进入 */
export function placesOfEntry(text: string): readonly Place[] {
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

/** A new seat of an office, a school or a window is made known to all. */
const OFFICE_MOVE = /办公|机关|窗口|大厅|学校|校区|公司|营业|展馆|宣教馆|应当|不得/;
const CHOSEN =
  /(?:推荐|拟选|初选|预选|选定|确定|建议|同意|倾向于?|定下|看中|拟以|拟用|拟将|拟把)(?:将|把|以|在|用)?([^,。;:将把以]{4,40}?)(?:作为|为|当|做)(?:[一-龥]{0,6})(?:场址|站址|库址|洞址|所址|选址|新址|备选点|备选地)/dg;

/** 推荐某山西侧林场二号沟作为首选场址 */
function placesChosen(text: string): readonly Place[] {
  return [...text.matchAll(CHOSEN)].flatMap((match): readonly Place[] => {
    const span = match.indices?.[1];
    const [from, to] = sentenceOf(text, match.index);
    if (span === undefined || !looksLikePlace(match[1] ?? '') || OFFICE_MOVE.test(text.slice(from, to))) return [];
    return [{ start: span[0], end: span[1], subject: 'work', label: '选址所定地点' }];
  });
}

const COURSE =
  /(?:走向|线路|路径|干道|地道|坑道|隧道|洞体|洞身)(?:[^,。;:]{0,6}[:为是]|[^,。;:]{0,8},)?((?:自|从|由|起自|始自)[^,。;:]{3,24}?(?:起|出发|开始)?,?(?:(?:沿|经过?|穿过?|过)[^,。;]{2,24},?){0,4}(?:至|到|抵|止于|终于|通往|通到|通向|直达)[^,。;]{0,24}?(?:止|为止|结束)?)(?=[,。;]|$)/dg;

/** 干道走向:自某路邮电局起,经文化宫,至南门外砖瓦厂止 */
export function placesOfCourse(text: string): readonly Place[] {
  return [...text.matchAll(COURSE)].flatMap((match): readonly Place[] => {
    const span = match.indices?.[1];
    if (span === undefined || !/[路街巷局厂校院店场库宫园门桥山坡馆站楼]/.test(match[1] ?? '')) return [];
    return [{ start: span[0], end: span[1], subject: 'work', building: true, label: '干道走向的起止' }];
  });
}

/** 将某货场2号库房作为人防器材仓库 */
export function placesTurned(text: string): readonly Place[] {
  const turned = [...text.matchAll(TURNED)].flatMap((match): readonly Place[] => {
    const span = match.indices?.[1];
    if (span === undefined) return [];
    return [{ start: span[0], end: span[1], subject: match[2] === undefined ? 'store' : 'work', label: '“将……作为”写明地点' }];
  });
  return [...placesChosen(text), ...turned];
}

const publicSubject = new RegExp(PUBLIC_SUBJECT);

const PLAIN_IN = new RegExp(
  `(?:(?:${PART})(?:[一二三四五六七八九0-9两]{1,2}[个处],)?|一[个处座]|另一[个处座]|警报器|这一台|指挥所)(?:均|都|就)?在(?!建|此|内|外|上|下|使用|用|册|线|位|于|[0-9]{4}年)`,
  'g',
);

const PLAIN_IS = new RegExp(`(?:${PART})(?:设)?(?:为|是)`, 'g');

/** 竖井在7号楼西侧; 一个在…，一个在… where the sentence before names vents. */
export function placesByPlainVerb(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(PLAIN_IN)) {
    const start = match.index + match[0].length;
    const subject = subjectOf(text, match.index + match[0].length - 1);
    if (publicSubject.test(text.slice(Math.max(0, match.index - 10), match.index))) continue;
    if (subject !== 'part' && subject !== 'siren' && subject !== 'work') continue;
    places.push({ start, end: placeEnd(text, start), subject, label: '“在”后写明地点' });
  }
  for (const match of text.matchAll(PLAIN_IS)) {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start);
    if (isAnchored(text.slice(start, end)) && /[东南西北]|[0-9]+(?:号|#|栋|幢)/.test(text.slice(start, end)))
      places.push({ start, end, subject: 'part', label: '“为”后写明方位' });
  }
  return places;
}

const BOUNDS =
  /(?:四至(?:范围|界线)?[为是:]?)?(?<place>[东南西北](?:至|临|邻|抵|到)[^,。;:、至]{2,18}(?:[、,][东南西北](?:至|临|邻|抵|到)[^,。;:、至]{2,18}){2,3})/dg;

/** 该地块四至为东至某支路、南至某南路、西至某馆围墙、北至某河: the plot the shelter belongs to. */
export function placesOfBounds(text: string): readonly Place[] {
  return [...text.matchAll(BOUNDS)].flatMap((match): readonly Place[] => {
    const span = match.indices?.groups?.place;
    return span === undefined ? [] : [{ start: span[0], end: span[1], subject: 'project', label: '四至' }];
  });
}

const REBUILT =
  /(?:利用|依托|借用|将|把|拟用|选用)(?<place>[^,。;:]{4,30}?)(?:洞|坑道|地道|库|矿井|巷道)(?:改建|改造|扩建|加固|整修)/dg;
const CHOOSING = /选址|方案|比选|指挥所|指挥工程|人防工程|物资库|疏散基地/;

/** 乙方案利用原某厂废弃3号洞改建 */
export function placesRebuilt(text: string): readonly Place[] {
  return [...text.matchAll(REBUILT)].flatMap((match): readonly Place[] => {
    const span = match.indices?.groups?.place;
    const [from, to] = sentenceOf(text, match.index);
    if (span === undefined || !CHOOSING.test(text.slice(Math.max(0, from - 80), to))) return [];
    const end = span[1] + (/^(?:洞|坑道|地道|库|矿井|巷道)/.exec(text.slice(span[1]))?.[0].length ?? 0);
    return [{ start: span[0], end, subject: 'work', label: '“利用……改建”写明地点' }];
  });
}
