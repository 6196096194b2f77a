/** Stories of what may happen beside agreeing, returning and refusing; part of the stories every gate must get right. */
import type { RosterClaim } from '../../../../review/chain/roster-entry.ts';
import type { Consultation, ConsultOutcome, Step } from '../../../../review/model/index.ts';
import { CaseBuilder, delegate, digestOf, FOUR, officeClaims, officeLog } from './case-builder.ts';
import type { Scenario } from './scenario.ts';

const story = (change: (builder: CaseBuilder) => void, office = officeLog(officeClaims(FOUR))): (() => CaseBuilder) => {
  return () => {
    const builder = new CaseBuilder(office);
    change(builder);
    return builder;
  };
};
const reason = digestOf('reason');

const hold = (b: CaseBuilder) => b.add('zhao', 'hold', { reason, until: '2026-12-01' });
const resume = (b: CaseBuilder, of: string) => b.add('zhao', 'hold.end', { of, reason });
const refer = (b: CaseBuilder) => b.add('li', 'refer', { whom: digestOf('whom'), question: reason, on: '2026-11-21' });
const answer = (b: CaseBuilder, of: string, outcome: 'may' | 'partly' | 'not', change = {}) =>
  b.add('li', 'refer.answer', { of, number: digestOf('number'), on: '2026-11-21', outcome, answer: reason }, change);
const consult = (b: CaseBuilder, about: Consultation = 'body', change = {}) =>
  b.add('li', 'consult.open', { about, whom: digestOf('whom'), question: reason, on: '2026-11-01', due: '2026-11-20' }, change);
const reply = (b: CaseBuilder, of: string, outcome: ConsultOutcome = 'agree') =>
  b.add('li', 'consult.close', { of, outcome, reply: reason, on: '2026-11-21' });
const release = (b: CaseBuilder) => {
  const signs = b
    .ofCase()
    .filter(({ body }) => body.type === 'sign')
    .slice(-4)
    .map(({ id }) => id)
    .sort();
  return b.add('li', 'release', { subject: b.subject(), version: 1, sha256: digestOf('bytes 1'), signs }, { role: 'reviewer' });
};
const publish = (b: CaseBuilder) =>
  b.add('li', 'publish.record', { channel: 'website', address: digestOf('address'), on: '2026-11-21' }, { role: 'reviewer' });
const refuse = (b: CaseBuilder) =>
  b.add('zhao', 'refuse', { step: 'head', subject: b.subject(), reason, basis: digestOf('basis') });
/** The second version, with what was decided to go taken out. */
const separated = (b: CaseBuilder) => {
  b.create();
  b.document();
  b.scan(1, '0');
  b.decide('0', 'delete', undefined);
  b.document(2);
  return b.scan(2, '');
};
const partly = (b: CaseBuilder, who: string, step: Step) => {
  const data = { step, subject: b.subject(), version: 2, opinion: digestOf('opinion'), meaning: 'partly' as const };
  return b.add(who, 'sign', { ...data, withheld: digestOf('what stays') });
};

/** An office whose settings differ. */
const officeWith = (policy: Extract<RosterClaim, { readonly type: 'policy' }>['data']) => {
  const claims = officeClaims(FOUR).map(
    (claim): RosterClaim => (claim.type === 'policy' ? { type: 'policy', data: policy } : claim),
  );
  return officeLog(claims);
};
const deputies = officeLog([...officeClaims(FOUR), delegate('zhao', 'sun', ['head'])]);
const small = officeWith({ chain: ['draft', 'secrecy', 'approve'], idleMinutes: 10 });
const smallest = officeWith({ chain: ['draft', 'approve'], idleMinutes: 10 });
const checking = officeWith({ chain: ['draft', 'head', 'secrecy', 'approve'], idleMinutes: 10, checks: ['legal'] });
const threeSigned = (b: CaseBuilder) => {
  b.sign('zhang', 'draft');
  b.sign('zhao', 'head');
  b.sign('li', 'secrecy');
};

export const OUTCOME_SCENARIOS: readonly Scenario[] = [
  { story: 'held after all signed', build: story((b) => hold(b.ready().signAll())), state: 'held', why: '本件暂缓' },
  {
    story: 'held and resumed',
    build: story((b) => resume(b, hold(b.ready().signAll()).id)),
    state: 'releasable',
  },
  {
    story: 'a deputy ended a hold within the delegation',
    build: story((b) => {
      const held = hold(b.ready().signAll());
      b.add('sun', 'hold.end', { of: held.id, reason }, { role: 'head', for: 'zhao' });
    }, deputies),
    state: 'releasable',
  },
  {
    story: 'a deputy ended a hold on a day outside the delegation',
    build: story((b) => {
      const held = hold(b.ready().signAll());
      b.add('sun', 'hold.end', { of: held.id, reason }, { role: 'head', for: 'zhao', on: '2026-12-01' });
    }, deputies),
    state: 'held',
    why: '本件暂缓',
  },
  {
    story: 'held twice, only the first hold ended',
    build: story((b) => {
      const first = hold(b.ready().signAll());
      hold(b);
      resume(b, first.id);
    }),
    state: 'held',
  },
  {
    story: 'a hold ended by somebody who had not seen it',
    build: story((b) => {
      const parents = b.ready().signAll().heads();
      const held = hold(b);
      b.add('li', 'hold.end', { of: held.id, reason }, { parents });
    }),
    state: 'held',
  },
  {
    story: 'signed while the case was held, then resumed',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      const held = hold(b);
      b.sign('zhao', 'head');
      resume(b, held.id);
    }),
    state: 'awaiting-head',
  },
  {
    story: 'referred after all signed',
    build: story((b) => refer(b.ready().signAll())),
    state: 'referred',
    why: '还没有登记答复',
  },
  {
    story: 'referred and answered: may be published',
    build: story((b) => answer(b, refer(b.ready().signAll()).id, 'may')),
    state: 'releasable',
  },
  {
    story: 'referred and answered: not',
    build: story((b) => answer(b, refer(b.ready().signAll()).id, 'not')),
    state: 'deciding',
    why: '上级答复不予公开',
  },
  {
    story: 'referred and answered: partly, with nothing changed',
    build: story((b) => answer(b, refer(b.ready().signAll()).id, 'partly')),
    state: 'deciding',
    why: '上级答复区分处理后公开',
  },
  {
    story: 'referred, answered partly, changed and signed again',
    build: story((b) => {
      answer(b, refer(b.ready()).id, 'partly');
      b.document(2);
      b.scan(2, '0-1');
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'sent up and then kept without an answer',
    build: story((b) => {
      b.ready().decide('0', 'escalate');
      b.decide('0', 'keep', 'on second thoughts');
      b.signAll();
    }),
    state: 'deciding',
    why: '有1处送上级确定后没有登记答复',
  },
  {
    story: 'sent up, answered, then kept',
    build: story((b) => {
      b.ready().decide('0', 'escalate');
      answer(b, refer(b).id, 'may');
      b.decide('0', 'keep', 'as answered');
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'sent up by mistake and taken back',
    build: story((b) => {
      const sent = b.ready().decide('0', 'escalate');
      b.add('zhang', 'finding.undo', { of: sent.id }, { role: 'drafter' });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'taken back by the drafter before the head signed',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.add('zhang', 'submission.recall', { reason });
    }),
    state: 'recalled',
  },
  {
    story: 'taken back, then signed by the others as if nothing had happened',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.add('zhang', 'submission.recall', { reason });
      b.sign('zhao', 'head');
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }),
    state: 'recalled',
    why: '还缺签名：拟稿人',
  },
  {
    story: 'taken back and handed in again',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.add('zhang', 'submission.recall', { reason });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'taken back although the head had signed',
    build: story((b) => {
      b.ready().signAll();
      b.add('zhang', 'submission.recall', { reason });
    }),
    state: 'releasable',
  },
  {
    story: 'another body asked and not heard yet, all signed meanwhile',
    build: story((b) => consult(b.ready().signAll())),
    state: 'consulting',
    why: '有1项征求意见还没有答复',
  },
  {
    story: 'approved before the answer came',
    build: story((b) => {
      threeSigned(b.ready());
      const asked = consult(b);
      b.sign('wang', 'approve');
      reply(b, asked.id);
    }),
    state: 'awaiting-approve',
  },
  {
    story: 'approved after the answer came',
    build: story((b) => {
      const asked = consult(b.ready());
      threeSigned(b);
      reply(b, asked.id);
      b.sign('wang', 'approve');
    }),
    state: 'releasable',
  },
  {
    story: 'partly approved over the separated version',
    build: story((b) => {
      separated(b);
      threeSigned(b);
      partly(b, 'wang', 'approve');
    }),
    state: 'releasable',
  },
  {
    story: 'partly approved over the very file that came in',
    build: story((b) => {
      threeSigned(b.ready());
      partly(b, 'wang', 'approve');
    }),
    state: 'awaiting-approve',
  },
  {
    story: 'taken down after it was published',
    build: story((b) => {
      release(b.ready().signAll());
      publish(b);
      b.add('li', 'takedown', { reason, on: '2026-11-21' });
    }),
    state: 'taken-down',
    why: '须先复审',
  },
  {
    story: 'taken down and under examination again',
    build: story((b) => {
      release(b.ready().signAll());
      b.add('li', 'takedown', { reason, on: '2026-11-21' });
      b.add('li', 'reexamine', { reason });
    }),
    state: 'reexamining',
    why: '还缺签名',
  },
  {
    story: 'taken down, examined again, signed by all',
    build: story((b) => {
      release(b.ready().signAll());
      b.add('li', 'takedown', { reason, on: '2026-11-21' });
      b.add('li', 'reexamine', { reason });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'taken down and signed again without an examination',
    build: story((b) => {
      release(b.ready().signAll());
      b.add('li', 'takedown', { reason, on: '2026-11-21' });
      b.signAll();
    }),
    state: 'taken-down',
  },
  {
    story: 'refused, examined again and signed by all',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      refuse(b);
      b.add('li', 'reexamine', { reason });
      b.signAll();
    }),
    state: 'releasable',
  },
  {
    story: 'refused again after an examination',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      refuse(b);
      b.add('li', 'reexamine', { reason });
      b.sign('zhang', 'draft');
      refuse(b);
    }),
    state: 'refused',
  },
  {
    story: 'three steps by the settings of a small office',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('li', 'secrecy');
      b.sign('wang', 'approve');
    }, small),
    state: 'releasable',
  },
  {
    story: 'two steps by the settings of the smallest office',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('wang', 'approve');
    }, smallest),
    state: 'releasable',
  },
  {
    story: 'a step signed that the settings leave out, and one they demand left out',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('zhao', 'head');
      b.sign('wang', 'approve');
    }, small),
    state: 'awaiting-secrecy',
  },
  {
    story: 'two steps where the settings demand four',
    build: story((b) => {
      b.ready().sign('zhang', 'draft');
      b.sign('wang', 'approve');
    }),
    state: 'awaiting-head',
  },
  {
    story: 'the legal check the settings demand was never made',
    build: story((b) => b.ready().signAll(), checking),
    state: 'awaiting-approve',
  },
  {
    story: 'the legal check agreed before approval',
    build: story((b) => {
      const asked = consult(b.ready(), 'legal');
      threeSigned(b);
      reply(b, asked.id);
      b.sign('wang', 'approve');
    }, checking),
    state: 'releasable',
  },
  ...(['object', 'changes', 'silent'] as const).map(
    (outcome): Scenario => ({
      story: `the legal check ended with ${outcome}`,
      build: story((b) => {
        const asked = consult(b.ready(), 'legal');
        threeSigned(b);
        reply(b, asked.id, outcome);
        b.sign('wang', 'approve');
      }, checking),
      state: 'awaiting-approve',
    }),
  ),
  {
    story: 'the legal check was about the version before',
    build: story((b) => {
      reply(b, consult(b.ready(), 'legal').id);
      b.document(2);
      b.scan(2, '0-1');
      b.signAll();
    }, checking),
    state: 'awaiting-approve',
  },
];
