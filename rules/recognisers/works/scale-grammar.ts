/**
 * The grammar of size and wartime use (civil-defence-terms.md §5, §7): areas, sheltered persons, protective units, beds, lengths,
 * stores, vehicles, wartime functions. Pure; says how much the words themselves tie the value to a shelter.
 */
import { PatternGate } from '../../engine/pattern-gate.ts';
import { COUNT, NUMBER, plainNumber } from './numbers.ts';

export type ScaleForm = 'area' | 'persons' | 'units' | 'length' | 'beds' | 'stock' | 'vehicles' | 'generators' | 'use';

export interface ScaleMatch {
  readonly start: number;
  readonly end: number;
  readonly form: ScaleForm;
  readonly value: string;
  /** own: the words name a shelter (人防建筑面积); borrowed: the sentence must (建筑面积). */
  readonly tie: 'own' | 'borrowed';
}

const AREA_UNIT = '(?:平方米|平米|㎡|m2|M2|m²|平方公尺|平方(?!公里|千米)|平(?=$|[,。;、的]))';
const LINK = '(?:\\([^)]{0,8}\\))?(?:合计|总计|共计|分别)?(?:[为约近共达是计:=]|达到|大约|有|不[少低小]于)*';
const USE_NOUN =
  '(?:防空)?专业队(?:工程)?(?:队员)?(?:\\([^)]{1,6}\\))?掩蔽(?:部|所|工程)?|(?:防空)?专业队(?:队员|装备|车辆)?(?:掩蔽[部所])?工程?|(?:防空专业队)?装备(?:\\(车辆\\)|车辆)?掩蔽(?:部|所|工程)|[一二]等人员(?:掩蔽(?:所|部|工程|体|单元)?|掩(?=$))|人员掩蔽(?:所|部|工程|体)?|(?:人防)?(?:综合|战备)?物资(?:储备)?库(?:工程)?|(?:人防)?(?:医疗)?(?:中心医院|急救医院|救护(?:站|所|工程))|医疗救护(?:工程|站)|(?:人防)?汽车库|(?:区域|固定|移动)?(?:柴油)?电站|区域供水站|供水站|食品(?:加工|供应)?站|生产车间|(?:人防)?交通干?道|疏散(?:干道|通道)|人防干道|连通道|警报站|核生化监测(?:中心|站)|监测中心|指挥所|指挥工程|车辆掩蔽(?:部|所)|掩蔽(?:所|部|工程)';
const BEDS_TAIL = `(?:,?(?:设|有)?(?:床位|手术台)${NUMBER}[张台个])?`;

type Family = readonly [ScaleForm, ScaleMatch['tie'], RegExp];

const FAMILIES: readonly Family[] = [
  [
    'area',
    'own',
    new RegExp(
      `(?:人防(?:地下室|工程|部分|区)?(?:总|有效|使用)?(?:建筑|掩蔽|有效|使用)?面积|(?:防空地下室|人防工程|人防地下室|民防工程|地下室人防)(?:的)?(?:应建|实建|总|结建)?(?:建筑|有效|使用|掩蔽)?面积|(?:人员)?掩蔽(?:有效)?面积)${LINK}(${NUMBER}${AREA_UNIT})`,
      'gd',
    ),
  ],
  [
    'area',
    'own',
    new RegExp(
      `(?:防空地下室|人防工程|人防地下室|人防|民防工程|(?:地下)?指挥所|掩蔽[部所]|防空洞|物资库)(?:不[少小低]于|约|共|为|计)*(${NUMBER}${AREA_UNIT})`,
      'gd',
    ),
  ],
  ['area', 'own', new RegExp(`(${NUMBER}${AREA_UNIT})的?(?:平战结合|人防工程|防空地下室|人防地下室|防空洞|人员掩蔽)`, 'gd')],
  [
    'area',
    'borrowed',
    new RegExp(
      `(?<!地上|用地|占地|绿地|计容|住宅|商业|首层|地面|项目|规划|小区|地下|道路|展[厅馆]|营业|标准层|应缴|缴费)(?:总|结建|应建|实建)?(?:建筑|有效|使用)?面积${LINK}(${NUMBER}${AREA_UNIT})`,
      'gd',
    ),
  ],
  ['persons', 'own', new RegExp(`掩蔽(?:人数|人员数?量?|能力|总?人数|人口|容量)?${LINK}(?:可达|可)?(${COUNT}(?:人|名))`, 'gd')],
  [
    'persons',
    'own',
    new RegExp(`(?:战时|可|能|需|同时)?掩蔽((?!人数|面积|能力|部|所|工程|体)[\\u4e00-\\u9fa5]{1,14}?${COUNT}(?:人|名))`, 'gd'),
  ],
  [
    'persons',
    'own',
    new RegExp(`(?:可供|能供|供)([\\u4e00-\\u9fa5]{1,14}?${COUNT}(?:人|名))(?:同时)?(?:进行)?(?:掩蔽|隐蔽)`, 'gd'),
  ],
  ['persons', 'borrowed', new RegExp(`(?:能|可)(?:藏|躲|装|容)(?:下|得下)?(${COUNT}号?人)`, 'gd')],
  ['length', 'borrowed', new RegExp(`(?:打|挖|掘进|开挖|开凿)了?(?:约)?(${NUMBER}(?:延米|公尺|米|公里|华里))`, 'gd')],
  ['generators', 'borrowed', /装机(?:总)?容量(?:为|约)?([0-9×x.]{1,10}(?:千瓦|kW|KW|兆瓦))/dg],
  ['persons', 'own', new RegExp(`(?:可|能)?为(${COUNT}(?:人|名))(?:同时)?提供(?:掩蔽|隐蔽)`, 'gd')],
  ['persons', 'own', new RegExp(`(?:可供|可|能|供)(?:保障)?(${COUNT}(?:人|名))(?:同时)?(?:进行)?(?:掩蔽|隐蔽)`, 'gd')],
  [
    'persons',
    'borrowed',
    new RegExp(
      `(?:可|能|够)?(?:保障|供|满足)(${COUNT}(?:人|名))(?:人员)?(?:同时)?(?:在内)?(?:值[班勤守]|办公|指挥|生活|掩蔽|使用|进驻)`,
      'gd',
    ),
  ],
  ['persons', 'borrowed', new RegExp(`(?:设计)?容量${LINK}(${COUNT}(?:人|名))`, 'gd')],
  ['persons', 'borrowed', new RegExp(`单元(?:掩蔽)?${LINK}(${COUNT}(?:人|名))`, 'gd')],
  [
    'area',
    'borrowed',
    new RegExp(`(?:里头|里面|内部|洞内|工程|指挥所|地下室)(?:一?共)?有(?:约|近)?(${NUMBER}来?${AREA_UNIT})`, 'gd'),
  ],
  ['area', 'borrowed', new RegExp(`(?:合计|共计|总计|其中地下|地下部分)(?:面积)?(?:约|为|共)*(${NUMBER}${AREA_UNIT})`, 'gd')],
  [
    'area',
    'borrowed',
    new RegExp(`(?:应建|实建|已建|结建|配建|修建|建成)(?:防空地下室|人防)?(?:面积)?(?:约|为|共)*(${NUMBER}${AREA_UNIT})`, 'gd'),
  ],
  ['area', 'borrowed', new RegExp(`(?<=[,;])(${NUMBER}${AREA_UNIT})(?=[,;。]|$)`, 'gd')],
  [
    'length',
    'borrowed',
    /(?:内部|洞内|洞体|主洞|总)?长(?:约|达|有)?((?:[0-9]{2,}(?:\.[0-9]+)?|[一二三四五六七八九]?[十百千][一二三四五六七八九十百余多]*)余?(?:延米|公尺|米)(?![、,][宽高×])|[0-9]{3,}(?:延米|公尺|米))/dg,
  ],
  ['persons', 'borrowed', new RegExp(`(?:可|能|共|约)?(?:容纳|收容|进驻)(?:人数|人员|能力)?${LINK}(${COUNT}(?:人|名))`, 'gd')],
  ['units', 'own', new RegExp(`((?<!第)${COUNT}个?(?:人防)?(?:防护|防爆|抗爆|掩蔽)单元)(?!测试)`, 'gd')],
  // 防护单元3个、抗爆单元9个: the noun belongs to the count.
  [
    'units',
    'own',
    new RegExp(
      `((?:防护|防爆|抗爆|掩蔽)单元(?:共|各)?${COUNT}个(?:[、,和及](?:防护|防爆|抗爆|掩蔽)单元(?:共|各)?${COUNT}个)*)(?!测试)`,
      'gd',
    ),
  ],
  // 属3号防护单元（掩蔽人数1100人）
  [
    'units',
    'own',
    new RegExp(
      `([0-9A-Z一二三四五六七八九十]{1,3}号?防护单元\\((?:掩蔽|建筑|有效|使用)?(?:人数|面积)?${LINK}${NUMBER}(?:人|名|${AREA_UNIT})\\))`,
      'gd',
    ),
  ],
  [
    'units',
    'own',
    new RegExp(
      `(?:防护|防爆|抗爆)单元(?:数量?|个数|总数)?(?:共|合计)?(?:(?:划分为|分为|[为共设有:计])+(?=${COUNT})|(?=${COUNT}个))(${COUNT}个?)`,
      'gd',
    ),
  ],
  [
    'length',
    'borrowed',
    new RegExp(
      `(?:全长|总长度?|洞长|巷道长度?|坑道长度?|地道长度?|洞体长度?|长度|轴线长)${LINK}(${NUMBER}(?:延米|公尺|公里|华里|千米|米|m(?![2²])))`,
      'gd',
    ),
  ],
  [
    'beds',
    'borrowed',
    new RegExp(
      `((?:战时)?(?:病床|床位|手术台|手术室)(?:数)?${LINK}${NUMBER}[张台个间]?|${NUMBER}张?(?:战时)?(?:病床|床位))`,
      'gd',
    ),
  ],
  [
    'vehicles',
    'own',
    new RegExp(`战时(?:可)?(?:停放?|掩蔽|停车位?|车位)(?:数)?${LINK}([\\u4e00-\\u9fa5]{0,6}?${NUMBER}(?:辆|台|个))`, 'gd'),
  ],
  [
    'generators',
    'borrowed',
    new RegExp(`(${NUMBER}[座台个处](?:移动|固定|区域)(?:柴油)?电站|(?:移动|固定|区域)(?:柴油)?电站${NUMBER}[座台个处])`, 'gd'),
  ],
  [
    'use',
    'own',
    new RegExp(
      `战时(?:(?:使用|主要)?(?:功能|用途|作用|性质)(?:可|拟|均|主要)?(?:[为作是系属:]|用作|作为|用于|可作|设为|定为|转为|划为)*|(?:可|拟|均|主要)?(?:[为作是系属:]|用作|作为|用于|可作|设为|定为|转为|划为)+)((?:甲类|乙类)?(?:[\\u4e00-\\u9fa5]{1,8}?)?(?:${USE_NOUN})${BEDS_TAIL})`,
      'gd',
    ),
  ],
  [
    'use',
    'own',
    new RegExp(
      `战时(?:使用)?(?:功能|用途):((?=[^。;]{0,40}(?:${USE_NOUN}))[^。;]{2,40}?)(?=$|[。;]|,?(?:平时|防护等级|抗力|防化|审查|建设|施工|人防(?:建筑)?面积))`,
      'gd',
    ),
  ],
  ['use', 'own', new RegExp(`战时(${USE_NOUN})(?=$|[,。;、)])`, 'gd')],
  // The second of two: 二等人员掩蔽及食品供应站.
  ['use', 'own', new RegExp(`(?<=[一二]等人员掩蔽[所部]?[及和与兼、])((?:人防)?(?:${USE_NOUN}))`, 'gd')],
  // What is kept for it: 留给医疗救护站 · 给救护站留着.
  ['use', 'borrowed', /(?<=留给|预留给|给|留作|留做)((?:医疗)?救护站|急救医院|物资库|专业队)(?=留|预留|用|的?[,。;])/dg],
  ['use', 'borrowed', new RegExp(`(?<=[,;]|其中|其余为)((?:人防)?(?:${USE_NOUN}))(?=[,;。]|$|[0-9一二两]{1,2}[处座个])`, 'gd')],
  ['use', 'own', /((?<![一二]等人员掩蔽[所部]?[、和])[一二]等人员(?:掩蔽(?:所|部|工程|体|单元)?|掩(?=$)))/dg],
  [
    'use',
    'borrowed',
    new RegExp(
      `(?<!平时(?:使用)?)(?:单元|分区|用途|功能|工程类别)(?:均|拟)?(?:[为作是:]|用作|作为|设为)((?:人防)?(?:${USE_NOUN}))`,
      'gd',
    ),
  ],
  [
    'use',
    'borrowed',
    /(?<=[级为作])((?:人防)(?:物资库|汽车库|急救医院|中心医院|救护站)|防空专业队(?:队员|装备)?掩蔽[部所]|装备(?:\(车辆\)|车辆)?掩蔽部|医疗救护工程|专业队(?:队员|装备|工程)(?:掩蔽部)?)(?!工程)/dg,
  ],
];

/** Names of goods end before the number: a Han digit that could be either costs the square of the list. */
const GOODS = '(?:[一二三四五六](?=[次防色用角轮性层]))?(?:(?![零〇一二两三四五六七八九十百千])[\\u4e00-\\u9fa5]){1,8}?';
const STOCK_ITEM = `${GOODS}${NUMBER}(?:顶|张|具|台|辆|套|床|件|吨|箱|部|公斤|升|只|副|把|个|袋|瓶|条|双|盏|根)`;
const STOCK_CHAIN = `${STOCK_ITEM}(?:[、,和及]${STOCK_ITEM}){0,12}`;
const STOCK: readonly RegExp[] = [
  new RegExp(`库容量?${LINK}(${NUMBER}(?:立方米|m3|m³|吨))`, 'gd'),
  new RegExp(
    `(?:账面(?:数)?|实盘|实存|结存|盘点|清点|现存|存有|码放|堆放|摆放|可?储备|储存|储藏|库存|备有|存放)(?:有|着|了|物资|数量|品种|[:为])*(${STOCK_CHAIN})`,
    'gd',
  ),
  new RegExp(
    `(${STOCK_CHAIN})(?:等)?(?:物资|器材)?,?(?:均|分别)?(?:存于|存放[于在]|储存[于在]|储备[于在]|储于|存储[于在]|存在(?=[^,。;]{2,14}[库仓窖洞室厂院楼])|放在(?=[^,。;]{2,14}[库仓窖洞]))`,
    'gd',
  ),
  new RegExp(
    `(?<=新购|购置|购入|购买|配备|补充|采购|新增|更新|调入|添置|接收)(?:了|的)?(${STOCK_CHAIN})(?=,[^。;]{0,16}(?:存放|存于|存入|储存|入库|运至|归入))`,
    'gd',
  ),
];

const gate = new PatternGate<Family>(
  [...FAMILIES, ...STOCK.map((pattern): Family => ['stock', 'borrowed', pattern])],
  ([, , pattern]) => pattern,
);

const ONE_NUMBER = new RegExp(NUMBER);

function plainValue(form: ScaleForm, text: string): string {
  if (form === 'use') return text.replace(/\(.*?\)/g, '');
  const number = ONE_NUMBER.exec(text)?.[0] ?? '';
  return `${form}:${plainNumber(number)}`;
}

/** Cheap signs of each form: most pieces hold none, and the expressions that begin with a number are dear. */
const SIGNS: Readonly<Record<ScaleForm, RegExp>> = {
  area: /平|㎡|[mM]2|m²/,
  persons: /掩蔽|隐蔽|容|藏|躲|装|保障|供|满足|进驻|收|单元/,
  units: /单元/,
  length: /长|挖|打|掘|开凿/,
  beds: /床|手术/,
  stock: /库|存|放|储|备有/,
  vehicles: /战时/,
  generators: /电站|装机/,
  use: /战时|掩蔽|人员|单元|分区|用途|功能|类别|物资|医院|救护|车库|专业队|电站|供水|食品|车间|干道|通道|连通|警报站|监测|指挥/,
};

const FORMS = Object.keys(SIGNS) as readonly ScaleForm[];

/** All sizes and wartime uses in compact text, in order, longest kept where two overlap. */
export function matchScale(text: string): readonly ScaleMatch[] {
  const found: ScaleMatch[] = [];
  const take = (form: ScaleForm, tie: ScaleMatch['tie'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const span = match.indices?.[1];
      if (span === undefined) continue;
      found.push({ start: span[0], end: span[1], form, tie, value: plainValue(form, text.slice(span[0], span[1])) });
    }
  };
  const open = gate.open(text);
  if (open.length === 0) return found;
  const signs = new Set(FORMS.filter((form) => SIGNS[form].test(text)));
  for (const [form, tie, pattern] of open) if (signs.has(form)) take(form, tie, pattern);
  found.sort((a, b) => a.start - b.start || b.end - a.end || (a.tie === 'own' ? -1 : 1));
  const kept: ScaleMatch[] = [];
  for (const match of found) {
    const last = kept[kept.length - 1];
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
    else if (match.start === last.start && match.end === last.end && match.tie === 'own') kept[kept.length - 1] = match;
  }
  return kept;
}
