/**
 * What identifies a work (civil-defence-terms.md §1): a project or estate name beside 人防工程 or 防空地下室, a labelled project
 * name, a named cave or tunnel, a command post, a siren point. Pure: reads compact text.
 */

import { PatternGate } from '../../engine/pattern-gate.ts';

export interface ObjectMatch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: 'estate' | 'labelled' | 'cave' | 'command' | 'siren' | 'store';
}

const SUFFIX =
  '(?:小区|社区|花园|家园|佳园|名苑|[\\u4e00-\\u9fa5]苑|[\\u4e00-\\u9fa5]园|[\\u4e00-\\u9fa5]府|[\\u4e00-\\u9fa5]城|[\\u4e00-\\u9fa5]湾|[\\u4e00-\\u9fa5]庭|[\\u4e00-\\u9fa5]郡|[\\u4e00-\\u9fa5]居|[\\u4e00-\\u9fa5]墅|[\\u4e00-\\u9fa5]邸|[\\u4e00-\\u9fa5]里|[\\u4e00-\\u9fa5]轩|[\\u4e00-\\u9fa5]阁|雅居|公馆|公寓|广场|大厦|中心|学校|[小中大]学|学院|医院|车站|[东西南北新老]站|客运站|地块|[0-9一二三四五六七八九十]+期|[0-9一二三四五六七八九十]+(?:号楼|栋|幢|标段)|商城|商场|市场|商厦|综合楼|门诊楼|急诊楼|教学楼|办公楼|厂房?|酒店|宾馆|影院|剧院|体育[馆场]|图书馆|公园|车库|地下街|绿地|天地|新村|新居|安置房|回迁房|项目)';
const NAME = `[\\u4e00-\\u9fa5A-Za-z0-9·“”"&#-]{0,18}?${SUFFIX}(?:[A-Z0-9]{1,3}[区座栋]|[东西南北]区)?[”"]?(?:[一二三四五六七八九十0-9]+期)?(?:[A-Z]?-?[0-9]+#?(?:号楼|栋|幢|楼|地块))?`;
const SHELTER =
  '(?:单建式?|附建式|结建)?(?:人防(?:地下)?(?:工程|地下室|车库|设计|部分|区|掩蔽部)|人民防空工程|民防工程|防空地下室|地下人防|防空洞|地道)';

const shelter = new RegExp(SHELTER, 'g');
/** Longest stretch from the first character of a name to the last of the shelter word. */
const NAME_REACH = 64;
const ESTATE = new RegExp(
  `(${NAME})(?:的|工程|项目|\\(.{1,12}\\)|地下[一二三四]?层?(?:为|系|设|建有|布置)?(?:甲类|乙类|[一二三四五六1-6]B?级)?|地下|系|[0-9]+年|[^,。;:!?《》、]{0,16}(?:的|系|为|属|配建|修建|建有|结建))?${SHELTER}$`,
  'd',
);
const LABELLED =
  /(?:工程|项目|标的|小区|建设项目)(?:名称|概况|简称):([^,。;:、|]{2,30}?)(?=$|[,。;|、(]|(?:建设|工程|项目|施工|设计|监理|人防|防护|战时|坐落|地址|图号|结构)[一-龥]{0,4}:)|建设单位:([^,。;:]{4,30}?(?:公司|学校|医院|局|中心|集团|大学))/dg;
const QUOTED = /[“"「]([^“”"「」]{2,16})[”"」](?:[A-Z]{0,2}-?[0-9]{0,3}#?)(?:地块|项目|小区|工程|楼盘)/dg;
const CAVE =
  /([一-龥]{1,8}(?:[0-9一二三四五六七八九十]+号)(?:人防)?(?:洞|坑道|地道)|[一-龥]{2,8}(?:街|路|巷|山|湾)(?:人防)?(?:洞|坑道|地道)(?:[一二三四五六七八九十0-9]+段)?)/dg;
const COMMAND =
  /((?:[一-龥]{1,8}(?:市|县|区|省))?(?:人防)?(?:基本|预备|机动|地面|前进)指挥所|(?<=^|[,。;])(?:新|老|原)的?(?:人防)?指挥(?:所|中心)|人防指挥(?:所|工程|中心|部)(?!需))/dg;
const SIREN = /(警报点(?:位)?|电声警报器|电动警报器|手摇警报器|(?:防空)?警报器)/dg;
const STORE = /((?:[一-龥]{1,8}(?:市|县|区))?人防物资(?:储备)?库)/dg;

const GENERIC =
  /^(?:某|每|各|本|该|其他|其它|新建|既有|老旧|自家|你家|全市|本市|我市|市区|一般|普通|住宅|居民|民用|单个|个别|部分|所有|任何|上述)|某|您|哪些|民用建筑|住宅小区|居民住宅|自家小区|你家|各小区|老旧小区|中小学校?$|宣教|教育馆|修建|建设|规定|办法|应当|管理|规范|服务中心|政务|指挥中心|信息保障中心|普通项目|建设项目|在建项目|个项目|疑难项目|历史项目|工业项目|重点项目/;

function push(found: ObjectMatch[], text: string, pattern: RegExp, kind: ObjectMatch['kind']): void {
  for (const match of text.matchAll(pattern)) {
    const span = match.indices?.[1] ?? match.indices?.[2];
    if (span === undefined) continue;
    const name = text.slice(span[0], span[1]).replace(/^[“"「」”]+|[“”"「」]+$/g, '');
    if (kind === 'estate' && GENERIC.test(name)) continue;
    if (kind === 'cave' && /^(?:某|一处|这|该|本|各)|[的了]/.test(name)) continue;
    if (name.length < 2 || /^[×_□某X*]+|××/.test(name)) continue;
    found.push({ start: span[0], end: span[1], name, kind });
  }
}

/** Names are read backwards from the shelter word, so that text without one costs nothing. */
function pushEstates(found: ObjectMatch[], text: string): void {
  let last = 0;
  for (const word of text.matchAll(shelter)) {
    const end = word.index + word[0].length;
    const reach = text.slice(Math.max(last, end - NAME_REACH), end);
    const from = end - reach.length + Math.max(0, reach.search(/[^,。;:!?《》、]*$/));
    const match = ESTATE.exec(text.slice(from, end));
    const span = match?.indices?.[1];
    last = word.index;
    if (span === undefined) continue;
    const name = text.slice(from + span[0], from + span[1]).replace(/^[“"」”]+|[“”"]+$/g, '');
    if (name.length < 2 || GENERIC.test(name) || /^[×_□某X*]+|××/.test(name)) continue;
    found.push({ start: from + span[0], end: from + span[1], name, kind: 'estate' });
  }
}

const gate = new PatternGate<readonly [RegExp, ObjectMatch['kind']]>(
  [
    [LABELLED, 'labelled'],
    [QUOTED, 'estate'],
    [CAVE, 'cave'],
    [COMMAND, 'command'],
    [SIREN, 'siren'],
    [STORE, 'store'],
  ],
  ([pattern]) => pattern,
);

/** Every identifiable work that compact text names, in order. */
export function matchObjects(text: string): readonly ObjectMatch[] {
  const found: ObjectMatch[] = [];
  pushEstates(found, text);
  for (const [pattern, kind] of gate.open(text)) push(found, text, pattern, kind);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
