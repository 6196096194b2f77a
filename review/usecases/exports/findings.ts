import type { RuleRow } from '../../contract.ts';
import {
  type Category,
  DECISIONS,
  type Finding,
  fail,
  type Level,
  ok,
  type Result,
  type RuleSetIdentity,
} from '../../model/index.ts';
import { newestOf } from '../../workflow/documents.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** One finding of the newest version with its decision in words. */
export interface FindingRow {
  readonly finding: Finding;
  readonly where: string;
  /** Characters before the piece in the decoded file, for formats that count so. */
  readonly offset: number;
  readonly decision: string;
  readonly reason: string;
  readonly basisNames: readonly string[];
}
/** 检查结果: every finding of the newest version. It quotes the draft, so JSON and HTML stay in the office; SARIF holds no text of it. */
export interface FindingsModel extends SheetHead {
  readonly number: string;
  readonly title: string;
  readonly fileName: string;
  readonly version: number;
  readonly ruleSet: RuleSetIdentity;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly category: Category;
    readonly level: Level;
    readonly basis: readonly string[];
  }[];
  readonly rows: readonly FindingRow[];
  readonly unread: readonly { readonly part: string; readonly message: string }[];
}

function findingsModel(parts: DeskParts, caseId: string): Result<FindingsModel> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const { facts } = read.data;
  const { main } = facts;
  if (!main.scan) return fail('not-now', '还没有检查结果，没有导出。');
  const draft = parts.cases.draft(caseId, main.scan);
  const content = parts.cases.content(caseId, main.scan);
  const found = parts.cases.findings(caseId, main);
  if (!draft.ok) return draft;
  if (!content.ok) return content;
  if (!found.ok) return found;
  const rows = found.data.map(({ number, finding }): FindingRow => {
    const decided = facts.decisions.get(number);
    const where = draft.data.pieces[finding.piece]?.where;
    return {
      finding,
      where: where?.label ?? '',
      offset: where?.offset ?? 0,
      decision: decided ? DECISIONS[decided.kind] : '未处置',
      reason: decided?.reason === undefined ? '' : parts.cases.text(caseId, decided.reason),
      basisNames: finding.basis.map((code) => parts.ports.scanner.basisName(code)),
    };
  });
  const used = new Set(rows.map(({ finding }) => finding.rule));
  const latest = newestOf(main);
  return ok({
    ...sheetHead(parts),
    number: facts.create?.body.data.number ?? '',
    title: parts.cases.text(caseId, facts.create?.body.data.title),
    fileName: parts.cases.text(caseId, latest?.name),
    version: latest?.version ?? 0,
    ruleSet: content.data.ruleSet,
    rules: parts.ports.scanner
      .rules()
      .filter(({ id }) => used.has(id))
      .map(ruleOf),
    rows,
    unread: draft.data.unread.map(({ part, message }) => ({ part, message })),
  });
}

const ruleOf = ({ id, title, category, level, basis }: RuleRow): FindingsModel['rules'][number] => ({
  id,
  title,
  category,
  level,
  basis,
});

const kind = (name: string): Exporting<FindingsModel> => ({
  name,
  needs: 'case',
  may: BUSINESS,
  model: (parts, asked) => findingsModel(parts, asked.case),
});

export const findingsPage = kind('检查结果（网页）');
export const findingsJson = kind('检查结果（JSON）');
export const findingsSarif = kind('检查结果（SARIF，不含原文）');
