import { expect, test } from 'vitest';
import { tasksOf } from '../../../renderer/screens/desk/tasks.ts';
import type { CaseView } from '../../../review/contract.ts';
import { decided, finding } from './finding.ts';

const can = { enabled: true, why: '' };
const cannot = (why: string) => ({ enabled: false, why });
const masked = (id: string) => finding({ id, ...decided(id) });

/** A case of one document at its drafter's; `part` is what differs from one that is ready. */
function view(part: { readonly findings?: CaseView['findings']; readonly copy?: boolean; readonly sign?: string }): CaseView {
  const { findings = [masked('a')], copy = false, sign = '' } = part;
  return {
    document: 0,
    findings,
    row: { nextStep: 'draft' },
    documents: [{ number: 0 }],
    // A piece that no page shows: there is hidden content to look at.
    draft: { page: [], pieces: [{ index: 0 }], unread: [] },
    confirmedUnread: [],
    actions: { cleanCopy: copy ? can : cannot('没有要改的'), sign: sign === '' ? can : cannot(sign) },
  } as unknown as CaseView;
}
const next = (of: CaseView, hiddenSeen = true) => tasksOf(of, hiddenSeen).find(({ done }) => !done)?.command;

test('the next thing is decided, made, looked at and signed in that order', () => {
  expect([
    next(view({ findings: [masked('a'), finding({ id: 'b' })], copy: true, sign: '还有疑点没有处理' })),
    next(view({ copy: true, sign: '还没有定稿' })),
    next(view({}), false),
    next(view({})),
  ]).toEqual(['finding.next-open', 'desk.clean-copy', 'desk.hidden', 'desk.submit']);
});

test('what else bars the signature is said in its own words, before anything is asked in vain', () => {
  const barred = tasksOf(view({ sign: '规则已更新，请重新检查' }), false).filter(({ done }) => !done);
  expect(barred.map(({ words, command }) => [words, command])[0]).toEqual(['规则已更新，请重新检查', 'desk.rescan']);
});
