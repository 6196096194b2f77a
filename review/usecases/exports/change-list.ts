import type { ChangeListModel } from '../../artefacts.ts';
import { DECISIONS, fail, ok, type Result } from '../../model/index.ts';
import type { CaseFacts } from '../../workflow/case-facts.ts';
import { type CaseDocument, documentName, newestOf } from '../../workflow/documents.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { replacementFor } from '../case-view.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS, type Exporting } from './exporting.ts';

/** 修改清单: findings of the newest versions of all documents with their decisions, for the person who edits the draft by hand. */
export const changeList: Exporting<ChangeListModel> = {
  name: '修改清单',
  needs: 'case',
  may: BUSINESS,
  model(parts, asked) {
    const read = parts.cases.read(asked.case);
    return read.ok ? changeListModel(parts, asked.case, read.data) : read;
  },
};

function changeListModel(parts: DeskParts, caseId: string, { facts }: GateResult): Result<ChangeListModel> {
  if (!facts.main.scan) return fail('not-now', '还没有检查结果，没有导出。');
  const items: ChangeListModel['items'][number][] = [];
  for (const document of facts.documents) {
    const own = itemsOf(parts, caseId, facts, document);
    if (!own.ok) return own;
    items.push(...own.data);
  }
  const files = facts.documents.map((document) => {
    const name = parts.cases.text(caseId, newestOf(document)?.name);
    return [documentName(facts, document.number), name].filter((part) => part !== '').join(' ');
  });
  return ok({ number: facts.create?.body.data.number ?? '', fileName: files.join('、'), items });
}

function itemsOf(parts: DeskParts, caseId: string, facts: CaseFacts, document: CaseDocument): Result<ChangeListModel['items']> {
  if (!document.scan) return ok([]);
  const draft = parts.cases.draft(caseId, document.scan);
  if (!draft.ok) return draft;
  const found = parts.cases.findings(caseId, document, draft.data);
  if (!found.ok) return found;
  const label = documentName(facts, document.number);
  return ok(
    found.data.map(({ number, finding }) => {
      const decided = facts.decisions.get(number);
      const given = decided?.replacement === undefined ? {} : { replacement: parts.cases.text(caseId, decided.replacement) };
      return {
        where: `${label}${draft.data.pieces[finding.piece]?.where.label ?? ''}`,
        text: finding.text,
        decision: decided ? DECISIONS[decided.kind] : '未处置',
        replacement: decided ? (replacementFor(finding, { kind: decided.kind, ...given }) ?? '') : finding.suggestion,
        reason: decided?.reason === undefined ? finding.reason : parts.cases.text(caseId, decided.reason),
      };
    }),
  );
}
