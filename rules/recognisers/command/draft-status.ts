import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, spansOf } from './grammar.ts';
import { isHeadPiece, isLabelPiece, isQuoted, pieceText } from './mark-form.ts';

const STATUS =
  '(?:(?:讨论|会审|内审|校核|审查|评审|研究)用?稿|征求意见稿|讨论稿|送审稿|报审稿|代拟稿|汇报稿|内部校对稿|校对稿|内部稿|未定稿|过程稿|审议稿|审阅稿|会签稿|报批稿|工作稿|初稿|草稿|修改稿|修订稿|征求[^()，]{0,10}意见稿|第[一二三四五六七八九十\\d]{1,3}(?:次)?(?:修改|修订|讨论|征求意见)?稿|[一二三四五]稿|清样|未审稿|内部讨论稿|草案)';
const BRACKETED = new RegExp(
  `(?<value>[(【\\[〔](?:[^()【】\\[\\]〔〕，]{0,10}${STATUS}[^()【】\\[\\]〔〕]{0,30})[)】\\]〕])`,
  'dg',
);
const LINE = new RegExp(
  `^[^，。；《》]{0,24}?(?<value>${STATUS}(?:[,，(]?(?:未经?|尚未|不作|不得|不能|勿|请勿|仅供|以正式|以最终|非正式)[^。；()]{1,20})?)(?:[,，(].{0,30})?$`,
  'd',
);
const PUBLIC_CALL = /公开征求|征求社会|面向社会|向社会|公众|公告|公开发布|意见征集|挂网|网上征求/;
const SETTLED = /已(?:经)?(?:印发|公布|通过|废止|发布)|正式稿/;

/** A status inside 《…》, or behind a closing book mark, belongs to another document. */
function ofOtherPaper(scene: Scene, span: Range): boolean {
  const piece = scene.pieceAt(span.start);
  const left = scene.text.slice(Math.max(piece.start, span.start - 60), span.start);
  return left.lastIndexOf('《') > left.lastIndexOf('》') || /》$/.test(left);
}

function accepted(scene: Scene, span: Range): boolean {
  const piece = scene.pieceAt(span.start);
  if (ofOtherPaper(scene, span) || isQuoted(scene, span)) return false;
  const sentence = scene.sentence(span.start);
  const near = scene.text.slice(sentence.start, sentence.end);
  return (
    !PUBLIC_CALL.test(`${scene.title()}${near}`) &&
    !SETTLED.test(near) &&
    !/材料|标题|名称|题名|文件|事项/.test(piece.cell?.header ?? '')
  );
}

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const piece = scene.pieceAt(at.start);
  const text = pieceText(scene, piece);
  const spans = [...spansOf(scene, scene.sentence(at.start), BRACKETED)].filter(
    (span) => span.start <= at.start && span.end >= at.end,
  );
  const line = text.length <= 40 && (isHeadPiece(piece) || isLabelPiece(piece) || text.length <= 12) ? LINE.exec(text) : null;
  const pair = line?.indices?.groups?.value;
  if (spans.length === 0 && pair && !/草案/.test(line?.groups?.value ?? ''))
    spans.push({ start: piece.start + pair[0], end: piece.start + pair[1] });
  return spans
    .filter((span) => accepted(scene, span))
    .map((span) => candidate(scene, span, 0.8, [{ label: '自标为过程稿', range: span }]));
}

/** The text calls itself a draft under discussion. Drafts of other papers, and calls for comments to the public, are none. */
export const draftStatus: Recogniser = { id: 'draft-status', anchors: ['稿', '草案', '清样'], recognise };
