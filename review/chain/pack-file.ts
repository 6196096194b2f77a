/** A rule pack as a file that travels: one DSSE envelope over the pack's files, signed by one person of the roster. */

import { fail, ok, type Result, ROLES } from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import { readEnvelope, writeEnvelope } from './log-text.ts';
import { PAYLOAD_TYPES, pae } from './pae.ts';
import type { Roster } from './roster.ts';
import { holderOf } from './roster-state.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

/** Who may vouch for rules: those who answer for secrecy. */
export const PACK_SIGNERS = ['reviewer', 'secadmin'] as const;

/** Text of a pack file (.xspack): one line, ended by a line feed. `content` is the text of `PackContent`. */
export function sealPackFile(signer: Signer, content: string): string {
  const payloadType = PAYLOAD_TYPES.rulePack;
  const body = encodeUtf8(content);
  const envelope: Envelope = { payloadType, body, key: signer.key, signature: signer.sign(pae(payloadType, body)) };
  return `${writeEnvelope(envelope)}\n`;
}

/**
 * Opens a pack file in the strict order: signature, type, signer's post. The text inside is not read here.
 * Codes: pack-format, pack-unsigned (key nobody of the roster holds now), pack-signature, pack-signer (no post that may vouch).
 */
export function openPackFile(
  crypto: Crypto,
  roster: Roster,
  bytes: Uint8Array,
): Result<{ readonly content: string; readonly signer: { readonly key: string; readonly name: string } }> {
  const text = decodeUtf8(bytes);
  const envelope = text?.endsWith('\n') ? readEnvelope(text.slice(0, -1)) : undefined;
  if (!envelope) return fail('pack-format', '这不是先审的规则包文件（.xspack），或已被改动，没有安装。请向制作单位重新索取。');
  const signer = roster.now && holderOf(roster.now, envelope.key);
  const key = signer && roster.publicKey(envelope.key);
  if (!key)
    return fail(
      'pack-unsigned',
      '规则包不是由本单位名册中在用的密钥签名的，没有安装。请由保密审查员或安全保密管理员签名后再试。',
    );
  if (!crypto.verify(key, pae(envelope.payloadType, envelope.body), envelope.signature))
    return fail('pack-signature', '规则包的签名无效，内容可能被改动过，没有安装。请向制作人重新索取。');
  if (envelope.payloadType !== PAYLOAD_TYPES.rulePack) return fail('pack-format', '这个文件不是规则包，没有安装。');
  if (!PACK_SIGNERS.some((role) => signer.roles.includes(role))) {
    const names = PACK_SIGNERS.map((role) => ROLES[role]).join('或');
    return fail('pack-signer', `规则包的签名人不是${names}，没有安装。`);
  }
  const content = decodeUtf8(envelope.body);
  if (content === undefined) return fail('pack-format', '规则包的内容不是有效的文字，没有安装。');
  return ok({ content, signer: { key: envelope.key, name: signer.name } });
}
