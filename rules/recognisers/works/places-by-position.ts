/** Places by position: before or after a part or a work, in brackets, by floor. Pure: reads compact text. */
import { FLOOR_LABEL, type Place } from './place.ts';
import { isAnchored, POSITION_END, placeEnd, placeStart } from './place-grammar.ts';
import { PART, WORK } from './vocabulary.ts';

const work = new RegExp(WORK);

const BEFORE_PART = new RegExp(`(?<=${POSITION_END}|地下室|车库)(?:的|为|是|即为|有|设有|设)?[东南西北]{0,2}(?:${PART})`, 'g');
const PART_LABEL = new RegExp(`(?:${PART})(?:位置|坐标|[0-9]{1,2})?[:(]`, 'g');
const AXES =
  /(?:轴线?(?:号)?)[0-9A-Z]{1,3}[-~—至][0-9A-Z]{1,3}(?:轴)?(?:交|\/|×|x)[0-9A-Z]{1,3}(?:[-~—至][0-9A-Z]{1,3})?(?:轴)?(?:处|间)?|(?:轴线?(?:号)?)?\([0-9A-Z]{1,3}(?:[-~—至][0-9A-Z]{1,3})?\)轴?(?:交|\/|×|x)轴?\([0-9A-Z]{1,3}(?:[-~—至][0-9A-Z]{1,3})?\)轴?(?:处|间)?|[0-9]{1,2}[-~—][0-9]{1,2}轴(?:交|\/)[A-Z][-~—][A-Z]轴?(?:处|间)?|[A-Z](?:[-~—][A-Z])?轴(?:交|\/|×|x)[0-9]{1,2}(?:[-~—][0-9]{1,2})?轴(?:处|间)?|(?:桩号|里程|[路道洞线])[A-Z]{0,2}[0-9]\+[0-9]{2,3}(?:[-~—至][A-Z]{0,2}[0-9]\+[0-9]{2,3})?/g;
const WORK_AFTER = new RegExp(
  `(?<=${POSITION_END}|[0-9][弄栋幢座])(?:的)?(?:人防工程|防空地下室|防空洞|人防地道|早期(?:人防)?工程|洞库|坑道|地道(?!战)|(?:基本|预备|机动)?指挥所(?!需)|警报器|警报点)`,
  'g',
);

/** 洞口距瑞川大桥南头220米: so far from something with a name. */
const AWAY =
  /(?:洞口|口部|竖井|井口|[东南西北主次]口|(?:出入口|出口|入口))(?:处)?(?<place>距离?(?!.{0,3}(?:地面|地表|室外|洞顶))[^,。;:0-9]{3,20}?(?:约|大约|近)?(?:[0-9.]+|[一二三四五六七八九十百]+)余?(?:米|公里|里))/dg;

export function placesAway(text: string): readonly Place[] {
  return [...text.matchAll(AWAY)].flatMap((match): readonly Place[] => {
    const [start, end] = match.indices?.groups?.place ?? [0, 0];
    return PUBLIC_BEFORE.test(match[0]) || !/[路街桥村镇校院厂站山河库楼塔寺庙]/.test(text.slice(start, end))
      ? []
      : [{ start, end, subject: 'part', label: '部位后写明距离' }];
  });
}

/** Position read backwards from a part: 7号楼北侧进风竖井, 轴线12-14交D-F处临空墙. */
export function placesBeforeParts(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(BEFORE_PART)) {
    const start = placeStart(text, match.index);
    const end = match.index + match[0].length;
    const lead = text.slice(start, match.index);
    if (PUBLIC_BEFORE.test(text.slice(start, end)) || NUMBER_ALONE.test(lead) || !isAnchored(lead)) continue;
    places.push({ start, end, subject: 'part', label: '部位前写明方位' });
  }
  for (const match of text.matchAll(PART_LABEL)) {
    const start = match.index + match[0].length;
    const end = placeEnd(text, start);
    if (isAnchored(text.slice(start, end)) && !/[0-9]+(?:处|个|樘)/.test(text.slice(start, end)))
      places.push({ start, end, subject: 'part', label: '部位后写明方位' });
  }
  for (const match of text.matchAll(AXES))
    places.push({ start: match.index, end: match.index + match[0].length, subject: 'part', label: '轴线号（桩号）' });
  return places;
}

const PUBLIC_BEFORE = /机动车|高速|停车场|地铁|换乘站|轻轨|车站(?!地下)|商铺内|公交/;

const BRACKETED = new RegExp(`(?:${WORK}|工程|项目)\\(([^()]{5,60})\\)`, 'gd');

const PART_BRACKET = new RegExp(`(?:${PART})[^,。;:()]{0,6}\\((?<place>[^()]{5,40})\\)`, 'dg');

/** 2号竖井出地面段（5号楼北侧绿化带） */
export function placesInPartBrackets(text: string): readonly Place[] {
  return [...text.matchAll(PART_BRACKET)].flatMap((match): readonly Place[] => {
    const [start, end] = match.indices?.groups?.place ?? [0, 0];
    const phrase = text.slice(start, end);
    return isAnchored(phrase) && BRACKETED_POINT_OF_PART.test(phrase) && !/[:。;]|[0-9]{3,}/.test(phrase)
      ? [{ start, end, subject: 'part', label: '部位后括注地点' }]
      : [];
  });
}

const BRACKETED_POINT_OF_PART = /[0-9]+(?:号楼|#|栋|幢|座)|[东南西北]{1,2}(?:侧|角|端|面|墙)|[路街巷][东南西北口]|[旁后前下内]$/;

/** 人防物资库工程（经开区某路与某路交叉口东南） */
export function placesInBrackets(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const span = match.indices?.[1];
    if (span === undefined || !BRACKETED_POINT.test(match[1] ?? '') || /[:。;]/.test(match[1] ?? '')) continue;
    const civil = work.test(text.slice(Math.max(0, match.index - 12), match.index + match[0].indexOf('(')));
    const lead = /^(?:租用|借用|位于|设在|在|原|利用)/.exec(match[1] ?? '')?.[0].length ?? 0;
    const end = span[0] + `${match[1] ?? ''},`.indexOf(',');
    places.push({ start: span[0] + lead, end, subject: civil ? 'work' : 'project', label: '工程名称后括注地点' });
  }
  return places;
}

const NAMED_BRACKET = /(?<=[一-龥0-9期]{2})(?<![办局馆处站科厅院心司口队])\(([^()]{4,40})\)/dg;

/** 某小区（某路88号）：人防面积…: the sentence describes the shelter, the brackets place it. */
export function placesAfterNames(text: string): readonly Place[] {
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
  /路.{0,8}(?:[0-9]+号|交|[东南西北])|[东南西北](?:侧|麓|坡|北|南)|地下[一二三四]?层|[0-9]+号(?:院|楼|库|仓|洞)|地块|下方|下面|地下$|门[前内外]|[一-龥]{3}[库楼场院房堂馆校园坡山台]下$|底下$|背后$|后面$|隔壁$|对面$/;

export function placesBeforeWorks(text: string): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(WORK_AFTER)) {
    const start = placeStart(text, match.index);
    const phrase = text.slice(start, match.index);
    if (NUMBER_ALONE.test(phrase)) continue;
    if (phrase.endsWith('地下') && !/[0-9]号|[路街巷弄]/.test(phrase)) continue;
    if (
      !isAnchored(phrase) ||
      !/[0-9][号弄]|山|岭|坡|麓|约[0-9]+米|[侧旁角处端]$|[0-9]号院|院内$|下方$|地下$/.test(phrase) ||
      /^(?:该|本|此)/.test(phrase)
    )
      continue;
    places.push({ start, end: match.index, subject: /警报/.test(match[0]) ? 'siren' : 'work', label: '工程名词前写明地点' });
  }
  return places;
}

const NUMBERED_WORK =
  /[一-龥]{2,8}(?:路|街|巷|大道|弄)[0-9]{1,4}号(?:院)?[一-龥]{0,10}?(?:洞库|防空洞|人防洞|人防工程|地道(?!战)|坑道|地下商[场城]|防空地下室|人防地下室)/g;

/** 江边路31号老纺织厂洞库: the address is part of the name. */
export function placesWithNumber(text: string): readonly Place[] {
  return [...text.matchAll(NUMBERED_WORK)].flatMap((match): readonly Place[] => {
    const end = match.index + match[0].length;
    const start = placeStart(text, end, 44);
    const phrase = text.slice(start, end);
    return start < match.index - 20 || /[了应]|宣教|办公|窗口/.test(phrase)
      ? []
      : [{ start: Math.max(start, match.index), end, subject: 'work', label: '门牌与工程名词相连' }];
  });
}

/** (1)1号坑道, 2号地道: the number is the work's name, no house. */
const NUMBER_ALONE =
  /^(?:\([0-9一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、])?(?:第?[0-9一二三四五六七八九十甲乙丙]{1,3}(?:号|#))$/;

/** 某广场地下三层 in a sentence that describes a shelter (the judge asks for that: subject none). */
const UNDERGROUND = /(?<![(、])(?:地下|负)[一二三四1-4]层(?=的)/g;

export function placesOfFloors(text: string): readonly Place[] {
  const loose = [...text.matchAll(UNDERGROUND)].map(
    (match): Place => ({
      start: placeStart(text, match.index),
      end: match.index + match[0].length,
      subject: 'none',
      label: FLOOR_LABEL,
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

const FLOOR =
  /(?:[0-9一二三四五六七八九十A-Z]+(?:#|号楼|栋|幢|座))[^,。;:]{0,16}?(?:地下|负)[一二三四1-4]层(?=(?:为|系|是|设|建有)(?:有)?(?:甲类|乙类|平战结合|单建|附建式?)?(?:的)?(?:防空地下室|人防))/g;
