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
import type { CaseFacts } from '../../workflow/case-facts.ts';
import { type CaseDocument, documentName, newestOf } from '../../workflow/documents.ts';
import { documentRows } from '../case-view.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** One finding of a newest version with its decision in words. */
export interface FindingRow {
  readonly finding: Finding;
  /** 正文, 附件1 …; empty where the case has one document. */
  readonly document: string;
  readonly where: string;
  /** Characters before the piece in the decoded file, for formats that count so. */
  readonly offset: number;
  readonly decision: string;
  readonly reason: string;
  readonly basisNames: readonly string[];
}
/** 检查结果: every finding of the newest versions. It quotes the draft, so JSON and HTML stay in the office; SARIF holds no text of it. */
export interface FindingsModel extends SheetHead {
  readonly number: string;
  readonly title: string;
  readonly fileName: string;
  readonly version: number;
  readonly attachments: readonly { readonly label: string; readonly fileName: string; readonly version: number }[];
  readonly ruleSet: RuleSetIdentity;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly category: Category;
    readonly level: Level;
    readonly basis: readonly string[];
  }[];
  readonly rows: readonly FindingRow[];
  readonly unread: readonly { readonly document: string; readonly part: string; readonly message: string }[];
}

function findingsModel(parts: DeskParts, caseId: string): Result<FindingsModel> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const { facts } = read.data;
  const { main } = facts;
  if (!main.scan) return fail('not-now', '还没有检查结果，没有导出。');
  const content = parts.cases.content(caseId, main.scan);
  if (!content.ok) return content;
  const rows: FindingRow[] = [];
  const unread: FindingsModel['unread'][number][] = [];
  for (const document of facts.documents) {
    const told = toldOf(parts, caseId, facts, document);
    if (!told.ok) return told;
    rows.push(...told.data.rows);
    unread.push(...told.data.unread);
  }
  const used = new Set(rows.map(({ finding }) => finding.rule));
  const latest = newestOf(main);
  return ok({
    ...sheetHead(parts),
    number: facts.create?.body.data.number ?? '',
    title: parts.cases.text(caseId, facts.create?.body.data.title),
    fileName: parts.cases.text(caseId, latest?.name),
    version: latest?.version ?? 0,
    attachments: documentRows(parts, caseId, facts)
      .slice(1)
      .map(({ label, fileName, version }) => ({ label, fileName, version })),
    ruleSet: content.data.ruleSet,
    rules: parts.ports.scanner
      .rules()
      .filter(({ id }) => used.has(id))
      .map(ruleOf),
    rows,
    unread,
  });
}

/** What one document has to say. */
function toldOf(
  parts: DeskParts,
  caseId: string,
  facts: CaseFacts,
  document: CaseDocument,
): Result<Pick<FindingsModel, 'rows' | 'unread'>> {
  if (!document.scan) return ok({ rows: [], unread: [] });
  const draft = parts.cases.draft(caseId, document.scan);
  if (!draft.ok) return draft;
  const found = parts.cases.findings(caseId, document, draft.data);
  if (!found.ok) return found;
  const label = documentName(facts, document.number);
  const rows = found.data.map(({ number, finding }): FindingRow => {
    const decided = facts.decisions.get(number);
    const where = draft.data.pieces[finding.piece]?.where;
    return {
      finding,
      document: label,
      where: where?.label ?? '',
      offset: where?.offset ?? 0,
      decision: decided ? DECISIONS[decided.kind] : '未处置',
      reason: decided?.reason === undefined ? '' : parts.cases.text(caseId, decided.reason),
      basisNames: finding.basis.map((code) => parts.ports.scanner.basisName(code)),
    };
  });
  return ok({ rows, unread: draft.data.unread.map(({ part, message }) => ({ document: label, part, message })) });
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
