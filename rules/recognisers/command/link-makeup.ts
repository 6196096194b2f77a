import type { Candidate, Range, Recogniser } from '../../model.ts';
import { candidate, context, cutFront, grammarRecogniser, oncePerWindow, windowAt } from './grammar.ts';
import { clausesOf } from './passage.ts';

const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const MEDIUM =
  '(?:裸光纤|裸纤|光纤|光缆|光传输|光端机|专线|专用线路|微波|卫星|短波|超短波|集群|自组网|北斗|短报文|SDH|MSTP|PTN|OTN|APN|VPN|VSAT|[2345]G|公网|被覆线|散射|电台|有线|无线|数传|北斗短报文|VPDN|NB-?IoT|LoRa|物联网|以太网|双绞线)';
const BAND = '(?:\\d{1,4}(?:\\.\\d)?\\s?(?:[MGk](?:bps|bit/s|b/s)?|兆(?!赫)|千兆)|[百千万]兆)';
const NODE = '(?:(?:主控|分控|备份|中继|汇聚|核心|控制|接入)(?:中心站?|站|节点|台|终端|机)|终端点|分站|子站|县级节点)';
/** Doubled parts of a net: 双核心, 双汇聚, 双链路. */
const DOUBLED = '(?:[双单三多]|主备|冗余|异地)(?:核心|汇聚|链路|路由|中心|机热备|归属|环|节点|平面|通道|总线|机房|网关)';
const CARRIER = '(?:电信|联通|移动|广电|铁通|网通|运营商)';
const TIE = '(?:[、和及与+]|\\s?\\+\\s?)';
const END =
  '(?:主中心|备份中心|指挥所|指挥中心|指挥大厅|指挥部|控制中心|分控站|主控站|主控中心|军分区|警备区|人武部|人防办|人防指挥所|信息中心|会议室|机房|值班室|发射台|广播电视台|公安局|气象局|应急局|应急管理局)';
const SHAPE = '(?:星形|星型|环形|环型|环状|树形|树型|树状|网状|总线型?|双星型?|链形|链型|双环|主从式?|全互联)';

/** The draft must be about command or alarm nets: office broadband and a shop's VPN are not. */
const COMMAND = /指挥|警报|分控|主控|人防|民防|值班|战备|空情|电台|专网|视频会议|视频终端/;
/** Wishes, standards, drills and shows: no state of the net is told. */
const WISH =
  /设计要求|要求见|见附件|逐条应答|应当|支持不低于|拟建|应支持|应采用|应满足|应具备|须支持|支持.{0,6}接口|不低于|不少于|符合.{0,10}标准|多手段|资费|租金|电费|通信费|话费|支持.{0,12}[双多]模|技术要求|尚未|没有实现|鼓励|力争|计划建设|科普|(?:演练|演习)(?:科目|通知|公告)|参演|展示|展区|宽带(?!自组网|集群|卫星)|互联网|因特网|办公网|入户|上网|等多种|等手段|等方式|等通信手段/;

const exactForms = grammarRecogniser({
  id: 'link-makeup',
  anchors: [
    '为主',
    '裸光纤',
    '光纤',
    '光缆',
    '专线',
    '微波',
    '卫星',
    '短波',
    '集群',
    '自组网',
    '北斗',
    '短报文',
    'SDH',
    'MSTP',
    '路由',
    '链路',
    '直连',
    '直通',
    '互联',
    '点对点',
    '专网',
    '专用网',
    '拓扑',
    '组网',
    '主控',
    '分控',
    '信道',
    '指挥网',
    '协同网',
    '引上',
    '引进',
    '引来',
    '引自',
    '拉过',
    '接过',
  ],
  window: 'sentence',
  forms: [
    {
      pattern: new RegExp(
        `(?<value>\\d{2,4}兆[^，。；\\d]{0,4}(?:信道|频道|专网|电台|数传)(?:[、和及与+][^，。；]{0,6}${MEDIUM}[\\u4e00-\\u9fff]{0,3}?)?)(?=[双两]路|双控|控制|互为|同时|并用|$|[，。；])`,
        'dg',
      ),
      label: '写明遥控所用信道',
      confidence: 0.84,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern:
        /(?<value>(?:无线|有线|短波|超短波|卫星|指挥|协同|通播)[^，。；:、]{0,6}网[一二两三四五六\d]{1,2}[个张条](?:，[^。；，]{0,6}\d[\d.]*\s?(?:千赫|兆赫?|[kKM]Hz)[^，。；]{0,24})?)(?=[，。；]|$)/dg,
      label: '写明指挥网的数量和频率',
      confidence: 0.84,
      needs: /指挥|电台|千赫|兆赫/,
      unless: WISH,
    },
    {
      pattern:
        /(?<value>(?:光缆|电缆|光纤|专线|被覆线|电话线|馈线|[\u4e00-\u9fff]{0,4}线路)(?:都|就)?(?:是)?(?:从|由|打|顺着|沿着?)[^，。；]{2,24}?(?:(?:引|拉|牵|爬)(?:上|进|过|到|出|下|入)?(?:来|去)?|接(?:过|上|进)来)(?:的)?)(?=[，。；”]|$)/dg,
      label: '写明线路从何处引来',
      confidence: 0.8,
      needs: /机房|指挥|战备|电台|人防|值守|通信|卫星|警报/,
      unless: /小区|居民|入户|宽带|施工图|应当|家里/,
    },
    {
      pattern: new RegExp(
        `(?:采用|采取|以|由|使用|为|是|用|[，:：]|^)?(?<value>[^，。；：:、的以采用取由使为]{0,12}${MEDIUM}[^，。；:]{0,12}为主(?:用|要手段)?[、，]?[^。；:]{2,40}?(?:为辅|为备|作备份|备份|备用|为补充|作补充|兜底|应急|托底))`,
        'dg',
      ),
      label: '写明主用、备用手段的搭配',
      confidence: 0.85,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${COUNT}(?:条|路|对|芯|根|套)\\s?(?:${BAND}的?)?[\\u4e00-\\u9fffA-Z]{0,6}?${MEDIUM}(?:[^，。；、]{0,4}(?:双路由|组成[^，。；、]{0,8}|备份|互为备份|链路|线路))?)`,
        'dg',
      ),
      label: '写明链路条数与介质',
      confidence: 0.85,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>(?<![\\d.])${BAND}\\s?(?:带宽的?)?[\\u4e00-\\u9fff]{0,4}[A-Z]{0,5}\\s?(?:裸光纤|光纤|光缆|专线|专用线路|微波|SDH|MSTP|卫星|数字电路|电路|(?:数字)?集群|自组网)(?:[和、及与][^，。；]{0,8}${MEDIUM})?)`,
        'dg',
      ),
      label: '写明带宽（频段）与介质',
      confidence: 0.85,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${MEDIUM}(?:[\\u4e00-\\u9fff]{0,4})(?:[、和及与+][\\u4e00-\\u9fff]{0,4}${MEDIUM}){1,4}[\\u4e00-\\u9fff]{0,3}(?:${COUNT}条|${COUNT}种|${COUNT}路)?(?:链路|路由|线路|双备份|互为备份|双路由|组网|双通道|双链路|双模|多模|互备|互补|备份|三种手段|两种手段|多种手段(?:互备|并用|备份)|手段(?:互备|并用|备份)|热备|双控))`,
        'dg',
      ),
      label: '写明链路的介质组合',
      confidence: 0.85,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?:通过|依托|利用|借助|经由?|采用|使用)(?<value>[^，。；:]{0,10}${MEDIUM}[\\u4e00-\\u9fff]{0,6}[、和及与+][^，。；:]{0,8}${MEDIUM}[\\u4e00-\\u9fff]{0,4}?)(?=组织指挥|实施指挥|保障指挥|下达|上报|传递|与|对|同|联络|沟通|连接|接入|$|[，。；])`,
        'dg',
      ),
      label: '写明指挥通信的手段组合',
      confidence: 0.75,
      needs: /指挥|警报|空情|战备/,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?:通过|依托|利用|经|由|采用|使用|，|^)?(?<value>[^，。；:通过]{0,16}(?:与|同|至|到)[^，。；:]{1,18}${END}?[^，。；:]{0,6}(?:点对点(?:互联|互通|连接)?|直连|直通|直达|与[^，。；]{1,8}(?:指挥所|指挥中心)(?:沟通|联通|接通)|(?:裸纤|光纤|专线|电路|光缆)${COUNT}[对条芯路]|(?:断了|中断|故障)[^，。；]{0,8}(?:切|转|改|走|用)|(?:先|平时|平常|首选|主要)走|(?:主用|备用|备份)(?:链路|手段|线路|信道)(?:为|是|采用|走)|(?:核心|汇聚|接入)(?:层|交换机|节点)[^，。；]{0,6}${COUNT}台?|(?:光缆|光纤|线路|专线)从[^，。；]{2,16}(?:引|接|拉|敷设|铺|过来)|互联(?!互通|网)|相连|对接互联|互为备份))`,
        'dg',
      ),
      label: '写明链路两端',
      confidence: 0.8,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern:
        /(?:接入|联入|并入|连入|依托|通过|经|入)(?<value>(?:国家|[国省市县区][—、至-]){0,4}[国省市县区]?(?:[一二三四]级)?[\u4e00-\u9fff]{0,6}(?:指挥|警报|战备|机要|作战|情报|空情)[\u4e00-\u9fff]{0,6}(?:专网|专用网络?|专线))/dg,
      label: '写明所接专网',
      confidence: 0.7,
      level: 'review',
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${DOUBLED}(?:${TIE}${DOUBLED}){0,4}(?:冗余|热备|互备)?(?:的)?(?:${SHAPE})?(?:网络|总体)?(?:拓扑|结构|组网|架构|布局)(?:结构)?|${DOUBLED}(?:${TIE}${DOUBLED}){1,4})`,
        'dg',
      ),
      label: '写明组网拓扑',
      confidence: 0.84,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>(?:主用|首选|平时用|平常用|用|走|靠|经)[^，。；:]{0,8}${MEDIUM}[^，。；]{0,6}[，、](?:备用|备份|应急|另备|断了)[^，。；]{0,4}${MEDIUM}[^，。；]{0,4})`,
        'dg',
      ),
      label: '写明主用、备用手段的搭配',
      confidence: 0.82,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${CARRIER}[^，。；:]{0,4}?(?:MPLS|SDH|MSTP|OTN|PTN|APN|VPDN|VPN|专线|电路|裸纤|裸光纤|光纤)[A-Z\\s]{0,6}(?:专线|电路|链路|通道)?\\s?(?:${COUNT}[条路对芯])?\\s?(?:${BAND})?)`,
        'dg',
      ),
      label: '写明租用线路及带宽',
      confidence: 0.8,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${CARRIER}?(?:NB-?IoT|eMTC|Cat\\.?1|LoRa|[2345]G|物联网|GPRS|CDMA)(?:物联网?)?(?:卡|模块|模组|DTU|通道|回传|链路))`,
        'dg',
      ),
      label: '写明警报终端的通信方式',
      confidence: 0.76,
      needs: /警报|遥控|分控|指挥所/,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${SHAPE}(?:网络)?(?:拓扑|结构|组网|网络)(?:[，、(:][^，。；]{0,8}${COUNT}[个座处台套][^，。；、]{1,12}){0,1}(?:、${COUNT}[个座处台套][^，。；、]{1,12}){0,4})`,
        'dg',
      ),
      label: '写明组网拓扑',
      confidence: 0.85,
      needs: COMMAND,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${NODE}\\s?${COUNT}[个座处台](?:\\([^()]{2,10}\\))?(?:[、，和及][\\u4e00-\\u9fff]{0,3}${NODE}\\s?${COUNT}[个座处台](?:\\([^()]{2,10}\\))?){0,5})`,
        'dg',
      ),
      label: '写明控制站点数量',
      confidence: 0.75,
      needs: /警报|指挥|人防/,
      unless: WISH,
    },
    {
      pattern: new RegExp(
        `(?<value>${COUNT}个[\\u4e00-\\u9fff]{0,5}${NODE}(?:[、和及]${COUNT}个[\\u4e00-\\u9fff]{0,5}${NODE}){0,4})`,
        'dg',
      ),
      label: '写明控制站点数量',
      confidence: 0.75,
      needs: /警报|指挥|人防/,
      unless: WISH,
    },
  ],
});

/** A clause that names a medium and one particular of the state of the net, however it is worded. */
const MEDIUM_WORD = new RegExp(`${MEDIUM}|VPDN|专网|内网|数字电路|线路|链路|网络|中继|交换机|汇聚|节点|带宽|组环|成环`);
const PARTICULAR = new RegExp(
  `互为备份|组环|成环|MPLS|(?:与|至|到)[^，。；]{0,3}\\d{1,3}个(?:县|区|县区|分站|站点)|(?:电信|联通|移动|广电)[^，。；]{0,8}VPN|双路由|双光缆|双光纤|双链路|双控|双归|热备|主备|一主一备|一用一备|冗余|环网|自愈环|点对点|直连|直通|直达|串接|级联|租用[^，。；]{0,8}(?:电信|联通|移动|运营商|广电)|(?:运营商|电信|联通|移动)[^，。；]{0,6}(?:光纤|专线|电路|VPDN|[345]G)|${BAND}|\\d{2,3}兆|${COUNT}[条路对芯](?:光|专|链|线|电)|加(?:有线|无线|光纤|卫星|微波|短波)`,
);
const OFFICE =
  /频率|频点|频道|信道|互联网|因特网|宽带|办公网|办公楼|政务外网|门户|网站|年费|资费|上网|入户|收视|机顶盒|充电|供电|供水|公交|地铁|旅游|电力/;
const BOTH_ENDS = new RegExp(`(?:^|[^\\u4e00-\\u9fff])?[\\u4e00-\\u9fff]{1,8}(?:至|与|到|同)[^，。；]{0,10}${END}`);
const LEAD_IN = /^(?:对上|对下|目前|现有|其中|另|均|已|系统|改造后|升级后|通过|采用|利用|依托|使用)+/;

/** Neighbouring clauses are one statement: 平常走专线，断了就切到无线. */
export function joined(ranges: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  for (const range of ranges) {
    const last = whole.at(-1);
    if (last && last.end === range.start - 1) whole[whole.length - 1] = { start: last.start, end: range.end };
    else whole.push(range);
  }
  return whole;
}

const clauses = oncePerWindow((scene, sentence): readonly Candidate[] => {
  const telling = clausesOf(scene, sentence).filter((clause) => {
    const text = scene.text.slice(clause.start, clause.end);
    return text.length <= 60 && MEDIUM_WORD.test(text) && PARTICULAR.test(text) && !OFFICE.test(text) && !WISH.test(text);
  });
  return joined(telling)
    .filter((clause) => COMMAND.test(context(scene, clause)))
    .map((clause) => cutFront(scene, clause, LEAD_IN))
    .map((span) => candidate(scene, span, 0.7, [{ label: '写明链路的介质和配置', range: span }], 'review'));
});

/** Make-up of the links between command posts and siren stations: media, bandwidth, routes, topology, ends. */
export const linkMakeup: Recogniser = {
  id: 'link-makeup',
  anchors: [
    ...exactForms.anchors,
    '光缆',
    '双控',
    '裸纤',
    '汇聚',
    '核心',
    '断了',
    '热备',
    '备份',
    '冗余',
    '环网',
    'VPDN',
    'VPN',
    '组环',
    '先走',
    '双核',
    '双汇',
    '双中心',
    '双平面',
    '双通道',
    '双链路',
    '双环',
    '互备',
    '互补',
    '物联网',
    'IoT',
    'LoRa',
    'MPLS',
    'OTN',
    'PTN',
    'GPRS',
    '架构',
    '结构',
    '平常走',
    '平时走',
    '备用链路',
    '备用线路',
    '备用手段',
    '主用',
    '成环',
    '带宽',
    '运营商',
    '电路',
    '线路',
    '中继',
    '兆',
  ],
  recognise: (scene, at) => {
    const exact = exactForms.recognise(scene, at);
    // A clause that names both ends says more than the medium in it.
    const said = (clause: Candidate) =>
      !BOTH_ENDS.test(scene.text.slice(clause.start, clause.end)) &&
      exact.some((form) => form.start < clause.end && clause.start < form.end);
    return [...exact, ...clauses(scene, windowAt(scene, at.start, 'sentence')).filter((clause) => !said(clause))];
  },
};

/** Encryption in use on the net, and places of its terminals and relays. */
export const linkProtection = grammarRecogniser({
  id: 'link-protection',
  anchors: [
    '加密',
    '密码机',
    '保密机',
    '密钥',
    '终端',
    '备份台',
    '备用台',
    '中继台',
    '差转台',
    '发信台',
    '收信台',
    '台址',
    '天线',
    '基地台',
    '短波台',
    '卫星站',
    '发射机',
    '电台',
  ],
  window: 'sentence',
  forms: [
    {
      pattern:
        /(?<value>(?:SM[1-9]|ZUC|祖冲之|AES(?:-?\d{3})?|3?DES|RC4|国密)[^，。；、]{0,8}加密(?:[、，和](?:固定|静态|动态|统一|单一|不变的?)密钥)?)/dg,
      label: '写明现用加密算法或密钥方式',
      confidence: 0.8,
      unless: /应当|应支持|应采用|须|支持|要求|符合|宜采用|科普|知识/,
    },
    {
      pattern:
        /(?<value>(?<![A-Za-z])(?:[A-Z]{2,5}-?\d{1,4}[A-Z]?型?[\u4e00-\u9fff]{0,4})(?:密码机|加密机|保密机)(?:\d{1,3}[台部套])?)/dg,
      label: '写明密码设备型号',
      confidence: 0.85,
    },
    {
      pattern:
        /(?:基地台|短波台|电台|天线|差转台|卫星站|中继|发射机)[^，。；:]{0,4}(?:架设|架|设|安装|装|布设|置)(?:在|于)(?<value>[^，。；:]{3,30})/dg,
      label: '写明台站、天线所在',
      confidence: 0.78,
      needs: /人防|指挥|警报|短波|呼号|频率|频点|中继/,
      unless: /应当|规范|宜|不得|展|广播电台|电视/,
    },
    {
      pattern: /台址(?:原注|原在|设在|设于|位于|在|为|:)?“?(?<value>(?!由|应|须|按|选择|要求|附近)[^”，。；:“]{3,24})/dg,
      label: '写明台址',
      confidence: 0.8,
      needs: /电台|短波|通信|呼号|警报|频率/,
    },
    {
      pattern:
        /(?:终端|备份台|备用台|中继台|差转台|发信台|收信台)(?:分别|均|则)?(?:设在|设于|设置在|设置于|安装在|装在|部署在|部署于|位于|架设在|布设在|放在|藏在)(?<value>[^，。；:]{3,30})/dg,
      label: '写明终端、台站所在',
      confidence: 0.8,
      needs: /警报|指挥|人防|短波|电台/,
      unless: /应当|规范|宜|不得|自助终端|查询终端|政务|大厅一楼/,
    },
  ],
});
