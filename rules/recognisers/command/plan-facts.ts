/** A fact of a plan told in a sentence; it counts only where the passage is of one of its themes. */
export interface PlanForm {
  readonly themes: readonly ('evacuation' | 'team' | 'target')[];
  readonly pattern: RegExp;
  readonly label: string;
  readonly confidence: number;
  /** Holds beyond the day of a drill: who makes up a team, which way it goes. */
  readonly lasting?: true;
  /** Must be found in the sentence. */
  readonly said?: RegExp;
  readonly unless?: RegExp;
}

const N = '(?:\\d{1,6}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千]{1,6})';
const HAN = '[\\u4e00-\\u9fff]';
const VEHICLE =
  '(?:大客车|大巴车?|中巴车?|面包车|公交车|客车|货车|卡车|摩托车?|救护车|消防车|指挥车|通信车|工程车|抢修车|抢险车|洗消车|喷洒车|运输车|牵引车|警车|渡轮|轮渡|客轮|船只|冲锋舟|吊车|起重机|挖掘机|装载机|推土机|铲车|发电车|发电机|油罐车|水罐车|侦检车|宿营车|炊事车|担架|电台|帐篷|抽水泵|车辆?)';
const GEAR = `${HAN}{0,8}?${VEHICLE}\\s?${N}(?:余|多)?(?:台|辆|艘|列|部|条|套|顶|副|具|架)`;
const BODY_OF_PEOPLE =
  '(?:社区|街道办?|居委会|村委会|村民?|小区|家属[院区]|生活区|宿舍区|学校|中学|小学|大学|学院|幼儿园|厂|公司|集团|医院|敬老院|养老院|福利院|乡|镇|片区|单位|机关|院|校|场|矿|所|局)';
const PEOPLE = '(?:居民|村民|学生|师生|职工|群众|人员|员工|住户|人口|老人|干部|病员|工人|家属)';
const PLACE_END =
  '(?:场|站|园|厂|院|口|桥|楼|校|学|中心|路|库|馆|村|镇|乡|码头|大厦|广场|所|山|堤|站点|站台|基地|农场|公司|社区|街|巷|道|学校|体育场|车场|枢纽|渡口|旁|侧|东|西|南|北)';
const ROADLIKE = `(?:${HAN}{1,8}(?:路|街|大道|道|线|大桥|桥|快速路?|环|高速|国道|省道|县道|乡道|巷|堤)|[GSXY]\\d{2,4}(?:国道|省道|县道|线|高速)?)`;
const DASH = '\\s?(?:—{1,2}|–|-{1,2}|→|~|至)\\s?';

const OTHER_COUNT =
  /培训|参观|宣传|慰问|捐|参赛|观看|体检|满意|问卷|走访|咨询|发放|领取|报名|投票|志愿|参加活动|受益|入学|招生|人次/;
const OTHER_GEAR =
  /停车|泊位|新增|投入运营|投运|配发|采购|购置|捐赠|检修|年检|报废|更新|展示|展出|停放|停车位|充电|中标|报价|单价|公务用车|保险/;
const OTHER_PLACE = /开会|召开|举行|举办|报名|办理|培训|参观|考试|揭牌|启动仪式|规定|指定的?地/;

/** The facts of plans in the exact words of plans. */
export const PLAN_FACTS: readonly PlanForm[] = [
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>${HAN}{2,18}?${BODY_OF_PEOPLE}(?:的)?${PEOPLE}?(?:约|共|计)?\\s?${N}(?:万)?(?:余|多)?(?:人|户|名))`,
      'dg',
    ),
    label: '疏散、接收中点名的单位或社区与人数',
    confidence: 0.76,
    unless: OTHER_COUNT,
  },
  {
    themes: ['evacuation', 'team'],
    pattern: new RegExp(`(?<value>${HAN}{0,12}?${GEAR}(?:[、和及，]${GEAR}){0,8})`, 'dg'),
    label: '疏散、专业队的车辆装备数量',
    confidence: 0.72,
    unless: OTHER_GEAR,
  },
  {
    themes: ['evacuation', 'team'],
    pattern: new RegExp(
      `(?:在|于|到|至|赴)(?<value>(?!各|本|规定|指定|就近|原|现场|会场|操场)[\\u4e00-\\u9fffA-Za-z0-9]{2,22}?${PLACE_END})(?:统一|依次|分批|就地|按)?(?:登车|上车|集合|集结|清点|换乘|待命|列队|编队|会合|下车|休整|补给|宿营|展开|待机|收拢|停靠接)(?!点|地|区|域|时|完)`,
      'dg',
    ),
    label: '写明集合、登车、待命的地方',
    confidence: 0.78,
    unless: OTHER_PLACE,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(`(?<value>${ROADLIKE}(?:${DASH}${ROADLIKE}){1,10})`, 'dg'),
    label: '写明疏散、输送经过的道路',
    confidence: 0.78,
    unless: /施工|改造|公交线路|排水|管网|交叉口/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>${HAN}[^，。；:：()（）]{1,30}${PLACE_END}(?:[、和及][^，。；:、]{2,16}${PLACE_END}){0,5})(?:分别)?(?:为|作为|作|设为|定为|选为|列为|辟为|充作)(?:第?[一二三四五\\d]?)(?:号|个)?(?:${HAN}{0,4})(?:接收点|安置点|集结点|疏散点|疏散基地|登车点|收容点|宿营地|接收地|安置地|集合点|换乘点)`,
      'dg',
    ),
    label: '写明作接收、集结用的地方',
    confidence: 0.84,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?:^|[，。；\\s(（)）.、])(?:${HAN}{0,2})(?:接收|安置|疏散|疏出|承接|对口|集结|登车|运力|输送|接收方|疏散方)(?:地|点|单位|村|乡镇|方|队伍|对象|区)?:\\s?(?<value>(?!由|按|见|各|无|待|负责)[^。；\\n]{3,40}?)(?=[。；]|$)`,
      'dg',
    ),
    label: '“接收”“疏散”“集结”之后列明的单位和地方',
    confidence: 0.8,
    unless: OTHER_COUNT,
  },
  {
    themes: ['team'],
    pattern: new RegExp(
      `(?<value>(?:${HAN}{2,6}${N}(?:人|名)[、，]){0,5}(?:(?:编了?|编制|编有|编成|配|共|计|现有|满编|出动)\\s?)?${N}个?(?:人|名)(?:队员)?(?:[，、和及](?:配备?|携带?|装备)?(?:有|了)?\\s?(?:${GEAR}|${N}(?:台|辆|部)${HAN}{0,4}(?:车|机|台)))(?:[、和及](?:${GEAR}|${N}(?:台|辆|部)${HAN}{0,4}(?:车|机|台))){0,8}(?:[，、](?:由|放在|停在|驻|驻在|部署在|集中在|配置在|待命于|在)[^，。；]{2,24})?)`,
      'dg',
    ),
    label: '队伍的人数与装备',
    confidence: 0.8,
    unless: /演练共|全市共|参训|培训/,
  },
  {
    themes: ['team', 'target', 'evacuation'],
    pattern: new RegExp(
      `(?:抢[修险]队?|救护队?|分队|专业队|中队|小队|队伍)[^，。；]{0,8}?(?<value>(?:编|编制|编有|编成|配)了?\\s?${N}个?(?:人|名)[，、]${N}(?:台|辆|部)车?(?:[，、](?:放在|停在|驻|驻在|部署在|集中在|在)[^，。；]{2,24})?)`,
      'dg',
    ),
    label: '抢修、救护队伍的人数、车辆与位置',
    confidence: 0.8,
  },
  {
    themes: ['team'],
    pattern: new RegExp(
      `(?:由|向|从)?(?<value>[^，。；:由]{2,36}?(?:合编|抽组|承编|编成|组建|抽调|共编|混编)(?:了|共|计|为)?\\s?${N}(?:人|名))`,
      'dg',
    ),
    label: '队伍的抽组单位与人数',
    confidence: 0.82,
    unless: /全市|各县区共|人次|参训/,
  },
  {
    themes: ['team', 'evacuation'],
    pattern: new RegExp(
      `(?<value>${HAN}{2,8}由${N}(?:人|名|台|辆|部|套)?(?:减|增|调|压|扩|缩|加|改)(?:编|员|加|少|整|减)?(?:为|到|至|成)${N}(?:人|名|台|辆|部|套)(?:[、，]${HAN}{2,8}由${N}(?:人|名|台|辆|部|套)?(?:减|增|调|压|扩|缩|加|改)(?:编|员|加|少|整|减)?(?:为|到|至|成)${N}(?:人|名|台|辆|部|套)){0,4})`,
      'dg',
    ),
    label: '编制、装备的增减',
    confidence: 0.8,
    unless: /编办|三定|招聘|投标/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>(?:可|能)?(?:保障|容纳|接收|安置|供应|收容)?\\s?${N}万?(?:余)?人(?:的)?(?:食宿|吃住|住宿|生活|就餐|宿营)(?:保障)?(?:\\s?${N}(?:天|日|昼夜))?)`,
      'dg',
    ),
    label: '接收安置的容量',
    confidence: 0.78,
    unless: /避难场所|游客|旅客/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>[\\u4e00-\\u9fff、]{2,24}(?:居民|群众|人员|职工|工人|师生|学生|家属)(?:${N}人)?(?:步行|乘车|徒步|乘[\\u4e00-\\u9fff]{1,4})?(?:经|沿|由|从|过|走)[^，。；]{2,24}?(?:往|至|到|去|向|赴|进入|撤至|转至)[^，。；”]{2,20})`,
      'dg',
    ),
    label: '写明疏散的单位、路线和去向',
    confidence: 0.82,
    unless: /有序到达操场|参观/,
  },
  {
    themes: ['evacuation'],
    pattern: new RegExp(
      `(?<value>[^，。；:]{0,14}(?:能|可|能够)(?:住|睡|安置|容纳|接收|收容|收|挤)(?:下)?\\s?${N}万?(?:余|多)?(?:人|户))`,
      'dg',
    ),
    label: '接收安置的容量',
    confidence: 0.76,
    unless: /避难场所|游客|旅客|会场|剧场/,
  },
  {
    themes: ['evacuation', 'team'],
    pattern:
      /(?:集合点|集合场地?|集结场地?|停靠点|上客点|编队点|补给点|休息点|换乘点)(?:分别|均|暂|统一)?(?:设置在|设在|设于|选在|定在|选定在|位于|安排在|为|是|在|:)\s?(?<value>[^，。；:]{3,40})/dg,
    label: '写明集合、换乘的地方',
    confidence: 0.8,
  },
  {
    themes: ['team'],
    pattern: new RegExp(`(?<value>(?:从|由|向)[^，。；:]{2,24}(?:抽|派|出|拨|调)(?:调|派|出)?\\s?${N}(?:人|名))`, 'dg'),
    label: '队伍的抽组单位与人数',
    confidence: 0.76,
    unless: OTHER_COUNT,
  },
  {
    themes: ['target'],
    pattern: new RegExp(
      `(?<value>(?:假目标|烟幕(?:发生)?(?:点|车|罐|器)?|角反射器|伪装网|遮障|水幕|拦阻(?:网|气球)?|干扰(?:机|站|点)|诱饵|掩体|示假(?:点|物)?|警戒哨|防空火力)[^，。；、\\d]{0,6}${N}(?:处|个|套|具|台|部|张|米|座|门)(?:[、，和](?:假目标|烟幕(?:发生)?(?:点|车|罐|器)?|角反射器|伪装网|遮障|水幕|拦阻(?:网|气球)?|干扰(?:机|站|点)|诱饵|掩体|示假(?:点|物)?|警戒哨)[^，。；、\\d]{0,6}${N}(?:处|个|套|具|台|部|张|米|座)){0,6})`,
      'dg',
    ),
    label: '目标防护设施的数量',
    confidence: 0.84,
    unless: /展示|采购公告/,
  },
];
