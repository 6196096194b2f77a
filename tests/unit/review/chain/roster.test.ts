import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { toHex } from '../../../../review/chain/hex.ts';
import { readJournal } from '../../../../review/chain/journal.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import {
  orgOf,
  type RosterBody,
  type RosterChange,
  type RosterClaim,
  sealRosterEntry,
} from '../../../../review/chain/roster-entry.ts';
import type { Role } from '../../../../review/model/index.ts';
import {
  CaseBuilder,
  delegate,
  FOUR,
  must,
  officeClaims,
  officeLog,
  root,
  rosterLog,
  signerOf,
} from '../support/case-builder.ts';

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

/** Entries of the office, then further ones, each sealed by whoever is named. */
function folded(office: readonly RosterClaim[], ...further: readonly Further[]) {
  const log = [...rosterLog(office)];
  for (const make of further) {
    const state = foldRoster(crypto, log).now;
    const { by, claim } = make(state?.head ?? '', [...(state?.proposals.keys() ?? [])].at(-1) ?? '0'.repeat(64));
    const head = {
      v: 1,
      alg: 'ed25519-sha256',
      org: orgOf(root.key),
      seq: log.length + 1,
      prev: state?.head ?? '',
      at: '2026-11-22T09:00:00+08:00',
    } as const;
    log.push(must(sealRosterEntry(crypto, by === 'root' ? root : signerOf(by), { ...head, ...claim } as RosterBody)).envelope);
  }
  return foldRoster(crypto, log);
}
type Further = (head: string, proposal: string) => { readonly by: string; readonly claim: RosterClaim };
const propose =
  (by: string, change: RosterChange): Further =>
  () => ({ by, claim: { type: 'propose', data: { change } } });
const answer =
  (by: string, type: 'approve' | 'ratify' | 'reject'): Further =>
  (_head, of) => ({ by, claim: { type, data: { of } } });
const alone =
  (by: string, claim: RosterClaim): Further =>
  () => ({ by, claim });
const asChange = (claim: RosterClaim): RosterChange => claim as RosterChange;

describe('changes that people sign', () => {
  const ADMINISTERED = officeClaims({ ...FOUR, sys: ['sysadmin'], sec: ['secadmin'], aud: ['auditor'] });
  const DELEGATED: readonly RosterClaim[] = [...ADMINISTERED, { type: 'routine', data: { by: 'administrators' } }];
  const qian = asChange(enroll('qian', ['drafter']));
  const people = (office: readonly RosterClaim[], ...further: readonly Further[]) => {
    const { now, problems } = folded(office, ...further);
    return problems[0]?.message ?? now?.people.has('p-qian');
  };

  test('come into force with the second signature when the root key has said so, else with the root key’s', () => {
    expect([
      people(DELEGATED, propose('sys', qian)),
      people(DELEGATED, propose('sys', qian), answer('sec', 'approve')),
      people(DELEGATED, propose('sec', qian), answer('wang', 'approve')),
      people(DELEGATED, propose('sec', qian), answer('wang', 'approve'), answer('root', 'ratify')),
      people(ADMINISTERED, propose('sys', qian), answer('sec', 'approve')),
      people(ADMINISTERED, propose('sys', qian), answer('sec', 'approve'), answer('root', 'ratify')),
      people(officeClaims(FOUR), propose('li', qian), answer('zhao', 'approve')),
      people(officeClaims(FOUR), propose('li', qian), answer('zhao', 'approve'), answer('root', 'ratify')),
      people(officeClaims(FOUR), propose('wang', qian), answer('li', 'reject')),
    ]).toEqual([false, true, false, true, false, true, false, true, false]);
  });

  test('need two people who may, neither of them alone, and never about themselves', () => {
    const roleOf = (p: string, roles: Role[]): RosterChange => ({ type: 'role', data: { p, department: '', roles } });
    expect([
      people(DELEGATED, propose('sec', qian), answer('sec', 'approve')),
      people(DELEGATED, propose('sys', qian), answer('sys', 'approve')),
      people(DELEGATED, propose('li', qian)),
      people(DELEGATED, propose('aud', qian)),
      people(officeClaims(FOUR), propose('zhao', qian)),
      people(DELEGATED, propose('sys', qian), answer('li', 'approve')),
      people(DELEGATED, propose('sys', qian), answer('aud', 'reject')),
      people(DELEGATED, propose('sys', roleOf('p-sys', ['auditor']))),
      people(DELEGATED, propose('sys', roleOf('p-sec', ['auditor'])), answer('sec', 'approve')),
      people(DELEGATED, propose('sys', qian), answer('root', 'ratify')),
      people(DELEGATED, propose('sys', qian), answer('sec', 'approve'), answer('sec', 'approve')),
      people(DELEGATED, answer('sec', 'approve')),
    ]).toEqual([
      '提出人不能确认自己提出的变更',
      '提出人不能确认自己提出的变更',
      '这个角色不能提出名册变更',
      '这个角色不能提出名册变更',
      '这个角色不能提出名册变更',
      '这个角色不能确认名册变更',
      '这个角色不能答复名册变更',
      '本人不能提出关于自己的变更',
      '本人不能确认关于自己的变更',
      '单位根密钥只能签两人都已签名的变更',
      '没有这项待确认的变更，或已经确认过',
      '没有这项待确认的变更，或已经确认过',
    ]);
  });

  test('about who signs routine changes always need the root key, settings do not', () => {
    const routine: RosterChange = { type: 'routine', data: { by: 'root' } };
    const { now } = folded(DELEGATED, propose('sys', routine), answer('sec', 'approve'));
    expect([now?.routine, now?.proposals.size]).toEqual(['administrators', 1]);
    expect(folded(DELEGATED, propose('sys', routine), answer('sec', 'approve'), answer('root', 'ratify')).now?.routine).toBe(
      'root',
    );
    const shorter: RosterChange = { type: 'policy', data: { chain: ['draft', 'approve'], idleMinutes: 5 } };
    expect([
      folded(DELEGATED, propose('sys', shorter), answer('sec', 'approve')).now?.chain,
      folded(DELEGATED, propose('sec', shorter), answer('wang', 'approve')).now?.chain.length,
    ]).toEqual([['draft', 'approve'], 4]);
  });

  test('are judged when they come into force', () => {
    const second = asChange(enroll('qian', ['head'], signerOf('another qian')));
    expect(
      folded(
        DELEGATED,
        propose('sec', qian),
        propose('sys', second),
        answer('sec', 'approve'),
        answer('wang', 'approve'),
        answer('root', 'ratify'),
      ).problems[0]?.message,
    ).toBe('人员编号不能重复使用');
    // Whoever proposed has left in the meantime.
    expect(
      folded(DELEGATED, propose('sys', qian), alone('root', revoke('sys')), answer('sec', 'approve')).problems[0]?.message,
    ).toBe('提出人的密钥已注销，请重新提出');
  });

  test('a reset gives the same person another key; who has left gets none', () => {
    const fresh = signerOf('zhang, second key');
    const rekey: RosterChange = {
      type: 'rekey',
      data: { p: 'p-zhang', key: fresh.key, publicKey: toHex(fresh.publicKey), reason: 'locked' },
    };
    const done = folded(DELEGATED, propose('sys', rekey), answer('sec', 'approve'));
    const keys = [...(done.now?.people.get('p-zhang')?.keys.values() ?? [])];
    expect([keys, done.publicKey(signerOf('zhang').key) !== undefined]).toEqual([[fresh.key], true]);
    expect(folded(DELEGATED, alone('root', revoke('zhang')), propose('sys', rekey)).problems[0]?.message).toBe(
      '名册中没有这个人，或已离任',
    );
    const old: RosterChange = {
      type: 'rekey',
      data: { ...rekey.data, key: signerOf('li').key, publicKey: toHex(signerOf('li').publicKey) },
    };
    expect(folded(DELEGATED, propose('sys', old)).problems[0]?.message).toBe('密钥不能重复登记');
    // The old key signs nothing in the roster any more.
    const after = folded(DELEGATED, alone('root', { type: 'rekey', data: { ...rekey.data, p: 'p-sys' } }), propose('sys', qian));
    expect(after.problems[0]?.message).toBe('名册记录不是单位根密钥签名的，或被改动过');
  });

  test('deputies are named for one’s own steps alone, and recalled by either of the two', () => {
    const recall: RosterClaim = { type: 'recall', data: { d: 'd-zhao-sun' } };
    const given = alone('zhao', delegate('zhao', 'sun', ['head']));
    const problem = (...further: readonly Further[]) => folded(DELEGATED, ...further).problems[0]?.message;
    expect([
      problem(given),
      problem(given, given),
      problem(given, alone('sun', recall)),
      problem(given, alone('zhao', recall), alone('zhao', recall)),
      problem(given, alone('li', recall)),
      problem(alone('wang', delegate('zhao', 'sun', ['head']))),
      problem(alone('zhao', delegate('zhao', 'sun', ['approve']))),
      problem(alone('zhao', delegate('zhao', 'zhao', ['head']))),
      problem(alone('zhao', delegate('zhao', 'sec', ['head']))),
      problem(propose('sys', asChange(delegate('zhao', 'sun', ['head']))), answer('sec', 'approve')),
    ]).toEqual([
      undefined,
      '代签编号不能重复使用',
      undefined,
      '没有这项代签授权，或已收回',
      '名册记录不是单位根密钥签名的，或被改动过',
      '名册记录不是单位根密钥签名的，或被改动过',
      '不能授权自己没有的环节',
      '授权人和代签人须是名册中的两个人',
      '管理员不能代签',
      undefined,
    ]);
  });

  test('a person signs nothing else directly, however high', () => {
    for (const claim of [enroll('qian', ['leader']), revoke('li'), { type: 'routine', data: { by: 'root' } } as const]) {
      expect(folded(DELEGATED, alone('wang', claim)).problems[0]?.message).toBe('名册记录不是单位根密钥签名的，或被改动过');
    }
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
      first((b) => b.add('sun', 'draft.refuse', { rule: 'R' }, { for: 'zhao', role: 'head' })),
    ]).toEqual([
      '第1条：签名人没有这个角色',
      '第1条：这个角色不能做这件事',
      '第1条：这个角色不能做这件事',
      '第1条：这个角色不能做这件事',
      undefined,
      '第1条：代签没有授权',
    ]);
  });

  test('a deputy acts under a delegation the named roster holds, in the role of the one who is away', () => {
    const signed = (claims: readonly RosterClaim[], change: Parameters<CaseBuilder['sign']>[2], who = 'sun') => {
      const office = officeLog([...officeClaims(FOUR), ...claims]);
      const builder = new CaseBuilder(office).ready();
      builder.sign('zhang', 'draft');
      builder.sign(who, 'head', change);
      return readJournal(crypto, office.roster, entries(builder)).problems.map(({ message }) => message);
    };
    const given = delegate('zhao', 'sun', ['head']);
    const recalled: RosterClaim = { type: 'recall', data: { d: 'd-zhao-sun' } };
    const demoted: RosterClaim = { type: 'role', data: { p: 'p-zhao', department: '', roles: ['drafter'] } };
    const NOT = ['第7条：代签没有授权'];
    expect([
      signed([given], { for: 'zhao' }),
      signed([], { for: 'zhao' }),
      signed([given, recalled], { for: 'zhao' }),
      signed([given, demoted], { for: 'zhao' }),
      signed([given, revoke('zhao')], { for: 'zhao' }),
      signed([given], { for: 'wang' }),
      signed([given], { for: 'zhao' }, 'li'),
      // Not as themselves, either: sun is no head.
      signed([given], {}),
      // Days are for the gate, under the event's own clock.
      signed([given], { for: 'zhao', on: '2026-12-01', flags: ['drift'] }),
    ]).toEqual([[], NOT, NOT, NOT, NOT, NOT, NOT, ['第7条：签名人没有这个角色'], []]);
  });
});
