/** Stories of those who sign for somebody else. Part of the stories every gate must get right. */
import { type BodyChange, type CaseBuilder, delegate, digestOf, FOUR, officeClaims, officeLog } from './case-builder.ts';
import { after, type Scenario } from './scenario.ts';

/** sun, a drafter, signs for the head; li, the reviewer, for the leader. */
const deputies = officeLog([...officeClaims(FOUR), delegate('zhao', 'sun', ['head']), delegate('wang', 'li', ['approve'])]);
/** All four steps, the head's by a deputy. */
const deputySigned = (builder: CaseBuilder, change: BodyChange = {}): CaseBuilder => {
  builder.ready().sign('zhang', 'draft');
  builder.sign('sun', 'head', { for: 'zhao', ...change });
  builder.sign('li', 'secrecy');
  builder.sign('wang', 'approve');
  return builder;
};

export const DEPUTY_SCENARIOS: readonly Scenario[] = [
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
    story: 'a deputy signed the day after the delegation, on a clock whose zone was turned back',
    build: after((b) => deputySigned(b, { at: '2026-11-27T23:30:00-10:00' }), deputies),
    state: 'awaiting-head',
  },
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
];
