import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, spansOf } from './grammar.ts';
import { isQuoted } from './mark-form.ts';

/** …密〔2012〕3号, 密发, 密电, 机密; any bracket, or brackets lost in copying. 秘〔…〕 is 秘书 and stays out. */
const NUMBER =
  /(?<value>(?<body>[\u4e00-\u9fff×]{0,10}?)(?<sign>绝密|机密|秘密|机发|密(?![云切封集度码闭室友接山林匙])[\u4e00-\u9fff]{0,2})\s?[〔[【(〈<《「]?\s?(?:19|20)\d{2}\s?[〕\]】)〉>》」年]?\s?第?\s?\d{1,5}\s?号)/dg;
const CABLE = /(?<value>[\u4e00-\u9fff]{0,4}密码电报(?:第|[〔[(:：])?[\d〔〕[\]()年第]{0,10}\d{1,5}号?)/dg;
const FIELD_NUMBER = /(?<value>[\u4e00-\u9fff]{1,6}密字第?\s?\d{1,5}\s?号)/dg;

/** (74)省防密8号: the year before, as offices wrote it until the eighties. */
const OLD_NUMBER = /(?<value>[(〔[【](?:19|20)?\d{2}[)〕\]】][\u4e00-\u9fff]{1,6}密(?:字|发|电)?第?\s?\d{1,5}\s?号)/dg;

/** Places whose names end in 密 (or begin with it), and 保密/加密: their numbers are ordinary. */
const ORDINARY = /^(?:高|新)$/;
/** Words that lead to a number and are no part of it. */
const LEAD_IN =
  /^.*(?:按照|根据|依据|依照|遵照|参照|落实|执行|贯彻|转发|印发|文号|批复|通知|文件|关于|详见|按|据|依|由|以|经|与|和|及|的|为|是|即|在|见|附|号|至|对|将|以及|现|照)/;

function trimmed(scene: Scene, span: Range): Range {
  const text = scene.text.slice(span.start, span.end);
  const lead = LEAD_IN.exec(text.slice(0, Math.max(0, text.search(/[绝机秘]?密|机发/))))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end };
}

function isOrdinary(scene: Scene, span: Range): boolean {
  const text = scene.text.slice(span.start, span.end);
  const sign = text.search(/绝密|机密|秘密|机发|密/);
  const before = text.slice(0, sign);
  if (/^(?:绝密|机密|秘密|机发)/.test(text.slice(sign))) return false;
  if (/[保加商涉解定泄失严精紧周]$/.test(before)) return true;
  if (before.length === 0 && !/^密\s?[〔[【(〈<《「]/.test(text)) return true;
  return before.length < 2 && (ORDINARY.test(before) || /密云|密山|高密|新密/.test(scene.title()) || text.startsWith('密发'));
}

function secretNumbers(scene: Scene, at: Range): readonly Candidate[] {
  const sentence = scene.sentence(at.start);
  const window = { start: Math.max(sentence.start, at.start - 40), end: Math.min(sentence.end, at.end + 40) };
  return [NUMBER, FIELD_NUMBER, OLD_NUMBER, CABLE]
    .flatMap((pattern) => spansOf(scene, window, pattern))
    .map((span) => trimmed(scene, span))
    .filter((span) => !isOrdinary(scene, span))
    .map((span) => {
      const quoted = isQuoted(scene, span) && /试题|测试|练习|题/.test(scene.title());
      return candidate(
        scene,
        span,
        0.92,
        [{ label: '发文字号含“密”“机密”“密电”等代字', range: span }],
        quoted ? 'notice' : undefined,
      );
    });
}

/** Numbers of classified documents; they must not be named in public texts even when the document itself is not quoted. */
export const secretNumber: Recogniser = {
  id: 'secret-number',
  anchors: [
    '密〔',
    '密[',
    '密【',
    '密(',
    '密〈',
    '密<',
    '密《',
    '密「',
    '密19',
    '密20',
    '密发',
    '密电',
    '密函',
    '密办',
    '密传',
    '密文',
    '密字',
    '密纪',
    '密通',
    '密报',
    '密令',
    '密批',
    '密复',
    '密呈',
    '密请',
    '密简',
    '密会',
    '密1',
    '密2',
    '密3',
    '密4',
    '密5',
    '密6',
    '密7',
    '密8',
    '密9',
    '密第',
    '机发',
    '密码电报',
  ],
  recognise: secretNumbers,
};

export { secretNumbers };
