/** Stories of cases with attachments, for any gate. */
import type { EventData } from '../../../../review/chain/kinds/index.ts';
import type { DecisionKind } from '../../../../review/model/index.ts';

import { CaseBuilder, digestOf } from './case-builder.ts';
import type { Scenario } from './scenario.ts';

const told = (change: (builder: CaseBuilder) => void): (() => CaseBuilder) => {
  return () => {
    const builder = new CaseBuilder();
    change(builder);
    return builder;
  };
};
/** A decision in an attachment. */
const decideIn = (builder: CaseBuilder, document: number, findings: string, decision: DecisionKind) =>
  builder.add('zhang', 'finding.decide', { document, version: 1, findings, decision, reason: digestOf('why') });
/** Main text with two decided findings, 附件1 with a decided one, 附件2 with none. */
const decided = (builder: CaseBuilder): CaseBuilder => {
  builder.ready();
  builder.attach(1, '2');
  builder.attach(2, '');
  decideIn(builder, 1, '2', 'keep');
  return builder;
};
type Released = NonNullable<EventData<'release'>['attachments']>;
const file = (document: number, version = 1): Released[number] => ({
  document,
  version,
  sha256: digestOf(`bytes ${document}.${version}`),
});

/** A release of everything that is signed, unless `attachments` says otherwise. */
export const releaseOf = (builder: CaseBuilder, attachments: Released | undefined): CaseBuilder => {
  const signs = builder
    .ofCase()
    .filter((event) => event.body.type === 'sign')
    .map((event) => event.id)
    .sort();
  const files = attachments ? { attachments } : {};
  const data = { subject: builder.subject(), version: 1, sha256: digestOf('bytes 1'), ...files, signs };
  builder.add('li', 'release', data, { role: 'reviewer' });
  return builder;
};

export const ATTACHMENT_SCENARIOS: readonly Scenario[] = [
  { story: 'main text and attachments, all decided and signed', build: told((b) => decided(b).signAll()), state: 'releasable' },
  {
    story: 'an attachment has an undecided finding',
    build: told((b) => {
      b.ready();
      b.attach(1, '2-3');
      decideIn(b, 1, '2', 'keep');
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1还有1处疑点没有处置',
  },
  {
    story: 'an attachment has a finding that is to be masked',
    build: told((b) => {
      b.ready();
      b.attach(1, '2');
      decideIn(b, 1, '2', 'mask');
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1还有1处决定要改',
  },
  {
    story: 'a part of an attachment is unread',
    build: told((b) => {
      b.ready();
      b.attach(1, '', 1, { unread: 2 });
      b.add('zhang', 'unread.confirm', { document: 1, version: 1, parts: '0' });
      // The same part of the main text vouches for nothing in the attachment.
      b.add('zhang', 'unread.confirm', { version: 1, parts: '1' });
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1还有1个未能检查的部分',
  },
  {
    story: 'a mark of a person in an attachment is undecided',
    build: told((b) => {
      b.ready();
      b.attach(1, '');
      const place = { piece: 0, start: 0, end: 2, reason: digestOf('why'), draft: digestOf('draft 1.1') };
      b.add('zhang', 'finding.add', {
        document: 1,
        version: 1,
        number: 500_000,
        category: 'personal-contact',
        level: 'review',
        ...place,
      });
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1还有1处疑点没有处置',
  },
  {
    story: 'an attachment was never scanned',
    build: told((b) => {
      b.ready();
      const data = { sha256: digestOf('x'), size: 1, format: 'txt', name: digestOf('name'), origin: 'given' as const };
      b.add('zhang', 'doc.add', { document: 1, version: 1, ...data });
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1最新版本还没有检查',
  },
  {
    story: 'an attachment got a new version after all had signed',
    build: told((b) => {
      decided(b).signAll();
      b.attach(1, '', 2);
    }),
    state: 'stale',
  },
  {
    story: 'an attachment was added after all had signed',
    build: told((b) => {
      decided(b).signAll();
      b.attach(3, '');
    }),
    state: 'stale',
  },
  {
    story: 'an attachment was taken out after all had signed',
    build: told((b) => {
      decided(b).signAll();
      b.remove(2);
    }),
    state: 'stale',
  },
  {
    story: 'the attachments changed places after all had signed',
    build: told((b) => {
      decided(b).signAll();
      b.order(2, 1);
    }),
    state: 'stale',
  },
  {
    story: 'an undecided attachment was taken out before anybody signed',
    build: told((b) => {
      b.ready();
      b.attach(1, '2');
      b.remove(1);
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'a removed attachment got a version afterwards',
    build: told((b) => {
      b.ready();
      b.attach(1, '2');
      b.remove(1);
      b.attach(1, '2', 2);
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'main text and attachments were released',
    build: told((b) => releaseOf(decided(b).signAll(), [file(1), file(2)])),
    state: 'released',
    why: '已放行',
  },
  {
    story: 'main text and attachments were released in another order than the first',
    build: told((b) => {
      decided(b).order(2, 1);
      releaseOf(b.signAll(), [file(2), file(1)]);
    }),
    state: 'released',
    why: '已放行',
  },
  {
    story: 'a release leaves an attachment out',
    build: told((b) => releaseOf(decided(b).signAll(), [file(1)])),
    state: 'releasable',
  },
  {
    story: 'a release names no attachments although there are some',
    build: told((b) => releaseOf(decided(b).signAll(), undefined)),
    state: 'releasable',
  },
  {
    story: 'a release names other bytes of an attachment',
    build: told((b) => releaseOf(decided(b).signAll(), [file(1), { ...file(2), sha256: digestOf('others') }])),
    state: 'releasable',
  },
  {
    story: 'two documents have a finding of the same number',
    build: told((b) => {
      b.ready();
      b.attach(1, '0');
      b.add('zhang', 'finding.decide', { document: 1, version: 1, findings: '0', decision: 'keep', reason: digestOf('why') });
      b.signAll();
    }),
    state: 'deciding',
    why: '编号相同',
  },
  {
    story: 'a decision made in the main text does not speak of a finding of an attachment',
    build: told((b) => {
      b.ready();
      b.attach(1, '2');
      b.add('zhang', 'finding.decide', { version: 1, findings: '2', decision: 'keep', reason: digestOf('why') });
      b.signAll();
    }),
    state: 'deciding',
    why: '附件1还有1处疑点没有处置',
  },
  {
    story: 'partly approved over an attachment that was taken out',
    build: told((b) => {
      decided(b).remove(2);
      b.sign('zhang', 'draft');
      b.sign('zhao', 'head');
      b.sign('li', 'secrecy');
      const data = { step: 'approve' as const, subject: b.subject(), version: 1, opinion: digestOf('opinion') };
      b.add('wang', 'sign', { ...data, meaning: 'partly', withheld: digestOf('附件2') }, { role: 'leader' });
    }),
    state: 'releasable',
  },
];
