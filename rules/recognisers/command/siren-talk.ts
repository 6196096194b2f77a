import type { Scene } from '../../model.ts';
import type { TalkForm } from './comms-passage.ts';
import { LENGTH_WORD as LENGTH, MEDIUM_WORD as MEDIUM, COUNT_WORD as N } from './comms-words.ts';
import { rowText } from './grammar.ts';

/** Numbers of letters and digits that are no point and no model: standards, concrete, roads, paper, doors, plugs. */
const OTHER_CODE =
  /^“?(?:GB|RFJ|JGJ|DB|CJJ|ISO|YD|IP\d|C\d0$|C\d5$|P\d$|A[0-5]$|B[0-5]$|[GSXYK]\d{3,4}$|DN|HRB|MU|M\d|DC\d|AC\d|RS\d|RJ\d|USB|PM2|CAT|FM|AM|F\d$|[BGHSFM]{2,5}\d{3}|SM[2-9]$|H\d{3}|VLAN|TCP|UDP|IPV)/i;
/** Pumps, fans, doors and office machines have makes of their own. */
const OTHER_DEVICE =
  /泵|面具|防护服|防毒|风机|风量|阀|配电|电缆|除湿|过滤|滤毒|发电机|变压器|防火|门框|密闭门|钢筋|混凝土|空调|电脑|打印|复印|电梯|摄像|车牌|客车|司机|地块|身份证|身份證|证号/;
/** The paragraph, its heading or the title must speak of sirens or radio: the line before it alone may be of another thing. */
const PIECE_TELLS = /警报|电声|电台|短波|中转台|对讲|呼号|频率|掉线|点名|遥控/;
const pieceOf = (scene: Scene, span: { start: number }): string => {
  const piece = scene.pieceAt(span.start);
  const own = scene.text.slice(Math.max(piece.start, span.start - 200), Math.min(piece.end, span.start + 200));
  return `${own} ${scene.headingAbove(span.start)} ${scene.title()} ${rowText(scene, span.start)}`;
};
const PAPER_NUMBER = /(?:合同|项目|采购|招标|文件|公告|备案|受理|证书|标准|批准|案卷|卷|工单|发票|车牌|图)(?:编)?号?[:为]?\s?$/;

/** J03 for YG-J03: the whole number stands elsewhere in the draft and is found there. */
const isShortened = (scene: Scene, span: { start: number; end: number }): boolean => {
  const code = scene.text.slice(span.start, span.end);
  return code.length <= 4 && scene.text.slice(0, FIRST_PAGES).includes(`-${code}`);
};
const FIRST_PAGES = 20_000;

const left = (scene: Scene, span: { start: number }) => scene.text.slice(Math.max(0, span.start - 2), span.start);

/** How sirens are told of in reports, logs and features: which one, of what make, how many, how far they are heard, who sounds them. */
export const SIREN_TALK: readonly TalkForm[] = [
  {
    themes: ['siren', 'radio', 'post'],
    pattern:
      /(?:系统|设备|主机|机柜|天线|中继台|电台|控制台|控制箱|发射机|短波|终端)(?:分别|均|统一)?(?:设|放|装|架|安装|布置|部署|架设|藏)(?:在|于)(?<value>(?!各|本|相应|规定|原|指定|市民|公众)[^，。；:()]{3,24})/dg,
    label: '写明控制、通信设备所在',
    confidence: 0.76,
    unless: /首位|突出位置|窗口|大厅一楼|展/,
  },
  {
    themes: ['siren'],
    pattern:
      /(?:由|从)(?<value>[^，。；:由从]{3,24}?(?:控制台|主控台|终端|主站|指挥车))(?:统一|集中)?(?:发起|下发|发出|发令|触发|唤醒)/dg,
    label: '写明警报由何处控制',
    confidence: 0.78,
  },
  {
    themes: ['siren', 'radio'],
    pattern:
      /(?<![A-Za-z0-9./@_\\—-])(?<value>“?(?!V\d{1,2}\.\d|[QA]\d{1,2}[:：.、])[A-Z]{1,6}\d{0,2}[A-Z]{0,3}[-—]?[A-Z]?\d{1,5}(?:\.\d{1,2})?[A-Z]{0,3}(?:型|号)?”?)(?![A-Za-z0-9.%℃/@]|-\d)/dg,
    label: '警报点、终端的编号或型号',
    confidence: 0.76,
    said: /点|站|台|终端|掉线|离线|失联|故障|标签|编号|装|警报|铭牌|机箱|型|控制|蓄电池|欠压|模块|损坏|在线|主机|设备|分别是|机|换|用的是|天线|喇叭|倾斜|音量|电池|进水|鸟窝|音质|供电|回传|超时|换卡|欠费|复位/,
    unless: new RegExp(`${OTHER_DEVICE.source}|品牌|单价|中标`),
    accept: (scene, span) =>
      PIECE_TELLS.test(pieceOf(scene, span)) &&
      !OTHER_DEVICE.test(rowText(scene, span.start)) &&
      !/(?:如|例如|比如)$/.test(scene.text.slice(Math.max(0, span.start - 2), span.start)) &&
      !isShortened(scene, span) &&
      !OTHER_CODE.test(scene.text.slice(span.start, span.end)) &&
      !PAPER_NUMBER.test(scene.text.slice(Math.max(0, span.start - 8), span.start)),
  },
  {
    themes: ['siren'],
    pattern:
      /(?<value>[\u4e00-\u9fff]{0,4}(?:电声|电动)(?:防空)?警报器?\s?\([^()]{0,10}\d[^()]{0,10}\)|\d{3,5}(?:瓦|W)的?(?:电声|电动)?(?:防空)?警报器?|(?:[东西南北中]|城[东西南北中])(?:片|线|网)?\d{1,3}(?:[、和]\d{1,3}){0,8}号(?![楼院路街门线])|[\u4e00-\u9fff]{1,3}片\d{1,3}(?:[、和]\d{1,3}){0,8}号)/dg,
    label: '警报器的功率或编号',
    confidence: 0.74,
    unless: /不小于|不低于|采购|参数/,
  },
  {
    themes: ['siren'],
    pattern: new RegExp(
      `(?:一共|只有|还剩|剩下|总共|共|现有|实有|建有|装有|装了|安装了|架了|架设了|设有|管着|管了|管护|控制着|控制全|辖|在用)(?:就|有|着|了)?(?<value>[^，。；\\d一二两三四五六七八九十百]{0,8}${N}(?:台|部|套|座|处|个点)(?![次余多班])(?:[、，和及](?:其中)?[^，。；、\\d]{0,8}${N}(?:台|部|套|座|处|辆)(?![次余多])){0,5})`,
      'dg',
    ),
    label: '警报器的确数',
    confidence: 0.72,
    // 上周在三处安装了两台: of the day, not of the net.
    accept: (scene, span) => span.end - span.start > 3 || !/了$/.test(left(scene, span)),
    unless:
      /[近约逾]\s?\d|采购|新增|维护保养|检修|培训|会议|车位|万元|条款|偏离|隐患|问题|投影|电脑|空调|工程\d|应急灯|专家|志愿/,
  },
  {
    themes: ['siren'],
    pattern: new RegExp(
      `(?<value>[^，。；“”:]{0,22}(?:(?:管|覆盖|服务|传|响)[^，。；]{0,4}(?:半径|方圆|远|周围)[^，。；]{0,4}${LENGTH}(?:公里|千米|里地?|米)|听得?(?:见|到|清)[^，。；]{0,4}，[^，。；]{0,6}${LENGTH}(?:公里|千米|里地?|米)[一二三四五六七八九半]?))`,
      'dg',
    ),
    label: '警报器的可听范围',
    confidence: 0.74,
  },
  {
    themes: ['siren'],
    pattern:
      /(?<value>[^，。；:]{2,26}(?:听不[见到清]|收不到|覆盖不[到了]|是盲区|属盲区|没有覆盖|未覆盖|没覆盖)[^，。；]{0,6})/dg,
    label: '警报听不到的地方',
    confidence: 0.72,
    said: /平方公里|万人|\d个(?:村|社区|街道)|盲区|覆盖/,
    unless: /居民反映|您|为什么|怎么办|如果|如听/,
  },
  {
    themes: ['siren', 'post'],
    pattern:
      /(?:由|从|在|归)(?<value>[^，。；:由从归在]{3,24}?(?:控制室|机房|值班室|指挥中心|控制中心|中控室|调度室|发射台|楼))(?:统一|直接|集中|远程)?(?:遥控|控制(?!室|中心|台)|操控|发令|发放(?:警报|信号)|启动(?:警报|鸣响))/dg,
    label: '写明警报由何处控制',
    confidence: 0.8,
    unless: /消防/,
  },
  {
    themes: ['siren', 'post', 'radio'],
    pattern: new RegExp(
      `(?<value>[^，。；:]{0,8}(?:${MEDIUM}|线路|网络|公网)[^，。；]{0,6}(?:断|坏|不通|中断|失效|瘫)了?[，]?(?:就|自动|马上|立即|即)?(?:转|切|走|改|用|靠|换)[^，。；]{1,12}(?:，(?:再不行|实在不行|最后|都不行)[^，。；]{1,12})?)`,
      'dg',
    ),
    label: '写明线路中断后改用何种手段',
    confidence: 0.8,
    unless: /演练|演习/,
  },
  {
    themes: ['siren', 'post'],
    pattern: new RegExp(
      `(?:靠|用|走|经|通过|借|凭|使用)(?<value>[^，。；用走靠经]{0,6}?${MEDIUM}[^，。；]{0,6}?)(?:发令|发送指令|发出指令|下发指令|下达|控制警报|遥控|回传|唤醒|点名)`,
      'dg',
    ),
    label: '写明警报控制所用手段',
    confidence: 0.74,
    unless: /等(?:多种)?手段|多种/,
  },
  {
    themes: ['siren'],
    pattern: new RegExp(
      `(?:指令|信令|控制信号|回传|遥控|联网|发令|唤醒)(?:方式)?(?:走|用|靠|经|通过|采用|改用|改走|为|是)(?<value>[^，。；]{0,6}${MEDIUM}[^，。；]{0,8})`,
      'dg',
    ),
    label: '写明警报控制所用手段',
    confidence: 0.74,
    unless: /等(?:多种)?手段|多种/,
  },
  {
    themes: ['siren'],
    pattern: new RegExp(
      `(?:轮询|巡测|自动点名|心跳|状态上报)(?:的)?(?:周期|间隔)(?:为|是|设为|:)?(?<value>${N}(?:分钟|秒|小时)(?:一次)?)`,
      'dg',
    ),
    label: '写明终端轮询周期',
    confidence: 0.72,
  },
];
