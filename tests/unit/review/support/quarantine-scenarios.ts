/** Stories of signatures under revoked keys. Part of the stories every gate must get right. */
import type { CaseBuilder } from './case-builder.ts';
import { after, type Scenario } from './scenario.ts';

/** The newest event came under a key that was known to be revoked. */
const late = (builder: CaseBuilder, quarantine: 'open' | 'void'): void => {
  const last = builder.written.pop();
  if (last) builder.written.push({ ...last, event: { ...last.event, problem: '用已撤销的密钥签署', quarantine } });
};

export const QUARANTINE_SCENARIOS: readonly Scenario[] = [
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
];
