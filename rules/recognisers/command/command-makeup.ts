import { grammarRecogniser } from './grammar.ts';

const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const RADIO =
  '(?:北斗(?:指挥|用户|车载|手持|短报文)?(?:机|终端)|卫星小站|短波电台|超短波电台|超短波基地台|短波基地台|电台|基地台|车载台|背负台|手持台|卫星固定站|卫星便携站|卫星站|固定站|便携站|地面站|卫星电话|动中通|静中通|通信指挥车|通信车|电源车|情报车|宿营车|机动指挥车|指挥车|警报车|密码机|加密机|保密机|程控交换机|调度机|单边带|视频会议终端|视频终端|警报控制终端|接收终端|情报终端)';
const ITEM = `(?!增设|配备|新增|购置|更换|安装|设有|配有|编有|加装|现有|共有|装备|架设|检修|维修|包括)[^，。；、:（）()和及与增设配购编有]{0,12}?${RADIO}\\s?${COUNT}(?:部|台|套|座|辆|具|副|对)`;
const GEAR = '[\\u4e00-\\u9fffA-Za-z0-9]{2,12}?\\s?\\d{1,3}(?:部|台|套|座|辆|具|副|对)';
const SHARP = /北斗|短波|超短波|卫星|集群|密码|加密|保密机|单边带|情报|警报控制|[A-Z]{2,}-?[A-Z]?\d|动中通/;
const PLACE = /手持台[^。]{0,30}型号|指挥车|固定站|指挥所|指挥工程|指挥中心|人防|警报|值勤|频率|呼号|通信装备|战备/;

/** Make-up of command posts: seats, shifts, radio sets, duty telephones. Lists of teams' equipment belong to plan-target. */
export const commandMakeup = grammarRecogniser({
  id: 'command-makeup',
  anchors: [
    '席',
    '个组',
    '轮换',
    '北斗',
    '指挥所编',
    '每班',
    '总机',
    '交换机',
    '电缆',
    '光缆',
    '被覆线',
    '要素',
    '电台',
    '基地台',
    '车载台',
    '固定站',
    '卫星',
    '指挥车',
    '密码机',
    '加密机',
    '保密机',
    '交换机',
    '调度机',
    '终端',
    '动中通',
    '手持台',
    '背负台',
  ],
  window: 'sentence',
  forms: [
    {
      pattern: new RegExp(
        `(?:内设|下设|设有|编设|开设|设置|编有|编为|分为|编成|设)?(?<value>[^，。；:设]{2,60}?${COUNT}(?:个|类|种)?(?:指挥|值班|作战|工作)?(?:席位组|席位|席区|席组|坐席|座席|台位|值班要素|指挥要素)(?:[，、(]?(?:其中)?(?:每[班席组]|满编时?|满员时?|共)(?:编配|配备|安排|定编|设)?\\s?\\d{1,3}[人名][^，。；]{0,6})?)`,
        'dg',
      ),
      label: '指挥所席位构成',
      confidence: 0.85,
      needs: /指挥|空情|警报|作战|值班/,
      unless: /窗口|服务大厅|热线|12345|会议室|剧场|观众|旁听/,
    },
    {
      pattern:
        /(?:^|分为?|设有?|编有?|为|:)(?<value>[\u4e00-\u9fff]{1,7}席(?:[、和及][\u4e00-\u9fff]{1,8}席){1,9}(?:等?[一二三四五六七八九十\d]{1,2}个?席(?:位)?)?(?:(?:共|计|合计|等)?[一二三四五六七八九十百\d]{1,4}[人名])?(?:，每[席班组](?:编配|配备|安排)?\s?[\d一二两三四五六七八九十]{1,3}[人名](?:轮值|值守)?)?)/dg,
      label: '指挥所席位构成',
      confidence: 0.82,
      needs: /指挥|空情|警报|作战|值班/,
      unless: /窗口|服务大厅|热线|剧场|观众|旁听|主席|出席|缺席|消防|防汛|应急指挥/,
    },
    {
      pattern:
        /(?:编(?:为|成|有|设|配)?|[内下]设|设有?|分为)(?<value>[\u4e00-\u9fff]{2,5}(?:[、和及][\u4e00-\u9fff]{2,6}){1,9}等?[一二三四五六七八九十\d]{1,2}个?(?:组|要素|部|中心)[，、]?(?:共|计|合计|编制|定编)\s?[一二三四五六七八九十百\d]{1,4}[人名](?:，(?:分|每|实行)[^，。；]{1,8}(?:班|轮换|轮值|值守|值班))?)/dg,
      label: '指挥所编组与人数',
      confidence: 0.82,
      needs: /指挥所|指挥部|指挥中心/,
      unless: /演练|演习|集结点|应急响应|防汛|抗旱|疫情/,
    },
    {
      pattern:
        /(?<value>[\u4e00-\u9fff]{1,6}组(?:[、和及][\u4e00-\u9fff]{1,8}组){2,9}[^。；:]{0,10}?(?:共|计|合计|编制)\s?\d{1,3}[人名])/dg,
      label: '指挥所编组与人数',
      confidence: 0.72,
      level: 'review',
      needs: /指挥所|指挥部/,
      unless: /演练|演习|集结点|应急响应|疏散演练/,
    },
    {
      pattern:
        /(?<value>[\d一二两三四五六七八九十百]{1,4}门(?:式)?(?:磁石|共电|程控|人工|自动|数字|军用|野战)?(?:式)?(?:电话)?(?:总机|交换机)(?:[一二两三四五六七八九十\d]{1,3}[部台套])?)/dg,
      label: '总机（交换机）的容量与数量',
      confidence: 0.76,
      level: 'review',
      needs: /指挥|战备|人防|总机|地道|坑道|洞|工事/,
      unless: /展柜|展品|展厅|陈列|酒店|宾馆|学校|采购|报价|热线/,
    },
    {
      pattern:
        /(?<value>(?:地下|埋地|直埋|架空|铠装|通信|通讯|电话|战备|军用){1,2}(?:电缆|光缆|被覆线)[\d一二两三四五六七八九十百]{1,4}(?:对|芯))/dg,
      label: '通信线路的容量',
      confidence: 0.76,
      level: 'review',
      needs: /指挥|战备|总机|值班|人防|地道|坑道|警报/,
      unless: /展柜|展品|展厅|小区|学校|采购|报价|单价|管沟|不少于|不低于/,
    },
    {
      pattern: new RegExp(`(?<value>每班次?(?:编配|配备|安排|定编)?\\s?${COUNT}[人名])`, 'dg'),
      accept: (scene, span) => {
        const sentence = scene.sentence(span.start);
        return /席|空情|警报控制|指挥所|作战|遥控台|主控台|控制中心/.test(scene.text.slice(sentence.start, sentence.end));
      },
      label: '值班编配人数',
      confidence: 0.7,
      level: 'review',
      unless: /窗口|服务大厅|热线|12345|受理/,
      needs: /席位|指挥所|作战值班|空情|警报控制|战备值班|遥控台|控制中心/,
    },
    {
      pattern: new RegExp(
        `(?<value>${COUNT}(?:部|台|套|座|辆)[^，。；、和及]{0,8}?${RADIO}(?:[、和及]${COUNT}(?:部|台|套|座|辆)[^，。；、和及]{0,8}?${RADIO}){0,5})`,
        'dg',
      ),
      label: '指挥通信装备及数量',
      confidence: 0.75,
      level: 'review',
      needs: /指挥所|指挥工程|指挥中心|战备|预备所/,
      unless: /专业队|编成|集结|演练|演习|展示|展区|观摩|巡展|捐赠|展品|退役/,
      accept: (scene, span) => SHARP.test(scene.text.slice(span.start, span.end)),
    },
    {
      pattern:
        /(?<value>(?:\d(?:\.\d{1,2})?米)?(?:(?:Ku|Ka|C)(?:频段|波段)?)?(?:车载|机动|便携式?)?卫星(?:便携站|固定站|小站|站|地面站))/dg,
      accept: (scene, span) => {
        const piece = scene.pieceAt(span.start);
        return !piece.cell || piece.end - piece.start > span.end - span.start;
      },
      label: '指挥通信装备',
      confidence: 0.75,
      level: 'review',
      needs: /车载|指挥|省台|机房|电台|租用|年费|战备|开通/,
      unless: /专业队|编成|集结|演练|演习|展示|展区|观摩|巡展|捐赠|采购计划|拟购|拟采购|北斗|气象|导航|电视|个?标准|是什么/,
    },
    {
      pattern: new RegExp(`(?<value>${ITEM}(?:[、和及](?:${ITEM}|${GEAR})){0,8})`, 'dg'),
      label: '指挥通信装备及数量',
      confidence: 0.82,
      needs: PLACE,
      unless: /专业队|编成|集结|演练|演习|展示|展区|观摩|巡展|捐赠|采购计划|年度采购|拟购|拟采购/,
      accept: (scene, span) => {
        const cell = scene.pieceAt(span.start).cell;
        const text = scene.text.slice(span.start, span.end);
        const around = scene.text.slice(Math.max(0, span.start - 60), span.end);
        return !/装备|器材/.test(cell?.header ?? '') && (SHARP.test(text) || /指挥所|指挥工程/.test(around));
      },
    },
  ],
});

/** Telephones of war-readiness duty and military lines; the office's duty telephone is public and none. */
export const readinessPhone = grammarRecogniser({
  id: 'readiness-phone',
  anchors: ['战备', '军线', '红机', '保密电话', '指挥所', '作战值班', '空情', '人防专网', '卫星电话', '专线电话'],
  window: 'sentence',
  forms: [
    {
      pattern:
        /(?:战备值班(?:室)?电话|战备(?:值班)?(?:专线|电话)|基本指挥所(?:值班)?电话|指挥所(?:值班)?(?:室)?电话|军线(?:电话)?|红机(?:电话)?|保密电话|作战值班室?电话|空情(?:接收|值班)?(?:室)?电话|人防专网电话|保密机|专线电话号码|卫星电话)(?:号码?)?(?:为|:|是)?\s?(?<value>\d[\d-]{2,15}(?:[、/，或]\d[\d-]{2,15}){0,4})/dg,
      label: '战备值班、军线等专用电话',
      confidence: 0.82,
      unless: /[×xX*]{3,}|对外公布/,
    },
  ],
});
