/** Where a work stands, in a draft about works, and where a siren stands, in a passage about sirens: plain words, guarded by what they say. */
import { patternGuard } from '../../engine/pattern-gate.ts';
import type { Candidate, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { windowRecogniser } from './by-window.ts';
import { compactPiece } from './compact.ts';
import { placesAtItemHeads, placesByAddress, withBelongings } from './described-address.ts';
import { type DescribedPlace, placesByEnding, placesOnRoofs } from './described-place-grammar.ts';
import { placesJoined, placesReviewed, placesTold } from './described-place-told.ts';
import {
  placesAlongTunnels,
  placesBehindLabels,
  placesBehindVerbs,
  placesInLists,
  placesInNameBrackets,
} from './described-place-verbs.ts';
import { draftFacts } from './draft-facts.ts';
import { clauseOf, isOffSite, sentenceOf } from './guards.ts';
import { PUBLIC_PLACE, publicPlaces } from './place.ts';
import { furtherEnd, isCoarse } from './place-grammar.ts';
import { isAboutWorks, isNearWork, isPlainlyOfWork, isTopical } from './stance.ts';
import { candidate, passedOver } from './ties.ts';
import { PUBLIC_SUBJECT } from './vocabulary.ts';

const publicSubject = new RegExp(PUBLIC_SUBJECT);
/** Offices, meetings, visits: their place is public. */
const PUBLIC_CLAUSE =
  /办公|窗口|会议|报名|领取|公示|看样|开标|联系|咨询|来访|邮编|政务|展出|开放|集合|集结|登车|演练|培训|训练|比赛|受理|送达|签收|法院|采购人|公司(?:地址)?[:,]|会场|召开|法定|档案|图纸在|投递|邮寄|食堂供|午餐|餐厅/;
/** Where persons live, where people are led to, what stays a rule. */
const OTHER_CLAUSE =
  /家住|户籍|住址|住所|联系地址|身份证|居住|搬[到至]|疏散(?!通道|口|楼梯|干道|出口|走道)|接收(?!指令)|安置(?!房)|引导|路线|一般|通常|应当|不得|严禁|不应|不宜|尽量|建议|可拨打|普通(?:车库|地下)|口袋公园|灭火器|消火栓|垃圾|光伏|充电桩|岗亭增设|编成|编组|组建|中继|基站|频率|发射/;
/** 消防水池有效容积540立方米，设于3号楼地下一层: plant of the house, no part of a shelter. */
const ordinaryPlant =
  /(?:消防(?:水池|泵房|控制室)|生活水[池箱]|换热站|变配电[室所]|配电房|垃圾(?:站|房)|物业用房|社区用房|公厕|快递柜|充电桩)[^。;]{0,20},$/;
const PERSON_LEFT = /(?:住|家在|家住|住处|住址:?)$/;
const TUNNEL = /坑道|地道|洞(?![察悉])|挖|干道|连通道|巷道|岔|通道/;
/** What one does to a siren on a roof, in papers that speak of 人防 but do not name it each time. */
const SIREN_CARE = /误报|那台|电池|蓄电|遥控|主机|终端|喇叭|音柱|爬梯|鸣响|哑/;
const ROOF_SIGN = /[顶塔]|天台|天面|屋面|平台|烟囱|钟楼/;
/** A line of a list or a chat: its neighbours say what it is about. */
const SHORT = 60;
/** 在某库房里，整齐码放着…: where the goods lie. */
const STORED = /[里内中]?,?(?:整齐|集中)?(?:[码堆摆存寄]放|储[存备])/;
/** 电站在地下二层东北角: a part of a shelter right before 在. */
const PART_IN = /(?:电站|机房|[风竖]井|[出入]口|口部|[密闭]门|水[箱库池]|滤毒室|单元|指挥室|洞|库)(?:就|都|也|均|设)?在$/;
const BASEMENT = /(?:[栋幢座楼号院体](?:地下室|地库|地下车库)|地下|底下|下面)[内里]?$/;
/** The title of a paper that lists sirens: tasks, ledgers, contracts; not rules and not the yearly sounding. */
const SIREN_LIST =
  /警报(?!试鸣)[^\n]{0,12}(?:检修|维修|维护|派工|巡检|布点|选点|优化|评审|台账|清单|一览|明细|点位|分布|安装|迁移|更新)(?!.*(?:办法|规定|通知|制度|管理))/;
const SIREN_TALK =
  /(?<!台风|高温|暴雨|洪水|火灾|火警|天气|气象|防盗|入侵|低压)警报(?!声|信号|声音|鸣|解除|试|响|教)|警报器|电声|中继|报警器|点名|机号|鸣响率/;

const mayTalkOfSirens = patternGuard(SIREN_TALK);

/** 招标人…地址:, 代理机构…地址:: where the parties of a tender are to be found. */
const PARTY =
  /甲方|乙方|出租方|承租方|施工单位|监理单位|设计单位|招标人|采购人|代理机构|供应商|投标人|监督部门|联系人|联系方式|电话|传真|邮编|公司[,:(]/;
/** Sites of builders, yards of offices, cars: no place of a work. */
const WORKADAY =
  /项目部|租用|借住|宿舍|食堂|公务用?车|车辆停[放在]|工棚|板房|监理部|消纳场|[弃运]渣|人行道|[行路]人|公交|站牌|会议|办公|晨练|垃圾|绕行|楼长|快递|外卖|物业(?:公司|服务|用房)/;
/** 防护密闭门旁边, 竖井口部: parts and sides alone name nothing. */
const PARTS_ONLY =
  /^(?:防护|密闭|防爆|人防|战时|主要?|次要?|备用|室外|室内|地下|通风|[进排]风|疏散|安全|设备|工程|机|[出入]{1,2}口|口部|门[口框扇]?|[竖风]?井[口]?|洞口?|室|间|房|库|墙|楼梯间?|坡道|通道|单元|扩散|滤毒|集水坑|风机|封堵板|的|及|和|与|、|[东南西北前后左右内外上下]{1,2}(?:侧|面|边|方|部|头|端)?|旁边?|附近|处|位置|顶部?|底部?|之间|中间|里|周边|边)+$/;

/** 6楼杂物间, 区住建局二楼库房: a room of an office. */
const OFFICE_ROOM =
  /^(?:[一-龥]{0,8}(?:局|办|委|厅|政府|机关|大院|办公楼|大楼|楼))?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:楼|层)[东西南北]?[头侧]?[一-龥]{0,4}(?:间|室|办|走廊|过道|库房|仓库|大厅)$/;

/** Why a phrase is nobody's secret, in Chinese; what is let be here is not asked of likeness either. */
/** 学校、医院、机关楼顶等处: kinds of buildings, not one of them. */
const KIND_ONLY =
  /^(?:各?(?:机关|单位|学校|医院|车站|商场|社区|银行|宾馆|企业|厂区|居民楼|住宅楼|办公楼|教学楼|高层建筑|高层|建筑物?)[、和及或]?){1,6}(?:楼顶|屋顶|顶层|楼面|顶部)?$/;

function letBe(text: string, place: DescribedPlace): string | undefined {
  const phrase = text.slice(place.start, place.end);
  const [from, to] = sentenceOf(text, place.start);
  if (isCoarse(phrase)) return '只写到区（县、镇），未写明具体地点';
  if (OFFICE_ROOM.test(phrase)) return '机关用房';
  if (KIND_ONLY.test(phrase)) return '只写处所种类，未指明是哪一处';
  if (text.slice(place.end, place.end + 16).search(publicPlaces) >= 0) return '展馆、服务中心等公开场所';
  if (PARTS_ONLY.test(phrase)) return '只写部位名称，未指明是哪一处工程';
  if (text[to] === '?') return '问句';
  if (/^(?:及|或)?以[上下]/.test(text.slice(place.end, place.end + 3))) return '限值，属规范性要求';
  if (
    /地址[:为]?$/.test(text.slice(Math.max(0, place.start - 4), place.start)) &&
    PARTY.test(text.slice(Math.max(0, from - 40), to))
  )
    return '当事单位的联系地址';
  const [clauseFrom, clauseTo] = clauseOf(text, place.start);
  const after = text.slice(place.end, Math.max(clauseTo, Math.min(to, place.end + 8))).slice(0, 8);
  return WORKADAY.test(text.slice(clauseFrom, place.start)) || /项目部|监理部|板房|公交|站牌|绕行|电梯|上楼|下楼/.test(after)
    ? '办公、施工、交通等日常地点'
    : undefined;
}

function isGuarded(text: string, place: DescribedPlace): boolean {
  const phrase = text.slice(place.start, place.end);
  const [from, to] = sentenceOf(text, place.start);
  const [clauseFrom, clauseTo] = clauseOf(text, place.start);
  // 不得封堵某处的出入口 orders something about a place that is there.
  const before = text
    .slice(clauseFrom, place.start)
    .replace(/(?:不得|严禁)[^,。]{0,4}(?:封堵|遮挡|占用|拆除|堵塞|改动|损坏)/, '');
  if (/(?:单位工程|工程名称|项目名称|工程名|项目)[:]?$/.test(text.slice(Math.max(0, place.start - 6), place.start))) return true;
  const label = text.slice(Math.max(0, place.start - 8), place.start);
  if (/(?:住所地?|注册(?:地址?)?|办公(?:地址|地点)|通[信讯]地址|联系地址|(?:营业|经营)场所|收件地址|单位地址)[:为]?$/.test(label))
    return true;
  if (/地点[:为]?$/.test(label) && /演练|会议|活动|培训|集合|开标/.test(text.slice(from, to))) return true;
  if (/(?:曾|原|战时|平时)(?:作|做|供|为)$/.test(text.slice(Math.max(0, place.start - 4), place.start))) return true;
  const lead = text.slice(Math.max(0, place.start - 30), place.start);
  if (before.length < 4 && (lead.search(publicPlaces) >= 0 || ordinaryPlant.test(lead.slice(0, lead.length - before.length))))
    return true;
  if (
    place.form === 'label' &&
    /电话|采购人|当事人|被告|原告|申请人|法定代表|供应商|委托|联系|窗口|办公|报名|邮编/.test(text.slice(from, to))
  )
    return true;
  const after = text.slice(place.end, Math.max(clauseTo, Math.min(to, place.end + 8)));
  if (PUBLIC_PLACE.test(phrase) || PERSON_LEFT.test(text.slice(Math.max(0, place.start - 4), place.start))) return true;
  if (/[0-9]室$|办公|会议|大厅$|行政中心|政务/.test(phrase)) return true;
  if (PUBLIC_CLAUSE.test(before) || PUBLIC_CLAUSE.test(after.slice(0, 12)) || publicSubject.test(before)) return true;
  if (after.slice(0, 16).search(publicPlaces) >= 0 || /台址|天线|电台/.test(before)) return true;
  if (
    OTHER_CLAUSE.test(before) ||
    OTHER_CLAUSE.test(text.slice(place.end, Math.max(place.end, clauseOf(text, place.end - 1)[1])))
  )
    return true;
  return isOffSite(text.slice(from, to));
}

/** 第二站在某厂老水塔上: the paragraph before told what he looks after. */
const NEXT_STOP = /^(?:第[二三四五六七八]|最后一|下一|另一)(?:站|处|个点|台)/;
const NEXT_REACH = 200;

function sirenLead(scene: Scene, piece: ScenePiece): boolean {
  const table = piece.cell === undefined ? undefined : draftFacts(scene).tables.get(piece.cell.table);
  return table?.kind === 'sirens' || SIREN_TALK.test(scene.headingAbove(piece.start).slice(0, 40));
}

function readSirens(scene: Scene, piece: ScenePiece, text: string): readonly DescribedPlace[] {
  const listing = SIREN_LIST.test(draftFacts(scene).title);
  if (!listing && !ROOF_SIGN.test(text) && !text.includes('分别')) return [];
  const lead = sirenLead(scene, piece) || (text.includes('分别') && SIREN_TALK.test(text.slice(0, 60)));
  const { civil } = draftFacts(scene);
  const caredFor = civil && SIREN_CARE.test(text);
  // A 平台 or a tower stands in many a piece that tells of no siren: places on roofs are not looked for there.
  if (!lead && !listing && !caredFor && !NEXT_STOP.test(text) && !mayTalkOfSirens(text)) return [];
  const listed = lead ? placesInLists(text) : [];
  const heads = listing ? placesAtItemHeads(text) : [];
  const reviewed = listing || SIREN_CARE.test(text) ? placesReviewed(text) : [];
  return [...listed, ...heads, ...reviewed, ...placesOnRoofs(text)].filter((place) => {
    const [from, to] = sentenceOf(text, place.start);
    const above = NEXT_STOP.test(text) ? scene.text.slice(Math.max(0, piece.start - NEXT_REACH), piece.start) : '';
    const around = above + text.slice(Math.max(0, from - 60), Math.min(text.length, to + 40));
    return lead || listing || SIREN_TALK.test(around) || (civil && SIREN_CARE.test(around));
  });
}

function readWorks(piece: ScenePiece, text: string): readonly DescribedPlace[] {
  const loose = [
    ...placesByEnding(text),
    ...placesByAddress(text),
    ...placesInNameBrackets(text),
    ...placesBehindVerbs(text),
    ...placesBehindLabels(text),
    ...placesTold(text),
    ...placesJoined(text),
  ].filter((place) => {
    const [from, to] = sentenceOf(text, place.start);
    return (
      isTopical(text, from, to) ||
      text.length < SHORT ||
      place.form === 'label' ||
      place.form === 'structure' ||
      piece.cell !== undefined
    );
  });
  const along = placesAlongTunnels(text).filter((place) => {
    const [from, to] = sentenceOf(text, place.start);
    if (TUNNEL.test(text.slice(Math.max(0, from - 60), to)) || STORED.test(text.slice(place.end - 1, place.end + 10)))
      return true;
    if (PART_IN.test(text.slice(Math.max(0, place.start - 8), place.start))) return true;
    return BASEMENT.test(text.slice(place.start, place.end)) && isTopical(text, from, to);
  });
  return withBelongings(text, [...loose, ...along]).map((place) => ({ ...place, end: furtherEnd(text, place.end) }));
}

const LABELS: Readonly<Record<DescribedPlace['form'], string>> = {
  position: '文中述及具体工程，此处写明方位',
  structure: '文中述及具体工程，此处写明口部、机房等部位的方位',
  verb: '文中述及具体工程，此处写明地点',
  bracket: '文中述及具体工程，名称后括注地点',
  label: '文中述及具体工程，栏目写明地点',
  roof: '警报设施旁写明楼顶等处所',
};

/** 服务器区192.168.66.0/24: where something is in a net. */
const NET_ADDRESS = /[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]/;

function readPlaces(scene: Scene, piece: ScenePiece): readonly Candidate[] {
  const about = isAboutWorks(scene) && isNearWork(scene, piece);
  if (!about && !draftFacts(scene).civil && !ROOF_SIGN.test(scene.text.slice(piece.start, piece.end))) return [];
  const compact = compactPiece(scene, piece);
  const { text } = compact;
  if (piece.cell !== undefined && draftFacts(scene).tables.get(piece.cell.table)?.kind === 'off-site') return [];
  const caption = piece.cell === undefined ? '' : `${piece.cell.header}`;
  if (/名称|^工程名?$|^项目$|单位|小区|集结|集合|配置地|接收|疏散|安置|维保|联系/.test(caption)) return [];
  const told = (place: DescribedPlace): boolean => {
    const [from, to] = sentenceOf(text, place.start);
    const loose = place.form === 'bracket' || (place.form === 'label' && text[place.start - 1] !== ':');
    return about || (!loose && isPlainlyOfWork(scene, text, from, to));
  };
  const works = about || draftFacts(scene).civil ? readWorks(piece, text).filter(told) : [];
  return [...readSirens(scene, piece, text), ...works]
    .filter((place) => !NET_ADDRESS.test(text.slice(place.start, place.end)))
    .filter((place) => letBe(text, place) !== undefined || !isGuarded(text, place))
    .map((place) => {
      const value = text.slice(place.start, place.end);
      const why = letBe(text, place);
      return why === undefined
        ? candidate(compact, place.start, place.end, value, 'review', 0.7, [{ label: LABELS[place.form] }])
        : passedOver(compact, place.start, place.end, value, why);
    });
}

/** 四十中操场底下 · 11号楼北侧坡道口 · 农机局家属楼顶 */
export const describedPlace: Recogniser = windowRecogniser(
  'described-place',
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
    '物资库',
    '警报',
    '级工程',
    '早期工程',
    '地下工程',
    '口部',
    '竖井',
    '战备',
  ],
  () => true,
  readPlaces,
);
