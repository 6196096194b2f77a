import type { Scene } from '../../model.ts';
import type { TalkForm } from './comms-passage.ts';
import { SPOKEN_FIGURES as FIGURES } from './comms-words.ts';
import { context, rowText } from './grammar.ts';

const UNIT =
  '(?:[A-Za-z%℃°]|元|万|亿|米|公里|千米|平|㎡|吨|公斤|克|升|分(?!台)|秒|岁|人|个|次|倍|度|亩|户|件|部|套|号|年|月|日|时|台次|名|页|字|份|间)';
const AIR = /台|频|信道|网|呼|守|听|收|发|通|昼|夜|主用|备|干扰|波|兆|千赫/;
const TELEPHONE = /电话|分机|传真|邮编|热线|编号|号码|文号|〔|第$|工号|拨打/;
const SHORT_WAVE = /短波|电台|省台|市台|守听|不通|联络|试线|开机|兆|MHz/;
const left = (scene: Scene, offset: number, length: number) =>
  scene.text.slice(Math.max(scene.pieceAt(offset).start, offset - length), offset);
const numberAt = (scene: Scene, span: { start: number; end: number }) =>
  Number.parseFloat(scene.text.slice(span.start, span.end).replace(/\s/g, ''));

/** How radio nets are told of by those who work them: figures without a unit, names without the word 呼号. */
export const RADIO_TALK: readonly TalkForm[] = [
  {
    themes: ['radio'],
    pattern: new RegExp(`(?<![\\d.A-Za-z])(?<value>\\d{1,3}\\.\\d{2,4})(?![\\d.]|\\s?${UNIT})`, 'dg'),
    label: '电台、中转台的收发频率，未写单位',
    confidence: 0.76,
    said: AIR,
    accept: (scene, span) => {
      const value = numberAt(scene, span);
      return (
        ((value >= 26 && value <= 520) || (value >= 1.6 && value < 26 && SHORT_WAVE.test(context(scene, span)))) &&
        !TELEPHONE.test(left(scene, span.start, 6))
      );
    },
  },
  {
    themes: ['radio'],
    pattern: new RegExp(`(?<![\\d.A-Za-z#-])(?<value>\\d{4,5}(?:\\.\\d)?)(?![\\d.-]|\\s?${UNIT}|赫)`, 'dg'),
    label: '短波频率，未写单位',
    confidence: 0.72,
    said: /短波|台|频|呼|守听|干扰|试通|沟通|通了|试线/,
    accept: (scene, span) => {
      const value = numberAt(scene, span);
      const year = value >= 1900 && value <= 2099;
      return (
        value >= 1600 &&
        value <= 29999 &&
        !year &&
        !/^123\d\d$/.test(String(value)) &&
        !TELEPHONE.test(left(scene, span.start, 12))
      );
    },
  },
  {
    themes: ['radio'],
    pattern: new RegExp(
      `(?:叫|称|呼|应答|代号|代称|代名|自称|改称|被呼|回话|答)(?:为|是|作|的是)?(?<value>“[\\u4e00-\\u9fffA-Za-z]{1,5}(?:${FIGURES})?号?”)(?![的精工计行])`,
      'dg',
    ),
    label: '台站的代称',
    confidence: 0.8,
    unless: /以下简称|简称|俗称|誉为|号召|口号/,
  },
  {
    themes: ['radio'],
    pattern:
      /(?:[省市县区主属各分]台|省里|市里|对方|我方|本台|指挥台|前指|基指)(?:的?名字)?(?:叫|是|为|用)?(?<value>“[\u4e00-\u9fffA-Za-z]{2,5}[幺两拐洞勾零一二三四五六七八九十\d]{0,3}”)/dg,
    label: '台站的代称',
    confidence: 0.78,
  },
  {
    themes: ['radio'],
    pattern: new RegExp(
      `(?<value>“[\\u4e00-\\u9fffA-Za-z]{1,5}(?:${FIGURES})?号?”)(?=(?:应答|回话|回答|呼叫|上线|出联|入网|与我|信号))`,
      'dg',
    ),
    label: '台站的代称',
    confidence: 0.8,
  },
  {
    themes: ['radio'],
    pattern:
      /呼号(?:照旧|不变|仍旧|仍是|还是|照用|沿用)(?:是|为|用|:)?[“]?(?<value>(?![，。；])[\u4e00-\u9fff]{2,4}[幺两拐洞勾零一二三四五六七八九十\d]{0,3})[”]?(?=$|[，。；、）)\s])/dg,
    label: '“呼号”之后的代称',
    confidence: 0.8,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern: new RegExp(
      `(?:^|[“‘，。；:！？\\s])(?<value>[\\u4e00-\\u9fff]{2,3}(?:${FIGURES}号?)|[\\u4e00-\\u9fff]{1,3}[洞幺两拐勾]{2,3})[，,。]?(?=(?:听到(?:请)?回答|听到没有|请回答|请讲|收到|信号如何|抄收|完毕|我是))`,
      'dg',
    ),
    label: '通话中的呼叫与被呼',
    confidence: 0.8,
    accept: (scene, span) =>
      !/第|小组|楼|班|单位|同志|今|周|月|十一|星期/.test(scene.text.slice(span.start, span.end)) &&
      /[“‘，。；:！？\s]/.test(left(scene, span.start, 1) || ' '),
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?:^|[“‘，。；:！？\s])(?<value>(?<name>[\u4e00-\u9fff]{2,4})[，,！]?\k<name>[，,！]?(?:我是|这里是)[\u4e00-\u9fff]{2,4})(?=$|[”’，。；！？!?\s])/dg,
    label: '通话中的呼叫与被呼',
    confidence: 0.84,
  },
  {
    themes: ['radio'],
    pattern: /(?:用|调到|拨到|转到|在|守)(?<value>\d{1,3}(?:信道|频道|波道))/dg,
    label: '信道号',
    confidence: 0.76,
    unless: /电视|收看|节目|视频号/,
  },
  {
    themes: ['radio', 'siren'],
    pattern: /(?<value>(?<![\d.])\d{1,3}号(?:信道|频道|波道|组)|(?:信道|频道|波道)(?:号)?\s?\d{1,3}(?![\d.个条路]))/dg,
    label: '信道号',
    confidence: 0.76,
    said: /信道|频道|波道|集群|手台|对讲/,
    unless: /电视|收看|综合频道|新闻频道|视频号/,
  },
  {
    themes: ['radio', 'siren'],
    pattern:
      /(?<value>\d{3}兆[^，。；\d]{0,8}第?\d{1,3}号?(?:通话)?组|(?:\d{3}兆)?[\u4e00-\u9fff]{0,4}集群(?:网|系统|电台)?[，、（(]?(?:通话|用户|编)?组(?:号|别|码)?(?:为|是|用|:)?\s?\d{2,6})/dg,
    label: '集群通话组',
    confidence: 0.8,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?<value>(?:“[^”\n]{1,6}”)?(?:北斗|天通|海事|卫星|铱星)[^，。；\d]{0,8}[，、（(]?(?:卡号|机号|用户号|用户机号|ID号?|地址码|指挥机号)(?:为|是|:)?\s?\d{5,15})/dg,
    label: '卫星、北斗终端的号码',
    confidence: 0.8,
  },
  {
    themes: ['siren', 'radio'],
    pattern:
      /(?:遥控|警报|终端|编码|地址|分组|群控|站点|识别)(?:编码|地址|识别)?(?:组|站)?(?:号|码)(?:已|现|由[^，。；]{1,8})?(?:改|定|设|调整|调|变更|换|暂定)?(?:为|是|成|:)\s?(?<value>[0-9A-F]{1,4}(?:[-/][0-9A-F]{1,4}){1,3}|0x[0-9A-Fa-f]{1,6})(?![\d-])/dg,
    label: '警报遥控的编码',
    confidence: 0.8,
  },
  {
    themes: ['radio', 'siren'],
    pattern: /(?<value>[一二三四五六七八九十百点零]{2,9}兆)(?:的)?(?=无线电|电台|信道|频率|对讲)/dg,
    label: '无线电频率，以汉字写出',
    confidence: 0.8,
  },
  {
    themes: ['radio'],
    pattern:
      /(?:代号|代名|呼号|叫)(?:为|是|:)?(?<value>(?=[^，。；]{0,3}[洞幺拐勾])[洞幺两拐勾零一二三四五六七八九]{2,4})(?=$|[，。；、）)\s])/dg,
    label: '以洞、幺、拐写出的代号',
    confidence: 0.84,
  },
  {
    themes: ['radio'],
    pattern: /(?:哑音|亚音频?|静噪|导频)[^，。；\d]{0,4}(?<value>\d{2,3}(?:\.\d)?)(?![\d.%])/dg,
    label: '亚音频',
    confidence: 0.82,
  },
  {
    themes: ['radio'],
    pattern:
      /(?<![A-Za-z])(?<value>[A-Z][A-Za-z]{2,12}\s?[A-Z]{1,4}-?\d{2,5}[A-Z]{0,2}\s?(?:[\u4e00-\u9fff]{0,4}(?:台|机|电台))?)(?![A-Za-z0-9])/dg,
    label: '电台型号',
    confidence: 0.78,
    accept: (scene, span) => !/除湿|空调|水泵|风机|面具|发电|打印|复印|电脑/.test(rowText(scene, span.start)),
  },
  {
    themes: ['radio'],
    pattern: /(?<value>(?:CTCSS|DCS|CTC|PL)\s?\d{2,3}(?:\.\d)?)(?![\d.%])/dg,
    label: '亚音频',
    confidence: 0.84,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?<value>(?:国密|商密|国产)?(?:SM[1-9]|AES|3?DES|RSA|ZUC)[-\d]{0,4}(?:加密)?(?:模块|算法|芯片|加密卡|加密)(?:[，,](?:每|按|由)?[^，。；]{0,8}密钥[^，。；]{1,12}|[，,]密钥[^，。；]{2,14})?)/dg,
    label: '写明所用的加密',
    confidence: 0.82,
    unless: /标准|规范|科普|应当|网站|网页|浏览器|门户|https/i,
  },
  {
    themes: ['radio'],
    pattern:
      /(?:调试|联络|临时|应急|试机|备用|平时|战时|夜间)(?:时|期间|中)?(?:暂|先|统一)?(?:呼号|代号)?(?:用|叫|使用|称)(?<value>“[\u4e00-\u9fffA-Za-z]{1,6}(?:号|[洞幺两拐勾一二三四五六七八九十\d]{1,3}号?)?”)/dg,
    label: '台站的代称',
    confidence: 0.78,
    said: /呼号|电台|呼叫|频|台/,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?<value>(?:主控|分控|主站|分站|中心|台站|指挥所|分中心|各站)[^，。；:]{0,16}(?:只|仅|均|共)?(?:设|有|用|靠|走|通过)(?:一|1|两|2|二|三)(?:条|路|对|套)[^，。；]{0,6}(?:4G|5G|光纤|光缆|专线|微波|卫星|短波|无线)[^，。；]{0,4}(?:链路|线路|通道|专线)?)/dg,
    label: '写明控制、通信链路的条数',
    confidence: 0.8,
    unless: /应当|不少于|招标|资费/,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?:增加|增设|加装|补上?|启用|改用|另设|配|加)(?:了|一条|一路|一套)?(?<value>(?:卫星|短波|超短波|北斗|4G|5G|微波|集群|散射)[\u4e00-\u9fff]{0,6}(?:备份|链路|通道|短报文(?:作[^，。；]{2,8})?))/dg,
    label: '写明备份、增设的通信手段',
    confidence: 0.78,
    unless: /应当|科普|演练科目|招标|鼓励/,
  },
  {
    themes: ['radio', 'siren', 'post'],
    pattern:
      /(?<value>(?:北斗|短波|卫星|集群|超短波|微波)[\u4e00-\u9fff]{0,4}(?:作为?|当作?|充作)(?:第?[一二三四]|备用|应急|兜底|主用|辅助)[\u4e00-\u9fff]{0,2}(?:手段|通道|链路|备份))/dg,
    label: '写明备份、增设的通信手段',
    confidence: 0.8,
  },
  {
    themes: ['siren'],
    pattern:
      /(?<value>(?:电动|电声|手摇|气动)式?\s?\d{1,5}(?:\.\d)?(?:千瓦|kW|KW|瓦|W)型?(?:警报器)?(?:\s?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:台|部|套))?)/dg,
    label: '警报器的功率与台数',
    confidence: 0.82,
    unless: /采购公告|询价|展品/,
  },
  {
    themes: ['siren', 'radio'],
    pattern:
      /(?<!合同|项目|采购|招标|文件)编号(?:按|从|由|为|用|沿用)?\s?(?<value>[A-Z]{1,4}-?\d{2,4}\s?(?:至|到|—|~)\s?(?:[A-Z]{1,4}-?)?\d{2,4})/dg,
    label: '警报点的编号',
    confidence: 0.82,
  },
  {
    themes: ['siren', 'radio'],
    pattern:
      /(?:那|这|该)(?:台|部)(?:机器)?(?:是|为|用的是)(?:个)?(?<value>[A-Z]{1,4}[-]?[A-Z]{0,2}\d{1,5}(?:型|[A-Z]{1,2})?型?)/dg,
    label: '设备型号',
    confidence: 0.78,
  },
];
