import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { checkpoints, sealCheckpoint } from '../../../../review/chain/checkpoint.ts';
import { type EventBody, sealEvent } from '../../../../review/chain/event.ts';
import { readJournal } from '../../../../review/chain/journal.ts';
import { readLog, writeLog } from '../../../../review/chain/log-text.ts';
import { PAYLOAD_TYPES, pae } from '../../../../review/chain/pae.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import type { Envelope, Signer } from '../../../../review/ports.ts';
import { CASE, CaseBuilder, digestOf, must, signerOf, workstation } from '../support/case-builder.ts';

/** Two matters, one released and published, one refused; auth failures and a marked draft in between: 25 events. */
function wholeLog(): CaseBuilder {
  const builder = new CaseBuilder();
  builder.add('workstation', 'auth.fail', { p: 'p-zhang', purpose: 'session', locked: false });
  builder.ready().signAll();
  const signs = builder
    .ofCase()
    .filter((event) => event.body.type === 'sign')
    .map((event) => event.id)
    .sort();
  builder.add('zhang', 'draft.refuse', { rule: 'MARK-1' });
  const data = { subject: builder.subject(), version: 1, sha256: digestOf('bytes 1'), signs };
  builder.add('li', 'release', data, { role: 'reviewer' });
  builder.add('li', 'export.file', { version: 1, sha256: digestOf('bytes 1') }, { role: 'reviewer' });
  builder.add(
    'li',
    'publish.record',
    { channel: 'website', address: digestOf('address'), on: '2026-11-21' },
    { role: 'reviewer' },
  );
  const other = { case: `${CASE.slice(0, -1)}2` };
  const create = {
    number: 'XS-2026-002',
    title: digestOf('t'),
    createdOn: '2026-11-16',
    attribute: 'active' as const,
    channels: ['board' as const],
  };
  builder.add('sun', 'case.create', create, other);
  builder.document(1, other);
  builder.add('li', 'export.full', { what: 'ledger', reason: digestOf('reason') });
  for (let i = 0; i < 8; i++) builder.add('sun', 'unread.confirm', { version: 1, parts: `${i}` }, other);
  return builder;
}
const log = wholeLog();
const events: readonly Envelope[] = log.written.map(({ stored: { payloadType, body, key, signature } }) => ({
  payloadType,
  body,
  key,
  signature,
}));
const sealOf = (chain: readonly Envelope[]): Envelope | undefined => {
  const end = checkpoints(crypto, readJournal(crypto, log.roster, chain).events);
  const last = [...end.values()].at(-1);
  return last && sealCheckpoint(workstation, last);
};
const seal = sealOf(events);
const textOf = (changed: readonly Envelope[], sealed = seal): string =>
  writeLog({ roster: log.log, events: changed, ...(sealed ? { seal: sealed } : {}) });
const bodyOf = (envelope: Envelope | undefined): EventBody => JSON.parse(new TextDecoder().decode(envelope?.body));
const resigned = (envelope: Envelope, signer: Signer): Envelope => ({
  ...envelope,
  key: signer.key,
  signature: signer.sign(pae(envelope.payloadType, envelope.body)),
});
/** The event with other data, signed with the very key of its actor: what somebody with one stolen key can do. */
function forged(envelope: Envelope): Envelope {
  const body = bodyOf(envelope);
  const changed = { ...body, mono: body.mono + 1 } as EventBody;
  const signer = body.actor.role === 'workstation' ? workstation : signerOf(body.actor.p.slice(2));
  return must(sealEvent(crypto, signer, changed));
}
const replaced = (at: number, by: Envelope): Envelope[] => events.map((event, i) => (i === at ? by : event));
const at = (i: number): Envelope => events[i] ?? (events[0] as Envelope);

/** Attack on the event at index i (number i + 1): the changed events, and the numbers of which one must be told. */
type Attack = (i: number) => {
  readonly changed: readonly Envelope[];
  readonly told: readonly number[];
  readonly sealed?: Envelope;
};
const ATTACKS: Readonly<Record<string, Attack>> = {
  'one byte of a body changed': (i) => {
    const body = at(i).body.slice();
    body[body.length - 4] = (body[body.length - 4] ?? 0) ^ 1;
    return { changed: replaced(i, { ...at(i), body }), told: [i + 1] };
  },
  'one byte of a signature changed': (i) => {
    const signature = at(i).signature.slice();
    signature[5] = (signature[5] ?? 0) ^ 1;
    return { changed: replaced(i, { ...at(i), signature }), told: [i + 1] };
  },
  'an event deleted': (i) => ({ changed: events.toSpliced(i, 1), told: [i + 1, i + 2, events.length - 1] }),
  'two events swapped': (i) => {
    const next = i + 1 < events.length ? i + 1 : i - 1;
    return { changed: replaced(i, at(next)).with(next, at(i)), told: [i, i + 1, i + 2] };
  },
  'an event given twice': (i) => ({ changed: events.toSpliced(i, 0, at(i)), told: [i + 1] }),
  'the tail cut off': (i) => ({ changed: events.slice(0, i), told: [i] }),
  'a signature moved here from another event': (i) => {
    const from = at((i + 3) % events.length);
    return { changed: replaced(i, { ...at(i), signature: from.signature, key: from.key }), told: [i + 1] };
  },
  'signed anew with a key that is not in the roster': (i) => ({
    changed: replaced(i, resigned(at(i), signerOf('stranger'))),
    told: [i + 1],
  }),
  'signed anew with a colleague’s key': (i) => {
    const colleague = signerOf(bodyOf(at(i)).actor.p === 'p-wang' ? 'li' : 'wang');
    return { changed: replaced(i, resigned(at(i), colleague)), told: [i + 1] };
  },
  'only the key id changed': (i) => ({
    changed: replaced(i, { ...at(i), key: signerOf('zhao').key === at(i).key ? signerOf('li').key : signerOf('zhao').key }),
    told: [i + 1],
  }),
  'rewritten with the stolen key of its actor': (i) => ({ changed: replaced(i, forged(at(i))), told: [i + 1, i + 2] }),
  'rewritten and everything after it dropped': (i) => ({ changed: [...events.slice(0, i), forged(at(i))], told: [i + 1] }),
  'an event of another kind of object put in': (i) => {
    const object = { ...at(i), payloadType: PAYLOAD_TYPES.roster };
    return { changed: replaced(i, { ...at(i), signature: resigned(object, workstation).signature }), told: [i + 1] };
  },
  'blanks put into a body and signed again by its actor': (i) => {
    const body = new TextEncoder().encode(new TextDecoder().decode(at(i).body).replace('{', '{ '));
    const actor = bodyOf(at(i)).actor;
    const signer = actor.role === 'workstation' ? workstation : signerOf(actor.p.slice(2));
    return { changed: replaced(i, resigned({ ...at(i), body }, signer)), told: [i + 1] };
  },
};

describe('an exported log', () => {
  test('verifies as it is', () => {
    const report = verifyLog(textOf(events), crypto);
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ valid: true, events: 25 });
    expect(report.cases.map(({ number, state }) => [number, state])).toEqual([
      ['XS-2026-001', 'published'],
      ['XS-2026-002', 'drafting'],
    ]);
    expect(report.lines.slice(0, 4)).toEqual([
      '结构完整：共25条，前后相接',
      '签名有效：每条都由名册中的人以当时的角色签名',
      '名册可信：共8条，云溪市人民防空办公室',
      '放行都有完整的签批',
    ]);
  });

  test.each(Object.entries(ATTACKS))('tells, at its place: %s', (_name, attack) => {
    for (let i = 0; i < events.length; i++) {
      const { changed, told } = attack(i);
      const { valid, problems } = verifyLog(textOf(changed), crypto);
      const found = problems.some(({ seq }) => told.includes(seq));
      expect([i + 1, valid, found]).toEqual([i + 1, false, true]);
    }
  });

  test('tells every character that is changed anywhere in the file', () => {
    const text = textOf(events.slice(0, 3), sealOf(events.slice(0, 3)));
    expect(verifyLog(text, crypto).valid).toBe(true);
    const missed: number[] = [];
    // Every 7th place: the file is long and the places are alike.
    for (let place = 0; place < text.length; place += 7) {
      const other = text[place] === 'A' ? 'B' : 'A';
      if (verifyLog(text.slice(0, place) + other + text.slice(place + 1), crypto).valid) missed.push(place);
    }
    expect(missed).toEqual([]);
  });

  test('tells a missing seal, a foreign seal, a missing line feed, an empty file', () => {
    const bare = writeLog({ roster: log.log, events });
    const last = checkpoints(crypto, log.events).get(25);
    const foreign = last && sealCheckpoint(signerOf('zhang'), last);
    const texts = [bare, textOf(events, foreign), textOf(events).slice(0, -1), '', textOf(events).replaceAll('\n', '\r\n')];
    expect(texts.map((text) => verifyLog(text, crypto).valid)).toEqual([false, false, false, false, false]);
  });

  test('tells a roster that was changed, shortened, or replaced by a stranger’s', () => {
    const [rootEntry, ...rest] = log.log;
    const parts = { events, ...(seal ? { seal } : {}) };
    const rosters = [log.log.toSpliced(4, 1), log.log.slice(0, 5), rest, [rootEntry, rootEntry, ...rest], log.log.toReversed()];
    const texts = rosters.map((roster) => writeLog({ ...parts, roster: roster.filter((entry) => entry !== undefined) }));
    expect(texts.map((text) => verifyLog(text, crypto).valid)).toEqual(texts.map(() => false));
  });

  test('rewritten from one place on with all keys, only the code on paper tells: it does', () => {
    const copy = new CaseBuilder(log, log.written.slice(0, 20));
    for (let i = 0; i < 5; i++)
      copy.add('sun', 'unread.confirm', { version: 1, parts: `${i + 40}` }, { case: `${CASE.slice(0, -1)}2` });
    const changed = copy.written.map(({ stored }) => stored);
    const report = verifyLog(textOf(changed, sealOf(changed)), crypto);
    expect(report.valid).toBe(true);
    const codes = [log.events, copy.events].map((chain) => checkpoints(crypto, chain, [20, 25]));
    expect(codes[0]?.get(20)?.code).toBe(codes[1]?.get(20)?.code);
    expect(codes[0]?.get(25)?.code).not.toBe(codes[1]?.get(25)?.code);
  });

  test('a release without a complete chain is named, even when everything is signed well', () => {
    const builder = new CaseBuilder();
    builder.ready().sign('zhang', 'draft');
    const data = {
      subject: builder.subject(),
      version: 1,
      sha256: digestOf('bytes 1'),
      signs: [builder.events.at(-1)?.id ?? ''],
    };
    builder.add('li', 'release', data, { role: 'reviewer' });
    const report = verifyLog(writeLog({ roster: builder.log, events: builder.written.map(({ stored }) => stored) }), crypto);
    expect(report.problems.map(({ seq }) => seq)).toEqual([7, 7]);
    expect(report.problems.at(-1)?.message).toBe('第7条：放行时签批并不完整，放行不成立');
  });

  test('comes back from its text exactly', () => {
    const read = readLog(textOf(events));
    expect([read.badLines, read.roster, read.events, read.seal]).toEqual([[], log.log, events, seal]);
  });
});
