import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { caseGraph } from '../../../../review/chain/case-graph.ts';
import type { DecisionKind } from '../../../../review/model/index.ts';
import { caseFacts } from '../../../../review/workflow/case-facts.ts';
import { gate } from '../../../../review/workflow/gate.ts';
import { type Subject, subjectDifference, subjectOf } from '../../../../review/workflow/subject.ts';
import { CASE, CaseBuilder, digestOf } from '../support/case-builder.ts';

const factsOf = (builder: CaseBuilder) => {
  const graph = caseGraph(builder.ofCase());
  return caseFacts(graph.ordered, graph.precedes);
};
const subject = (builder: CaseBuilder): Subject => subjectOf(CASE, factsOf(builder));
/** A decision in 附件1. */
const decideIn = (builder: CaseBuilder, findings: string, decision: DecisionKind) =>
  builder.add('zhang', 'finding.decide', { document: 1, version: 1, findings, decision, reason: digestOf('why') });
/** What the signatures of everybody lack after a change. */
function changed(change: (builder: CaseBuilder) => void): readonly string[] {
  const builder = new CaseBuilder().ready();
  builder.attach(1, '2');
  builder.attach(2, '', 1, { unread: 1 });
  decideIn(builder, '2', 'keep');
  const signed = subject(builder);
  change(builder);
  return subjectDifference(signed, subject(builder));
}

test('a case without attachments has the subject it always had', () => {
  const keys = Object.keys(subject(new CaseBuilder().ready())).sort();
  expect(keys).toEqual(
    [
      'case',
      'version',
      'file',
      'source',
      'findings',
      'numbers',
      'ruleSet',
      'decisions',
      'confirmed',
      'attribute',
      'channels',
    ].sort(),
  );
});

test('documents stand in the order last given, later ones after them; what was taken out stands apart', () => {
  const builder = new CaseBuilder().ready();
  for (const document of [1, 2, 3]) builder.attach(document, `${document + 1}`);
  builder.order(3, 1, 2);
  builder.attach(4, '9');
  builder.remove(1);
  const { documents, removed, numbers } = factsOf(builder);
  expect(documents.map(({ number }) => number)).toEqual([0, 3, 2, 4]);
  expect(removed.map(({ number }) => number)).toEqual([1]);
  expect(numbers).toEqual([0, 1, 3, 4, 9]);
});

test('the difference names the document and what changed in it', () => {
  expect(changed((b) => b.attach(2, '', 2))).toEqual(['附件2换成第2稿', '附件2检查结果有变']);
  expect(changed((b) => b.attach(3, ''))).toEqual(['增加附件3']);
  expect(changed((b) => b.remove(1))).toEqual(['去掉原附件1', '处置改动1处']);
  expect(changed((b) => b.order(2, 1))).toEqual(['附件顺序有变']);
  expect(changed((b) => b.add('zhang', 'unread.confirm', { document: 2, version: 1, parts: '0' }))).toEqual([
    '附件2人工查看记录有变',
  ]);
  const anew = (b: CaseBuilder): void => {
    b.document(2);
    b.scan(2, '0-1');
  };
  expect(changed(anew)).toEqual(['正文换成第2稿', '正文检查结果有变']);
  expect(changed((b) => decideIn(b, '2', 'false-alarm'))).toEqual(['处置改动1处']);
  expect(changed((b) => b.scan(1, '2', { document: 1, draft: digestOf('draft 1.1'), ruleSet: digestOf('rules 2') }))).toEqual([
    '规则已更新',
  ]);
});

test('a stale signature says which attachment became another file', () => {
  const builder = new CaseBuilder().ready();
  builder.attach(1, '');
  builder.signAll();
  builder.attach(1, '', 2);
  const { steps } = gate({ crypto, caseId: CASE, events: builder.ofCase() });
  expect(steps.map(({ signs }) => signs[0]?.why)).toEqual(Array(4).fill('签名后内容有变：附件1换成第2稿；附件1检查结果有变'));
});
