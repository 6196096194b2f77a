/** How large a work is, what it holds and serves for, in a draft about works; totals, norms, fees and other rooms fall away. */
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { windowRecogniser } from './by-window.ts';
import { compactPiece } from './compact.ts';
import type { DescribedForm, DescribedSize } from './described-size-grammar.ts';
import { draftFacts } from './draft-facts.ts';
import { clauseOf, harmlessSize, isNoStock, isOffSite, isYearlySum, sentenceOf } from './guards.ts';
import { parseNumber } from './numbers.ts';
import { pieceFacts } from './piece-facts.ts';
import { publicPlaces } from './place.ts';
import { isAboutWorks, isNearWork, isPlainlyOfWork, isTopical, laysDownFigure } from './stance.ts';
import { candidate } from './ties.ts';
import { PUBLIC_SUBJECT } from './vocabulary.ts';

const publicSubject = new RegExp(PUBLIC_SUBJECT);
const TUNNEL = /(?:整个|这条|该|那条|老城|早期|防空|人防|战备)隧道|坑道|地道|防空洞|洞(?![察悉])|岔|巷道|干道|早期/;
/** 612米主干道回填: what is done with it is not asked. */
const OF_TUNNEL = /^长?的?(?:主干道|支[道洞]|主洞|坑道|地道|巷道|洞[体身]|岔[道洞])/;
const STORE = /物资库|调用|调拨|领用|存放|储备|储存|寄放|堆放|码放|备有|存有|库存|现存|入库|库内/;
/** 号1座, 至3座, 发生点14个: no goods. */
const NO_GOODS = /[号楼至第处点位于在]|^[一-龥]?[0-9]|竖井|单元|电站|警报点/;
/** A tunnel of scaffolding and canvas, a tunnel of history. */
const PRETENDED = /“(?:坑道|地道|防空洞)”|(?:模拟|遗址|冉庄)[^,。;]{0,8}|[一-龥]{2}地道(?=,长)/g;
/** Sizes of other things: land, housing, halls, fees, parts. */
const OTHER =
  /防火分区|超过|房源|户型|精装|总价|[0-9]室|道路|公路|管道|管线|围墙|电缆|步道|线路|少建|超建|欠|用地|占地|占用|绿地|绿化|绿植|住宅|商业|地上|地面|首层|计容|容积率|展[厅馆区线陈览]|宣教|扩建|门店|办公|厂房|店面|口袋公园|平整|屋面|每|单价|元[/每]|租金|收费|缴|罚|人均|平均|全[市县区省]|累计|新增|各县|年度|已经?建成|整治|投入|普通|平时|停车场|车位|小汽车|报废|捐|采购|预算|单价|救援|参加|参演|师生|观众|学员|考核|岗位|编制|员额|党员|专家|工人|班组|观摩|旅游|顾客|游客|商户|现场|会议|会同|涂|油漆|回填|抢修|隐患/;
/** 比批复多出二十平方米, 喷锚面积少于结算面积690平方米: a difference, a quantity of work. */
const DIFFERENCE =
  /(?:多出|少出|超出|超过|相差|差了|少了|多了|增加了?|减少了?|误差|偏差)(?:约|近|了)?$|(?:喷锚|抹灰|支护|开挖|涂刷|粉刷|防水层?|地坪|结算|计量|工程量)(?:的)?面积(?:[少多]于[^,。;]{0,8})?(?:约|共|为|达)?$/;
/** 办公楼系租用某社房产，建筑面积…: the subject of the sentence is the office's own house. */
const OFFICE_HOUSE = /(?:办公(?:楼|用房|室|区)|机关)[^。;]{0,6}(?:租用|租赁|借用|系|为|位于)[^。;]{0,30}$/;
/** Sheds, canteens, classrooms right before their size. */
const ORDINARY_ROOM =
  /(?:[充停]?[电车]棚|暂存间|污水[站池]?|宿舍|食堂|铺位|商铺|店铺|民房|板房|围挡|钢筋网?|绿化(?:面积)?|会议室|教室|活动室|阅览室|门卫室?|公厕|卫生间|草坪|模板|脚手架|铺装|保温|外墙|玻璃|服务站|门面|门市|摊位|柜台|用房|(?:养老|托育|托幼|社区|服务|文体|教育|卫生|邮政|环卫|配套)(?:服务)?(?:设施|中心|点)|幼儿园|托儿所|配电[房室]|开闭所|公共厕所|垃圾(?:收集|转运)?[间点站房]|架空层|非机动车[库位]|自行车[库棚])(?:[0-9一二两三四五六七八九十]+[间处座个套])?(?:总|建筑|使用)?(?:面积)?[约共计为达有:]*$/;
const DIMENSION =
  /(?:宽|高|厚|覆土|距|相距|间距|直径|净高|层高|埋深|半径|往[东南西北]|[东南西北]侧|标高|波长|海拔|高程|塔高|以下|坡|沿线)(?:度|约|为|达|仅|只有|有)*$/;
const TEACHING =
  /是指|适用于|一般|通常|比如|例如|所谓|应载明|等指标|规定的|分为[^0-9]{0,4}(?:类|等)|不等于|为什么|什么叫|怎么|是否|能否|有没有|哪些|按照?[^,。]{0,12}(?:标准|比例|规定)|办理|登记手续|审批|主管|负责(?:组织)?修建|标识/;
/** 300张以上, 6间及以上: a demand. */
const EDGE = /^(?:及|或)?(?:\(含\))?以[上下内]/;
const TOTAL = /全[市县区省]|累计|各县|统计/;
/** 建设规模:128000平方米, 总建筑面积: the whole building, unless the words beside it say 人防. */
const PROJECT = /房源|户型|精装|总建筑面积|地上|建设规模|规模:|建筑密度|容积率/;
const SHELTER = /人防|掩蔽|防空|战时|电站|库房|洞|单元/;
const CAPACITY_FORMS: readonly DescribedForm[] = ['persons', 'vehicles', 'beds'];

/** What is believed in a draft that is not about works as a whole. */
const TOLD_FORMS: readonly DescribedForm[] = ['area', 'persons', 'length', 'units', 'beds', 'volume'];

/** A column of uses that does not speak of war is read by its own recogniser, which knows what no house is in peace. */
const PEACE_CAPTION = /^(?:使用)?(?:用途|功能|类型|性质)/;
/** A line of a talk or a list: the line before says what it is about. */
const SHORT = 80;
const SPEAKER = /^[^,。;:]{1,8}:/;

function isLong(text: string, match: DescribedSize): boolean {
  const least = /深(?:约|有|达)*$/.test(text.slice(Math.max(0, match.start - 4), match.start)) ? 30 : 15;
  const written = text.slice(match.start, match.end);
  const value = parseNumber(/[0-9.,]+|[一二两三四五六七八九十百千]+/.exec(written)?.[0] ?? '');
  return /公里|千米|延|丈|里/.test(written) || (value !== undefined && value >= least);
}

/** True when the words round a size speak of something else than the work. */
function isOther(text: string, match: DescribedSize, inTable: boolean, lead: string, laidDown: boolean): boolean {
  const [from, to] = sentenceOf(text, match.start);
  const [clauseFrom, clauseTo] = clauseOf(text, match.start);
  const before = text.slice(Math.max(clauseFrom, match.start - 16), match.start);
  const behind = text.slice(match.end, Math.min(clauseTo, match.end + 10));
  // 可供一千八百人办公和居住: what the persons do in it.
  const after = OF_TUNNEL.test(behind) ? '' : match.form === 'persons' ? behind.replace(/^办公/, '') : behind;
  const sentence = text.slice(from, to);
  if (isOffSite(sentence)) return true;
  // 一个防护单元有多大? asks, tells nothing; 按不少于300平方米控制 orders.
  if (text[to] === '?' && /多大|多少|几|吗|什么/.test(sentence)) return true;
  if (
    /(?:不[少大小低高]于|不超过|至少)$/.test(text.slice(Math.max(0, match.start - 4), match.start)) &&
    !laidDown &&
    !/(?:补建|还建|复建|本工程|该|此|新建|拟建|地块|小区|[0-9一二三]期|号楼)[^。;]{0,16}$/.test(text.slice(from, match.start))
  )
    return true;
  if (match.form !== 'use' && TOTAL.test(text.slice(from, match.start))) return true;
  if (match.form === 'area' && isOfProject(text, clauseFrom, match)) return true;
  if (
    match.form === 'vehicles' &&
    !/战时|指挥车|装备|救护车|消防车|专业队|卡车|[里洞]面?能停/.test(text.slice(clauseFrom, clauseTo))
  )
    return true;
  if (match.form === 'use') return TEACHING.test(sentence) || /平时[^战]{0,10}$/.test(before);
  if (
    publicSubject.test(before) ||
    DIFFERENCE.test(before) ||
    (match.form === 'area' && OFFICE_HOUSE.test(text.slice(from, match.start)) && !SHELTER.test(before)) ||
    /铺位[^。;]{0,8}(?:使用|建筑|租赁)?面积(?:合计|共|为|约)*$/.test(text.slice(Math.max(0, match.start - 18), match.start)) ||
    ORDINARY_ROOM.test(before) ||
    isOfPublicPlace(text, match.start) ||
    OTHER.test(before) ||
    OTHER.test(after)
  )
    return true;
  if (match.form === 'length') {
    const around = `${text.length < SHORT && SPEAKER.test(text) ? lead : ''}${text.slice(Math.max(0, from - 60), to)}`;
    return (
      /遗址|课本|抗日|敌人|春游/.test(around) ||
      !TUNNEL.test(around.replace(PRETENDED, '')) ||
      !isLong(text, match) ||
      DIMENSION.test(text.slice(Math.max(0, match.start - 8), match.start))
    );
  }
  if (match.form === 'stock') {
    const goods = text.slice(match.start, match.end);
    if (isNoStock(text, match.start, match.end)) return true;
    return inTable || !STORE.test(sentence) || OTHER.test(goods) || NO_GOODS.test(goods);
  }
  if (match.form === 'volume') return !/水[箱池库]|战时|供水|储|油/.test(text.slice(Math.max(0, from - 60), to));
  if (match.form === 'beds')
    return !/战时|人防|掩蔽|急救医院|救护[站工所]|手术台/.test(sentence) || EDGE.test(text.slice(match.end, match.end + 6));
  if (CAPACITY_FORMS.includes(match.form) && /避难|看台|剧场|报告厅|演练|疏散/.test(sentence)) return true;
  return isYearlySum(text, match.start, match.end) || harmlessSize(text, match.start, match.end, true) !== undefined;
}

/** 应建面积按地上计容面积的7%核算，约6100平方米: what is owed is the shelter's. */
const OWN_SHARE = /(?:应建|结建|配建|还建|补建)(?:防空地下室|人防)?(?:的)?(?:建筑)?面积[^。;]{2,30}$/;

function isOfProject(text: string, clauseFrom: number, match: DescribedSize): boolean {
  const around = text.slice(Math.max(0, clauseFrom - 24), match.end + 14);
  return (
    PROJECT.test(around) &&
    !OWN_SHARE.test(text.slice(Math.max(0, match.start - 40), match.start)) &&
    !SHELTER.test(text.slice(Math.max(0, match.start - 14), match.start)) &&
    !/^[为的是]?(?:人防|防空|掩蔽)/.test(text.slice(match.end, match.end + 6))
  );
}

/** The last one spoken of before the size is a public place: 宣教馆…改造面积1200平方米. */
function isOfPublicPlace(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 70), index);
  let last = -1;
  for (const match of before.matchAll(publicPlaces)) last = match.index;
  return last >= 0 && !SHELTER.test(before.slice(last).replace(/人防(?:宣教|行政|窗口|办)/g, ''));
}

/** A use in the place of a subject (人员掩蔽所入口) is no statement; nor is a plural of kinds. */
function isStatedUse(text: string, match: DescribedSize): boolean {
  const lead = text.slice(Math.max(0, match.start - 24), match.start);
  if (/[、,:;)级]$/.test(lead) && !/战时|用途|功能|防护|级(?!联动|网络|网格|响应)|[核常][1-6]|防化|[甲乙]类|类别/.test(lead))
    return false;
  if (/平时(?:用途|功能|使用)?[:为作]*$/.test(lead)) return false;
  // 建设中心医院1处，选址另行确定: what is to be built somewhere is nobody's use yet.
  if (
    /(?:建设|新建|补齐|发展)(?:的|好|成)?$/.test(lead) ||
    /^(?:、[^,。;、]{1,8}){0,3}等[一-龥]{0,4}(?:工程|项目)/.test(text.slice(match.end, match.end + 24))
  )
    return false;
  if (/科目|演练|分队|队伍|谋划|论证|拟建|分为/.test(lead)) return false;
  // 药房下方的柴油电站隔墙强度不足: a part of the work that something is said of.
  if (/[下上][方面]的$|[旁侧边]的$/.test(lead) && /电站$/.test(text.slice(match.start, match.end))) return false;
  // 现由粮购公司作为仓库使用: a store in peace.
  if (
    /^(?:[一-龥]{0,6})?(?:仓库|会议室|值班室|车库)/.test(text.slice(match.start, match.end)) &&
    !/战时|曾|原[先来]?|当年|那时|留/.test(lead)
  )
    return false;
  return !/^(?:的|房|机|入口|标识|标志|管理|建设|知识|等|应|由|工程(?!$|[,。;])|口部|[0-9]{3,})/.test(
    text.slice(match.end, match.end + 6),
  );
}

function readSizes(scene: Scene, piece: ScenePiece): readonly Candidate[] {
  const about = isAboutWorks(scene) && isNearWork(scene, piece);
  const compact = compactPiece(scene, piece);
  const { text } = compact;
  const caption = piece.cell === undefined ? '' : `${piece.cell.header}${piece.cell.left}`;
  const table = piece.cell === undefined ? undefined : draftFacts(scene).tables.get(piece.cell.table);
  if (table?.kind === 'off-site' || (piece.cell !== undefined && table?.kind === 'other' && text.length < 12)) return [];
  return pieceFacts(scene, piece)
    .described.filter((match) => {
      const [from, to] = sentenceOf(text, match.start);
      const laidDown = text.slice(from, match.start).includes('不') && laysDownFigure(scene, text.slice(from, to));
      if (!about && (!TOLD_FORMS.includes(match.form) || !isPlainlyOfWork(scene, text, from, to))) return false;
      if (!isTopical(text, from, to) && text.length > 60) return false;
      if (match.form === 'use' && (/平时|名称|工程名|小区|项目|规格/.test(caption) || PEACE_CAPTION.test(caption))) return false;
      if (match.form === 'use') return isStatedUse(text, match) && !isOther(text, match, false, '', laidDown);
      const lead = scene.text.slice(Math.max(0, piece.start - SHORT), piece.start);
      return !isOther(text, match, table?.kind === 'stores', lead, laidDown);
    })
    .map((match) =>
      candidate(compact, match.start, match.end, match.value, 'review', 0.7, [
        { label: '文中述及具体工程，此处写明规模（用途）' },
      ]),
    );
}

/** 能进八百人 · 412延长米 · B区为电站 */
export const describedSize: Recogniser = windowRecogniser(
  'described-size',
  [
    '人防',
    '民防',
    '防空',
    '掩蔽',
    '战时',
    '坑道',
    '地道',
    '洞',
    '指挥所',
    '抗力',
    '防化',
    '物资',
    '级工程',
    '早期工程',
    '地下工程',
    '战备',
  ],
  (scene) => draftFacts(scene).civil,
  readSizes,
);
