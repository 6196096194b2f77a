import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { toHex } from '../../../../review/chain/hex.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import { orgOf, type RosterBody, type RosterClaim, sealRosterEntry } from '../../../../review/chain/roster-entry.ts';
import { rosterFork } from '../../../../review/chain/roster-fork.ts';
import type { Envelope, Signer } from '../../../../review/ports.ts';
import { FOUR, must, officeClaims, root, rosterLog, signerOf, WS } from '../support/case-builder.ts';

const [SECOND, THIRD] = ['ws-00000000000b', 'ws-00000000000c'];
const keyOf = (name: string) => ({ key: signerOf(name).key, publicKey: toHex(signerOf(name).publicKey) });
/** A further workstation on which the secrecy reviewer and the leader have keys of their own. */
const admission = (ws: string, name: string): RosterClaim => ({
  type: 'admit',
  data: {
    ws,
    name,
    ...keyOf(ws),
    keys: ['li', 'wang'].map((who) => ({ p: `p-${who}`, ...keyOf(`${who} on ${ws}`) })),
    enrolled: [],
  },
});
const OFFICE = rosterLog([...officeClaims(FOUR), admission(SECOND, '二号机'), admission(THIRD, '三号机')]);

/** A log that goes on with one entry; the id of the entry. */
function goneOn(log: readonly Envelope[], claim: RosterClaim, signer: Signer) {
  const head = foldRoster(crypto, log).now?.head ?? '';
  const body = { v: 1, alg: 'ed25519-sha256', org: orgOf(root.key), seq: log.length + 1, prev: head } as const;
  const sealed = must(sealRosterEntry(crypto, signer, { ...body, at: '2026-11-21T10:00:00+08:00', ...claim } as RosterBody));
  return { log: [...log, sealed.envelope], id: sealed.id };
}

/** Proposed by the reviewer, approved by the leader, ratified by the root key; their keys on the given workstation, '' the first. */
function changed(log: readonly Envelope[], change: RosterClaim, on: string): readonly Envelope[] {
  const keyOn = (who: string) => signerOf(on === '' ? who : `${who} on ${on}`);
  const proposed = goneOn(log, { type: 'propose', data: { change } } as RosterClaim, keyOn('li'));
  const approved = goneOn(proposed.log, { type: 'approve', data: { of: proposed.id } }, keyOn('wang'));
  return goneOn(approved.log, { type: 'ratify', data: { of: proposed.id } }, root).log;
}

const home = (ws: string, from = WS): RosterClaim => ({ type: 'home', data: { ws, from } });
const department = (name: string): RosterClaim => ({
  type: 'role',
  data: { p: 'p-zhang', department: name, roles: ['drafter'] },
});
const problems = (log: readonly Envelope[]) => foldRoster(crypto, log).problems.map(({ message }) => message);
const ELSEWHERE = '名册已经移交，这条不是在现在变更名册的工作站上签的';

test('after a hand-over only keys of the named workstation go on with the roster, also when the old one knows of it', () => {
  const handed = changed(OFFICE, home(SECOND), SECOND);
  expect([
    foldRoster(crypto, handed).now?.home,
    problems(changed(handed, department('工程处'), SECOND)),
    problems(goneOn(handed, { type: 'propose', data: { change: department('工程处') } } as RosterClaim, signerOf('li')).log),
    problems(changed(handed, home(THIRD, SECOND), SECOND)),
    problems(changed(handed, home(THIRD, SECOND), THIRD)),
    problems(changed(changed(handed, home(THIRD, SECOND), THIRD), department('工程处'), THIRD)),
    problems(
      goneOn(handed, { type: 'propose', data: { change: home(WS, SECOND) } } as RosterClaim, signerOf('li on ws-00000000000c'))
        .log,
    ),
  ]).toEqual([SECOND, [], [ELSEWHERE], [], [], [], [ELSEWHERE]]);
});

test('a hand-over needs the root key, a workstation of the office, and the right predecessor', () => {
  const proposal = goneOn(OFFICE, { type: 'propose', data: { change: home(SECOND) } } as RosterClaim, signerOf('li'));
  const unratified = goneOn(proposal.log, { type: 'approve', data: { of: proposal.id } }, signerOf('wang')).log;
  const refused = (claim: RosterClaim) =>
    problems(goneOn(OFFICE, { type: 'propose', data: { change: claim } } as RosterClaim, signerOf('li')).log)[0];
  expect([
    foldRoster(crypto, unratified).now?.home,
    refused(home('ws-00000000000d')),
    refused(home(SECOND, THIRD)),
    refused(home(WS)),
  ]).toEqual([undefined, '名册中没有这台工作站', '名册已经移交过，请刷新后再办理', '名册已经在这台工作站上变更']);
});

test('of two rosters that part, the one with the hand-over stands; with none or one on each side nothing decides', () => {
  const handed = changed(OFFICE, home(SECOND), SECOND);
  const late = changed(OFFICE, department('工程处'), '');
  const other = changed(OFFICE, home(THIRD), THIRD);
  const bent = goneOn(late, { type: 'propose', data: { change: home(WS) } } as RosterClaim, signerOf('zhang')).log;
  const stands = (mine: readonly Envelope[], theirs: readonly Envelope[]) => rosterFork(crypto, mine, theirs)?.stands;
  expect([
    stands(handed, late),
    stands(late, handed),
    stands(late, changed(OFFICE, department('秘书处'), '')),
    stands(handed, other),
    stands(OFFICE, handed),
    stands(handed, OFFICE),
    stands(handed, bent),
    rosterFork(crypto, handed, late)?.seq,
  ]).toEqual(['own', 'other', 'open', 'open', undefined, undefined, undefined, OFFICE.length + 1]);
});

test('a new key replaces the one on the workstation that writes the roster, and one revoked there leaves the others', () => {
  const handed = changed(OFFICE, home(SECOND), SECOND);
  const keys = (log: readonly Envelope[], who: string) => [...(foldRoster(crypto, log).now?.people.get(who)?.keys ?? [])];
  const rekey = (p: string): RosterClaim => ({ type: 'rekey', data: { p, ...keyOf(`new ${p}`), reason: 'locked' } });
  const fresh = (p: string) => signerOf(`new ${p}`).key;
  const revoke = { type: 'revoke', data: { p: 'p-li', key: signerOf('li').key, ws: WS, reason: 'lost' } } as const;
  const byRoot = (claim: RosterClaim) => goneOn(handed, claim, root).log;
  const on = (ws: string) => signerOf(`li on ${ws}`).key;
  expect([
    keys(byRoot(rekey('p-li')), 'p-li'),
    keys(byRoot(rekey('p-zhang')), 'p-zhang'),
    keys(byRoot(revoke), 'p-li'),
    problems(byRoot({ ...revoke, data: { ...revoke.data, ws: SECOND } })),
  ]).toEqual([
    [
      [WS, signerOf('li').key],
      [THIRD, on(THIRD)],
      [SECOND, fresh('p-li')],
    ],
    [[SECOND, fresh('p-zhang')]],
    [
      [SECOND, on(SECOND)],
      [THIRD, on(THIRD)],
    ],
    ['要注销的密钥不在用'],
  ]);
});
