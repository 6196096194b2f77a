/** Places that no position word closes, and what people join to a place with a comma. Pure: reads compact text. */
import type { DescribedPlace, PlaceForm } from './described-place-grammar.ts';
import { isDefinite, NAMED, RUNNING, VAGUE } from './described-place-words.ts';
import { placeStart } from './place-grammar.ts';

const ROAD = '[一-龥]{2,10}(?:路|街|巷|大道|弄|胡同|里|坊)[0-9一二三四五六七八九十百]{1,5}(?:号|弄)(?:之[一二三0-9])?';
/** A street address that goes on into the building: 光明路12号供销大厦塔楼十一层, 津渡路189号院内. The number alone is an office's as often. */
const ADDRESSES = new RegExp(
  `${ROAD}(?:大?院内?)?(?:[一-龥A-Z0-9#]{0,16}?(?:[0-9一二三四五六七八九十]+层|塔楼|地下|底下|下面|地库|车库|库房|仓库|楼顶|屋面|平台|操场|院坝|水井房|锅炉房)|院内)(?:[一二三四1-4]层|内|里)?`,
  'g',
);
/** A shop in an underground street is a place in the shelter: 地下商业街E区7至9号商铺. */
const UNDER_STREET =
  /[一-龥]{2,14}(?:地下(?:商业)?街|地下商[场城]|人防商[场城]|防空洞)(?:[A-Z一二三四五六]区)?(?:[A-Z]?[0-9一二三四五六七八九十]+(?:[至到、-][A-Z]?[0-9]+)?(?:号(?:商?铺(?:位)?|门面|店面|室)?|商?铺(?:位)?|门面|店面|室))/g;
/** 铁道北小区6号楼这台: the building beside the siren that is spoken of. */
const THIS_ONE =
  /([一-龥]{2,12}(?:小区|家属院|宿舍|大厦|宾馆|医院|学校|[一-龥]局|中学|小学)?(?:[0-9A-Z]+号?(?:楼|栋|幢)|[一-龥]楼|[一-龥]{2}大厦))(?:楼顶)?(?:上)?(?:的)?[这那]一?[台个只处部](?=[是,。;]|警报|喇叭|电声|要|得|老)/dg;
/** 你说的应该是大寺口十字底下那一片 */
const MEANT =
  /(?:说的|指的|问的)?(?:应该|就|大概|也)?是([一-龥A-Z0-9]{3,20}?(?:底下|下面|地下|下头|里头|后头|背后)(?:那一?片|一带|那个|那处)?)(?=[,。;]|$)/dg;

/** Places that no position word closes: addresses into a building, shops under a street, the house of a siren, what somebody means. */
export function placesByAddress(text: string): readonly DescribedPlace[] {
  const own = (pattern: RegExp, form: PlaceForm): readonly DescribedPlace[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
      const from = Math.max(start, placeStart(text, end, 44));
      return isDefinite(text.slice(from, end)) ? [{ start: from, end, form }] : [];
    });
  return [
    ...(/[号弄]/.test(text) ? own(ADDRESSES, 'position') : []),
    ...(/地下|商[场城]/.test(text) ? own(UNDER_STREET, 'structure') : []),
    ...(/[这那]一?[台个只处部]/.test(text) ? own(THIS_ONE, 'roof') : []),
    ...(text.includes('是') ? own(MEANT, 'verb') : []),
  ];
}

/** What still belongs to a place behind its comma: ，地下第三层 · ，靠近12轴 · ，原CT机房下方. */
const BELONGS =
  /^的(?:那|一)?[个处座扇道间]?[一-龥]{1,5}(?:亭子|房子|屋子|小屋|小门|铁门|铁栅门|口子|井盖|棚子|岗亭)|^[,、](?:(?:地下|负)第?[一二三四1-4]层|靠近[^,。;]{3,20}|距[^,。;]{2,16}米|半山腰?[^,。;]{2,20}|原[^,。;]{3,16}(?:下方|上方|位置|旧址)|[一-龥]{2,8}(?:正?下方|楼下|背后|后面|东侧|西侧|南侧|北侧)|二楼|[一-龥0-9]+号楼(?:至[0-9]+号楼)?(?:裙房)?[一-龥]{0,3}下)/;
/** A clause that only leads to a place: 汀东县城往北四公里的磨盘岭， · 青阳大道与康复路夹角、 */
const LEADS =
  /(?:^|[,。;:])([一-龥A-Z0-9()]{4,28}(?:岭|山|坡|村|镇|路口|夹角|交叉?口|交[汇会]处(?:[东南西北]{1,2})?|[东南西北]{1,2}侧|院内|园内|街|场|厂区))[,、]$/d;

/** What introduces a place is no part of it. */
const VERB_LEFT = /^(?:(?:地址|地点|位置)[:为]?|处于|位于|坐落[于在]?|设[于在]|建[于在]|在(?![建校]))/;

/** Joins what people write with a comma into one place; `places` in any order. */
export function withBelongings(text: string, places: readonly DescribedPlace[]): readonly DescribedPlace[] {
  return places.map((place) => {
    if (place.form === 'bracket') return place;
    if (place.form === 'label')
      return { ...place, start: place.start + (VERB_LEFT.exec(text.slice(place.start, place.start + 4))?.[0].length ?? 0) };
    let { start, end } = place;
    for (let step = 0; step < 2; step++) end += BELONGS.exec(text.slice(end, end + 36))?.[0].length ?? 0;
    const lead = /[,、]/.test(text[start - 1] ?? '') ? LEADS.exec(text.slice(Math.max(0, start - 32), start)) : null;
    const span = lead?.indices?.[1];
    if (span && NAMED.test(lead?.[1] ?? '') && !RUNNING.test(lead?.[1] ?? '')) start = Math.max(0, start - 32) + span[0];
    start += VERB_LEFT.exec(text.slice(start, start + 4))?.[0].length ?? 0;
    return { ...place, start, end };
  });
}

const ITEM_HEAD =
  /(?:^|[;。])(?:\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、]|[一二三四五六七八九十]{1,3}、|[①-⑳])([一-龥A-Z0-9#·]{4,26}):/dg;
const NO_HEAD =
  /要求|时间|单位|电话|日期|工作|内容|情况|问题|措施|安排|范围|方式|标准|原则|组织|责任|纪律|事项|说明|流程|费用|检查|管理|保障/;

/** （一）市公路局培训中心8层露台：… in a list of sirens the head of an item is where one stands. */
export function placesAtItemHeads(text: string): readonly DescribedPlace[] {
  return [...text.matchAll(ITEM_HEAD)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const head = match[1] ?? '';
    return NAMED.test(head) && !NO_HEAD.test(head) && !VAGUE.test(head) ? [{ start, end, form: 'roof' as const }] : [];
  });
}
