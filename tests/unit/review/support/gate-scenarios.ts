/** What any gate must answer: every scenario is a story and the state it must end in. Wrong gates are caught by at least one. */
import { crypto } from '../../../../host/crypto.ts';
import type { State } from '../../../../review/model/index.ts';
import type { Gate, GateResult } from '../../../../review/workflow/gate.ts';
import { ATTACHMENT_SCENARIOS } from './attachment-scenarios.ts';
import {
  ALL_ROLES,
  type BodyChange,
  CASE,
  CaseBuilder,
  delegate,
  digestOf,
  FOUR,
  officeClaims,
  officeLog,
} from './case-builder.ts';
import { OUTCOME_SCENARIOS } from './outcome-scenarios.ts';

export interface Scenario {
  readonly story: string;
  readonly build: () => CaseBuilder;
  readonly state: State;
  /** Part of a sentence of `whyNot` that must be there. */
  readonly why?: string;
  readonly presentRules?: string;
  readonly damaged?: boolean;
}

const four = officeLog(officeClaims(FOUR));
const anyRole = officeLog(officeClaims(ALL_ROLES));
/** sun, a drafter, signs for the head; li, the reviewer, for the leader. */
const deputies = officeLog([...officeClaims(FOUR), delegate('zhao', 'sun', ['head']), delegate('wang', 'li', ['approve'])]);
const fresh = (office = four): CaseBuilder => new CaseBuilder(office);
const after = (change: (builder: CaseBuilder) => void, office = four): (() => CaseBuilder) => {
  return () => {
    const builder = fresh(office);
    change(builder);
    return builder;
  };
};
const registered = (builder: CaseBuilder, numbers = '0-1', unread = 0): CaseBuilder => {
  builder.create();
  builder.document();
  builder.scan(1, numbers, { unread });
  return builder;
};

export const judged = (gate: Gate, { build, presentRules, damaged }: Omit<Scenario, 'story' | 'state' | 'why'>): GateResult =>
  gate({
    crypto,
    caseId: CASE,
    events: build().ofCase(),
    ...(presentRules === undefined ? {} : { presentRules }),
    ...(damaged === undefined ? {} : { damaged }),
  });

/** Stories in which the gate answers wrongly. */
export const wrongAnswers = (gate: Gate): readonly string[] =>
  SCENARIOS.filter((scenario) => {
    const { state, whyNot } = judged(gate, scenario);
    const { why } = scenario;
    return state !== scenario.state || (why !== undefined && !whyNot.some((sentence) => sentence.includes(why)));
  }).map(({ story }) => story);

const released = (builder: CaseBuilder): CaseBuilder => {
  builder.ready().signAll();
  const signs = builder
    .ofCase()
    .filter((event) => event.body.type === 'sign')
    .map((event) => event.id)
    .sort();
  const data = { subject: builder.subject(), version: 1, sha256: digestOf('bytes 1'), signs };
  builder.add('li', 'release', data, { role: 'reviewer' });
  return builder;
};

/** All four steps, the head's by a deputy. */
const deputySigned = (builder: CaseBuilder, change: BodyChange = {}): CaseBuilder => {
  builder.ready().sign('zhang', 'draft');
  builder.sign('sun', 'head', { for: 'zhao', ...change });
  builder.sign('li', 'secrecy');
  builder.sign('wang', 'approve');
  return builder;
};

/** The newest event came under a key that was known to be revoked. */
const late = (builder: CaseBuilder, quarantine: 'open' | 'void'): void => {
  const last = builder.written.pop();
  if (last) builder.written.push({ ...last, event: { ...last.event, problem: '用已撤销的密钥签署', quarantine } });
};

export const SCENARIOS: readonly Scenario[] = [
  {
    story: 'a signature that came under a revoked key does not count, and holds the case until two people have settled it',
    build: after((b) => {
      b.ready().signAll();
      b.sign('wang', 'approve');
      late(b, 'open');
    }),
    state: 'deciding',
    why: '被撤销的密钥签署',
  },
  {
    story: 'a second signature that came under a revoked key and was voided changes nothing',
    build: after((b) => {
      b.ready().signAll();
      b.sign('wang', 'approve');
      late(b, 'void');
    }),
    state: 'releasable',
  },
  {
    story: 'a signature that came under a revoked key and was voided does not count',
    build: after((b) => {
      b.ready().signAll();
      late(b, 'void');
    }),
    state: 'awaiting-approve',
  },
  { story: 'a deputy signed for the head', build: after((b) => deputySigned(b), deputies), state: 'releasable' },
  {
    story: 'a deputy signed on the first and on the last day of the delegation',
    build: after((b) => {
      deputySigned(b, { on: '2026-11-20' });
      b.sign('sun', 'head', { for: 'zhao', on: '2026-11-27' });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, deputies),
    state: 'releasable',
  },
  ...['2026-11-19', '2026-11-28'].map(
    (on): Scenario => ({
      story: `a deputy signed on ${on}, outside the delegation`,
      build: after((b) => deputySigned(b, { on }), deputies),
      state: 'awaiting-head',
    }),
  ),
  {
    story: 'a deputy signed a step that was not delegated',
    build: after(
      (b) => {
        b.ready().sign('zhang', 'draft');
        b.sign('sun', 'head', { for: 'zhao' });
        b.sign('li', 'secrecy');
        b.sign('sun', 'approve', { for: 'wang' });
      },
      officeLog([
        ...officeClaims(FOUR),
        delegate('zhao', 'sun', ['head']),
        delegate('wang', 'sun', ['approve'], { until: '2026-11-20' }),
      ]),
    ),
    state: 'awaiting-approve',
  },
  {
    story: 'a drafter deputised for the head over their own signature',
    build: after((b) => {
      b.ready().sign('sun', 'draft');
      b.sign('sun', 'head', { for: 'zhao' });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, deputies),
    state: 'awaiting-head',
  },
  {
    story: 'the reviewer signed for secrecy and, as deputy, for the leader',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhao', 'head');
      b.sign('li', 'secrecy');
      b.sign('li', 'approve', { for: 'wang' });
    }, deputies),
    state: 'awaiting-approve',
  },
  {
    story: 'one head stands behind two steps, by two deputies',
    build: after(
      (b) => {
        b.ready().sign('zhang', 'draft');
        b.sign('sun', 'head', { for: 'zhao' });
        b.sign('li', 'secrecy', { for: 'zhao' });
        b.sign('wang', 'approve');
      },
      officeLog([
        ...officeClaims({ ...FOUR, zhao: ['head', 'reviewer'] }),
        delegate('zhao', 'sun', ['head']),
        delegate('zhao', 'li', ['secrecy']),
      ]),
    ),
    state: 'awaiting-secrecy',
  },
  {
    story: 'a deputy signed under a flagged clock',
    build: after((b) => deputySigned(b, { flags: ['back'] }), deputies),
    state: 'awaiting-head',
  },
  {
    story: 'a deputy signed under a flagged clock, confirmed by the reviewer',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      const signed = b.sign('sun', 'head', { for: 'zhao', flags: ['back'] });
      b.add('li', 'delegation.confirm', { of: signed.id });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, deputies),
    state: 'releasable',
  },
  {
    story: 'a flagged deputy was confirmed before having signed, and for another signature',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      const parents = b.heads();
      const signed = b.sign('sun', 'head', { for: 'zhao', flags: ['back'], parents });
      b.add('li', 'delegation.confirm', { of: signed.id }, { parents });
      b.add('li', 'delegation.confirm', { of: digestOf('another') });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, deputies),
    state: 'awaiting-head',
  },
  {
    story: 'the deputy confirmed their own flagged signature',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhao', 'head');
      b.sign('sun', 'secrecy', { role: 'reviewer' });
      const signed = b.sign('li', 'approve', { for: 'wang', flags: ['back'] });
      b.add('li', 'delegation.confirm', { of: signed.id });
    }, deputies),
    state: 'awaiting-approve',
  },
  {
    story: 'an own signature under a flagged clock needs nobody’s confirmation',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhao', 'head', { flags: ['back'] });
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'releasable',
  },
  {
    story: 'refused by a deputy outside the delegation',
    build: after((b) => {
      b.ready().signAll();
      const data = { step: 'head', subject: b.subject(), reason: digestOf('reason'), basis: digestOf('basis') } as const;
      b.add('sun', 'refuse', data, { role: 'head', for: 'zhao', on: '2026-12-01' });
    }, deputies),
    state: 'releasable',
  },
  {
    story: 'refused by a deputy',
    build: after((b) => {
      b.ready().signAll();
      const data = { step: 'head', subject: b.subject(), reason: digestOf('reason'), basis: digestOf('basis') } as const;
      b.add('sun', 'refuse', data, { role: 'head', for: 'zhao' });
    }, deputies),
    state: 'refused',
    why: '不予公开',
  },
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
  {
    story: 'withdrawn after all signed',
    build: after((b) => {
      b.ready().signAll();
      b.add('zhang', 'withdraw', { reason: digestOf('reason') }, { role: 'drafter' });
    }),
    state: 'withdrawn',
    why: '本件已作废',
  },
  {
    story: 'refused after all signed',
    build: after((b) => {
      b.ready().signAll();
      const data = { step: 'approve', subject: b.subject(), reason: digestOf('reason'), basis: digestOf('basis') } as const;
      b.add('wang', 'refuse', data);
    }),
    state: 'refused',
    why: '不予公开',
  },
  { story: 'released', build: after((b) => released(b)), state: 'released', why: '本件已放行' },
  {
    story: 'released, rules changed later',
    build: after((b) => released(b)),
    presentRules: digestOf('rules 2'),
    state: 'released',
  },
  {
    story: 'released and published',
    build: after((b) => {
      const data = { channel: 'website', address: digestOf('address'), on: '2026-11-21' } as const;
      released(b).add('li', 'publish.record', data, { role: 'reviewer' });
    }),
    state: 'published',
  },
  {
    story: 'released, then another version came in',
    build: after((b) => {
      released(b).document(2);
      b.scan(2, '0-1');
    }),
    state: 'stale',
  },
  {
    story: 'a release recorded with one signature missing',
    build: after((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhao', 'head');
      const three = b.sign('li', 'secrecy');
      const data = { subject: b.subject(), version: 1, sha256: digestOf('bytes 1'), signs: [three.id] };
      b.add('li', 'release', data, { role: 'reviewer' });
    }),
    state: 'awaiting-approve',
  },
  {
    story: 'a release of other bytes than were signed',
    build: after((b) => {
      b.ready().signAll();
      const signs = b
        .ofCase()
        .filter((event) => event.body.type === 'sign')
        .map((event) => event.id)
        .sort();
      const data = { subject: b.subject(), version: 1, sha256: digestOf('bytes 9'), signs };
      b.add('li', 'release', data, { role: 'reviewer' });
    }),
    state: 'releasable',
  },
  {
    story: 'a decision taken back after it was signed over',
    build: after((b) => {
      registered(b, '0');
      const decided = b.decide('0', 'keep');
      b.signAll();
      b.add('zhang', 'finding.undo', { of: decided.id }, { role: 'drafter' });
    }),
    state: 'releasable',
  },
  {
    story: 'somebody else’s decision taken back',
    build: after((b) => {
      registered(b, '0');
      const decided = b.decide('0', 'keep');
      b.add('li', 'finding.undo', { of: decided.id }, { role: 'reviewer' });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'an own decision taken back in time',
    build: after((b) => {
      registered(b, '0');
      const decided = b.decide('0', 'keep');
      b.add('zhang', 'finding.undo', { of: decided.id }, { role: 'drafter' });
    }),
    state: 'scanned',
    why: '还有1处疑点没有处置',
  },
  ...ATTACHMENT_SCENARIOS,
  ...OUTCOME_SCENARIOS,
];
