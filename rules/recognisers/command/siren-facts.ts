import type { Range, Scene } from '../../model.ts';
import { grammarRecogniser, rowText } from './grammar.ts';

const COUNT = '(?:\\d{1,4}|[一二两三四五六七八九十百]{1,5})';
const KIND = '(?:电声|电动|手摇|气动|固定|多功能|移动|车载|太阳能|机动|大功率|组合|数控)式?';
const CODE = '(?:第\\s?\\d{1,4}\\s?号|[A-Z]{1,4}\\s?[-—_]?\\s?[A-Z]{0,2}\\d{1,4}号?|\\d{3}号)';
const MODEL = '[A-Z]{1,6}[A-Z0-9]{0,3}(?:[-—/][A-Z]{0,2}\\d{1,5}|\\d{1,5})(?:\\.\\d{1,2})?[A-Z]{0,3}';
const DEVICE =
  '(?:警报器|警报|发控台|中继台|中继器|中转台|手台|车台|基站|天线|扩音筒|控制终端|遥控终端|终端机?|控制箱|控制器|电台|基地台|车载台|手持台|对讲机|接收机|发射机|功放|主机|天线|密码机|卫星站|固定站|指挥车)';
const LENGTH = '(?:\\d{1,5}(?:\\.\\d{1,2})?|[一二两三四五六七八九十百千半]{1,5})';

const SIREN = /警报|鸣响|电声|音响信号/;
const RADIO_OR_SIREN = /警报|电声|短波|超短波|电台|基地台|遥控|对讲|卫星站|功放|指挥车/;
/** What is to be bought says nothing of the net that stands. */
const SHOW =
  /拟新增|拟购|拟装|体验|同学|小朋友|采购|万元|购置|预算|绩效指标|询价|报价|仿真|模型|演示|互动|展品|展项|展厅|展出|陈列|退役|镇馆|教具|玩具/;
/** Things listed beside sirens that have makes of their own. */
const OTHER_GEAR = /面具|防护服|滤毒|除湿|空调|水泵|发电机|复印|打印|电脑|轿车|桌椅/;
const PAPER_NUMBER = /合同编号|项目编号|文件编号|招标编号|备案号|证书|索引号|受理编号|公告编号/;
/** A year's work counts the sirens it mended, not the sirens there are. */
const WORK_DONE = /(?:检修|维修|维护|保养|调试|抢修|修复|检测)了?[^，。；]{0,16}$/;
/** “N台次”, and totals that are rounded (近百台, 约30台), tell nothing of a point. */
const isExact = (scene: Scene, span: Range): boolean =>
  !WORK_DONE.test(scene.text.slice(Math.max(scene.pieceAt(span.start).start, span.start - 24), span.start)) &&
  !/[近约超逾上过]$/.test(scene.text.slice(Math.max(0, span.start - 1), span.start)) &&
  !/^[次余多]/.test(scene.text.slice(span.end, span.end + 1));

/** Numbers of siren points. Where the siren stands belongs to project-location. */
export const sirenNumber = grammarRecogniser({
  id: 'siren-number',
  anchors: [
    '离线',
    '失联',
    '掉线',
    '不响',
    '未响',
    '编号',
    '点号',
    '站号',
    '号机',
    '号终端',
    '号台',
    '地址码',
    '终端地址',
    'ID:',
    'ID为',
    '设备地址',
    '识别码',
    '机号',
    '0x',
    '0X',
    '号警报',
    '号防空警报',
    '号点',
    '点位',
    '号电声',
    '号电动',
    '点设',
    '点位于',
    '点安装',
    '点在',
    '站设',
    '站位于',
  ],
  window: 'sentence',
  forms: [
    {
      pattern: /(?<![\d第栋幢楼])(?<value>\d{1,3}号(?:[、和及]\d{1,3}号){0,9})(?:警报)?点(?:位)?(?!名|评|击|滴|钟)/dg,
      label: '警报点编号',
      confidence: 0.78,
      needs: SIREN,
      unless: PAPER_NUMBER,
    },
    {
      pattern:
        /(?<![\d第栋幢楼#])(?<value>\d{1,3}号(?:机|终端|台|器|站点)(?:[、和及]\d{1,3}号(?:机|终端|台|器|站点)){0,9})(?!组|位|票|房|楼|床|线|桥)/dg,
      label: '警报器（终端）编号',
      confidence: 0.72,
      needs: /警报(?!信号|试鸣|演练)|遥控|分控|点名/,
      unless: /电梯|水泵|发电机|风机|锅炉|变压器|打印机|复印机|挖掘机|航空|除湿机/,
    },
    {
      pattern:
        /(?:地址码|终端地址|设备地址|识别码|机号|组呼号|群组号|指令码|命令字|遥控码|站号|终端ID|设备ID|ID)(?:依次|分别|统一)?(?:为|是|:)?\s?(?<value>(?:0[xX][0-9A-Fa-f]{1,8}|[0-9A-F]{2,8}H?|\d{2,8})(?:(?:[、，和及至~-]|—)(?:0[xX][0-9A-Fa-f]{1,8}|[0-9A-F]{2,8}H?|\d{2,8})){0,12})(?![\dA-Za-z年月])/dg,
      label: '终端地址、识别码',
      confidence: 0.85,
      needs: /警报|遥控|控制|终端|电台|集群|分控/,
    },
    {
      pattern: /(?<![\dA-Za-z])(?<value>0[xX][0-9A-Fa-f]{2,8}(?:[、，和及至~-]0[xX][0-9A-Fa-f]{2,8}){0,12})(?![\dA-Za-z])/dg,
      label: '终端地址、指令码',
      confidence: 0.75,
      needs: /警报|遥控|警报控制|分控/,
    },
    {
      pattern: new RegExp(
        `(?<value>${CODE}(?:[、和及，]${CODE}){0,9})(?:号|点|台|站)?(?:离线|失联|掉线|未响|不响|哑火|未鸣响)`,
        'dg',
      ),
      label: '警报点（终端）编号',
      confidence: 0.75,
      needs: SIREN,
    },
    {
      pattern: new RegExp(
        `(?:编号|点号|站号)(?:依次|分别|统一)?(?:为|是|:)?\\s?(?<value>${CODE}(?:(?:[、和及至~，]|—)${CODE}){0,12})(?!通知|文|令|\\d)`,
        'dg',
      ),
      label: '警报点（器）编号',
      confidence: 0.88,
      needs: SIREN,
      unless: PAPER_NUMBER,
    },
    {
      pattern: new RegExp(
        `(?<value>${CODE}|\\d{1,4}号(?=(?:防空)?警报))(?:(?:防空|电声|电动)?(?:警报器|警报点|警报站|点位)|(?:号)?(?:点|站)(?:设在|设于|位于|安装在|装在|在))`,
        'dg',
      ),
      label: '警报点（器）编号',
      confidence: 0.8,
      needs: SIREN,
      unless: PAPER_NUMBER,
    },
  ],
});

/** Models of sirens, their control and radio equipment. */
export const equipmentModel = grammarRecogniser({
  id: 'equipment-model',
  anchors: [
    '型',
    '机型',
    '警报器',
    '警报',
    '电台',
    '卫星电话',
    '对讲机',
    '手台',
    '手持台',
    '中继台',
    '中转台',
    '便携站',
    '基地台',
    '车载台',
    '发控台',
    '控制终端',
    '控制箱',
  ],
  window: 'clause',
  forms: [
    {
      pattern: new RegExp(
        `(?<![A-Za-z0-9])(?<value>(?:(?![是用为的])[\\u4e00-\\u9fff]{1,2}(?:产|造)的?)?${MODEL}型(?:号的?)?(?:[\\u4e00-\\u9fff]{0,6}${DEVICE})?(?:${COUNT}[台套部座辆副])?)`,
        'dg',
      ),
      label: '设备型号',
      accept: (scene, span) =>
        !OTHER_GEAR.test(rowText(scene, span.start)) &&
        !/(?:如|例如|比如)[“:]?$/.test(scene.text.slice(Math.max(0, span.start - 4), span.start)),
      confidence: 0.85,
      needs: RADIO_OR_SIREN,
      unless: SHOW,
    },
    {
      pattern: new RegExp(
        `(?:型号|机型|规格型号|规格)(?:统一|均|都|分别)?(?:为|是|选用|用|:)?\\s?(?<value>${MODEL}(?:型|[\\u4e00-\\u9fff]{0,4}${DEVICE})?)(?![A-Za-z0-9])`,
        'dg',
      ),
      accept: (scene, span) => {
        const left = scene.text.slice(scene.clause(span.start).start, span.start);
        return RADIO_OR_SIREN.test(left) || !/[\u4e00-\u9fff]{2}(?:规格)?(?:型号|机型)[为是:]?\s?$/.test(left);
      },
      label: '“型号”之后的设备型号',
      confidence: 0.8,
      needs: RADIO_OR_SIREN,
      unless: SHOW,
    },
    {
      pattern: new RegExp(
        `(?<value>(?:背负式?|车载式|手持式|便携式|固定式|海事|天通)(?:短波|超短波|数字|集群|卫星)*(?:电台|卫星电话|对讲机|手台|便携站|卫星站)\\s?(?:[A-Za-z][A-Za-z0-9-]{1,10})?(?:[甲乙丙丁]?型)?\\s?${COUNT}(?:台|部|套|具))`,
        'dg',
      ),
      label: '通信设备的种类与数量',
      confidence: 0.78,
      level: 'review',
      unless: new RegExp(`${SHOW.source}|采购|投标|招标|预算|演练|物业|保安|志愿`),
    },
    {
      pattern: new RegExp(
        `(?<![A-Za-z0-9])(?<value>${MODEL}\\s?[\\u4e00-\\u9fff]{0,6}(?:警报器|电台|基地台|车载台|手持台|手台|对讲机|中继台|中转台|发控台|控制终端)(?:${COUNT}[台套部座辆副])?)`,
        'dg',
      ),
      label: '设备型号',
      confidence: 0.82,
      unless: SHOW,
    },
  ],
});

/** Exact numbers of sirens, spacing, coverage of points. Rounded totals of an announcement are none. */
export const sirenCount = grammarRecogniser({
  id: 'siren-count',
  anchors: ['警报器', '警报', '间距', '间隔', '半径', '布设', '覆盖', '方圆', '鸣响率'],
  window: 'sentence',
  forms: [
    {
      pattern: new RegExp(
        `(?<![\\d.余多近约])(?<!(?:新增|增加|更换|的|这|那|该|每)的?)(?<value>${COUNT}(?:台|部|套|座)[^，。；、并和及]{0,9}?${KIND}(?:防空)?警报(?:器|设备|装置)?)`,
        'dg',
      ),
      label: '警报器的种类与确数',
      confidence: 0.85,
      unless: SHOW,
      accept: isExact,
    },
    {
      pattern: new RegExp(
        `(?<value>${KIND}(?:防空)?警报器?\\s?${COUNT}(?:台|部|套|座)(?:[、，和及]${KIND}(?:防空)?警报器?\\s?${COUNT}(?:台|部|套|座)){0,5})(?![次余多])`,
        'dg',
      ),
      label: '警报器的种类与确数',
      confidence: 0.85,
      unless: SHOW,
      accept: isExact,
    },
    {
      pattern: new RegExp(
        `(?:涉及|共有?|现有|在用|管护|维护|辖)(?<value>(?:防空)?警报器\\s?${COUNT}(?:台|部|套))(?![次余多])`,
        'dg',
      ),
      label: '警报器确数',
      confidence: 0.66,
      level: 'review',
      unless: SHOW,
    },
    {
      pattern: new RegExp(
        `(?:安装|架设|布设|设置|设有|装有|管辖|控制|共有|共设|设)(?:着|有|了)?(?:(?:全|辖)[区县镇]|[\\u4e00-\\u9fff]{0,4}的)?(?<value>${COUNT}(?:台|部|套)(?:防空)?警报器)(?![次余多])`,
        'dg',
      ),
      label: '警报器确数',
      confidence: 0.7,
      level: 'review',
      needs: /楼顶|屋顶|天台|点位|控制中心|分控|布设|布局|各点/,
      accept: isExact,
    },
    {
      pattern: new RegExp(
        `(?<value>[^，。；:]{0,24}${LENGTH}(?:公里|千米|米)[^，。；:]{0,6}(?:间距|间隔|半径)?[^，。；:]{0,8}(?:布设|布点|设置|安装|设点|布局)(?:[，、](?:共|合计|计)?(?:布?设|安装|建)?(?:有|了)?${COUNT}(?:个|处)?(?:警报)?[点台处])?)`,
        'dg',
      ),
      hint: /间距|间隔|半径|每隔/,
      label: '警报点布设间距与点数',
      confidence: 0.8,
      needs: SIREN,
      accept: (scene, span) => /间距|间隔|半径|每隔/.test(scene.text.slice(span.start, span.end)),
    },
    {
      pattern: new RegExp(
        `(?<value>(?:方圆|半径|周围|周边|最远|有效)[^，。；:]{0,4}${LENGTH}(?:公里|千米|米|里)[^，。；:]{0,4}(?:都|均|全|可|能)?[^，。；:]{0,4}(?:听|覆盖|收到|传到|死角|盲区)[^，。；:]{0,6}|${LENGTH}(?:公里|千米|里|米)(?:之?[外内]|范围内?)[^，。；:]{0,4}(?:听|传|响)[^，。；:]{0,6})`,
        'dg',
      ),
      hint: /公里|千米|里|米/,
      label: '单台警报器的可听范围',
      confidence: 0.75,
      level: 'review',
      needs: SIREN,
      unless: SHOW,
    },
    {
      pattern: new RegExp(
        `(?<value>(?:覆盖半径|服务半径|传播距离|作用距离|传声距离|可听距离|有效距离)(?:可?达到?|为|:)?约?\\s?${LENGTH}(?:公里|千米|米))`,
        'dg',
      ),
      label: '警报器的覆盖半径',
      confidence: 0.75,
      level: 'review',
      needs: SIREN,
      unless: SHOW,
    },
    {
      pattern: new RegExp(
        `(?<!新建|新增|改造|更新|维修|检修|维护|完成)(?:布设|设有|设置|现有|共有|实有|建有|共设|分布)(?:固定)?(?<value>(?:防空)?警报点(?:位)?\\s?${COUNT}(?:个|处)|${COUNT}(?:个|处)(?:固定)?(?:防空)?警报点(?:位)?)(?![余多])`,
        'dg',
      ),
      label: '警报点确数',
      confidence: 0.7,
      level: 'review',
      accept: isExact,
    },
    {
      pattern: /(?<value>(?:音响|警报)?(?:覆盖率|鸣响率)[^，。；\d]{0,8}\d{1,3}(?:\.\d{1,2})?%)/dg,
      label: '警报覆盖率、鸣响率',
      confidence: 0.4,
      level: 'notice',
      needs: SIREN,
    },
  ],
});
