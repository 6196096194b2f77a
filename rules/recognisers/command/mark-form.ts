import type { PieceKind } from '../../../review/model/index.ts';
import type { Range, Scene, ScenePiece } from '../../model.ts';

/** 密级, the star with everything typists put in its place, and 保密期限 / 解密时间 / 解密条件 (forms: 密级★保密期限). */
export const LEVEL_WORD = '(?:绝密|机密|秘密)';
export const STAR = '[★☆✩✪✫✬✭✮✯✰⭐🌟*＊∗﹡※⋆✱✲✳]';
export const PERIOD =
  '(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,3} ?(?:年|个月|月|天|日)|[一二三四五六七八九十]{1,3}(?:年|个月)|长期|永久|[\\u4e00-\\u9fff]{2,8}(?:之?前|之?后))';

/** Pieces in which a mark needs no special place: they repeat on each page, or are nothing but a label. */
const LABEL_KINDS: readonly PieceKind[] = ['header', 'footer', 'text-box', 'alt-text', 'metadata', 'file-name', 'annotation'];
/** A mark stands on the cover or in the first lines; tables of contents and titles come right after. */
const HEAD_PIECES = 8;

export const isLabelPiece = (piece: ScenePiece): boolean => LABEL_KINDS.includes(piece.kind);
export const isHeadPiece = (piece: ScenePiece): boolean => piece.index < HEAD_PIECES || isLabelPiece(piece);
/** Longer than any line that is nothing but a mark; a piece without a break must not be copied for each of its words. */
const LONGEST = 200;

/** Text of a piece, cut where no rule about short lines can apply any more. */
export const pieceText = (scene: Scene, piece: ScenePiece): string =>
  scene.text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST));

const OPENING = /[\s([{【〔<|/]/;
const CLOSING = /[\s)\]}】〕>|/]/;

/** The characters on both sides of a range; a blank where the piece ends. */
export function edges(scene: Scene, range: Range): { readonly before: string; readonly after: string } {
  const piece = scene.pieceAt(range.start);
  return {
    before: range.start > piece.start ? scene.text.charAt(range.start - 1) : ' ',
    after: range.end < piece.end ? scene.text.charAt(range.end) : ' ',
  };
}

/** Set apart from its neighbours by blanks, brackets or the edges of the piece. */
export function isApart(scene: Scene, range: Range): boolean {
  const { before, after } = edges(scene, range);
  const gapBefore = scene.gap(range.start) > 0;
  const gapAfter = scene.gap(range.end) > 0;
  return (OPENING.test(before) || gapBefore) && (CLOSING.test(after) || gapAfter);
}

export function isBracketed(scene: Scene, range: Range): boolean {
  const { before, after } = edges(scene, range);
  return /[([【〔]/.test(before) && /[)\]】〕]/.test(after);
}

/** In quotation marks, or named as a wording (…字样, …标志): a mark that is talked about. */
export function isQuoted(scene: Scene, range: Range): boolean {
  const piece = scene.pieceAt(range.start);
  const left = scene.text.slice(Math.max(piece.start, range.start - 40), range.start);
  const right = scene.text.slice(range.end, Math.min(piece.end, range.end + 40));
  const opened = Math.max(left.lastIndexOf('“'), left.lastIndexOf('‘'), left.lastIndexOf('"'));
  const closed = Math.max(left.lastIndexOf('”'), left.lastIndexOf('’'));
  const inQuotes = opened > closed && /[”’"]/.test(right);
  return inQuotes || /^[”’"』」)]{0,2}(?:等|的)?(?:字样|标志|标识|标记|式样|样式|印章|章)/.test(right);
}

const EXERCISE_TITLE = /试题|测试|测验|题库|竞赛|答题|练习|问答|考题|知识|微课|培训教材|讲义|释义|解读/;
const EXERCISE_LINE =
  /^(?:[A-Ha-h][.、)]|\d{1,3}[.、].{0,60}[(（]\s*[)）])|练习题?[:：]|选择题|判断题|填空题|正确的(?:是|标志)|标志(?:应为|为|是|的?式样)|(?:应|可)标注|标注为|例如|示例|样例|表示(?:该|此|这)/;

/** Exercises, quizzes, teaching: a mark in them is an example unless it stands alone at the head. */
export function isTeaching(scene: Scene, range: Range): boolean {
  const piece = scene.pieceAt(range.start);
  const line = scene.text.slice(Math.max(piece.start, range.start - LONGEST), Math.min(piece.end, range.end + LONGEST));
  return EXERCISE_TITLE.test(scene.title()) || EXERCISE_LINE.test(line);
}
