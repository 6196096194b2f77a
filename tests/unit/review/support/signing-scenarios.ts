/** Stories of the four steps: who signs, in which order, over what. Part of the stories every gate must get right. */
import { after, anyRole, fresh, registered, type Scenario } from './scenario.ts';

export const SIGNING_SCENARIOS: readonly Scenario[] = [
  { story: 'registered', build: after((b) => b.create()), state: 'drafting', why: '还没有检查' },
  { story: 'scanned', build: after((b) => registered(b)), state: 'scanned', why: '还有2处疑点没有处置' },
  {
    story: 'one of two decided',
    build: after((b) => registered(b).decide('0', 'keep')),
    state: 'deciding',
    why: '还有1处疑点没有处置',
  },
  { story: 'all four signed', build: after((b) => b.ready().signAll()), state: 'releasable' },
  { story: 'no findings at all, all four signed', build: after((b) => registered(b, '').signAll()), state: 'releasable' },
  { story: 'drafter signed', build: after((b) => b.ready().sign('zhang', 'draft')), state: 'awaiting-head', why: '还缺签名' },
  {
    story: 'head signed first',
    build: after((b) => {
      b.ready().sign('zhao', 'head');
      b.sign('zhang', 'draft');
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'awaiting-head',
  },
  {
    story: 'head signed without having seen the drafter’s signature',
    build: after((b) => {
      const parents = b.ready().heads();
      b.sign('zhang', 'draft', { parents });
      b.sign('zhao', 'head', { parents });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'awaiting-head',
  },
  {
    story: 'one person in two steps',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhang', 'head');
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, anyRole),
    state: 'awaiting-head',
  },
  {
    story: 'a step signed by somebody of another role',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('li', 'head', { role: 'reviewer' });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'awaiting-head',
  },
  {
    story: 'a signature that cannot be trusted',
    build: after((b) => {
      b.ready().signAll();
      const last = b.written.pop();
      if (last) b.written.push({ ...last, event: { ...last.event, problem: '签名无效' } });
    }),
    state: 'awaiting-approve',
  },
  {
    story: 'a signature over something else than the signer saw',
    build: after((b) => {
      const other = fresh();
      registered(other).decide('0-1', 'keep');
      const subject = other.subject();
      // The subject that will be today's is signed before the decision exists.
      registered(b);
      b.sign('zhang', 'draft', { subject });
      b.decide('0-1', 'keep');
      b.sign('zhao', 'head');
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'deciding',
  },
];
