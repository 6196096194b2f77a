/**
 * Places in the plain words of everyday writing (三号院南侧集中绿地下, 四十中操场底下, 11号楼北侧坡道口): a phrase that names a building,
 * a road or a body and ends at a position, read from its last word back. Pure: reads compact text; says nothing of whose place it is.
 */
import { isDefinite, NEAR, ROOF, RUNNING, SIDE, SPOT, STRUCTURE, UNDER, VAGUE } from './described-place-words.ts';
import { isAnchored, placeStart } from './place-grammar.ts';

export type PlaceForm = 'position' | 'structure' | 'verb' | 'label' | 'bracket' | 'roof';

export interface DescribedPlace {
  readonly start: number;
  readonly end: number;
  readonly form: PlaceForm;
}

const POSITION = new RegExp(`(?:${SIDE}|${UNDER}|${NEAR}|${SPOT})+(?:处|内|里|上|下)?`, 'g');
const STRUCTURES = new RegExp(`(?<=[一-龥0-9#A-Z])(?:的|一侧)?(?:${STRUCTURE})(?![一-龥]{0,2}(?:机制|管理|制度))`, 'g');
const ROOFS = new RegExp(`(?:${ROOF})(?:[东南西北]{1,2}[侧角端])?`, 'g');

/** What must not stand behind the last word of a place: 四十中旁边奶茶店 is the place of a shop. */
const OTHER_BEHIND =
  /^[一-龥]{0,4}(?:店|铺|摊|公司|居民|业主|住户|商户|学校|路灯|工地|公园|超市|幼儿园|单位|餐馆|饭店|奶茶|小吃|花木|树木|健身|公厕|公交)/;
const BEFORE_STRUCTURE = new RegExp(`^(?:的|有)?(?:${STRUCTURE})`);
/** Between what and what, in what, beside which greenery: only a number or a side makes these definite. */
const NEEDS_NUMBER = new RegExp(`(?:之间|中间|以内|${SPOT})(?:处|内|里|上|下)?$`);
const NUMBERED = /[0-9A-Z]|[一二三四五六七八九十]+(?:号|栋|幢|座)|[东南西北]{1,2}(?:侧|角|端|面|墙)|[前后旁]/;

function backward(text: string, from: number, end: number, form: PlaceForm): DescribedPlace | undefined {
  const open = placeStart(text, from, 44);
  // 6.楼梯间: the number of an item is no number of a house.
  // 小区9幢与12幢之间: the estate was named before.
  const start =
    open +
    (/^(?:[0-9]{1,2}[.、]|(?:该|本)?小区(?=[0-9A-Z一二三四五六七八九十]+(?:号|栋|幢|座|#)))/.exec(text.slice(open, end))?.[0]
      .length ?? 0);
  const phrase = text.slice(start, end);
  // 13:30楼下等: the time of a meeting.
  if (/[0-9]:$/.test(text.slice(Math.max(0, start - 2), start)) && /^[0-9]/.test(phrase)) return undefined;
  // 公厕背后的排风井: what stands there makes the place definite.
  const leading =
    BEFORE_STRUCTURE.test(text.slice(end, end + 8)) && phrase.length >= 4 && !VAGUE.test(phrase) && !RUNNING.test(phrase);
  if (from - start < 2 || !(leading || isDefinite(phrase)) || OTHER_BEHIND.test(text.slice(end, end + 8))) return undefined;
  // 云溪花园二期地下二层 names the shelter; a building, a side or a road places it.
  if (
    /(?:小区|[一二三四]区|[苑园府城湾居邸庭郡里寓轩阁墅]|公馆|期)(?:地下|负)[一二三四1-4][层楼]$/.test(phrase) ||
    (/地下车库$/.test(phrase) && /^人防/.test(text.slice(end, end + 2)))
  )
    return undefined;
  if (NEEDS_NUMBER.test(phrase) && !NUMBERED.test(phrase)) return undefined;
  return { start, end, form };
}

/** …南侧, …地下, …院内; joined with what fixes it further (，地下二层（标高-9.150）). */
export const FURTHER =
  /^(?:[,、]?(?:地下|负)[一二三四1-4][层楼](?:[东南西北]{1,2}[侧段端区半]+)?)?(?:\((?=[^()]*(?:标高|层|地下|负|[东南西北]侧))[^()]{2,24}\))?/;

export function placesByEnding(text: string): readonly DescribedPlace[] {
  const places: DescribedPlace[] = [];
  for (const match of text.matchAll(POSITION)) {
    const end = match.index + match[0].length;
    const further = FURTHER.exec(text.slice(end, end + 40))?.[0].length ?? 0;
    const place =
      text[match.index - 1] === '的'
        ? structureAt(text, match.index - 1, end, true)
        : backward(text, match.index, end, 'position');
    if (place !== undefined) places.push({ ...place, end: end + further });
  }
  for (const match of text.matchAll(STRUCTURES)) {
    const end = match.index + match[0].length;
    const place = structureAt(text, match.index, end, match[0].startsWith('的'));
    if (place !== undefined && isAnchoredStructure(text.slice(place.start, match.index), match[0])) places.push(place);
  }
  return places;
}

/** 车库坡道尽头右手的风机房: what stands before 的 is read back by itself. */
function structureAt(text: string, index: number, end: number, joined: boolean): DescribedPlace | undefined {
  if (!joined) return backward(text, index, end, 'structure');
  const start = placeStart(text, index, 40);
  return index - start >= 3 && isDefinite(text.slice(start, end)) ? { start, end, form: 'structure' } : undefined;
}

/** A named building alone says only which shelter is meant (云溪花园出入口); a number, a side or a floor says where in it. */
function isAnchoredStructure(lead: string, structure: string): boolean {
  if (/^[0-9一二三四五六七八九十]+号?$/.test(lead) && !structure.includes('楼')) return false;
  // A区一单元主要出入口为……: says which entrance is meant, the place follows.
  if (/^(?:[A-Z]区?|[0-9一二三四五六七八九十]+(?:号|区|单元|#)?)+(?:防护)?(?:单元)?$/.test(lead) && !structure.includes('楼'))
    return false;
  return (
    /[0-9A-Z一二三四五六七八九十]+(?:号|#|栋|幢|座|单元)|[东南西北]{1,2}(?:侧|角|端|面|墙|山墙|北)|[旁边前后内外]|(?:地下|负)[一二三四1-4]层|[路街巷]|尽头/.test(
      lead,
    ) ||
    (isAnchored(`${lead}${structure}`) && /旁|侧|内|里/.test(lead))
  );
}

export function placesOnRoofs(text: string): readonly DescribedPlace[] {
  return [...text.matchAll(ROOFS)].flatMap((match) => {
    const end = match.index + match[0].length;
    const start = placeStart(text, end, 40);
    const phrase = text.slice(start, end);
    // 红星水塔: 星水塔 fits sooner than 水塔.
    const least = /^[一-龥]{2}塔$/.test(match[0]) ? 1 : 2;
    const definite =
      match.index - start >= least &&
      phrase.length >= 4 &&
      !VAGUE.test(phrase) &&
      !RUNNING.test(phrase) &&
      !/^(?:建筑|高层|多层|城市|居民|住宅)/.test(phrase);
    return definite ? [{ start, end, form: 'roof' as const }] : [];
  });
}
