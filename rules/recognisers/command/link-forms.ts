import { grammarRecogniser } from './grammar.ts';
import { BAND, CARRIER, COMMAND, COUNT, DOUBLED, END, MEDIUM, NODE, SHAPE, TIE, WISH } from './link-words.ts';

/** Statements of the make-up of a net that are known by their form. */
export const linkForms = grammarRecogniser({
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
