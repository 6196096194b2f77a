/** Where sirens stand: on a roof, in a list of points, where so many are installed. Pure: reads compact text. */
import { sentenceOf } from './guards.ts';
import type { Place } from './place.ts';
import { fixesPoint, placeStart } from './place-grammar.ts';
import { SIREN } from './vocabulary.ts';

const siren = new RegExp(SIREN);
const ROOF = /(?:楼顶|天台|天面|屋顶|房顶|顶楼|屋面|塔顶|水塔|铁塔|平顶|机房顶|[楼层]平台)(?:上)?/g;

/** A roof near a siren is where the siren stands. */
export function placesByRoof(text: string, lead: boolean): readonly Place[] {
  const places: Place[] = [];
  for (const match of text.matchAll(ROOF)) {
    const [from, to] = sentenceOf(text, match.index);
    if (!siren.test(text.slice(Math.max(0, from - 60), to + 20)) && !(text.length < 90 && lead)) continue;
    const start = placeStart(text, match.index);
    const end = match.index + match[0].length;
    if (end - start < (match[0].endsWith('塔') ? 4 : 5)) continue;
    places.push({ start, end, subject: 'siren', label: '警报设施与楼顶（水塔）同句' });
  }
  return places;
}

const SIREN_LIST = /警报(?:器|点|点位|设施|设备)[^,。;:(]{0,10}[:(]([^。;)]{4,120})/dg;

const INSTALLED =
  /(?:安装|增设|加装|新装|布设|增装|移[装至到]|迁[装至到]|检修|维修|抢修|修复|更换|更新|拆除|调试|保养|维护)(?:[于在至到了]|好)?(?<places>[^,。;:0-9]{4,60}?)(?:的)?(?:(?:电动|电声|手摇|固定|多功能|老式|损坏的?|故障)*警报(?:器|终端|设备))?(?:各)?[0-9一二两三四五六]{1,2}[台部套](?![式])/dg;
const HOUSE =
  /(?:[楼房]|供销社|信用社|派出所|变电站|屋面|楼顶|天面|平台|厂|校|站|院|馆|塔|厦|中心|仓|库|所|局|宾馆|酒店|广场|公园|学|社区|小区|公司|银行|山|桥)$/;

/** The parts of 甲、乙和丙. */
function partsOf(text: string, first: number, last: number): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = first;
  for (let at = first; at <= last; at++) {
    if (at < last && !/[、和及]/.test(text[at] ?? '')) continue;
    if (at - start >= 4) parts.push({ start, end: at });
    start = at + 1;
  }
  return parts;
}

/** 再安装城西客运总站主楼1台: in talk of sirens, the building between the verb and the count. */
export function placesOfInstalled(text: string): readonly Place[] {
  if (!siren.test(text)) return [];
  return [...text.matchAll(INSTALLED)].flatMap((match): readonly Place[] => {
    const [first, last] = match.indices?.groups?.places ?? [0, 0];
    const [from, to] = sentenceOf(text, first);
    if (!siren.test(text.slice(Math.max(0, from - 60), to))) return [];
    return partsOf(text, first, last)
      .filter(({ start, end }) => {
        const phrase = text.slice(start, end);
        return HOUSE.test(phrase) && !/设备|型号|警报|电声|终端|控制|[了的]|监控|空调|路灯|充电/.test(phrase);
      })
      .map((part) => ({ ...part, subject: 'siren', building: true, label: '警报设施安装在何处、几台' }));
  });
}

/** 新建警报点3处：某小学楼顶、某大厦裙楼天台 */
export function placesOfSirenList(text: string): readonly Place[] {
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

const SPOKEN_LIST =
  /(?:警报|点位|已装的?|装机点|安装点)[^。;]{0,40}?(?:还有|例如|如|包括|分别(?:是|为|在)|涉及|含|即)(?<places>(?:[^,。;、:]{4,20}[、和及])+[^,。;、:]{4,20}?)(?=[一二两三四五六七八九0-9]+(?:处|个|台)|等|[,。;)]|$)/dg;

/** 小区周边已装的还有某中学图书馆楼顶、某酒厂锅炉房两处 · 含若干点位，如某广播站顶层、某中学食堂楼 */
export function placesOfSpokenSirens(text: string): readonly Place[] {
  if (!siren.test(text)) return [];
  return [...text.matchAll(SPOKEN_LIST)].flatMap((match): readonly Place[] => {
    const [first, last] = match.indices?.groups?.places ?? [0, 0];
    const parts = partsOf(text, first, last);
    const sited = parts.filter(({ start, end }) => {
      const phrase = text.slice(start, end);
      return (
        (HOUSE.test(phrase) || /(?:顶层?|天台|平台|屋面|天面)$/.test(phrase)) && !/[了的应]|型|系统|公告|信号|监控/.test(phrase)
      );
    });
    // One that is none makes it a list of something else.
    return sited.length < parts.length
      ? []
      : sited.map((part) => ({ ...part, subject: 'siren', building: true, label: '列举警报点位' }));
  });
}
