/** Rules of the gate about what stands open and what was taken back; beside those of gate-rules.ts. */
import { eventsOf } from './case-facts.ts';
import type { ReleaseRule, SignRule } from './gate-rules.ts';
import { checkWhy, openOf, pairsOf, takedownInForce, unansweredEscalations, voidings } from './pending.ts';
import { isSeparated } from './subject.ts';

const VOIDED = { return: '签名后本件已退回', 'submission.recall': '签名后拟稿人已撤回', reexamine: '签名后已启动复审' } as const;

const voided = (type: keyof typeof VOIDED): SignRule['why'] => {
  return (sign, { graph }) =>
    voidings(graph).some((act) => act.body.type === type && !graph.precedes(act.id, sign.id)) ? VOIDED[type] : undefined;
};

export const PENDING_SIGN_RULES: readonly SignRule[] = [
  { name: 'returned', why: voided('return') },
  { name: 'recalled', why: voided('submission.recall') },
  { name: 'reexamined', why: voided('reexamine') },
  {
    name: 'unlocked',
    why: (sign, { graph }) => {
      const open = [...pairsOf(graph, 'hold'), ...pairsOf(graph, 'refer')].some(
        ({ opened, closed }) => graph.precedes(opened.id, sign.id) && !(closed && graph.precedes(closed.id, sign.id)),
      );
      return open ? '签名时本件暂缓或待上级确定' : undefined;
    },
  },
  {
    name: 'consulted-before-approval',
    why: (sign, { graph }) => {
      if (sign.body.data.step !== 'approve') return undefined;
      const open = pairsOf(graph, 'consult.open').some(
        ({ opened, closed }) => graph.precedes(opened.id, sign.id) && !(closed && graph.precedes(closed.id, sign.id)),
      );
      return open ? '签发时征求意见还没有答复' : undefined;
    },
  },
  {
    name: 'checked-before-approval',
    why: (sign, { graph, facts, policy }) =>
      sign.body.data.step === 'approve'
        ? policy.checks.map((check) => checkWhy(graph, facts, check, sign.id)).find((why) => why !== undefined)
        : undefined,
  },
  {
    name: 'partly-changed',
    why: (sign, situation) => {
      if (sign.body.data.meaning !== 'partly') return undefined;
      return !isSeparated(situation.subjectSeenBy(sign)) ? '签部分公开时文件还没有区分处理' : undefined;
    },
  },
];

export const PENDING_RELEASE_RULES: readonly ReleaseRule[] = [
  {
    name: 'held',
    about: 'content',
    why: ({ graph }) => {
      const hold = openOf(graph, 'hold').at(-1);
      return hold && `本件暂缓（拟于${hold.body.data.until}再议），恢复办理后才能继续`;
    },
  },
  {
    name: 'referred',
    about: 'content',
    why: ({ graph }) => (openOf(graph, 'refer').length > 0 ? '已送上级确定，还没有登记答复' : undefined),
  },
  {
    name: 'answer-followed',
    about: 'content',
    why: ({ graph, facts }) => {
      const answer = eventsOf(graph.ordered, 'refer.answer').at(-1);
      if (!answer || answer.body.data.outcome === 'may') return undefined;
      if (answer.body.data.outcome === 'not') return '上级答复不予公开，请按答复办理';
      const versions = facts.documents.flatMap((document) => document.versions);
      const changes = [...versions, ...eventsOf(graph.ordered, 'doc.remove')];
      const changed = changes.some(({ id }) => graph.precedes(answer.id, id));
      return changed ? undefined : '上级答复区分处理后公开，请先改好文件';
    },
  },
  {
    name: 'escalation-answered',
    about: 'content',
    why: ({ graph, facts }) => {
      const count = unansweredEscalations(graph, facts).length;
      return count > 0 ? `有${count}处送上级确定后没有登记答复，不能改为保留或误报` : undefined;
    },
  },
  {
    name: 'consulted',
    about: 'chain',
    why: ({ graph }) => {
      const count = openOf(graph, 'consult.open').length;
      return count > 0 ? `有${count}项征求意见还没有答复` : undefined;
    },
  },
  {
    name: 'not-down',
    about: 'chain',
    why: ({ graph }) => (takedownInForce(graph) ? '本件已撤下，须先复审' : undefined),
  },
];
