import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { writeEnvelope, writeLog } from '../../../../review/chain/log-text.ts';
import { openPackFile, sealPackFile } from '../../../../review/chain/pack-file.ts';
import { compareVersions, packVersions } from '../../../../review/chain/pack-versions.ts';
import { PAYLOAD_TYPES, pae } from '../../../../review/chain/pae.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { CaseBuilder, digestOf, FOUR, officeClaims, officeLog, signerOf } from '../support/case-builder.ts';

const office = officeLog(officeClaims({ ...FOUR, chen: ['secadmin'] }));
const CONTENT = '{"v":1,"name":"own","version":"1","files":[]}';
const bytes = (text: string) => new TextEncoder().encode(text);
const open = (text: string) => {
  const opened = openPackFile(crypto, office.roster, bytes(text));
  return opened.ok ? `${opened.data.signer.name} ${opened.data.content}` : opened.error.code;
};

describe('a pack file', () => {
  test('says who signed it and what it holds', () => {
    expect(open(sealPackFile(signerOf('li'), CONTENT))).toBe(`li ${CONTENT}`);
    expect(open(sealPackFile(signerOf('chen'), CONTENT))).toBe(`chen ${CONTENT}`);
  });

  test('is refused from anybody who may not vouch for rules', () => {
    expect(['zhang', 'zhao', 'wang', 'nobody'].map((who) => open(sealPackFile(signerOf(who), CONTENT)))).toEqual([
      'pack-signer',
      'pack-signer',
      'pack-signer',
      'pack-unsigned',
    ]);
  });

  test('is refused from a key that was revoked', () => {
    const claims = officeClaims(FOUR);
    const revoked = officeLog([...claims, { type: 'revoke', data: { p: 'p-li', key: signerOf('li').key, reason: 'lost' } }]);
    const opened = openPackFile(crypto, revoked.roster, bytes(sealPackFile(signerOf('li'), CONTENT)));
    expect(opened.ok ? 'ok' : opened.error.code).toBe('pack-unsigned');
  });

  test('is refused with any byte changed', () => {
    const text = sealPackFile(signerOf('li'), CONTENT);
    const codes = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === 'A' ? 'B' : 'A';
      codes.add(open(text.slice(0, at) + other + text.slice(at + 1)));
    }
    expect([...codes].sort()).toEqual(['pack-format', 'pack-signature', 'pack-unsigned']);
  });

  test('is refused when something else was signed: a signature on an event is none on a pack', () => {
    const li = signerOf('li');
    const body = bytes(CONTENT);
    const asEvent = { payloadType: PAYLOAD_TYPES.event, body, key: li.key, signature: li.sign(pae(PAYLOAD_TYPES.event, body)) };
    const renamed = { ...asEvent, payloadType: PAYLOAD_TYPES.rulePack };
    expect([open(`${writeEnvelope(asEvent)}\n`), open(`${writeEnvelope(renamed)}\n`)]).toEqual(['pack-format', 'pack-signature']);
  });
});

/** What the verifier says of the events; that this log bears no seal is another matter. */
const problemsOf = (builder: CaseBuilder): readonly string[] => {
  const log = writeLog({ roster: builder.log, events: builder.written.map(({ stored }) => stored) });
  return verifyLog(log, crypto)
    .problems.map(({ message }) => message)
    .filter((message) => !message.includes('封签'));
};

describe('versions of packs', () => {
  const install = (builder: CaseBuilder, who: string, version: string, pack = 'own') =>
    builder.add(who, 'pack.install', {
      pack,
      version,
      rules: 1,
      content: digestOf(`content ${pack} ${version}`),
      sha256: digestOf(`files ${pack} ${version}`),
      origin: 'own' as const,
    });

  test('are numbers, part by part', () => {
    const sorted = ['10', '9', '1.2.10', '1.2.9', '1.10', '2', '1'].sort(compareVersions);
    expect(sorted).toEqual(['1', '1.2.9', '1.2.10', '1.10', '2', '9', '10']);
    expect([compareVersions('1', '1.0.0'), compareVersions('1.0.1', '1') > 0]).toEqual([0, true]);
  });

  test('rise, each pack by itself', () => {
    const builder = new CaseBuilder(office);
    install(builder, 'li', '1');
    install(builder, 'chen', '3.1', 'city');
    install(builder, 'li', '2');
    const { installs, problems } = packVersions(builder.events);
    expect([[...installs].map(([name, all]) => [name, all.length]), problems]).toEqual([
      [
        ['own', 2],
        ['city', 1],
      ],
      [],
    ]);
  });

  test('that fall or stand still are told by everybody who verifies the log', () => {
    const builder = new CaseBuilder(office);
    install(builder, 'li', '2');
    install(builder, 'li', '1.9');
    install(builder, 'li', '2');
    expect(problemsOf(builder)).toEqual([
      '第2条：规则包 own 的版本应当高于 2，记录为 1.9',
      '第3条：规则包 own 的版本应当高于 2，记录为 2',
    ]);
  });

  test('put in force by a drafter are no event of a journal', () => {
    const builder = new CaseBuilder(office);
    install(builder, 'zhang', '1');
    expect(problemsOf(builder)).toEqual(['第1条：这个角色不能做这件事']);
  });
});
