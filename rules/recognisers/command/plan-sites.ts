import type { PlanForm } from './plan-facts.ts';

const N = '(?:\\d{1,6}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千]{1,6})';
const HAN = '[\\u4e00-\\u9fff]';
const NO_NAME =
  '(?!两家|两个|几家|几个|多家|多个|[一二三四五六七八九十]家|各|该|本|每|原则|指定|规定|就近|相应|有关|相关|现场|会场|会上|操场|一个|一处|适当|合适|沿途|途中|开阔|安全|室内|室外|同一|上述|以下|接收)';
/** A place with what stands in brackets behind it, and further ones. */
const PLACES = `${NO_NAME}[^，。；:()（）、的]{2,18}(?:\\([^()]{2,20}\\))?(?:[、和及与][^，。；:()（）、的]{2,18}(?:\\([^()]{2,20}\\))?){0,5}`;
const TOWNS = `(?!各|有关|相关|所在|接收|疏散|本|全)${HAN}{2,8}(?:街道办?|社区|镇|乡|村|片区|园区|厂|校|农场|林场|县)(?:[、和及与]${HAN}{2,8}(?:街道办?|社区|镇|乡|村|片区|园区|厂|校|农场|林场|县)){0,5}`;
/** 槐荫、铁东两个街道: the kind is said once, behind the names. */
const COUNTED = `(?!各|有关|相关|全部|本)${HAN}{2,8}(?:[、和及与]${HAN}{2,6}){1,6}(?:等)?${N}个?(?:街道|社区|镇|乡|村|片区|学校|单位|厂)`;
const POINT = '(?:集结点|集合点|登车点|上车点|下车点|疏散点|接收点|安置点|收容点|中转点|换乘点|补给点|宿营点)';
const SERVES =
  '(?:收容|补给|中转|休息|休整|调整|救护|医疗|供水|供餐|登记|接收|疏导|引导|加油|维修|检疫|洗消|分流|换乘|给养)(?:点|站|处|所)';
const RECEIVING = '(?:接收(?:地|区|点|乡镇|单位)|疏散(?:地域|地区|基地|点|地|方向)|安置(?:地|点|区)|集结(?:点|地域)|收容点)';
const PEOPLE = '(?:人员|居民|群众|人口|师生|学生|职工|工人|员工|家属|住户)';
const EVERYDAY_CALL = /游客|避难场所|防汛|台风|地震|山洪|考点|核酸|疫苗|旅游|拆迁|征收|棚改|学位|生源|移民|信访|残疾|低保/;

/** Which places serve a plan, who receives whom and by which road, in the words of schemes, briefs and messages. */
export const PLAN_SITES: readonly PlanForm[] = [
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:落实|腾出|备好|启用|选定|联系好|征用|借用|预定)(?:了)?(?<value>${PLACES}(?:，(?:能|可|约能|共可)[^，。；\\d]{0,3}(?:住|安置|容纳|接收|收)(?:下)?\\s?${N}万?(?:余)?人))`,
      'dg',
    ),
    label: '写明安置场所及容量',
    confidence: 0.82,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern:
      /(?<value>[^，。；:]{0,8}(?:大队|梯队|批|队|组)(?:分别)?(?:由|在|从|于)(?!各|本)[^，。；:]{3,18}(?:装车|登车|上车|登船|上船|出发|乘车))/dg,
    label: '写明各批的登车处',
    confidence: 0.8,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['team', 'evacuation'],
    pattern: new RegExp(
      `(?<value>(?:以|依托|由|靠)[^，。；:由以]{2,24}(?:为主|为骨干|为基础|牵头|承建|担负)?，(?:抽|出|编|调|配|共|计|从中抽)?[^，。；\\d]{0,6}${N}(?:余)?[人名](?:[、，和](?:配|带|携)?${HAN}{1,8}\\s?${N}(?:台|辆|部|套|艘|具)){0,5})`,
      'dg',
    ),
    label: '队伍的依托单位与人数',
    confidence: 0.8,
    said: /队|分队|专业|民兵/,
    lasting: true,
    unless: /培训|参训|志愿|人次|检查组|评审|演练|公益/,
  },
  {
    themes: ['evacuation'],
    pattern:
      /(?:[我本贵你][市县区]|我方|你方)(?<value>[\u4e00-\u9fff]{1,6}(?:城区|片区|街道|社区|镇|乡)(?:[、和及][\u4e00-\u9fff]{1,6}(?:城区|片区|街道|社区|镇|乡)){0,4})(?:部分|全部|所有|疏散|拟疏散|的)*(?:群众|居民|人口|人员)?(?:的)?(?:接收安置|疏散|接收|安置)/dg,
    label: '写明疏散、接收的单位',
    confidence: 0.78,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:坐|乘|搭)(?:车|船|大巴|汽车|客车|专列|班车)(?:去|到|往|前往|奔赴)(?<value>(?!各|指定|现场)${HAN}{2,10}(?:镇|乡|村|县|区|街道|中学|小学|基地|农场|林场|山))`,
      'dg',
    ),
    label: '写明乘车去往何处',
    confidence: 0.8,
    unless: /旅游|参观|上班|上学|游玩|调研/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:带|领|引导|护送|组织|通知)[^，。；:]{0,6}(?:到|至|往)(?<value>${PLACES})(?:集合|集结|登车|上车|点名|清点|候车)`,
      'dg',
    ),
    label: '写明集合、登车的地方',
    confidence: 0.8,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:将|把|由)?(?<value>${TOWNS})(?:调整|确定|改|增补|新增|列|划|选定?|明确|定)(?:为|作为|成)[^，。；:]{0,8}${RECEIVING}`,
      'dg',
    ),
    label: '写明疏散、接收的单位',
    confidence: 0.82,
    lasting: true,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation', 'team'],
    pattern: new RegExp(
      `${POINT}(?:还是|就|仍然?|都|也|暂|统一|这次|已|分别)*(?:(?:沿用|借用|定|用)(?:在|到|为|成|于|了)?|(?:放|选|设|安排|挪|改|换)(?:在|到|为|成|于))(?<value>${PLACES})`,
      'dg',
    ),
    label: '写明集合、登车的地方',
    confidence: 0.8,
    lasting: true,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation', 'team'],
    pattern: new RegExp(
      `(?:在|于|到)(?<value>${PLACES})(?:分别|各|统一|临时)?(?:设|设置|设立|开设|布设|搭建|建立|安排)(?:了|有)?(?:临时|机动|固定)?(?:${N}(?:个|处))?${SERVES}`,
      'dg',
    ),
    label: '写明收容、补给等点的地方',
    confidence: 0.8,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>${NO_NAME}[^，。；:()（）的]{3,30}?[校院馆库所站场楼厂部村])(?:为|作|作为|是|充当)(?:临时|备用|主用|机动|第[一二三])?${POINT}`,
      'dg',
    ),
    label: '写明作接收、集结用的地方',
    confidence: 0.8,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation', 'team'],
    pattern: new RegExp(`(?:集结|集中|集合|待命|展开|机动|部署)于(?<value>${PLACES})`, 'dg'),
    label: '写明集结、待命的地方',
    confidence: 0.8,
    unless: /开会|注意力/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:基地|接收点|安置点|疏散点|集结点|营地)[^，。；:]{0,6}(?:依托|利用|借用|由)(?<value>${NO_NAME}[^，。；:()（）]{3,22}(?:\\([^()]{2,20}\\))?)(?=改建|改造|扩建|建设|建成|建立|设立|而建|整修|腾出)`,
      'dg',
    ),
    label: '写明疏散基地所在',
    confidence: 0.84,
    lasting: true,
  },
  {
    themes: ['evacuation'],
    pattern:
      /(?:将|把|由|以|沿|经|走|查看了?|检查了?|踏勘了?|和|、|，|^)(?<value>(?!该|此|这|两|各|主|备)[\u4e00-\u9fffA-Za-z0-9]{3,20}?(?:路|道|线|公路|大道|国道|省道|县道|乡道|桥|堤|街))(?:这[条段]|作为|为|是|列为|定为)?(?:主用|备用|主要|次要|迂回|应急|第[一二三])?(?:的)?疏散(?:道路|通道(?!指示)|路线|干线|公路)/dg,
    label: '写明疏散道路',
    confidence: 0.82,
    lasting: true,
    unless: /消防|楼梯|安全出口|校园|景区/,
  },
  {
    themes: ['evacuation'],
    pattern:
      /(?:和|及|与|、|，|另有)(?<value>(?!该|此|这|两|各|主|备)[\u4e00-\u9fffA-Za-z0-9]{3,14}(?:路|道|线|桥|堤|街))(?:作)?(?:备用|迂回|应急|辅助|主用)(?:道路|路线|通道)/dg,
    label: '写明疏散道路',
    confidence: 0.78,
    said: /疏散|撤离|转移/,
    unless: /消防|楼梯|安全出口|校园|景区/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:对口|负责|承担|用于|主要)?(?:接收|安置|收容|承接)(?<value>(?:${TOWNS}|${COUNTED}))(?:的)?(?:疏散)?${PEOPLE}`,
      'dg',
    ),
    label: '写明接收哪里的人员',
    confidence: 0.82,
    lasting: true,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>(?!各|本|全|有关)${HAN}{2,8}(?:镇|乡|村|县|街道|农场|林场)(?:对口)?(?:接收|安置|收容)${HAN}{2,8}(?:镇|乡|街道|社区|厂|校|片区)(?:的)?${PEOPLE}?)`,
      'dg',
    ),
    label: '写明接收哪里的人员',
    confidence: 0.82,
    lasting: true,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:涉及|包括|含有?|写有|写明|列有|提到|载明)(?<value>${TOWNS})(?:等)?(?:${N}(?:个|处))?(?:的)?(?:接收安置|安置接收|疏散接收|接收点|安置点|接收任务|疏散任务|疏散人口)`,
      'dg',
    ),
    label: '写明疏散、接收的单位',
    confidence: 0.8,
    lasting: true,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `由(?<value>(?:${COUNTED}|${TOWNS}))(?:分别|负责|牵头|各自)?(?:组织|负责|动员|通知|引导)[^，。；]{0,14}(?:入户|通知|登记|编组|疏散|动员|撤离|集结|登车|转移)`,
      'dg',
    ),
    label: '写明疏散的单位',
    confidence: 0.78,
    unless: EVERYDAY_CALL,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>${HAN}{2,8}(?:街道|社区|片区|村|厂|校|小区|园区|家属院)(?:那边|这边)?的?(?:人|居民|群众|职工|学生|师生|工人|老人)?(?:还是|仍然?|就|都|改|统一|一律|先|全部){0,2}(?:去|到|往|撤到|转到|进|奔)${HAN}{2,10}(?:镇|乡|村|街道|县|中学|小学|基地|农场|林场)(?:，[^，。；]{0,4}(?:走|经|绕|沿|从)[^，。；]{2,18})?)`,
      'dg',
    ),
    label: '写明何人去往何处',
    confidence: 0.8,
    lasting: true,
    unless: /上学|上班|参观|游玩|赶集|通勤|就医|旅游|调研|检查|慰问|走访|宣传|开会/,
  },
  {
    themes: ['team', 'evacuation'],
    pattern: new RegExp(
      `(?<=^|[，。；:、)由\\s])(?<value>(?!全市|全县|全区|各|共|已|依托)[^，。；:由\\d]{2,28}?(?:组建|编成|抽组|承建|承编|合编|编组)(?:了|有)?[^，。；:\\d]{2,12}(?:队|分队|中队|组)\\s?${N}个?支?(?:[，、(（](?:共|计|编)?\\s?${N}(?:余)?[人名]))`,
      'dg',
    ),
    label: '队伍的组建单位与人数',
    confidence: 0.82,
    lasting: true,
    unless: /全市共|全县共|检查组|志愿|培训|参训/,
  },
  {
    themes: ['target'],
    pattern:
      /(?<value>[^，。；:]{0,14}(?:水库|库容|水位|储量|库存|存量|负荷|产量|发电量|罐区|储罐|机组|危化品|油品|物料|闸门)[^，。；:]{0,8}?(?:降至|降到|压减|压至|压到|控制在|减至|减到|限制在|保持在|不超过|停用|放空|倒空|外运|转移|降负荷|低负荷)[^，。；]{0,16}(?:，[^，。；]{0,6}(?:转至|转移到|移至|运至|存入|改由|倒入|送往)[^，。；]{2,16})?)/dg,
    label: '目标遭袭前的降限、转移措施',
    confidence: 0.8,
    unless: /应当|调度规程|防汛|汛限|洪水|暴雨|台风|节能|减排|采购|销售|预算/,
  },
  {
    themes: ['target'],
    pattern: new RegExp(
      `(?:调整了?|增加了?|增配|增至|核减|加配|配置|配备|预置|预备|储备)(?<value>[^，。；:]{0,6}(?:发烟(?:车|罐|器)|烟幕(?:车|罐)|伪装网|角反射器|假目标|遮障|钢架桥|舟桥|浮桥|应急桥|备用变压器|沙袋|堵漏器材|泡沫车)[^，。；]{0,6}?${N}(?:台|套|张|个|座|具|辆|部|处|组|吨|万条|条))`,
      'dg',
    ),
    label: '目标防护、抢修器材的数量',
    confidence: 0.82,
    unless: /采购公告|展示|防汛|抗洪/,
  },
];
