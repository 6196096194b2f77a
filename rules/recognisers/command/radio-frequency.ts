import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, context, spansOf } from './grammar.ts';

const CHINESE = '[零〇一二两三四五六七八九十百千幺洞拐勾]';
const PLAIN = '\\d{1,6}(?:\\.\\d{1,5})?';
const NUMBER = `(?:${PLAIN}|${CHINESE}{1,9}(?:点${CHINESE}{1,6})?)`;
const UNIT = '(?:[MmKkGg][Hh][Zz]|兆赫兹?|千赫兹?|吉赫兹?|兆周|千周)';
const JOINT = '\\s?(?:[/、~～和及与至到,，-]|—{1,2})\\s?';
const VALUE = new RegExp(
  `(?<![\\d.A-Za-z])(?<value>(?:${NUMBER}\\s?${UNIT}?${JOINT}){0,7}${NUMBER}\\s?${UNIT})(?![A-Za-z])`,
  'dg',
);
/** 158.05兆, 三百五十二点六兆, 350兆集群: 兆 alone is also bandwidth and storage. */
const SHORT = new RegExp(
  `(?<![\\d.A-Za-z])(?<value>(?:\\d{2,6}\\.\\d{1,5}|\\d\\.\\d{2,5}|${CHINESE}{1,9}点${CHINESE}{1,6}|\\d{2,4}(?=兆(?:数字)?(?:集群|对讲|信道|频道|频段|电台|频率)))兆)(?![瓦字比欧帕位头光宽])`,
  'dg',
);
/** A label names the number, so the unit may be missing. */
const LABELLED = new RegExp(
  `(?:(?:工作|守听|守候|值勤|值守|值班|主用|备用|备份|主|备|昼|夜|日|昼间|夜间|上行|下行|通信|通联|联络|调用|遥控|控制|指令|发射|接收|收|发|呼叫|电台|指挥|专用)(?:频率|频点|频道|信道)|频点)(?:分别|统一|现|暂)?(?:调整为|更换为|改为|换为|设为|定为|改到|为|是|用|:|在)?\\s?(?<value>(?:\\d{3,6}(?:\\.\\d{1,5})?|\\d{2}\\.\\d{2,5})(?:${JOINT}\\d{2,6}(?:\\.\\d{1,5})?){0,5})(?![\\d.]|\\s?(?:[MmKkGg]?[Hh][Zz]|[兆千吉]|次|个|年|月|天|%|小时))`,
  'dg',
);
const CHANNEL = /(?:守听|改用|切换(?:到|至)|转(?:到|至)|改(?:到|至)|使用|调(?:到|至))(?<value>第?\d{1,3}号?(?:信道|频道|波道))/dg;
const MASKED = new RegExp(`(?:频率|频点)(?:为|:|是)?\\s?(?<value>[×xX*＊○]{1,4}(?:\\.[×xX*＊○]{1,4})?\\s?(?:${UNIT}|兆))`, 'dg');

const RADIO =
  /频率|频点|频道|频段|信道|波道|守听|守候|值守|值勤|遥控|收发|超短波|短波|手台|手持台|对讲|车载台|基地台|固定台|背负台|呼号|呼叫|主频|副频|主台|属台|集群|差转|中继|主控台|调度台|通联|专用网|通信网|信号良好|警报|跳频|(?<!广播)电台/;
/** Words that make a radio of the number even where broadcasting is mentioned beside it. */
const STRONG =
  /守听|守候|值勤|遥控|收发|超短波|短波|呼号|集群|对讲|主控台|调用频率|专用频|控制信道|(?<!广播)电台(?!插播|直播|播)/;
const BROADCAST = /FM|AM\s?\d|调频广播|调频\d|中波|广播(?:电台|频率)?|插播|直播|收听|播出|听众|收音机|新闻频率|音乐频率/i;
const SOUND = /基频|音频|声(?!援)|音响|频响|频率响应|响度|音调|采样|听力/;
const HARDWARE =
  /工控机|主频[^，。；]{0,8}GHz|处理器|CPU|内存|显卡|显示器|刷新|Wi-?Fi|WLAN|蓝牙|示波器|频谱仪|探伤|超声|微波炉|装置频带/i;

/** What a supplier's goods must be able to do is no fact about the net. */
const REQUIREMENT =
  /是指|业余|航空频率|无线电管理|取得执照|频率范围|频段范围|应覆盖|应支持|须支持|可在[^，。；]{0,16}内(?:设置|调节)|可调|不低于|不高于|不大于/;

function plausible(scene: Scene, span: Range): boolean {
  const clause = scene.clause(span.start);
  const text = scene.text.slice(clause.start, clause.end);
  const left = scene.text.slice(Math.max(clause.start, span.start - 6), span.start);
  if (/(?:FM|AM|调频|中波)\s?$/i.test(left)) return false;
  const sentence = scene.sentence(span.start);
  if (HARDWARE.test(text) || REQUIREMENT.test(scene.text.slice(sentence.start, sentence.end))) return false;
  if (SOUND.test(text) && !STRONG.test(text)) return false;
  if (BROADCAST.test(text) && !STRONG.test(text)) return false;
  return RADIO.test(context(scene, span));
}

function readWith(scene: Scene, at: Range, pattern: RegExp, label: string): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const window = { start: Math.max(sentence.start, at.start - 90), end: Math.min(sentence.end, at.end + 90) };
  return spansOf(scene, window, pattern)
    .filter((span) => plausible(scene, span))
    .map((span) => candidate(scene, span, 0.92, [{ label, range: span }, { label: '上下文为电台、遥控、值守等专用通信' }]));
}

function masked(scene: Scene, at: Range): readonly Candidate[] {
  return spansOf(scene, scene.clause(at.start), MASKED).map((span) =>
    candidate(scene, span, 0.3, [{ label: '频率已用×等符号隐去', range: span }], 'notice'),
  );
}

/** Working frequencies and channels of radio nets and siren control; broadcasting, sound and hardware are told apart. */
export const radioFrequency: Recogniser = {
  id: 'radio-frequency',
  anchors: ['Hz', 'HZ', 'hz', 'hZ', '赫', '兆', '千周', '频率', '频点', '频道', '信道', '波道'],
  recognise: (scene, at) => [
    ...readWith(scene, at, VALUE, '数值带频率单位'),
    ...readWith(scene, at, SHORT, '数值带“兆”'),
    ...readWith(scene, at, LABELLED, '“频率”“频点”之后的数值'),
    ...readWith(scene, at, CHANNEL, '信道号'),
    ...masked(scene, at),
  ],
};
