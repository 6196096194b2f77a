import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, context, spansOf } from './grammar.ts';

const CHINESE = '[零〇一二两三四五六七八九十百千幺洞拐勾]';
const PLAIN = '(?:\\d{1,2} \\d{3}|\\d{1,6})(?:\\.\\d{1,5})?';
const NUMBER = `(?:${PLAIN}|${CHINESE}{1,9}(?:点${CHINESE}{1,6})?)`;
const UNIT = '(?:[MmKkGg]\\s?[Hh]\\s?[Zz]|兆赫兹?|千赫兹?|吉赫兹?|兆周|千周)';
/** Which of two a value is: (昼), /夜. */
const WHICH = '(?:\\s?(?:\\([昼夜日主备收发上下]行?[间用]?\\)|/[昼夜日主备收发](?![A-Za-z\\d])[间用]?))?';
const JOINT = `${WHICH}\\s?(?:[/、~～和及与至到,，-]|—{1,2})\\s?`;
const VALUE = new RegExp(
  `(?<![\\d.A-Za-z])(?<value>(?:${NUMBER}\\s?${UNIT}?${JOINT}){0,7}${NUMBER}\\s?${UNIT}${WHICH})(?![A-Za-z])`,
  'dg',
);
/** 158.05兆, 三百五十二点六兆, 350兆集群: 兆 alone is also bandwidth and storage. */
const SHORT = new RegExp(
  `(?<![\\d.A-Za-z])(?<value>(?:\\d{2,6}\\.\\d{1,5}|\\d\\.\\d{2,5}|${CHINESE}{1,9}点${CHINESE}{1,6}|\\d{2,4}(?=兆(?:数字)?(?:集群|对讲|信道|频道|频段|电台|频率))|\\d{2,3}\\s?[~-]\\s?\\d{2,3})兆)(?![瓦字比欧帕位头光宽])`,
  'dg',
);
/** A label names the number, so the unit may be missing. */
const LABELLED = new RegExp(
  `(?:(?:工作|守听|守候|值勤|值守|值班|主用|备用|备份|主|备|昼|夜|日|昼间|夜间|上行|下行|通信|通联|联络|调用|遥控|控制|指令|发射|接收|收|发|呼叫|电台|指挥|专用)(?:频率|频点|频道|信道)|[日夜昼主副备收发]频|频点)(?:分别|统一|现|暂)?(?:调整为|更换为|改为|换为|设为|定为|改到|(?:先|暂|临时|已|现)?(?:切|改|调|转|换|跳|拨)换?(?:到|至|为|成)|为|是|用|:|在)?\\s?(?<value>(?:\\d{3,6}(?:\\.\\d{1,5})?|\\d{2}\\.\\d{2,5})(?:${JOINT}\\d{2,6}(?:\\.\\d{1,5})?){0,5})(?![\\d.]|\\s?(?:[MmKkGg]?[Hh][Zz]|[兆千吉]|次|个|年|月|天|%|小时))`,
  'dg',
);
/** Dialogue and tables leave the unit out: 老频点吗——对，164.3. Two to four figures and a decimal, among words of frequency. */
const BARE =
  /(?<![\d.A-Za-z~-])(?<value>(?:\d{2,3}\.\d{1,5}|\d{4,5}(?:\.\d)?)(?:\s?[/、~]\s?\d{2,5}\.\d{1,5})?)(?![\d.]|\s?(?:[A-Za-z%℃°]|元|万|亿|米|公里|千米|平|㎡|吨|公斤|克|升|分|秒|岁|人|台|个|次|倍|度|亩|户|件|部|套|号|年|月|日|时))/dg;
const NAMES_FREQUENCY = /频率|频点|主频|副频|备频|守听|收频|发频|(?:对讲|手台|电台|遥控)[^，。；]{0,6}频/;
/** 频道拨到07(157.850), 亚音88.5, 波长四十二点五公尺. */
const FINE = /\.\d{3,5}$/;
const STATION = /电台|手台|手持台|对讲|车台|车载台|中继|基地台|上行|下行|遥控|守听/;
const HOPPING = /跳频(?:表|组|图案|序列)(?:编号|号)?(?:为|是|用|:)?\s?(?<value>第?\d{1,3}(?:套|号|组)?)(?![\d%次])/dg;
const CHANNEL_NUMBER =
  /(?:频道|信道|波道)(?:都|均|统一|先)?(?:拨到|调到|调至|转到|设为|定为|改到|改为|用|为|是|在|:)?\s?(?<value>第?\d{1,3}(?:号|频道|信道)?(?:\s?[(/]\s?\d{2,4}\.\d{1,5}\s?(?:MHz|兆)?\)?)?)(?![\d.%次个条种])/dg;
const TONE =
  /(?:亚音频?|CTCSS|CDCSS|DCS|静噪音?|哑音)(?:频率|码|设置)?(?:为|是|用|设|:)?\s?(?<value>\d{2,3}(?:\.\d)?\s?(?:[Hh][Zz]|赫)?[NI]?)(?![\d%])/dg;
const WAVE = new RegExp(`波长(?:为|约|是|:)?\\s?(?<value>${NUMBER}\\s?(?:公尺|米|m(?![A-Za-z])))`, 'dg');
const CHANNEL = /(?:守听|改用|切换(?:到|至)|转(?:到|至)|改(?:到|至)|使用|调(?:到|至))(?<value>第?\d{1,3}号?(?:信道|频道|波道))/dg;
const MASKED = new RegExp(`(?:频率|频点)(?:为|:|是)?\\s?(?<value>[×xX*＊○]{1,4}(?:\\.[×xX*＊○]{1,4})?\\s?(?:${UNIT}|兆))`, 'dg');

const RADIO =
  /频率|频点|频道|频段|信道|波道|守听|守候|值守|值勤|遥控|收发|超短波|短波|手台|手持台|对讲|车载台|基地台|固定台|背负台|呼号|呼叫|主频|副频|主台|属台|集群|差转|中继|主控台|调度台|通联|专用网|通信网|信号良好|警报|跳频|(?<!广播)电台/;
/** Words that make a radio of the number even where broadcasting is mentioned beside it. */
const STRONG =
  /守听|守候|值勤|遥控|收发|超短波|短波|呼号|集群|对讲|主控台|调用频率|专用频|控制信道|(?<!广播)电台(?!插播|直播|播)/;
const BROADCAST =
  /FM|AM\s?\d|调频广播|调频(?:频率)?\d|中波|广播(?:电台|频率)?|插播|直播|收听|播出|听众|收音机|新闻频率|音乐频率/i;
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

/** A number that stands without a unit near a word of frequency, in the same sentence or in answer to the line before. */
function bare(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return [];
  const own = { start: Math.max(piece.start, at.start - 10), end: Math.min(piece.end, at.end + 70) };
  const next = scene.pieces[piece.index + 1];
  const answer = next && !next.cell && piece.end - piece.start <= 40 && next.end - next.start <= 80 ? [next] : [];
  return [own, ...answer].flatMap((window) =>
    spansOf(scene, window, BARE)
      .filter((span) => namesBand(scene, own, span))
      .filter((span) => plausible(scene, span) && !OTHER_FIGURE.test(scene.text.slice(window.start, window.end)))
      .map((span) => candidate(scene, span, 0.78, [{ label: '频率、频点之后未写单位的数值', range: span }])),
  );
}

/** 12345 and its like answer the public. */
const HOTLINE = /^123\d\d$/;
const OTHER_FIGURE = /抽查|巡查|检查频|不少于|访问|更新频|消费|心率|声(?!援)|音调|工频|变频|血压/;
/** A word of frequency beside a figure of a band, or a figure to the last kilohertz beside a station. */
function namesBand(scene: Scene, window: Range, span: Range): boolean {
  const said = scene.text.slice(window.start, window.end);
  const figure = scene.text.slice(span.start, span.end);
  return inBand(figure) && !HOTLINE.test(figure) && (NAMES_FREQUENCY.test(said) || (FINE.test(figure) && STATION.test(said)));
}

/** Short wave in kHz, VHF and UHF in MHz: what offices talk in. */
function inBand(text: string): boolean {
  const value = Number.parseFloat(text);
  return text.includes('.')
    ? (value >= 26 && value <= 520) || (value >= 1600 && value <= 30000)
    : value >= 1600 && value <= 30000;
}

function readWith(scene: Scene, at: Range, pattern: RegExp, label: string): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const window = { start: Math.max(sentence.start, at.start - 90), end: Math.min(sentence.end, at.end + 90) };
  return spansOf(scene, window, pattern).map((span) =>
    plausible(scene, span)
      ? candidate(scene, span, 0.92, [{ label, range: span }, { label: '上下文为电台、遥控、值守等专用通信' }])
      : { ...candidate(scene, span, 0, []), passedOver: '广播、音响、硬件参数或一般要求中的频率' },
  );
}

const TELEVISION = /电视|新闻频道|综合频道|少儿|栏目|收看|播出|视频号|公众号/;
const around = (scene: Scene, offset: number) => scene.text.slice(Math.max(0, offset - 40), offset + 40);

/** Tone codes and wavelengths name a station as its frequency does. */
function toned(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const window = { start: Math.max(piece.start, at.start - 8), end: Math.min(piece.end, at.end + 24) };
  return [TONE, WAVE, HOPPING].flatMap((pattern) =>
    spansOf(scene, window, pattern)
      .filter((span) => RADIO.test(context(scene, span)))
      .map((span) => candidate(scene, span, 0.85, [{ label: '亚音频或波长', range: span }])),
  );
}

function masked(scene: Scene, at: Range): readonly Candidate[] {
  return spansOf(scene, scene.clause(at.start), MASKED).map((span) =>
    candidate(scene, span, 0.3, [{ label: '频率已用×等符号隐去', range: span }], 'notice'),
  );
}

/** Working frequencies and channels of radio nets and siren control; broadcasting, sound and hardware are told apart. */
export const radioFrequency: Recogniser = {
  id: 'radio-frequency',
  anchors: [
    'Hz',
    'HZ',
    'hz',
    'hZ',
    '赫',
    '兆',
    '千周',
    '频率',
    '频点',
    '频道',
    '信道',
    '波道',
    '守听',
    '亚音',
    'CTCSS',
    'DCS',
    '静噪',
    '波长',
    '跳频',
    '日频',
    '夜频',
    '主频',
    '副频',
    '备频',
    '收频',
    '发频',
    '电台',
    '手台',
    '对讲',
    '车台',
    '中继',
  ],
  recognise: (scene, at) => [
    ...readWith(scene, at, VALUE, '数值带频率单位'),
    ...readWith(scene, at, SHORT, '数值带“兆”'),
    ...readWith(scene, at, LABELLED, '“频率”“频点”之后的数值'),
    ...readWith(scene, at, CHANNEL, '信道号'),
    ...readWith(scene, at, CHANNEL_NUMBER, '信道号').filter(({ start }) => !TELEVISION.test(around(scene, start))),
    ...toned(scene, at),
    ...bare(scene, at),
    ...masked(scene, at),
  ],
};
