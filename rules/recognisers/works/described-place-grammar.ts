/**
 * Places in the plain words of everyday writing (三号院南侧集中绿地下, 四十中操场底下, 11号楼北侧坡道口): a phrase that names a building,
 * a road or a body and ends at a position, read from its last word back. Pure: reads compact text; says nothing of whose place it is.
 */
import { PatternGate } from '../../engine/pattern-gate.ts';
import { isAnchored, looksLikePlace, placeEnd, placeStart } from './place-grammar.ts';

export type PlaceForm = 'position' | 'structure' | 'verb' | 'label' | 'bracket' | 'roof';

export interface DescribedPlace {
  readonly start: number;
  readonly end: number;
  readonly form: PlaceForm;
}

const DISTANCE = '(?:[0-9.]+|[一二三四五六七八九十百两几]+)(?:来|多|余)?(?:米|步|公尺|公里|里地?|m)(?:开外|左右|处)?';
const SIDE = `以?[东南西北]{1,2}(?:侧|角|端|面|头|首|隅|麓|坡|段|边|墙[外根脚基下]?|立面|山墙外?)?(?:约|大约)?${DISTANCE}|以?[东南西北]{1,2}(?:侧|角|端|面|头|首|隅|麓|坡|段|边|墙[外根脚基下]?|立面|山墙外?)|以[东南西北]|(?<=[处汇口界])[东南西北]{1,2}(?=[,。;、)]|$)|[内外左右一]侧|(?:左|右)手|[前后](?:面|头|边)|[前后](?:坡|山[脚腰坡顶下]?)|[往向朝][东南西北里外前后左右]{1,2}(?:约|大约|走|数|边)*(?:${DISTANCE}|第[一二三四五六七八九十0-9]+[个根道扇间棵盏条](?:井盖|路灯|灯杆|电杆|门洞?|窗|花[坛池]|树|台阶|岔口|路口|巷口)?)|第[一二三四五六七八九十0-9]+[个条](?:井盖|岔口|岔道|巷口|门洞|台阶)|[东南西北]起第?[一二三四五六七八九十0-9]+[间个排号家]|山[脚腰坡顶下体崖]|脚下|崖[下底壁]|石壁[下上]?|[0-9一二三四五六七八九十百]+米(?:开外|处)`;
const UNDER =
  '(?:地下|负)第?[一二三四1-4][层楼]|-[1-4][F层]|[B][1-4]层?|地下(?!室|车库|操场|商|体育|篮球|超市|美食|泳|运动|车站|停车|空间|工程|街|水|管|商|通|人防|防空|指挥|部分|建筑|共|二|一|三|负)|底下|(?<!不)(?:下面|下方|之下|下头|下边)|正下方?|地底下?|(?<=[木石砖地])板下|上盖(?:物业)?(?=的|(?:地下|负)[一二三四1-4])|半地下室?|[梯桥台坡棚架场馆楼店厅校园阁堰坝崖岩梁树](?:下|底)(?![午级岗班载列达发一属设沉乡水穿])|负[一二三四](?=$|[,。;、)])';
const NEAR =
  '相[交接连汇]处|[左右]手边|背后|背面|[后前]头|里头|里面|外头|窄?巷子|夹道|底部靠?[左右里外]?侧?|深处|一带|一线|那一?片|夹角|山坳|坳里?|沟口|半山腰?|十字(?=底下|下)|(?<=原[一-龥]{2,6})位置|夹层|里间|里屋|隔间|墙外|门前|门口|旁边?|边上|(?<!周)边(?![界防缘境远疆])|院内|院里|院坝|后院|对面|隔壁|(?<![这那期年月日])之间|中间|墙[外内根]|围墙|交叉口|交汇处|交会处|路口|下穿段|台阶下|尽头|以内';
const SPOT =
  '所围[一-龥]{2,6}|三角地|绿化带|绿地|草坪|花坛|花池|坡道口?|楼梯间?|电梯前室|电梯厅|车棚|岗亭|停车棚|斜坡|平台|采光井|井盖|小门|铁门|装卸台|天井|后坡';
const STRUCTURE =
  '(?:那个|这个|那扇)?门洞|(?:战时|人防)?(?:主要|次要|备用|应急|室外|室内|地面|疏散)?(?:出入口|(?<!安全)(?:出口|入口)(?!部门|额))|坡道口|洞口|洞子|口子|井盖|[铁木石栅小侧后边暗]{1,3}门(?!口)|(?:[进排采通]风|竖|采光|排烟)[井口亭]|通风口|竖井|(?:发电机|[进排]?风|水泵|配电|警报)?机房|电站(?:房|间)?|楼梯间|楼梯口?|电梯前室|电梯厅|连通[道口]|水箱间?|防护(?:密闭)?门|密闭门|人防门|主口|次口|检修口|[东南西北]口';
const ROOF =
  '水箱间|楼顶|天台|天面|屋顶|房顶|顶楼|屋面(?:停机坪)?|塔顶|(?:水|铁|观测|瞭望|电视|信号|通信|转播|冷却|钟)塔|钟楼|烟囱(?:平台)?|平顶|顶层|(?:机房|电房|[一二三四五六七八九十0-9]+[层楼])顶|[楼层]平台|露台|(?:电梯)?机房(?:上|屋面)|[一-龥]{2}塔(?![吊台楼])';

const POSITION = new RegExp(`(?:${SIDE}|${UNDER}|${NEAR}|${SPOT})+(?:处|内|里|上|下)?`, 'g');
const STRUCTURES = new RegExp(`(?<=[一-龥0-9#A-Z])(?:的|一侧)?(?:${STRUCTURE})(?![一-龥]{0,2}(?:机制|管理|制度))`, 'g');
const ROOFS = new RegExp(`(?:${ROOF})(?:[东南西北]{1,2}[侧角端])?`, 'g');

/** A road, a body, a building or a landform with a name of its own, or a number of a building. */
export const NAMED =
  /[一-龥](?:碾|石磨|堰|闸|圩|埂|[槐柏樟榕杏松杷枣柿梨柳桑楝桐杨竹]树|戏台|晒坝|井台|窖|畈|垅|坞|岙|牌楼|凉亭|渡口|水车|油坊|砖厂|瓦厂|石厂)|[0-9A-Z一二三四五六七八九十]+(?:号|#|栋|幢|座|期|单元|区|轴|楼)|(?:地下|负)第?[一二三四1-4]层[东南西北]{1,2}|坡道(?:[东南西北]{1,2}侧|底部|顶部|中段|尽头)|[一-龥](?:阁|宫|殿|碑|崖|壁|寨|坳|沟|塬|滩|码头|旗杆|烟囱|站牌|十字|林场|农场|矿|窑|坟|祠堂?|教堂|牌坊|水井|磨坊|晒场|锅炉房|后台)|[一-龥]{2}(?:路|街|巷|弄|胡同|大道|村|屯|镇|厂|校|[大中小]学|学院|医院|公园|广场|大厦|商场|市场|车站|桥|山|岭|坡|湖|河|塘|库|局|所|公司|社|馆|剧院|影院|宾馆|酒店|苑|园|府|城|湾|居|邸|庭|里|院|楼|庙|塔|寺|银行|仓|中心|站|酒厂|食堂|操场|看台|礼堂|教室|车间|宿舍|仓库|冷库|舞台|门|区|通道|坡道|走廊|过道|[厅团馆室铺坊行棚房店亭岛屋台柜摊]|[一-龥]{2}间(?![距隔歇]))|[东南西北]{1,2}(?:半区|区|段)|[一二三四五六七八九十0-9]+(?:中|小|院)/;
export const VAGUE =
  /^(?:您|曾作?|用作|作为|租赁|使用|(?:住宅|居民|教学|办公|高层|单元|商住|自家)?楼(?:房|栋)?[上下顶里旁]?$|因|与|同|该|本|此|这|那|其|各|每|某|任何|有的|多数|一般|自家|你家|我家(?![屋后门院])|[她他我你]|小区(?![东南西北])的?|居民|所有|部分|个别|老旧|自己|他们|我们|咱们)|某|××|哪/;
export const RUNNING =
  /[了着过应]|只[能好]|看护|照看|如一日|^[A-Z]{2,}-?[0-9]{4}|(?:交易|政务|监管|服务|信息|管理)平台|揭秘|砌|连同|拆掉|偏大|偏小|问题|举报|反映|堆满|堆放|推开|获取|投标|招标|一[道扇间片]|加装|安装|装上|拆除|更换|一[个处台座]|统一|协调|可以|应当|进行|组织|开展|要求|负责|检查|建议|反映|认为|发现|如果|因为|但是|以及|并且|没有|不得|不能|同意|修建|建设(?!银行|路|街|大道|[东西南北中]路|村|里|局)|施工(?!现场)|已|正在|工作|全[市县区省]|全部|人员|群众|居民|同学|师生/;

/** True when a phrase reads as one definite place. */
export function isDefinite(phrase: string): boolean {
  return (
    phrase.length >= 4 &&
    phrase.length <= 46 &&
    NAMED.test(phrase) &&
    !VAGUE.test(phrase) &&
    !RUNNING.test(phrase) &&
    looksLikePlace(phrase)
  );
}

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
const FURTHER =
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
    const definite =
      match.index - start >= 2 &&
      phrase.length >= 4 &&
      !VAGUE.test(phrase) &&
      !RUNNING.test(phrase) &&
      !/^(?:建筑|高层|多层|城市|居民|住宅)/.test(phrase);
    return definite ? [{ start, end, form: 'roof' as const }] : [];
  });
}

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
    return /[〔:;。]|电话|办公|[0-9]室/.test(phrase) || !looksLikePlace(phrase)
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

/** Told rather than listed: what the place is said of stands behind it, or the way in and out is walked through. */
const TOLD: readonly RegExp[] = [
  // 该工程即某山坳内的早期坑道 · 就某澡堂底下那个人防洞
  /(?:即|就是|就|指的是)([^,。;:“”]{4,40}?)(?:的|那个|那处|那座|那条|这个)(?:早期|老|旧|废弃的?)*(?:人防|防空)?(?:坑道|地道|洞子?|地下工程|工程|工事)/dg,
  // 将某路地下通道北段、某小学门口台阶以下人防工程中…
  /(?:将|把)([^,。;:]{4,50}?)(?:的)?(?:人防工程|防空地下室|人防地下室|人防洞|防空洞)(?:中|内|里|部分|编号|一部)/dg,
  // 从某处土坎进去，拐两个弯，从水塘上沿出来
  /从([^,。;:]{3,26}(?:进去|进入?|下去|钻进去?),(?:[^,。;:]{1,14},){0,2}(?:再)?(?:从|由|到)[^,。;:]{3,26}?(?:出来|钻出来?|出去|上来))/dg,
  // 有一条岔道通某大院磅房
  /(?:岔[道洞]|支[洞道]|暗道|地道|通道|那头|另一头)(?:就|能|可|是)?(?:通|连)(?:着|到|往|向)?([^,。;:”]{4,20})/dg,
  // 人防部分就在某馆比赛大厅正下方，东侧伸出看台外约六米
  /人防(?:部分|区|工程)?(?:就|便|即|正|主体)在(?!建|此|内|用|线|册)([^。;:]{4,44}?)(?=[。;:]|,(?![东南西北]{1,2}(?:侧|面|端|头))|$)/dg,
  // 就是北门进来沿环道走到底、6幢和7幢那一片 · 在二期的9栋和会所中间，车从那个坡下去就是
  /(?:具体说,?|也就是|就是|便是)([^。;:“”]{6,40}?(?:那一?片|那一块|一带|那一?头|那一?排|下面|底下))(?=[,。;:]|$)/dg,
  /在([^,。;:]{4,24}(?:中间|之间|夹角|背后|后头|旁边)(?:,[^,。;]{0,16}(?:下去|进去|拐进去|走到底)(?:就是|便是|就到))?)(?=[,。;]|$)/dg,
  // 里程YDK17+340至YDK17+415一段
  /((?:里程)?[A-Z]{0,4}K[0-9]{1,3}\+[0-9.]{2,7}(?:[至~到-][A-Z]{0,4}K[0-9]{1,3}\+[0-9.]{2,7})?(?:一段|处|附近)?)/dg,
];
const toldGate = new PatternGate(TOLD, (pattern) => pattern);
const WALKED = /进去|出来|进入|出去|上来|走到底|就是$|K[0-9]+\+/;

/** 就在…底下那个洞, 从…进去…从…出来: read only in talk of a work. */
export function placesTold(text: string): readonly DescribedPlace[] {
  return toldGate.open(text).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const span = match.indices?.[1];
      const phrase = match[1] ?? '';
      if (span === undefined || /办公|会议|宣教|应当|不得/.test(phrase)) return [];
      const named = WALKED.test(phrase) || (looksLikePlace(phrase) && !VAGUE.test(phrase) && !RUNNING.test(phrase));
      return named ? [{ start: span[0], end: span[1], form: 'verb' as const }] : [];
    }),
  );
}

/** 某索道上站覆盖北部山谷，宜优先 · 建议移到某报告厅塔楼: points gone through one by one. */
const REVIEWED: readonly RegExp[] = [
  /(?<=^|[;:,。、])([^,。;:、]{4,20}?)(?=(?:能?覆盖|高度(?:合适|不够|足够|偏)|离[^,。;]{1,8}(?:太|较|很|过)近|供电(?:不稳|困难|方便|不便)|视野|信号(?:好|差|弱)|遮挡|噪声|宜优先|可优先|粉尘))/dg,
  /(?:移到|移至|移设|迁到|迁至|挪到|挪至|改到|改至|改设在?|换到|调到|调至)([^,。;:、]{4,20}?)(?=[,。;、]|$)/dg,
  /([^,。;:、]{4,18}?)(?:的)?那[台部只个](?:警报|机器|喇叭)?(?:又|也|还|总)?(?:误报|不响|哑|进水|没响|坏)/dg,
];

const reviewedGate = new PatternGate(REVIEWED, (pattern) => pattern);

/** Points of sirens in a review or a chat of those who keep them; the caller says that it is one. */
export function placesReviewed(text: string): readonly DescribedPlace[] {
  return reviewedGate.open(text).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const span = match.indices?.[1];
      if (span === undefined) return [];
      const lead = /^(?:昨晚|昨天|今天|今早|早上|晚上|上午|下午|刚才|建议|其中|对|把|将)+/.exec(match[1] ?? '')?.[0].length ?? 0;
      const phrase = (match[1] ?? '').slice(lead);
      const named = phrase.length >= 4 && looksLikePlace(phrase) && !VAGUE.test(phrase) && !RUNNING.test(phrase);
      return named ? [{ start: span[0] + lead, end: span[1], form: 'roof' as const }] : [];
    }),
  );
}
