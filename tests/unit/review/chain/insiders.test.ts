/** One person with a key of their own, a changed program and a stick: what nobody else may believe. */
import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { checkEvent, readJournal } from '../../../../review/chain/journal.ts';
import type { RosterClaim } from '../../../../review/chain/roster-entry.ts';
import { consentSubject } from '../../../../review/chain/two-people.ts';
import type { StoredEvent } from '../../../../review/ports.ts';
import { CaseBuilder, digestOf, FOUR, officeClaims, officeLog, signerOf, WS } from '../support/case-builder.ts';
import { exchangeRoster, Station } from '../support/exchange-office.ts';

const ROSTER = exchangeRoster(2);
const pair = (): readonly [Station, Station] => {
  const [first, second] = [new Station(ROSTER, 0), new Station(ROSTER, 1)];
  first.open();
  second.take(first.pack());
  return [first, second];
};

test('contents are destroyed by two people: what one signed alone destroys nothing elsewhere, and is not taken in', () => {
  const [first, second] = pair();
  const act = { type: 'blob.shred' as const, data: { blobs: [digestOf('bytes')], reason: digestOf('why') } };
  const agreed = { what: 'shred', subject: consentSubject(crypto, act) } as const;
  const alone = second.clone();
  alone.write('li', 'reviewer', act.type, act.data);
  const twice = second.clone();
  twice.write('li', 'reviewer', 'consent', agreed, '-');
  twice.write('li', 'reviewer', act.type, act.data);
  const both = second.clone();
  both.write('wang', 'leader', 'consent', agreed, '-');
  both.write('li', 'reviewer', act.type, act.data);
  expect([alone, twice, both].map((station) => first.clone().take(station.pack()))).toEqual([
    'package-event',
    'package-event',
    'ok',
  ]);
});

test('a key that was admitted for one workstation signs nothing in the name of another', () => {
  const at = (name: string) => {
    const { key, publicKey } = signerOf(name);
    return { key, publicKey: Buffer.from(publicKey).toString('hex') };
  };
  const [there, other] = ['ws-00000000000b', 'ws-00000000000c'];
  const admit = (ws: string, name: string, p: string, key: string): RosterClaim => ({
    type: 'admit',
    data: { ws, name, ...at(ws), keys: [{ p, ...at(key) }], enrolled: [] },
  });
  const office = officeLog([
    ...officeClaims(FOUR),
    admit(there, '二号机', 'p-li', 'li, there'),
    admit(other, '三号机', 'p-zhang', 'zhang, elsewhere'),
  ]);
  const problemOf = (who: string, signer: string, ws: string): string | undefined => {
    const builder = new CaseBuilder(office);
    builder.add(who, 'draft.refuse', { rule: 'MARK-1' }, { signer: signerOf(signer), ws });
    return checkEvent(crypto, office.roster, builder.written[0]?.stored as StoredEvent).problem;
  };
  expect([
    problemOf('zhang', 'zhang', WS),
    problemOf('zhang', 'zhang, elsewhere', other),
    problemOf('zhang', 'zhang, elsewhere', WS),
    problemOf('zhang', 'zhang, elsewhere', there),
    problemOf('zhang', 'zhang', there),
  ]).toEqual([undefined, undefined, ...Array(3).fill('签名所用的密钥不是这台工作站上的')]);
});

test('nobody acts under an older roster than what they answer to: neither a shorter chain nor a key from before', () => {
  const office = officeLog([
    ...officeClaims(FOUR),
    ...(['ws-000000000002', 'ws-000000000003'] as const).map((ws, index) => {
      const { key, publicKey } = signerOf(`workstation ${index}`);
      return { type: 'workstation', data: { ws, key, publicKey: Buffer.from(publicKey).toString('hex') } } as const;
    }),
    { type: 'policy', data: { chain: ['draft', 'approve'], idleMinutes: 10 } },
    { type: 'policy', data: { chain: ['draft', 'head', 'secrecy', 'approve'], idleMinutes: 10 } },
  ]);
  const [first, second] = [new Station(office.log, 0), new Station(office.log, 1)];
  first.open();
  first.write('zhang', 'drafter', 'finding.decide', { version: 1, findings: '0-1', decision: 'keep', reason: digestOf('why') });
  second.take(first.pack());
  // The settings between the two entries asked for drafter and approver alone.
  second.claims = office.roster.at(office.roster.entries.at(-2)?.id ?? '')?.state;
  for (const [who, role, step] of [
    ['zhang', 'drafter', 'draft'],
    ['wang', 'leader', 'approve'],
  ] as const) {
    const { subject } = second.judge();
    const meaning = step === 'draft' ? 'checked' : 'agree';
    second.write(who, role, 'sign', { step, subject, version: 1, opinion: digestOf('opinion'), meaning });
  }
  const before = first.ids;
  const { problems } = readJournal(crypto, office.roster, second.events);
  expect([first.take(second.pack()), first.ids, problems.map(({ message }) => message)]).toEqual([
    'package-order',
    before,
    ['ws-000000000003 第1条：引用的名册比前序记录的更旧'],
  ]);
});
