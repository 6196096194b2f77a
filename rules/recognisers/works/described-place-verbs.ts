/** Places behind verbs of place, in lists, in brackets and behind labels, in the plain words of everyday writing. Pure: reads compact text. */
import { type DescribedPlace, FURTHER } from './described-place-grammar.ts';
import { isDefinite, NAMED, NEAR, RUNNING, SIDE, SPOT, STRUCTURE, UNDER, VAGUE } from './described-place-words.ts';
import { looksLikePlace, placeEnd } from './place-grammar.ts';

const VERBS =
  /(?:[东南西北](?:起|止|至|邻|接|临|靠|抵|连)(?:于|在)?|起[自于点]|始[于自]|止[于点]|终[于点]|挖[到至]|打[到至]|通[到往至向]|连[到至通]|直达|直通|紧[靠挨邻]|挨着|[深暗]藏|埋设?[于在]|[深暗]?藏[于在]|隐[于在]|躲在|嵌[于在]|搭[于在]|架[于在]|挂[于在]|吊装?[于在]|分布[于在]|租用|集中[于在]|正对着?|拐[进入]|出[于在](?![口版租售库])|打[于在]|凿[于在]|挖[于在]|修[于在]|盖[于在]|处[于在]|位[于在]|坐?座?落[于在]|设置?[于在到]|建[于在](?![0-9一二三四五六七八九])|放置?[于在]|摆[于在]|落位[于在]?|选址(?:定)?[于在]|选[在定]|布[置设]?[于在]|藏[于在]|安[装设放]?[于在]|装[于在]|架设?[于在]|寄[放存][于在]|存[放储]?[于在]|堆[放在][于在]?|移建?[至到]|转[运移存][至到]|运[至到]|[暂移寄]存[于在至到]|迁建?[至到]|改[至到]|保[留存][于在]|开[于在]|留[于在])(?!了解|此|位|线|期|册|岗|[0-9]{4}年)/g;
/** Verbs of motion and bare 在: a place only where a position closes the phrase. */
const WEAK =
  /(?:就在|在|从|自|经过?|穿过|绕过|钻进|靠近|紧贴|依托|沿着?|由|走|去了?|跑了?|到了?|进入?|结合|借用|利用|参观|察看|查看|来到)/g;
/** A road without a number or a side fixes nothing. */
const ROAD_ALONE = /^(?!负|地下)[一-龥]{1,8}(?:路|街|大道|巷|市|县|区|镇|乡|街道|社区)$/;
const CLOSED = new RegExp(
  `(?:${SIDE}|${UNDER}|${NEAR}|${SPOT}|${STRUCTURE}|[墙岛口院房室]|[园林坡坳棚圈窖塘沟田]|地库|地下车库)(?:处|内|里|上|下)?$`,
);

function trimVerbPhrase(text: string, start: number): number {
  const end = placeEnd(text, start, 60);
  const cut =
    /(?:往[东南西北]|挖起|挖到|分岔|进[入去]|入地|下地|出[入去]|设(?=主|次|备|置)|为(?:人防|战时|主)|作为|的(?:一处)?(?:通道|警报|出[入]?口|那[台个处])|[,、][东南西北](?:起|止|至|邻|接|临|靠|抵))/.exec(
      text.slice(start + 2, end),
    );
  const to = cut === null ? end : start + 2 + cut.index;
  const further = to === end ? (FURTHER.exec(text.slice(end, end + 40))?.[0].length ?? 0) : 0;
  return to + further;
}

/** Behind a verb of place the phrase needs no position word of its own: 东起站前路公交岛, 放在D区裙房负三层. */
export function placesBehindVerbs(text: string): readonly (DescribedPlace & { readonly verb: number })[] {
  return [...text.matchAll(VERBS)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = trimVerbPhrase(text, start);
    const phrase = text.slice(start, end);
    return end - start >= 3 && !ROAD_ALONE.test(phrase) && isDefinite(phrase.padEnd(4, '处'))
      ? [{ start, end, form: 'verb' as const, verb: match.index }]
      : [];
  });
}

/** 从机床厂三食堂后墙往东挖 · 经县剧团排练厅地下: read only in talk of a tunnel. */
export function placesAlongTunnels(text: string): readonly (DescribedPlace & { readonly verb: number })[] {
  return [...text.matchAll(WEAK)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = trimVerbPhrase(text, start);
    const phrase = text.slice(start, end);
    return end - start >= 4 && isDefinite(phrase) && CLOSED.test(phrase)
      ? [{ start, end, form: 'verb' as const, verb: match.index }]
      : [];
  });
}

const LISTED = /分别(?:设|位|建|装|安装|布置)?(?:[在于]|为|是):?([^。;!?]{8,120})/dg;

/** 分别在甲、乙、丙: every part of the list is a place of its own. */
export function placesInLists(text: string): readonly DescribedPlace[] {
  return [...text.matchAll(LISTED)].flatMap((match) => {
    const span = match.indices?.[1];
    if (span === undefined) return [];
    const parts: DescribedPlace[] = [];
    let from = span[0];
    for (let index = span[0]; index <= span[1]; index++) {
      if (index < span[1] && !/[、,和]/.test(text[index] ?? '')) continue;
      const phrase = text.slice(from, index);
      if (phrase.length < 4 || !NAMED.test(phrase) || RUNNING.test(phrase) || /[0-9](?:平|个|人|㎡|m)/.test(phrase)) break;
      parts.push({ start: from, end: index, form: 'verb' });
      from = index + 1;
      if (text[index] === ',') break;
    }
    return parts.length > 1 ? parts : [];
  });
}

const BRACKETED = /(?<=[一-龥0-9期区])(?<![府院局办委厅馆社司队站所])\(([^()]{4,44})\)/dg;

/** 紫荆花园北区（玉兰路316号，1至6号楼之间的地下一层）: what is bracketed behind a name places it. */
export function placesInNameBrackets(text: string): readonly DescribedPlace[] {
  return [...text.matchAll(BRACKETED)].flatMap((match) => {
    const span = match.indices?.[1];
    const phrase = match[1] ?? '';
    if (span === undefined || !/[路街巷弄道].{0,6}[0-9]+号|[东南西北]{1,2}侧|[一-龥]{3}地下|交叉?口|[0-9]号楼/.test(phrase))
      return [];
    return /[〔:;。]|电话|办公|[0-9]室|业主|住户|户主|居民/.test(phrase) || !looksLikePlace(phrase)
      ? []
      : [{ start: span[0], end: span[1], form: 'bracket' as const }];
  });
}

const LABELS =
  /(?:^|[。;,、)]|[0-9][、.]?|[一二三四五六七八九十]、)(?:本?(?:工程|项目|建设|人防区?|具体|库房|安装|所在|存放)?(?:地点|位置|坐落|座落|地址|库址|范围|所在地|方位|地段|存放处|概况)|(?:战时)?(?:主要?|次要?|备用)(?:出入)?口|(?:主要|次要|备用)?出入口|口部|(?:伤员|人员|物资|应急|检修|设备|[进排]风|[A-Za-z0-9一二三四五六七八九十东南西北]{1,2}号?)(?:出入)?[入出]?口|竖井)(?:位置|设置|设于|设在|为|是)?(?::|(?<=^[^:]{2,8}))/g;

/** 工程位置：学府路东、环城北路北，3#、5#楼之下: all of it up to the next statement. */
export function placesBehindLabels(text: string): readonly (DescribedPlace & { readonly verb: number })[] {
  return [...text.matchAll(LABELS)].flatMap((match) => {
    const start = match.index + match[0].length;
    let end = start;
    while (end < text.length && end - start < 60 && !/[。;:]/.test(text[end] ?? '')) end++;
    if (/[:]/.test(text[end] ?? '')) {
      const stop = Math.max(text.lastIndexOf(',', end), text.lastIndexOf('、', end));
      if (stop > start) end = stop;
    }
    while (
      end > start &&
      !text
        .slice(start, end)
        .split(',')
        .every((part) => looksLikePlace(part) && !/[0-9](?:平方米|㎡|个|人|m2|m²)/.test(part))
    ) {
      const comma = text.lastIndexOf(',', end - 1);
      if (comma <= start) {
        end = start;
        break;
      }
      end = comma;
    }
    const phrase = text.slice(start, end);
    return end - start >= 4 &&
      !/(?:工程|项目|标段)$/.test(phrase) &&
      NAMED.test(phrase) &&
      !VAGUE.test(phrase) &&
      !RUNNING.test(phrase)
      ? [{ start, end, form: 'label' as const, verb: match.index }]
      : [];
  });
}
