import type { ChangeListModel } from '../../artefacts.ts';
import { DECISIONS, fail, ok, type Result } from '../../model/index.ts';
import { newestOf } from '../../workflow/documents.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { replacementFor } from '../case-view.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS, type Exporting } from './exporting.ts';

/** 修改清单: findings of the newest version with their decisions, for the person who edits the draft by hand. */
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
  const { main } = facts;
  if (!main.scan) return fail('not-now', '还没有检查结果，没有导出。');
  const draft = parts.cases.draft(caseId, main.scan);
  if (!draft.ok) return draft;
  const found = parts.cases.findings(caseId, main, draft.data);
  if (!found.ok) return found;
  return ok({
    number: facts.create?.body.data.number ?? '',
    fileName: parts.cases.text(caseId, newestOf(main)?.name),
    items: found.data.map(({ number, finding }) => {
      const decided = facts.decisions.get(number);
      const given = decided?.replacement === undefined ? {} : { replacement: parts.cases.text(caseId, decided.replacement) };
      return {
        where: draft.data.pieces[finding.piece]?.where.label ?? '',
        text: finding.text,
        decision: decided ? DECISIONS[decided.kind] : '未处置',
        replacement: decided ? (replacementFor(finding, { kind: decided.kind, ...given }) ?? '') : finding.suggestion,
        reason: decided?.reason === undefined ? finding.reason : parts.cases.text(caseId, decided.reason),
      };
    }),
  });
}
