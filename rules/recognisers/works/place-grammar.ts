/**
 * The grammar of places (civil-defence-terms.md §11): road and number, plot, building and floor, relative position, rural place,
 * axis and stake numbers. Pure: reads compact text.
 */

const PLACEHOLDER = /[×_□※]|某[一-龥]?(?:路|区|市|楼|小区|住宅|项目)|XX|xx|\*\*|……/;

/** (5~7)×(B~E): between axes the cross crosses, it hides nothing. */
const CROSSED = /(?<=[0-9A-Z)轴])×(?=[0-9A-Z(轴])/g;

/** Something that fixes a point: number, corner, side, floor, plot, roof, axis … */
const POINT =
  /[A-Z]{1,2}[0-9]{1,3}\+[0-9]{2,3}|^[东南西北][至临邻抵].{3,}[东南西北][至临邻抵]|[0-9一二三四五六七八九十甲乙丙]+(?:号(?!文)|弄|栋|幢|座|楼|层|单元|室|组|#|米|地块|仓|库)|地下|负[一二三四1-4]|[东南西北前后左右内外]+(?:侧|角|隅|端|面|部|麓|坡|段|墙|门|边|首|头)|[东南西北]以?[东南西北]?$|以[东南西北]|交(?:叉)?[口汇界]|路口|街口|桥头|立交|桥下|楼顶|天台|屋顶|房顶|屋面|顶[上层]|塔|地块|院内|山[麓坡顶脚腰下上]?|洞口|隧道|[轴桩]|标高|[下上]方|旁|之间|对面|门前|墙外|墙内|附近|沿线|园内|[一-龥](?:公园|广场|大厦|学校|[小中大]学|医院|小区|花园|商场|车站|宾馆|酒店|水塔|粮库|仓库|操场|绿地|综合楼|主楼|塔楼|裙楼|教学楼|实验楼|图书楼|门诊楼|住院[部楼]|科技楼|行政楼|宿舍楼|办公楼|天面|露台|图书馆|体育[馆场]|大楼|大院|后院|宿舍|家属院|花坛|花圃|围墙|厂房|机房|候船厅|候车厅|看台|坡道|楼梯间|电梯厅|车道|涵洞|景观亭|门卫室|岗亭|围挡|采光井|中庭)|顶部|顶端|平顶|铁塔|[一-龥]{3}楼$|左岸|右岸|下游|上游|大坝|门[内外]|下面|背后|后面|里头|下头|料仓|窑|崖|[内外前后上下]$/;
const CORE =
  /(?:路|街|巷|弄|胡同|大道|里|道|村|镇|乡|屯|组|号|栋|幢|座|楼|层|地块|山|岭|坡|麓|洞|园|场|厦|校|学|院|站|库|桥|塔|厂|区|城|府|苑|湾|河|江|湖|侧|角|端|处|间|方|旁|内|外|前|后|顶|台|口|轴|井|坡道|地下|绿地|米|[东南西北]|线|[堰坝崖树岩沟碾庙寺祠窑坳])/;

/** True when a text (a whole cell or a phrase after 位于) reads as a place and not as a placeholder or a sentence. */
export function looksLikePlace(text: string): boolean {
  if (text.length < 3 || text.length > 90 || PLACEHOLDER.test(text.replace(CROSSED, ''))) return false;
  if (/^[0-9.]+$/.test(text)) return false;
  return CORE.test(text);
}

/** A floor without a building fixes nothing. */
const FLOOR_ALONE = /^(?:地下|负)[一二三四1-4]?层?(?:内|处)?$/;

/** 公园绿地, 学校操场, 地下车库出入口: kinds of places, none of them one. */
const KINDS_ONLY =
  /^(?:新建|现有|城市|部分|一些|本|该)?(?:公园|学校|广场|小区|住宅|医院|教学楼|办公楼|宿舍楼|住宅楼|居民楼|综合楼|实验楼|门诊楼|商业楼|汽车|自行车|非机动车|机动车|消防|疏散|坡道|地下|车库|停车场|居民|绿地|道路|操场|楼房|建筑|高层|地铁|商场|单位|室外|室内|主要|次要|出入口|入口|出口|楼梯间|坡道|倒塌|影响|保护|红线|范围|旁边?|内|等|和|或|的|、)+$/;

/** True for 楼梯间, 地下一层, 公园绿地: what many buildings have. */
export function isKindOfPlace(text: string): boolean {
  return KINDS_ONLY.test(text) || FLOOR_ALONE.test(text);
}

/** 松屏市高新区, 柳溪镇: a district fixes no point. */
const COARSE =
  /^(?!.*(?:层|楼|号|半区|[东南西北校库院营矿林景山]区|小区|社区[^、]))(?:[一-龥]{1,8}?(?:省|市|自治区|州|盟|县|区|旗|镇|乡|街道|片区|大学城|科技城|新城|新区|园区|开发区|高新区|经开区|老城区|城区|境内|辖区))+(?:内|境内|范围内)?$/;
/** True for a city, a district, a town by name alone. */
export const isCoarse = (text: string): boolean => COARSE.test(text);

/** True when a phrase fixes a point more exactly than a town or a street name. */
export function fixesPoint(text: string): boolean {
  return looksLikePlace(text) && POINT.test(text) && !isKindOfPlace(text);
}

/** Where a place phrase that begins at `start` ends: at punctuation, before the next statement. */
export function placeEnd(text: string, start: number, limit = 70): number {
  let end = start;
  let depth = 0;
  while (end < text.length && end - start < limit) {
    const character = text[end] ?? '';
    if (character === '(') depth++;
    if (character === ')') {
      if (depth === 0) break;
      depth--;
    }
    if (depth === 0 && /[,。;!?:、]/.test(character) && !continuesPlace(text, end, character)) break;
    end++;
  }
  return trimPlace(text, start, end);
}

const NEXT_PART =
  /^(?:[东南西北](?:起|至|临|靠|邻|到|侧|接)|以[东南西北]|至|[0-9A-Z]+(?:#|号|栋|幢|座|期)|[一-龥]{1,10}(?:路|街|道|大道|巷)(?:[东南西北]侧?|以[东南西北]|交|与)|[一-龥]{2,12}(?:[东西南北]{1,2}侧|以[东南西北])|[一-龥]{3,16}约?[0-9]{1,4}米(?:处|左右))/;

function continuesPlace(text: string, index: number, character: string): boolean {
  if (character !== '、' && character !== ',') return false;
  const rest = text.slice(index + 1, index + 24);
  if (character === ',') return /^[东南西北](?:起|至|临|靠|邻|到|接)/.test(rest);
  return NEXT_PART.test(rest);
}

const TAIL =
  /(?:设置|设有|设立|建设(?!银行|路|街|大道|[东西南北中]路|村|里|局)|修建|建成|开设|开工|竣工|安装有?|装有|架设|布置|划分|施工|改造|实施|投入使用|使用|渗水|渗漏|漏水|受损|损坏|发现|存在|进行|配置|修缮|检修|为主|的(?:人防|防空|地下|工程|洞|坑道|地道|掩蔽|警报).*|内?(?:进行|组织|开展).*|,(?![东南西北]).*)$/;

function trimPlace(text: string, start: number, end: number): number {
  const phrase = text.slice(start, end);
  const verb =
    /(?:设置|设有|建有|装有|安装(?!位置)|开设|架设|开工|竣工|渗水|渗漏|漏水|被|因|属于?|系(?!统)|建于|始建|总?建筑面积|人防面积|为(?:单建|附建|甲类|乙类|核|常|[一二三四五六]级)|结合|可(?:容纳|掩蔽)|[一二三四五六]?级人防|共有|现有|长期|存在|防护|墙体|除湿|露筋|拆模|塌陷|开裂|百叶)/.exec(
      phrase.slice(2),
    );
  let to = verb === null ? end : start + 2 + verb.index;
  const tail = TAIL.exec(text.slice(start, to));
  if (tail !== null && tail.index > 2) to = start + tail.index;
  const of = text.slice(start, to).search(/.的/) + 1;
  if (of > 1 && !POINT.test(text.slice(start + of + 1, to))) to = start + of;
  else if (of > 1 && /警报|人防|防空|指挥所|掩蔽|竖井|出入口|电站/.test(text.slice(start + of, to))) to = start + of;
  while (to > start && /[,、:。;(“]/.test(text[to - 1] ?? '')) to--;
  const cut = text.slice(start, to);
  if ((cut.match(/\(/g) ?? []).length > (cut.match(/\)/g) ?? []).length) to = start + cut.lastIndexOf('(');
  return to;
}

/** Words that end before a place phrase when it is read backwards from its last character. */
const BEFORE_PLACE =
  /(?:(?<![立随当])即|增设|新增|新设|穿过?|起自|始于|止于|终于|挖到|挖至|通到|通往|通至|连到|借用|利用|结合|紧邻|靠近|[东南西北][邻接临抵]|位于|设于|设在|建在|装在|坐落于?|第一站是|擅自|期间|拆除|拆改|保养|维护|巡查|抢修|清淤|人防工程|防空地下室|人防部分|地下室工程|封堵|堵塞|占用|改造|维修|疏通|检查|抽查|发现|反映|投诉|举报|整改|施工|加固|清理|租赁|使用|处于|动员|曾作|涉及|关于|要求|其中|以及|分别|包括|对|在|从|经|由|将|把|为|是|于|到|去|了|(?<![合侧旁边后面头角端围])的|有|及|离|向|沿|上)$/;

/** Where a place phrase that ends at `end` begins: after punctuation or after a word that cannot belong to it. */
export function placeStart(text: string, end: number, limit = 40): number {
  let start = end;
  while (start > 0 && end - start < limit) {
    const character = text[start - 1] ?? '';
    if (/[,。;!?:“”"]/.test(character)) break;
    if (character === '(' && !text.slice(start, end).includes(')')) break;
    if (character === '、' && !/[0-9#号楼栋幢座A-Z]/.test(text[start - 2] ?? '')) break;
    if (BEFORE_PLACE.test(text.slice(Math.max(0, start - 6), start))) break;
    start--;
  }
  while (start < end && /[)、·]/.test(text[start] ?? '')) start++;
  // 6号点江边路31号: the number of the entry; 如某广播站顶层: what leads to an example.
  return (
    start + (/^(?:[0-9]{1,2}号点(?=[一-龥]{2})|(?:例?如|还有|包括)(?=[一-龥]{4}))/.exec(text.slice(start, end))?.[0].length ?? 0)
  );
}

/** What leads to a place, in brackets behind it. */
const ROUTE =
  /导航|[左右]转|进站|[0-9一二三四五六七八九十百]米|公里|[路街巷].{0,6}[0-9]+号|[旁侧后前下内边里顶]$|扶梯|[东南西北][门口]|号楼|地下|层$/;
const NO_ROUTE = /电话|联系|[0-9]{7}|邮编|以下简称|[:。;]/;
const BRACKET_BEHIND = /^(?:的?(?:防空洞|洞库|人防工程|地道|坑道|地下商[城场]|地下街)(?=\())?\(([^()]{4,60})\)/;
const MOUTH_BEHIND =
  /^[,、](?:[主次]?(?:洞口|出入口|入口|出口)|口部)(?:距|离|在距)[^,。;]{3,24}?[0-9一二三四五六七八九十百]+余?米(?:处)?/;

/** Where a place ends that goes on in a bracket (公园东门向里80米) or says how far its mouth is from something; `end` where it does not. */
export function furtherEnd(text: string, end: number): number {
  const rest = text.slice(end, end + 76);
  const mouth = MOUTH_BEHIND.exec(rest);
  if (mouth !== null) return end + mouth[0].length;
  const bracket = BRACKET_BEHIND.exec(rest);
  if (bracket === null || !ROUTE.test(bracket[1] ?? '') || NO_ROUTE.test(bracket[1] ?? '')) return end;
  return end + bracket[0].length;
}

/** Position words that close a place before a part or a work: …北侧进风竖井. */
export const POSITION_END =
  '(?:侧|角|旁|端|处|间|下方|上方|地下(?:[一二三四1-4]层)?|负[一二三四1-4]层|内|外|前|后|顶|口|麓|坡|下|头|院|号|交[0-9A-Z~-]+(?:轴)?(?:处|间)?|墙)';

/** A place read backwards needs a fixed point of its own, not only a side word. */
export function isAnchored(phrase: string): boolean {
  return (
    phrase.length >= 4 &&
    /[0-9A-Z一二三四五六七八九十](?:号|#|栋|幢|座|楼|轴|米|铺)|[轴路街巷园场厦校院库山岭厂学房站楼庙寺社馆塔桥]|[A-Z]?[0-9]+|[一-龥]{2}[东南西北]{1,2}[侧角端门]/.test(
      phrase,
    ) &&
    fixesPoint(phrase)
  );
}
