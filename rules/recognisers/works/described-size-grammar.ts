/**
 * Sizes and wartime uses in the plain words of everyday writing (能进八百人, 412延长米, 两千六百多平, 是普通的人员掩蔽所): forms that mean a
 * shelter only where the draft speaks of one. Pure: reads compact text.
 */
import { PatternGate } from '../../engine/pattern-gate.ts';
import { COUNT, NUMBER, plainNumber } from './numbers.ts';

export type DescribedForm =
  | 'area'
  | 'persons'
  | 'length'
  | 'units'
  | 'beds'
  | 'vehicles'
  | 'power'
  | 'stock'
  | 'volume'
  | 'bare'
  | 'use';

export interface DescribedSize {
  readonly start: number;
  readonly end: number;
  readonly form: DescribedForm;
  readonly value: string;
}

const ABOUT = '(?:大概|大约|约|近|将近|差不多|不到|共)?';
const AREA = `${ABOUT}${NUMBER}(?:平方米|平米|平方(?!公里|千米)|㎡|m2|m²|M2|平(?=$|[,。;、的)(!?]|左右|上下|出头|多|地方)|(?<=[一二两三四五六七八九十百千]多?)(?:平方|多方|来方|方)(?=$|[,。;、)]))`;
const ITEM = `(?:[一二三四五六](?=[次防色用角轮性层]))?(?<!储)(?![备存放有于着])(?:(?![零〇一二两三四五六七八九十百千]|储[备存于]|存[有放于]|[码堆摆]放|备有|库)[一-龥A-Za-z]){1,8}?${NUMBER}(?:顶|张|具|台|套|床|件|吨|箱|部|只|副|把|个|袋|瓶|盏|双|座|辆|桶|捆|卷|双|艘|根|条)`;
const TEAM = '(?:防空)?专业队(?:工程|队员|装备|车辆)?(?:\\([^()]{1,6}\\))?(?:掩蔽[部所])?';
const USE = `(?:${TEAM}|(?:人员|车辆|装备|队员)(?:\\([^()]{1,6}\\))?掩蔽(?:[部所体]|工程)?(?:\\([一二]等\\))?|[区县市]?(?:机关|党政机关|直属单位)掩蔽(?:部|所)|[一二]等人员(?:掩蔽(?:[部所体]|工程|单元)?)?|(?:人防)?(?:综合|战备)?物资(?:储备)?库|[一-龥]{0,6}(?:备件[间库]|器材[间库]|储备库)|(?:人防)?(?:中心医院|急救医院|救护[站所])|医疗救护(?:工程|站)?|(?:人防)?汽车库|(?:区域|固定|移动|柴油)+电站|电站|(?:区域)?供水站|食品(?:加工)?站|(?:人防)?(?:交通|疏散)(?:干|支)?道|警报站|监测(?:中心|站)|(?:[区县市]|基本|预备|机动)?指挥所)(?:\\([^()]{1,10}\\))?`;
const USES = `${USE}(?:(?:和|及|、|与|兼)${USE}){0,3}`;

type Family = readonly [DescribedForm, RegExp];

const FAMILIES: readonly Family[] = [
  [
    'area',
    new RegExp(`((?:[一二两三0-9]+[个处间座])?${AREA}的?(?:洞室|[一-龥]{0,4}(?:储备|物资|备件|器材)[一-龥]{0,2}[间库室]))`, 'gd'),
  ],
  ['area', new RegExp(`(${AREA})`, 'gd')],
  [
    'persons',
    new RegExp(
      `(?:供|给|为|容|装|蹲|挤|够|管|保)个?(?:得?下|住|纳)?((?:[一-龥]{0,6}?(?:师生|职工|机关|居民|群众|住户|栋楼|人员))?[小约近]?${COUNT}(?:来|多|余)?(?:号人|多人|来人|个人|人|名)(?:封闭|连续|坚持|集中)?(?:运转|生活|值守|工作|使用)?(?:[0-9一二三四五六七八九十]+[天日])?)(?=(?:封闭|集中|同时|在内|坚持|办公|值[班守勤]|运[转行]|使用|用|掩蔽|躲|避|没有?问题|不成问题|生活|食宿)|[,。;、]|$)`,
      'gd',
    ),
  ],
  ['persons', new RegExp(`(${COUNT}(?:号人|多人|来人|人))(?=进[去得来]|躲得|藏得|没有?问题|不成问题)`, 'gd')],
  ['persons', new RegExp(`(?<=(?:掩蔽|人员|战时)[^。;]{0,30},)(${COUNT}人)(?=[,;。]|$)`, 'gd')],
  ['area', new RegExp(`(${NUMBER}(?:出头|上下|左右)的?面积)`, 'gd')],
  ['persons', new RegExp(`(?<=供)(${COUNT}(?:位|名)(?:居民|住户|群众|职工|师生|人员))(?=使用|掩蔽|躲|避|隐蔽)`, 'gd')],
  ['persons', new RegExp(`(?<=(?:额定|定员|设计|核定)(?:容纳|掩蔽|人数)?)(${COUNT}人)(?=$|[,。;、)])`, 'gd')],
  ['persons', new RegExp(`(?:按照?|照着?)(${COUNT}(?:来|多|余)?(?:号人|人))(?=躲|藏|掩蔽|设计|考虑|进|避)`, 'gd')],
  // 原规划为六百人临时掩蔽 · 可容纳专业队员480人、车辆32台
  [
    'persons',
    new RegExp(`((?:约|近)?${COUNT}(?:余|多)?人(?:的)?(?:临时|应急|就近|集中|紧急)(?:掩蔽|隐蔽|躲避))(?!所|部|工程|体|面)`, 'gd'),
  ],
  [
    'persons',
    new RegExp(
      `(?:容纳|掩蔽|进驻|收容|保障)((?:[一-龥]{0,4}专业队|医护|指挥|值[班守]|抢[险修])?[一-龥]{0,2}(?:人员|队员|员)${COUNT}(?:人|名)(?:[、,和及](?:各类|救护|指挥|抢险)?(?:车辆|装备|车)${COUNT}[辆台套])?)`,
      'gd',
    ),
  ],
  ['persons', new RegExp(`(够[一-龥]{0,4}?${COUNT}人(?:躲|藏|隐蔽|掩蔽)?)`, 'gd')],
  [
    'persons',
    new RegExp(
      `(?:能|可|够|管|可以|供|容|装|躲|藏|进|坐|待|住|站|蹲|挤|塞|盛|保护|庇护|掩蔽|容纳|收容|容量|人数|安排|保障)(?:得?下|得了|进|纳|同时|供|约|近|达|为|:|得|蹲|躲|藏|坐|住|站|装|个|小)*(${ABOUT}(?:[一二两三四五六七八九十百千万]{1,12}|${COUNT})(?:来|多|余)?(?:号人|多人|来人|个人|人|名))(?!次)`,
      'gd',
    ),
  ],
  [
    'length',
    new RegExp(
      `(?:长度?|深处?|被覆|衬砌|全长|总长|洞|坑道|地道|巷道|干道|通道|走廊|挖了?|打了?|掘进|延伸|总计|合计|共|有)(?:约|达|为|近|将近|大约|大概|共|有|:)*((?:将?近|约)?${NUMBER}(?:延长米|延米|进尺|公尺|市尺|丈|公里|华里|市里|千米|米|m(?![2²]))(?:[又零半]{1,2}${NUMBER}(?:步|丈|米|公尺))?半?)`,
      'gd',
    ),
  ],
  ['length', new RegExp(`(?<=[全总洞]长(?:约|有|是)?)(${COUNT}步(?:,?[合折]?(?:约|大约)?${NUMBER}米(?:上下|左右)?)?)`, 'gd')],
  ['length', new RegExp(`(?<=[,;:约近])((?:约|近)?${NUMBER}(?:延长米|延米|公尺|华里|丈))`, 'gd')],
  [
    'volume',
    new RegExp(
      `(?:水量|容积|容量|库容|储水|贮水|蓄水|储油|油量|水箱|水池|水库)(?:约|为|共|达|量|:|有|设计)*(${NUMBER}(?:立方米|立方|m3|m³|吨|方))`,
      'gd',
    ),
  ],
  [
    'units',
    new RegExp(
      `((?<!第)${COUNT}个?(?:人防)?(?:防护|抗爆|防爆|掩蔽)单元(?:[、和及](?:${COUNT})个?(?:防护|抗爆|防爆|掩蔽)单元)*)(?!测试)`,
      'gd',
    ),
  ],
  ['units', new RegExp(`(?<=[,;:、])(${COUNT}个单元)(?=[,;。]|$)`, 'gd')],
  ['length', new RegExp(`((?:约|近)?${NUMBER}(?:公里|里|米)(?:多|来|余)?(?:路|地)?长)`, 'gd')],
  // 对612米主干道回填 · 加固过96米中的40米
  [
    'length',
    new RegExp(
      `((?:约|近)?${NUMBER}(?:延长米|延米|米|m))(?=长?的?(?:主干道|(?:人防|地下|疏散)(?:干道|通道)|支道|支洞|主洞|坑道|地道(?!战)|巷道|洞体|洞身|岔[道洞]|旧洞|老洞))`,
      'gd',
    ),
  ],
  ['length', new RegExp(`(${NUMBER}米(?:中|里|当中)的?(?:约)?${NUMBER}米)`, 'gd')],
  ['units', new RegExp(`(?:分|设|划|划分|分成|分为|共)(?:为|成|有)?(${COUNT}个单元)`, 'gd')],
  ['units', new RegExp(`(?:划|分|设|共)(?:为|成|有)?(${COUNT}个?)(?=防护单元|抗爆单元)`, 'gd')],
  [
    'beds',
    new RegExp(
      `((?:床位|病床|手术[台室间]|重症床|普通床)(?:约|为|:|数)*${NUMBER}[张台个间]?(?:[、,和](?:床位|病床|重症床|普通床|手术[台室间])${NUMBER}[张台个间]?)*|${NUMBER}张(?:床位|病床|床)|(?<=[设有编展开床位])${NUMBER}张(?![\\u4e00-\\u9fff]))`,
      'gd',
    ),
  ],
  [
    'vehicles',
    new RegExp(
      `(?:停放?|停得?下|存放|掩蔽|容纳)(?:约|近|各类|大型)*((?:[一-龥]{1,5}?)?${COUNT}(?:辆|台)(?:[一-龥]{0,4}车)?)`,
      'gd',
    ),
  ],
  [
    'power',
    /((?:(?:移动|固定|柴油|区域)+电站,?)?(?:装机|单机|发电机组?)(?:容量|功率)?(?:为|:)?(?:[0-9]+[×xX*])?[0-9]+(?:kW|KW|千瓦)(?:[,、]?[一二两三0-9]台)?)/dg,
  ],
  ['stock', new RegExp(`(${ITEM}(?:[、,和及]${ITEM}){0,12})`, 'gd')],
  [
    'bare',
    new RegExp(
      `(?:防护单元|抗爆单元|掩蔽人数|容纳人数|掩蔽人口|掩蔽面积|建筑面积|使用面积|人防面积|有效面积|面积|床位|单元数|单元(?=[:共])|人数)(?:数|\\([^()]{1,8}\\))?:?(?:共|合计|约)?(${NUMBER}|[一二两三四五六七八九十]{1,3}个)(?=$|[;。])`,
      'gd',
    ),
  ],
  [
    'use',
    new RegExp(
      `(?:[为是作属系当]|属于|用于|改作|承担|其中|用途|功能|包括|含|包含|设有?|兼|用作|改作|改为|当|(?<![一-龥])[A-D]区|[东西南北]区)(?:着|了|有)?(?:普通|一般|早期)?的?(?:[一二两0-9]+[个处座间])?(${USES})`,
      'gd',
    ),
  ],
  [
    'use',
    /(?:曾|原|战时|拟|现|平时|改|用)?(?:供|作|做|当)(?:过|为|了)?([^,。;:供作做]{0,10}?(?:掩蔽|指挥[所部]?|手术室|医院|救护站?|专业队(?:队员)?|[一二]等人员|物资库|仓库|电站|值班室|会议室)[^,。;:]{0,4}?)(?:掩蔽)?(?:之用|使用|用的?(?=[,。;])|掩蔽(?=[,。;])|(?<=指挥所|医院|手术室|物资库)(?=[,。;]))/dg,
  ],
  ['use', new RegExp(`(?<=(?:功能|用途)[^,。;]{0,8}由(?:原先?|原来)?的?)(${USE})(?=改|变|调)`, 'gd')],
  ['use', new RegExp(`(?<=由[^,。;]{2,16}(?:改|变更|调整)(?:成|为|作)了?)(${USE})`, 'gd')],
  ['use', new RegExp(`(?:(?:地下|下面|下方|现有|就是[一-龥]{0,4})的|附带(?:[核常]?[1-6一二三四五六]B?级的)?)(${USES})`, 'gd')],
  ['use', new RegExp(`(?<=^|[,;:、)级])(${USES}(?:工程)?)(?=$|[,;。、)(]|[0-9一二两]{1,2}[处座个])`, 'gd')],
];

/** Cheap signs of each form; most pieces hold none. */
const SIGNS: Readonly<Record<DescribedForm, RegExp>> = {
  area: /面积|平|㎡|[mM]2|m²/,
  persons: /人|名/,
  length: /米|公里|m|丈|尺|里/,
  volume: /立方|[mM][3³]|吨|方/,
  units: /单元/,
  beds: /[床张]|手术/,
  vehicles: /[停存放]|掩蔽|容纳/,
  power: /[kK]W|千瓦/,
  stock: /物资|调[用拨]|领用|存放|储|寄放|堆放|码放|备有|存有|现存|入库|库[存内]/,
  bare: /单元|人数|人口|面积|床位/,
  use: /掩蔽|指挥|手术室|值班|人员|库|医院|救护|电站|供水|食品|干道|警报站|监测|指挥所|专业队|备件间|器材间/,
};
const QUANTITY = /[0-9一二两三四五六七八九十百千]/;
const number = new RegExp(NUMBER);

const gate = new PatternGate(FAMILIES, ([, pattern]) => pattern);

/** All plain sizes and uses in compact text; overlaps are the engine's to settle. */
export function matchDescribedSizes(text: string): readonly DescribedSize[] {
  const found: DescribedSize[] = [];
  const open = gate.open(text);
  if (open.length === 0) return found;
  const quantities = QUANTITY.test(text);
  for (const [form, pattern] of open) {
    if ((form !== 'use' && !quantities) || !SIGNS[form].test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const span = match.indices?.[1];
      if (span === undefined) continue;
      const written = text.slice(span[0], span[1]);
      const value = form === 'use' ? written : `${form}:${plainNumber(number.exec(written)?.[0] ?? written)}`;
      found.push({ start: span[0], end: span[1], form, value });
    }
  }
  return found;
}
