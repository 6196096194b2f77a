/** Stories of what was signed over: versions, rules, decisions, pictures, damaged records. Part of the stories every gate must get right. */
import { digestOf } from './case-builder.ts';
import { after, registered, type Scenario } from './scenario.ts';

export const CONTENT_SCENARIOS: readonly Scenario[] = [
  {
    story: 'a new version after all signed',
    build: after((b) => {
      b.ready().signAll();
      b.document(2);
      b.scan(2, '0-1');
    }),
    state: 'stale',
  },
  {
    story: 'a decision changed after all signed',
    build: after((b) => b.ready().signAll().decide('0', 'false-alarm')),
    state: 'stale',
  },
  {
    story: 'the same decision with another reason after all signed',
    build: after((b) => b.ready().signAll().decide('0', 'keep', 'other')),
    state: 'stale',
  },
  {
    story: 'rules changed after all signed',
    build: after((b) => b.ready().signAll()),
    presentRules: digestOf('rules 2'),
    state: 'stale',
    why: '规则已更新',
  },
  {
    story: 'rules the same as signed',
    build: after((b) => b.ready().signAll()),
    presentRules: digestOf('rules 1'),
    state: 'releasable',
  },
  {
    story: 'rules changed before anybody signed',
    build: after((b) => b.ready()),
    presentRules: digestOf('rules 2'),
    state: 'deciding',
    why: '规则已更新',
  },
  {
    story: 'returned by the head',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.add('zhao', 'return', { step: 'head', reason: digestOf('reason') });
    }),
    state: 'returned',
  },
  {
    story: 'returned, then signed by the later steps as if nothing had happened',
    build: after((b) => {
      b.ready().signAll();
      b.add('zhao', 'return', { step: 'head', reason: digestOf('reason') });
    }),
    state: 'returned',
  },
  {
    story: 'returned and signed again by all',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.add('zhao', 'return', { step: 'head', reason: digestOf('reason') });
      b.signAll();
    }),
    state: 'releasable',
  },
  ...(['mask', 'delete', 'rewrite'] as const).map(
    (kind): Scenario => ({
      story: `all signed over a decision to ${kind} that nobody carried out`,
      build: after((b) => {
        registered(b).decide('0', 'keep');
        b.decide('1', kind);
        b.signAll();
      }),
      state: 'deciding',
      why: '还有1处决定要改',
    }),
  ),
  {
    story: 'all signed over a finding sent up for decision',
    build: after((b) => {
      registered(b).decide('0-1', 'escalate');
      b.signAll();
    }),
    state: 'referred',
    why: '有2处送上级确定',
  },
  {
    story: 'all signed over a kept finding without a reason',
    build: after((b) => {
      registered(b).decide('0', 'keep');
      b.add('zhang', 'finding.decide', { version: 1, findings: '1', decision: 'keep' }, { role: 'drafter' });
      b.signAll();
    }),
    state: 'deciding',
    why: '有1处保留或误报没有写明理由',
  },
  {
    story: 'all signed with a finding open',
    build: after((b) => {
      registered(b).decide('0', 'keep');
      b.signAll();
    }),
    state: 'deciding',
    why: '还有1处疑点没有处置',
  },
  {
    story: 'all signed over two decisions that do not know of each other',
    build: after((b) => {
      const parents = registered(b).heads();
      b.decide('0-1', 'keep', 'one', { parents });
      b.decide('0', 'mask', undefined, { parents });
      b.decide('0', 'keep', 'two', { parents });
      b.signAll();
    }),
    state: 'conflict',
    why: '有1处决定互相冲突',
  },
  {
    story: 'all signed with a picture nobody looked at',
    build: after((b) => {
      registered(b, '', 2);
      b.add('zhang', 'unread.confirm', { version: 1, parts: '1' }, { role: 'drafter' });
      b.signAll();
    }),
    state: 'scanned',
    why: '还有1个未能检查的部分',
  },
  {
    story: 'all signed, every picture looked at',
    build: after((b) => {
      registered(b, '', 2);
      b.add('zhang', 'unread.confirm', { version: 1, parts: '0-1' }, { role: 'drafter' });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'all signed over a version that was not scanned',
    build: after((b) => {
      registered(b, '');
      b.document(2);
      b.signAll();
    }),
    state: 'drafting',
    why: '最新版本还没有检查',
  },
  {
    story: 'all signed over two versions that do not know of each other',
    build: after((b) => {
      const parents = registered(b, '').heads();
      b.document(2, { parents });
      b.document(3, { parents });
      b.scan(3, '');
      b.signAll();
    }),
    state: 'conflict',
    why: '两个互不知情的版本',
  },
  {
    story: 'all signed although it was registered as not to be published',
    build: after((b) => {
      b.create({ attribute: 'withheld' });
      b.document();
      b.scan(1, '');
      b.signAll();
    }),
    state: 'scanned',
    why: '不予公开',
  },
  {
    story: 'all signed, but events of the case could not be opened',
    build: after((b) => b.ready().signAll()),
    damaged: true,
    state: 'deciding',
    why: '不完整或被改动过',
  },
  {
    story: 'all signed, but an event in the middle is missing',
    build: after((b) => {
      registered(b, '').signAll();
      b.written.splice(2, 1);
    }),
    state: 'drafting',
    why: '不完整或被改动过',
  },
];
