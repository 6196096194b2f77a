import type { PartEdit } from './part-edit.ts';

/** Settings that shape the page. All others tell of people, templates, saving and reviewing, and are left out. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'view zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop ' +
    'autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting ' +
    'bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery ' +
    'displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin ' +
    'characterSpacingControl noLineBreaksAfter noLineBreaksBefore strictFirstAndLastChars displayBackgroundShape footnotePr endnotePr ' +
    'compat mathPr themeFontLang clrSchemeMapping hdrShapeDefaults shapeDefaults decimalSymbol listSeparator defaultTableStyle'
  ).split(' '),
);
const NAMED: ReadonlyMap<string, string> = new Map([
  ['docVars', '文档变量'],
  ['attachedTemplate', '模板路径'],
  ['mailMerge', '邮件合并'],
]);

/** Leaves of the settings of a Word document only what shapes the page. */
export function cleanSettings(part: PartEdit): void {
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index) || part.ancestor(token) !== 'settings' || KEPT.has(token.name)) return;
    part.dropped.add(NAMED.get(token.name) ?? '文档设置');
    part.remove(index);
  });
}
