import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { candidate } from './grammar.ts';
import {
  edges,
  isApart,
  isBracketed,
  isHeadPiece,
  isLabelPiece,
  isQuoted,
  isTeaching,
  LEVEL_WORD,
  PERIOD,
  pieceText,
  STAR,
} from './mark-form.ts';

const STARRED = new RegExp(`^${LEVEL_WORD}级?\\s?${STAR}{1,3}(?:\\s?${PERIOD})?`, 'u');
const PLAIN = new RegExp(`^${LEVEL_WORD}级?(?:\\s?[·/、(—-]?\\s?${PERIOD}\\)?)?`, 'u');
const LABEL =
  /(?:密级|密别|涉密等级|涉密级别|保密等级|保密级别|定密等级|定密级别|定密|密级标[志识]|密级(?:和|及|与)保密期限)(?:\s?[:为是]|定为)?\s?$/;
const SELF =
  /(?:本|此|该)(?:件|文|文件|方案|预案|计划|图|图纸|资料|材料|册|表|台账|规划|纪要|报告|简报|通报|目录|名录|附件|文档)(?:的?密级)?(?:属于?|为|系|是|定为|列为|按)$/;
const CHOICE_AFTER = /^\s?(?:[□☐○◯]|[、/或和及与]\s?(?:绝密|机密|秘密|内部))/;
const CHOICE_BEFORE = /(?:[□☐○◯]|(?:绝密|机密|秘密)级?\s?[、/或和及与]?)\s?$/;
const DECLASSIFIED = /^\s?[([【〔,，]?\s?(?:已|现已|准予|予以)?(?:自行)?(?:解密|失效|降为|变更)/;

/** 首页左上角“秘密★1年”字样请处理: quoted because it is read off the paper at hand, not because it is taught. */
const READ_OFF =
  /(?:首页|每页|页眉|页脚|左上角|右上角|封面|封底|扉页|水印|图签|图框|扫描件|原件|复印件|标题下|文件名|附件)(?:处|上|里|中|的|左上角|右上角)*(?:仍|还|都)?(?:印|标|盖|打|注|留|残留|写)?(?:有|着|了)?“$/;
const TO_BE_DONE =
  /^”?(?:的)?(?:字样|标志|标识|标记|印章|戳记|水印|章)?(?:[^，。；]{0,2}(?:请|已|未|没|尚|还|仍|待|要)|[^，。；]{0,6}(?:处理|删|遮|去掉|去除|残留|漏|抹|覆盖|涂))/;
const NORM_BEFORE = /应当?|须|要求|规范|例如|如[:“]|正确|标注(?:为|方法|位置)/;

function isReadOff(scene: Scene, mark: Spelling): boolean {
  const piece = scene.pieceAt(mark.start);
  const left = scene.text.slice(Math.max(piece.start, mark.start - 28), mark.start);
  const right = scene.text.slice(mark.end, Math.min(piece.end, mark.end + 16));
  return mark.starred && READ_OFF.test(left) && TO_BE_DONE.test(right) && !NORM_BEFORE.test(left);
}

/** How a word of classification stands in the draft. */
export type Standing = 'mark' | 'quoted' | 'declassified' | 'mention';
export interface SecretMark extends Range {
  readonly standing: Standing;
  readonly facts: readonly Fact[];
}

interface Spelling extends Range {
  readonly starred: boolean;
}

function spelling(scene: Scene, at: Range): Spelling | undefined {
  const piece = scene.pieceAt(at.start);
  const text = scene.text.slice(at.start, Math.min(piece.end, at.start + 32));
  const starred = STARRED.exec(text);
  const found = starred ?? PLAIN.exec(text);
  if (!found) return undefined;
  return { start: at.start, end: at.start + found[0].trimEnd().length, starred: starred !== null };
}

/** 密级:秘密, a cell under 密级, 本件属机密级: the draft says of itself what it is. A form with boxes to tick says nothing. */
function declares(scene: Scene, mark: Spelling): string | undefined {
  const piece = scene.pieceAt(mark.start);
  const left = scene.text.slice(Math.max(piece.start, mark.start - 24), mark.start);
  const right = scene.text.slice(mark.end, Math.min(piece.end, mark.end + 8));
  if (CHOICE_AFTER.test(right) || CHOICE_BEFORE.test(left)) return undefined;
  if (LABEL.test(left) && (!/[\u4e00-\u9fff]/.test(right.charAt(0)) || scene.gap(mark.end) > 0)) return '“密级”之后写明密级';
  if (SELF.test(left)) return '行文自称密级';
  const headed = piece.cell && `${piece.cell.header}|${piece.cell.label}|${piece.cell.left}`;
  const alone = pieceText(scene, piece).length === mark.end - mark.start;
  const counted = piece.cell && scene.headers(piece).some((head) => /数量|件数|份数|合计|总数/.test(head));
  if (!headed || !alone || counted) return undefined;
  return /密级|密别|(?:涉|保|定)密(?:等级|级别)/.test(headed) ? '表格“密级”一栏写明密级' : undefined;
}

/** 秘密 alone in a cell of the first rows of a draft; tables that count or explain the levels name more than one of them. */
function inHeadCell(scene: Scene, mark: Spelling): boolean {
  const piece = scene.pieceAt(mark.start);
  if (!piece.cell || piece.cell.row > 1 || !isHeadPiece(piece) || pieceText(scene, piece).length !== mark.end - mark.start)
    return false;
  const beside = [...scene.row(piece).map((cell) => pieceText(scene, cell)), ...scene.headers(piece)];
  const levels = new Set(beside.flatMap((text) => text.match(/绝密|机密|秘密/g) ?? []));
  return levels.size === 1 && !beside.some((text) => /数量|件数|份数|合计|类别|分类|等级|事项|含义|期限/.test(text));
}

/** Place and form that make a mark of a word without a star: alone, a token of the head, bracketed before or after a title. */
function standsAsMark(scene: Scene, mark: Spelling): string | undefined {
  const piece = scene.pieceAt(mark.start);
  if (piece.cell && !mark.starred) return inHeadCell(scene, mark) ? '独占文首表格的一格' : undefined;
  const text = pieceText(scene, piece);
  const alone = text.replace(/^[([【〔<]|[)\]】〕>]$/g, '').length === mark.end - mark.start;
  if (alone) return '独占一行';
  const apart = isApart(scene, mark);
  if (isLabelPiece(piece) && apart) return '位于页眉、文件名等标识处';
  if (isHeadPiece(piece) && apart && text.length <= 60) return '位于首页版头';
  const atStart = mark.start === piece.start || (mark.start === piece.start + 1 && isBracketed(scene, mark));
  if (isBracketed(scene, mark) && (atStart || (text.length <= 50 && mark.end >= piece.end - 1)))
    return '位于段首或标题之后的括号内';
  if (!mark.starred) return undefined;
  if (mark.start === piece.start) return '位于段首';
  const led = edges(scene, mark).before === ':' && (scene.gap(mark.end) > 0 || mark.end === piece.end);
  if (led && isApart(scene, { start: piece.start, end: mark.end })) return '带★标志，位于标签之后';
  if (apart && !/[，。；,;]/.test(edges(scene, mark).after)) return '带★标志，与上下文隔开';
  return mark.end === piece.end && text.length <= 40 ? '带★标志，位于行末' : undefined;
}

/** Reads the word at `at`: a mark by form and place, a quoted or taught one, or a mere mention (null for the caller). */
export function readSecretMark(scene: Scene, at: Range): SecretMark | undefined {
  const mark = spelling(scene, at);
  if (!mark) return undefined;
  const readOff = isReadOff(scene, mark) ? '从文件版头、附件上抄录' : undefined;
  const declared = readOff ?? declares(scene, mark);
  const placed = standsAsMark(scene, mark);
  const facts: Fact[] = [mark.starred ? '密级与★标志、保密期限连写' : '密级字样', declared ?? placed ?? '']
    .filter((label) => label !== '')
    .map((label) => ({ label, range: { start: mark.start, end: mark.end } }));
  const told =
    (!readOff && isQuoted(scene, mark)) || (isTeaching(scene, mark) && placed !== '独占一行' && placed !== '位于首页版头');
  const standing: Standing = told ? 'quoted' : declared || placed ? 'mark' : mark.starred ? 'quoted' : 'mention';
  const piece = scene.pieceAt(mark.start);
  const after = scene.text.slice(mark.end, Math.min(piece.end, mark.end + 12));
  if (standing === 'mark' && DECLASSIFIED.test(after))
    return { start: mark.start, end: mark.end, standing: 'declassified', facts };
  if (standing === 'quoted' && !mark.starred) return undefined;
  return standing === 'mention' ? undefined : { start: mark.start, end: mark.end, standing, facts };
}

export const SECRET_WORDS: readonly string[] = ['绝密', '机密', '秘密'];

function recogniserOf(id: string, standing: Standing, confidence: number): Recogniser {
  const recognise = (scene: Scene, at: Range): readonly Candidate[] => {
    const mark = readSecretMark(scene, at);
    return mark?.standing === standing ? [candidate(scene, mark, confidence, mark.facts)] : [];
  };
  return { id, anchors: SECRET_WORDS, recognise };
}

/** A national-secret mark that stands as one (domain: mark versus mention). */
export const secretMark = recogniserOf('secret-mark', 'mark', 0.97);
/** A starred mark in running text, quotation marks or an exercise: 疑似引用. */
export const secretMarkQuoted = recogniserOf('secret-mark-quoted', 'quoted', 0.4);
/** A mark with a note that it no longer holds: proof of declassification is asked for. */
export const secretMarkLapsed = recogniserOf('secret-mark-lapsed', 'declassified', 0.8);
