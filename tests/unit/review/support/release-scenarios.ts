/** Stories of how a case ends, and of decisions taken back. Part of the stories every gate must get right. */
import { type CaseBuilder, digestOf } from './case-builder.ts';
import { after, registered, type Scenario } from './scenario.ts';

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

export const RELEASE_SCENARIOS: readonly Scenario[] = [
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
    story: 'released, and its journal turned out to be forked: another side may have released something else',
    build: after((b) => released(b)),
    damaged: true,
    state: 'stale',
    why: '记录不完整或被改动过',
  },
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
];
