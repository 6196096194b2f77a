import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { canonicalBytes } from '../../../../review/chain/canonical.ts';
import { openEvent, readBody, sealEvent } from '../../../../review/chain/event.ts';
import { KINDS } from '../../../../review/chain/kinds/index.ts';
import { PAYLOAD_TYPES, pae } from '../../../../review/chain/pae.ts';
import { CASE, CaseBuilder, digestOf, must, signerOf } from '../support/case-builder.ts';

const builder = new CaseBuilder();
builder.ready();
const create = structuredClone(builder.events[0]?.body) as unknown as Record<string, unknown>;
const decide = structuredClone(builder.events[3]?.body) as unknown as Record<string, unknown>;
const accepted = (body: unknown): boolean => readBody(must(canonicalBytes(body))).ok;
const withData = (body: Record<string, unknown>, more: object): object => ({
  ...body,
  data: { ...(body.data as object), ...more },
});

describe('the body of an event', () => {
  test('every kind has a file of its own and stands in the index', () => {
    const folder = join(import.meta.dirname, '../../../../review/chain/kinds');
    const files = readdirSync(folder).filter((name) => !['index.ts', 'kind.ts'].includes(name));
    expect(
      Object.keys(KINDS)
        .map((type) => `${type.replaceAll('.', '-')}.ts`)
        .sort(),
    ).toEqual(files.sort());
  });

  test('is accepted as the writer makes it', () => {
    expect([accepted(create), accepted(decide)]).toEqual([true, true]);
  });

  const BENT: Readonly<Record<string, object>> = {
    'an unknown field': { ...create, extra: 1 },
    'an unknown field in its data': withData(create, { note: 'text' }),
    'a missing field': Object.fromEntries(Object.entries(create).filter(([key]) => key !== 'boot')),
    'another version': { ...create, v: 2 },
    'another algorithm': { ...create, alg: 'none' },
    'an unknown type': { ...create, type: 'case.delete' },
    'number 0': { ...create, seq: 0 },
    'a prev that is no hash': { ...create, prev: 'x' },
    'parents where none may be': { ...create, parents: [digestOf('a')] },
    'no parents where there must be some': { ...decide, parents: [] },
    'parents in the wrong order': { ...decide, parents: [digestOf('a'), digestOf('b')].sort().reverse() },
    'the same parent twice': { ...decide, parents: [digestOf('a'), digestOf('a')] },
    'a case event outside every case': { ...decide, case: '-' },
    'an unknown flag': { ...create, flags: ['late'] },
    'flags in the wrong order': { ...create, flags: ['jump', 'back'] },
    'a time without zone': { ...create, at: '2026-11-21T09:00:00' },
    'a time that no clock shows': { ...create, at: '2026-11-21T25:00:00+08:00' },
    'a day that no year has': { ...create, at: '2026-02-30T09:00:00+08:00' },
    'a zone that no place has': { ...create, at: '2026-11-21T09:00:00+99:00' },
    'an actor of unknown role': { ...create, actor: { ...(create.actor as object), role: 'boss' } },
    'a title in clear': withData(create, { title: '关于警报试鸣的公告' }),
    'a channel twice': withData(create, { channels: ['website', 'website'] }),
    'a reason in clear': withData(decide, { reason: '已公布' }),
    'an unknown decision': withData(decide, { decision: 'approve' }),
  };
  test.each(Object.entries(BENT))('is refused with %s', (_name, body) => {
    expect(accepted(body)).toBe(false);
  });

  test('a writer cannot seal what a reader would refuse, nor more than 16 KiB', () => {
    const signer = signerOf('zhang');
    expect(sealEvent(crypto, signer, { ...create, parents: [digestOf('a')] } as never)).toMatchObject({
      ok: false,
      error: { code: 'event-format' },
    });
    const long = withData(decide, { findings: Array.from({ length: 6000 }, (_, i) => 2 * i).join() });
    expect(sealEvent(crypto, signer, long as never)).toMatchObject({ ok: false, error: { code: 'canonical-size' } });
  });

  test('the signature is checked before anything is read, and the type belongs to it', () => {
    const stored = builder.written[0]?.stored;
    if (!stored) throw new Error('no event');
    const key = () => signerOf('zhang').publicKey;
    const code = (change: object, keys: (id: string) => Uint8Array | undefined = key): string => {
      const opened = openEvent(crypto, { ...stored, ...change }, keys);
      return opened.ok ? 'ok' : opened.error.code;
    };
    const rosterSigned = signerOf('zhang').sign(pae(PAYLOAD_TYPES.roster, stored.body));
    const nonsense = new TextEncoder().encode('nonsense');
    expect([
      code({}),
      code({}, () => undefined),
      code({ body: nonsense }),
      code({ payloadType: PAYLOAD_TYPES.roster }),
      code({ payloadType: PAYLOAD_TYPES.roster, signature: rosterSigned }),
      code({ body: nonsense, signature: signerOf('zhang').sign(pae(PAYLOAD_TYPES.event, nonsense)) }),
      code({ key: signerOf('li').key }),
    ]).toEqual(['ok', 'event-key', 'event-signature', 'event-signature', 'event-type', 'event-format', 'event-key']);
    expect(stored.caseId).toBe(CASE);
  });
});
