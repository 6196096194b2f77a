import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { toHex } from '../../../../review/chain/hex.ts';
import { readJournal } from '../../../../review/chain/journal.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import { orgOf, type RosterBody, type RosterClaim, sealRosterEntry } from '../../../../review/chain/roster-entry.ts';
import type { Role } from '../../../../review/model/index.ts';
import { CaseBuilder, FOUR, must, officeClaims, officeLog, root, rosterLog, signerOf } from '../support/case-builder.ts';

const enroll = (name: string, roles: readonly Role[], signer = signerOf(name)): RosterClaim => ({
  type: 'enroll',
  data: { p: `p-${name}`, name, department: '', roles: [...roles], key: signer.key, publicKey: toHex(signer.publicKey) },
});
const problemOf = (...claims: readonly RosterClaim[]): string | undefined =>
  foldRoster(crypto, rosterLog([...officeClaims(FOUR), ...claims])).problems[0]?.message;
const revoke = (name: string): RosterClaim => ({
  type: 'revoke',
  data: { p: `p-${name}`, key: signerOf(name).key, reason: 'left' },
});

describe('the roster', () => {
  test('folds into people, keys, workstation and policy', () => {
    const { now, problems } = foldRoster(crypto, rosterLog(officeClaims(FOUR)));
    expect(problems).toEqual([]);
    expect([now?.office, now?.org, now?.idleMinutes, now?.people.size, now?.workstations.size]).toEqual([
      '云溪市人民防空办公室',
      orgOf(root.key),
      10,
      5,
      1,
    ]);
  });
  test('never takes an id, a name or a key twice, also not after revocation', () => {
    expect([
      problemOf(enroll('zhang', ['drafter'], signerOf('new key'))),
      problemOf(revoke('zhang'), enroll('zhang', ['drafter'], signerOf('new key'))),
      problemOf(enroll('qian', ['drafter'], signerOf('zhang'))),
      problemOf(revoke('zhang'), enroll('qian', ['drafter'], signerOf('zhang'))),
      problemOf(revoke('zhang'), revoke('zhang')),
    ]).toEqual(['人员编号不能重复使用', '人员编号不能重复使用', '密钥不能重复登记', '密钥不能重复登记', '要注销的密钥不在用']);
  });
  test('keeps the three administrators apart from reviewers and the auditor from the others', () => {
    const roles: Role[][] = [
      ['sysadmin', 'drafter'],
      ['secadmin', 'leader'],
      ['auditor', 'sysadmin'],
      ['auditor', 'secadmin'],
      ['auditor', 'head'],
    ];
    expect(roles.map((set) => problemOf(enroll('qian', set)) === undefined)).toEqual(roles.map(() => false));
    expect([problemOf(enroll('qian', ['sysadmin', 'secadmin'])), problemOf(enroll('qian', ['auditor']))]).toEqual([
      undefined,
      undefined,
    ]);
    expect(problemOf({ type: 'role', data: { p: 'p-li', department: '', roles: ['reviewer', 'auditor'] } })).toBe(
      '管理员不能同时承担审查工作',
    );
  });
  test('takes entries from the root key alone, and no weak keys', () => {
    const log = rosterLog(officeClaims(FOUR));
    const state = foldRoster(crypto, log).now;
    const head = {
      v: 1,
      alg: 'ed25519-sha256',
      org: orgOf(root.key),
      seq: log.length + 1,
      prev: state?.head ?? '',
      at: '2026-11-21T09:00:00+08:00',
    } as const;
    const forged = must(
      sealRosterEntry(crypto, signerOf('zhang'), { ...head, ...enroll('qian', ['leader']) } as RosterBody),
    ).envelope;
    expect(foldRoster(crypto, [...log, forged]).problems).toEqual([
      { seq: 9, message: '名册记录不是单位根密钥签名的，或被改动过' },
    ]);
    // Under the root key's id, but not signed by it.
    expect(foldRoster(crypto, [...log, { ...forged, key: root.key }]).problems[0]?.seq).toBe(9);
    const weak = enroll('qian', ['leader'], { ...signerOf('x'), publicKey: new Uint8Array(32) });
    expect(problemOf(weak)).toBe('登记的密钥不合格');
  });
});

describe('events are judged under the roster at their place', () => {
  const entries = (builder: CaseBuilder) => builder.written.map(({ stored }) => stored);

  test('what was signed before a revocation stays valid, what comes after is not', () => {
    const before = officeLog(officeClaims(FOUR));
    const after = officeLog([...officeClaims(FOUR), revoke('zhang')]);
    const builder = new CaseBuilder(before);
    builder.create();
    const later = new CaseBuilder(after, builder.written);
    later.document();
    const stale = new CaseBuilder(before, builder.written);
    stale.add('li', 'draft.refuse', { rule: 'R' });
    expect(readJournal(crypto, after.roster, entries(later)).problems).toEqual([
      { seq: 2, message: '第2条：签名人不在名册中，或密钥已注销' },
    ]);
    // Naming an older roster does not help once the journal has seen the newer one.
    const seen = new CaseBuilder(after, builder.written);
    seen.add('li', 'draft.refuse', { rule: 'R' });
    const back = new CaseBuilder(before, seen.written);
    back.document();
    expect(readJournal(crypto, after.roster, entries(back)).problems).toEqual([
      { seq: 3, message: '第3条：引用的名册比前一条更旧' },
    ]);
    expect(readJournal(crypto, before.roster, entries(stale)).problems).toEqual([]);
  });

  test('nobody acts in a role they do not hold, nor an administrator in a case, nor anybody for another', () => {
    const claims = [...officeClaims(FOUR), enroll('sys', ['sysadmin'])];
    const office = officeLog(claims);
    const first = (change: (builder: CaseBuilder) => void): string | undefined => {
      const builder = new CaseBuilder(office);
      change(builder);
      return readJournal(crypto, office.roster, entries(builder)).problems[0]?.message;
    };
    expect([
      first((b) => b.add('li', 'draft.refuse', { rule: 'R' }, { role: 'leader' })),
      first((b) => b.add('sys', 'draft.refuse', { rule: 'R' })),
      first((b) => b.add('zhang', 'auth.fail', { p: 'p-li', purpose: 'act', locked: false })),
      first((b) => b.add('workstation', 'draft.refuse', { rule: 'R' })),
      first((b) => b.add('wang', 'export.full', { what: 'ledger', reason: '0'.repeat(64) })),
    ]).toEqual([
      '第1条：签名人没有这个角色',
      '第1条：这个角色不能做这件事',
      '第1条：这个角色不能做这件事',
      '第1条：这个角色不能做这件事',
      undefined,
    ]);
  });
});
