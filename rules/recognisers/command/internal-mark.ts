import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate } from './grammar.ts';
import { isBracketed, isHeadPiece, isQuoted, pieceText } from './mark-form.ts';
import { statement } from './passage.ts';

const KEEP =
  '(?:请?(?:注意|妥善|严格)(?:保存|保管|保密)|(?:不得|严禁|请勿|谨防)[\\u4e00-\\u9fff]{2,6}|(?:仅|只)供[\\u4e00-\\u9fff]{2,4})';
const PAPER = '(?:此|本|该)(?:件|文|文件|材料|资料|页|表|稿|册|图|台账|名册|方案|通知|纪要|简报)';
const SPREAD = '(?:外传|外泄|翻印|复印|转发|转载|传播|扩散|公开|拍照|摘抄|上网|外借|泄露|对外)';

/**
 * Phrases of marking. `sure` ones say it of the paper itself and count wherever they stand as a clause of their own; the others are
 * also ordinary advice (会上要求注意保密), so they count only in the head, at the end, in brackets or on a line of their own.
 */
const PHRASES: readonly { readonly pattern: RegExp; readonly sure: boolean; readonly label: string }[] = [
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:仅|只)(?:供|限)于?(?:(?:[\\u4e00-\\u9fff]{0,8})内部|[\\u4e00-\\u9fff]{0,4}(?:本单位|本部门|本办|本局|本系统|成员单位|与会人员|领导|工作人员|运维人员|有关人员|经办人员|管理人员|指定人员|专人|参会人员))[\\u4e00-\\u9fff]{0,3}(?:使用|参考|掌握|传阅|阅读|学习|交流|查阅|参阅|阅示|知悉|流转|发行|阅)?(?:[，,]?${KEEP})?`,
      'd',
    ),
    sure: true,
    label: '限定内部使用',
  },
  {
    pattern: new RegExp(
      `^(?:${PAPER}为?)?内部(?:资料|材料|文件|事项|文稿|情况|刊物|信息|传阅|使用|参考|掌握|发行|交流|件)[，,]?${KEEP}`,
      'd',
    ),
    sure: true,
    label: '内部标志',
  },
  {
    pattern: /^内部(?:资料|材料|文件|事项|文稿|参考|使用|刊物|传阅|掌握|发行|交流|专用|资料性材料)/d,
    sure: false,
    label: '内部标志',
  },
  { pattern: /^内部[★☆*]\s?(?:\d{1,2}年|长期)?/d, sure: false, label: '内部标志' },
  { pattern: /^工作秘密(?:级|[★☆*]\s?(?:\d{1,2}年|长期)?)?/d, sure: false, label: '工作秘密标志' },
  { pattern: /^(?:内参|传阅件|密件|内部明码|涉密文件|涉密资料|内部密件|敏感信息|内部)/d, sure: false, label: '内部标志' },
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:仅)?限(?:[\\u4e00-\\u9fff]{2,10})(?:范围内?|以上(?:领导|干部)?)?(?:阅读|传阅|查阅|掌握|使用|知悉|阅知|阅)`,
      'd',
    ),
    sure: false,
    label: '限定知悉范围',
  },
  { pattern: /^(?:只|限)?发至?(?:县|团|处|科|市|乡)[\u4e00-\u9fff]{0,3}级/d, sure: false, label: '限定发放范围' },
  { pattern: /^(?:请|应|须|务必)?(?:严格|注意)保密/d, sure: false, label: '“注意保密”标注' },
  { pattern: /^请?(?:注意|妥善)(?:保存|保管)/d, sure: false, label: '“注意保存”标注' },
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:不得|严禁|禁止|请勿|切勿|勿|不准)(?:对外|擅自|随意)?${SPREAD}(?:[、和或]${SPREAD}){0,4}`,
      'd',
    ),
    sure: false,
    label: '“不得外传”标注',
  },
  {
    pattern: new RegExp(
      `^(?:${PAPER})?(?:会议?|阅|用|看|学习|传阅|使用)(?:结束)?后(?:请|须|应|立即|及时|统一){0,2}(?:由[\\u4e00-\\u9fff]{2,8})?(?:统一)?(?:收回|交回|退回|归还|销毁|清退|退还|缴回)(?:[\\u4e00-\\u9fff]{2,8})?`,
      'd',
    ),
    sure: false,
    label: '“阅后收回”标注',
  },
  {
    pattern: new RegExp(`^${PAPER}(?:不|不予|不宜|暂不|请勿|不得)(?:主动|对外)?(?:公开|发布|外传|上网)(?:发布)?`, 'd'),
    sure: true,
    label: '不公开标注',
  },
];
const NOTE = /^(?:不予公开|不宜公开|不公开|暂不公开)$/;
const ATTRIBUTE = /公开(?:属性|方式|类别|形式|选项|类型)\s?[:：]?\s?$/;

const STARTS = /[\s，。；;:：([{【〔<《|“"‘—·!！-]/;
const ENDS = /[\s，。；;:：)\]}】〕>》|”"’—·!！、-]/;

interface Standing {
  readonly own: boolean;
  readonly clause: boolean;
}

function standing(scene: Scene, span: Range): Standing {
  const piece = scene.pieceAt(span.start);
  const text = pieceText(scene, piece);
  const before = span.start > piece.start ? scene.text.charAt(span.start - 1) : ' ';
  const after = span.end < piece.end ? scene.text.charAt(span.end) : ' ';
  const clause =
    (STARTS.test(before) || scene.gap(span.start) > 0) && (ENDS.test(after) || scene.gap(span.end) > 0) && before !== '、';
  const edge = isHeadPiece(piece) || piece.index >= scene.pieces.length - 4;
  const spaced = /\s/.test(before) || /\s/.test(after) || scene.gap(span.start) > 0 || scene.gap(span.end) > 0;
  const sentence = scene.sentence(span.start);
  const wholeSentence = sentence.start === span.start && sentence.end === span.end;
  const short = text.length <= 28 && !/[。；]/.test(text.slice(0, -1));
  const alone = text.replace(/^[([【〔<《]+|[)\]】〕>》。！!]+$/g, '').length === span.end - span.start;
  const own =
    clause && (alone || isBracketed(scene, span) || (edge && (short || wholeSentence)) || (edge && spaced && text.length <= 80));
  return { own, clause };
}

/** （初稿，未经审定，请勿外传）: the remark is about the state of the text and found as such. */
function tellsOfDraft(scene: Scene, span: Range): boolean {
  const said = statement(scene, span);
  const around = scene.text.slice(said.start, span.start) + scene.text.slice(span.end, said.end);
  return /稿|未经|尚未|批复前|审定前/.test(around) && said.end - said.start <= 60;
}

function readPhrase(scene: Scene, start: number): Candidate | undefined {
  const piece = scene.pieceAt(start);
  const text = scene.text.slice(start, Math.min(piece.end, start + 60));
  for (const phrase of PHRASES) {
    const found = phrase.pattern.exec(text);
    if (!found) continue;
    const span = { start, end: start + found[0].length };
    const { own, clause } = standing(scene, span);
    if (piece.cell && !own) continue;
    if (!own && !(phrase.sure && clause)) continue;
    if (!phrase.sure && tellsOfDraft(scene, span)) continue;
    const facts = [
      { label: phrase.label, range: span },
      { label: own ? '独立标注于版头、文末、括号内或独占一行' : '在句中自成一句' },
    ];
    if (isQuoted(scene, span)) return candidate(scene, span, 0.3, [...facts, { label: '在引号内，疑似引用' }], 'notice');
    return candidate(scene, span, own ? 0.92 : 0.8, facts);
  }
  return undefined;
}

/** 公开属性:不予公开, and （不予公开） as a note; a table of statistics or a reply that says so in a sentence is none. */
function readNote(scene: Scene, at: Range): Candidate | undefined {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return undefined;
  const left = scene.text.slice(Math.max(piece.start, at.start - 10), at.start);
  const marked = isBracketed(scene, at) || ATTRIBUTE.test(left) || pieceText(scene, piece) === scene.text.slice(at.start, at.end);
  return marked ? candidate(scene, at, 0.85, [{ label: '公开属性或文末注明不公开', range: at }]) : undefined;
}

/** Where a phrase may begin: the start of the clause the anchor stands in, and the anchor itself. */
function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const word = scene.text.slice(at.start, at.end);
  if (NOTE.test(word)) return [readNote(scene, at)].flatMap((found) => found ?? []);
  const piece = scene.pieceAt(at.start);
  for (let start = Math.max(piece.start, at.start - 16); start <= at.start; start++) {
    const before = start > piece.start ? scene.text.charAt(start - 1) : ' ';
    if (!STARTS.test(before) && scene.gap(start) === 0) continue;
    const found = readPhrase(scene, start);
    if (found && found.end >= at.end) return [found];
  }
  return [];
}

/** Internal and work-secret marks, by phrase and by place. */
export const internalMark: Recogniser = {
  id: 'internal-mark',
  anchors: [
    '内部',
    '内参',
    '传阅件',
    '密件',
    '工作秘密',
    '注意保密',
    '严格保密',
    '注意保存',
    '注意保管',
    '妥善保管',
    '妥善保存',
    '涉密文件',
    '涉密资料',
    '敏感信息',
    '不得',
    '严禁',
    '禁止',
    '请勿',
    '切勿',
    '不准',
    '收回',
    '交回',
    '退回',
    '归还',
    '销毁',
    '清退',
    '退还',
    '缴回',
    '仅供',
    '仅限',
    '只限',
    '只供',
    '县级',
    '团级',
    '处级',
    '科级',
    '阅读',
    '传阅',
    '件不',
    '文不',
    '料不',
    '表不',
    '稿不',
    '案不',
    '不予公开',
    '不宜公开',
    '不公开',
    '暂不公开',
  ],
  recognise,
};
