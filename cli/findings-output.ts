import { relative } from 'node:path';
import { CATEGORIES, type Draft, type Finding, LEVELS, type Unread } from '../review/model/index.ts';

/** A finding with its file and piece, as every output format needs it. */
export interface FileFinding {
  readonly file: string;
  readonly draft: Draft;
  readonly finding: Finding;
}

/**
 * Offsets a reader of the file can use: in plain text they count from the start of the decoded file (UTF-16), elsewhere from the start
 * of the piece.
 */
export function placeOf({ draft, finding }: FileFinding): { start: number; end: number; where: string } {
  const piece = draft.pieces[finding.piece];
  const base = piece?.where.offset ?? 0;
  return { start: base + finding.start, end: base + finding.end, where: piece?.where.label ?? '' };
}

/** One JSON object a line; the keys are a contract with scripts. */
export function jsonLine(item: FileFinding): string {
  const { finding, draft, file } = item;
  const piece = draft.pieces[finding.piece];
  const { start, end, where } = placeOf(item);
  return `${JSON.stringify({
    file,
    category: finding.category,
    level: finding.level,
    rule: finding.rule,
    start,
    end,
    text: finding.text,
    kind: piece?.kind ?? 'body',
    visible: piece?.visible ?? true,
    where,
    reason: finding.reason,
    basis: finding.basis,
    suggestion: finding.suggestion,
    confidence: finding.confidence,
  })}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);

/** For people: one block a finding. */
export function textBlock(item: FileFinding, basisName: (code: string) => string): string {
  const { finding, draft } = item;
  const piece = draft.pieces[finding.piece];
  const hidden = piece && !piece.visible ? '（不可见内容）' : '';
  const lines = [
    `  ${LEVELS[finding.level]}  ${CATEGORIES[finding.category]}  ${placeOf(item).where}${hidden}  “${oneLine(finding.text)}”`,
    `      ${finding.reason}`,
    `      线索：${finding.evidence.map((fact) => fact.label).join('；') || '——'}`,
    `      依据：${finding.basis.map(basisName).join('、')}`,
  ];
  if (finding.advice !== '') lines.push(`      怎么改：${finding.advice}`);
  if (finding.suggestion !== '') lines.push(`      脱敏为：${finding.suggestion}`);
  return `${lines.join('\n')}\n`;
}

export const unreadLine = (file: string, part: Unread): string =>
  `${JSON.stringify({ file, unread: part.part, code: part.code, message: part.message })}\n`;

/** Paths inside the working folder are shown without it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short !== '' && !short.startsWith('..') ? short : path;
}
