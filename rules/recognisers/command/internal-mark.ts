import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate } from './grammar.ts';
import { PHRASES } from './internal-phrases.ts';
import { isBracketed, isHeadPiece, isQuoted, pieceText } from './mark-form.ts';
import { statement } from './passage.ts';

/** Between two phrases of one mark: 内部通报，阅后收回. Blanks between characters are folded away. */
const BETWEEN = /^[\s，,、；;·.。]{0,3}(?:并|且|请)?/;
const NOTE = /^(?:不予公开|不宜公开|不公开|暂不公开)$/;
const ATTRIBUTE = /公开(?:属性|方式|类别|形式|选项|类型)\s?[:：]?\s?$/;

const STARTS = /[=\s，。；;:：([{【〔<《|“"‘—·!！.-]/;
const ENDS = /[\s，。；;:：()【[〔\]}】〕>》|”"’—·!！、-]/;

interface Standing {
  readonly own: boolean;
  readonly clause: boolean;
}

/** What may lead a note of marking on its line. */
const NOTE_LEAD = /^(?:注|备注|说明|附注|声明|提示|特别提示|注意|提醒|要求|密级|密别|重要)[:!]/;
const stripped = (text: string) => text.replace(NOTE_LEAD, '').replace(/^[([【〔<《★☆*#=—-]+|[)\]】〕>》。！!★☆*#=—-]+$/g, '');

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
  const wholeSentence = sentence.start === span.start && sentence.end <= span.end;
  const short = text.length <= 28 && !/[。；]/.test(text.slice(0, -1));
  const alone = stripped(text).length <= span.end - span.start;
  const own =
    clause && (alone || isBracketed(scene, span) || (edge && (short || wholeSentence)) || (edge && spaced && text.length <= 80));
  return { own, clause };
}

/** （初稿，未经审定，请勿外传）: the remark is about the state of the text and found as such. */
function tellsOfDraft(scene: Scene, span: Range): boolean {
  // 内部资料　征求意见稿: set apart by a blank, the mark stands for itself.
  if (span.start === scene.pieceAt(span.start).start && scene.gap(span.end) > 0) return false;
  const said = statement(scene, span);
  const around = scene.text.slice(said.start, span.start) + scene.text.slice(span.end, said.end);
  return /稿|未经|尚未|批复前|审定前/.test(around) && said.end - said.start <= 60;
}

interface Run extends Range {
  readonly sure: boolean;
  readonly labels: readonly string[];
}

/** Phrases that follow each other are one mark: 内部通报 阅后收回; 本册用后交回，不得复印. */
function phrasesFrom(scene: Scene, start: number): Run | undefined {
  const piece = scene.pieceAt(start);
  const text = scene.text.slice(start, Math.min(piece.end, start + 90));
  const labels: string[] = [];
  let sure = false;
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    if (at > 0 && rest.startsWith('未经')) break;
    const phrase = PHRASES.find(({ pattern }) => pattern.test(rest));
    const found = phrase?.pattern.exec(rest);
    if (!phrase || !found) break;
    // 内部资料　注意保存 is a mark; 涉密文件不得上网 is a sentence with a subject.
    const parted = at > end || (at > 0 && scene.gap(start + at) > 0);
    // 内部文件阅后要及时归还 says what is done with such papers; a mark keeps its phrases apart, or ends in how to keep it.
    if (at > 0 && !parted && !/^(?:请?(?:注意|妥善|妥为|严格))/.test(rest)) break;
    if (parted) sure = true;
    labels.push(phrase.label);
    sure ||= phrase.sure;
    end = at + found[0].length;
    at = end + (BETWEEN.exec(text.slice(end))?.[0].length ?? 0);
  }
  return end > 0 ? { start, end: start + end, sure, labels } : undefined;
}

/** 内部 alone in a cell is a mark only under a header of secrecy: it is also a kind of meeting, of training, of parking. */
const SECRECY_COLUMN = /密|知悉|公开|标志|标识/;

/** Longest remark in brackets that is a mark as a whole when one of its clauses is: （本记录含内部事项，不得外传）, （取证材料，勿外传）. */
const ENCLOSED = 36;

/** The contents of the brackets that end (or begin) with the run; undefined where they say more than a mark does. */
function enclosed(scene: Scene, run: Range): Range | undefined {
  const said = statement(scene, run);
  const open = scene.text.charAt(said.start - 1);
  const close = scene.text.charAt(said.end);
  if (!/[([【〔]/.test(open) || !/[)\]】〕]/.test(close) || said.end - said.start > ENCLOSED) return undefined;
  const leads = said.start === run.start && said.end - run.end <= 12 && /[，,、；]/.test(scene.text.charAt(run.end));
  if (said.end !== run.end && !leads) return undefined;
  return said;
}

/** 封袋外贴条“专人保管，不得复制”: quoted because it is read off the thing itself. */
const STICKER = /(?:贴条|封条|贴有|袋外|封面|扉页|图上|右上角|左上角|背面|盒上|柜门)[^“。]{0,8}“[^“”]{0,20}$/;
const isSticker = (scene: Scene, span: Range): boolean =>
  STICKER.test(scene.text.slice(Math.max(scene.pieceAt(span.start).start, span.start - 40), span.start));

/** 内部刊物　免费交流　请勿转载, ★ 演练文书 用后销毁 ★: a short line of tokens of which one is a mark is a mark as a whole. */
function wholeLine(scene: Scene, span: Range, own: boolean): Range | undefined {
  const piece = scene.pieceAt(span.start);
  const text = scene.text.slice(piece.start, piece.end);
  const edge = isHeadPiece(piece) || piece.index >= scene.pieces.length - 4;
  if (piece.cell || !edge || text.length > 30) return undefined;
  const decorated = /^[★☆*#【[(=—-]{1,4}/.exec(text)?.[0].length ?? 0;
  const start = piece.start + decorated;
  const end = piece.start + text.replace(/[★☆*#】\])=—。-]{1,4}$/, '').length;
  const before = scene.text.slice(start, span.start);
  const after = scene.text.slice(span.end, end);
  const apart = (before === '' || scene.gap(span.start) > 0) && (after === '' || scene.gap(span.end) > 0);
  const rest = before + after;
  if (rest === '' || rest.length > 8 || !/^[\u4e00-\u9fff\s]+$/.test(rest) || !apart) return undefined;
  return own || decorated > 0 ? { start, end } : undefined;
}

function readPhrase(scene: Scene, start: number): Candidate | undefined {
  const run = phrasesFrom(scene, start);
  if (!run) return undefined;
  const { cell } = scene.pieceAt(start);
  const span = { start: run.start, end: run.end };
  const around = enclosed(scene, span);
  if (around && (around.start < span.start || around.end > span.end)) {
    if (tellsOfDraft(scene, span) || isQuoted(scene, around)) return undefined;
    const facts = run.labels.map((label) => ({ label, range: span }));
    return candidate(scene, around, 0.88, [...facts, { label: '括号内的标注' }]);
  }
  const { own, clause } = standing(scene, span);
  if (cell && !own) return undefined;
  if (cell && !run.sure && span.end - span.start < 6 && !SECRECY_COLUMN.test(`${cell.header}${cell.label}${cell.left}`))
    return undefined;
  if (!own && !(run.sure && clause)) return undefined;
  if (!run.sure && tellsOfDraft(scene, span)) return undefined;
  const facts = [
    ...run.labels.map((label) => ({ label, range: span })),
    { label: own ? '独立标注于版头、文末、括号内或独占一行' : '在句中自成一句' },
  ];
  const line = wholeLine(scene, span, own);
  if (line) return candidate(scene, line, 0.9, [...facts, { label: '整行为标注' }]);
  if (isQuoted(scene, span) && !isSticker(scene, span))
    return candidate(scene, span, 0.3, [...facts, { label: '在引号内，疑似引用' }], 'notice');
  return candidate(scene, span, own ? 0.92 : 0.8, facts);
}

/** 公开属性:不予公开, and （不予公开） as a note; a table of statistics or a reply that says so in a sentence is none. */
function readNote(scene: Scene, at: Range): Candidate | undefined {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return undefined;
  const left = scene.text.slice(Math.max(piece.start, at.start - 10), at.start);
  const marked = isBracketed(scene, at) || ATTRIBUTE.test(left) || pieceText(scene, piece) === scene.text.slice(at.start, at.end);
  return marked ? candidate(scene, at, 0.85, [{ label: '公开属性或文末注明不公开', range: at }]) : undefined;
}

/** How far before its word a phrase may begin: 本函中涉及工程具体指标的内容仅供……. */
const LEAD_IN = 26;

/** Where a phrase may begin: the start of the clause the anchor stands in, and the anchor itself. */
function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const word = scene.text.slice(at.start, at.end);
  if (NOTE.test(word)) return [readNote(scene, at)].flatMap((found) => found ?? []);
  const piece = scene.pieceAt(at.start);
  for (let start = Math.max(piece.start, at.start - LEAD_IN); start <= at.start; start++) {
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
    '后即',
    '后请',
    '后交',
    '后删',
    '完删',
    '毕',
    '上缴',
    '上交',
    '回收',
    '不可',
    '不许',
    '不要',
    '谢绝',
    '勿',
    '不上网',
    '不挂网',
    '不登报',
    '不见报',
    '不外发',
    '不发外网',
    '妥善保密',
    '专人保管',
    '范围:',
    '仅发',
    '只发',
    '非公开',
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
    '会上发',
    '会上传',
    '会上看',
    '不带离',
    '不带出',
    '勿带',
    '不对外',
    '阅后',
    '会后',
    '用后',
    '看完',
    '会前发',
    '会后收',
    '仅供参阅',
    '县级',
    '团级',
    '处级',
    '科级',
    '阅读',
    '传阅',
    '阅处',
    '阅办',
    '阅看',
    '阅知',
    '阅示',
    '掌握',
    '知悉',
    '限维护',
    '限本',
    '限机关',
    '限党',
    '限班子',
    '限参会',
    '限与会',
    '限工作',
    '限有关',
    '限相关',
    '限指定',
    '限领导',
    '限成员',
    '限系统',
    '限科',
    '限处',
    '限内',
    '妥为',
    '慎重保',
    '严加保',
    '保密资料',
    '保密文件',
    '涉密图',
    '涉密材料',
    '涉密档案',
    '涉密数据',
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
