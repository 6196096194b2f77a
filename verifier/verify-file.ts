import type { PaperProofs } from '../review/chain/anchorage.ts';
import { type ContentCheck, checkContents } from '../review/chain/contents.ts';
import { readBody } from '../review/chain/event.ts';
import { learnSignatures, type VerifyLater } from '../review/chain/learn-signatures.ts';
import { readLog } from '../review/chain/log-text.ts';
import { idOf } from '../review/chain/pae.ts';
import { rememberedCrypto } from '../review/chain/remembered-crypto.ts';
import { finishWithPauses, type Pauses } from '../review/chain/sliced.ts';
import { lineProblems, verifySteps } from '../review/chain/verify.ts';
import type { VerifyReport } from '../review/contract.ts';
import { strictCrypto } from './strict-crypto.ts';

/**
 * Verifies the text of an exported log with the page's own cryptography: the rules are the program's (bundled, under the same
 * tests), the algorithms are not. `later` is the browser's own Ed25519 where it has one. Undefined when it was cancelled.
 */
export async function verifyFile(
  text: string,
  paper: PaperProofs,
  later: VerifyLater | undefined,
  pauses: Pauses,
): Promise<VerifyReport | undefined> {
  const crypto = rememberedCrypto(strictCrypto);
  const log = readLog(text);
  if (later && !(await learnSignatures(log, crypto, later, pauses))) return undefined;
  return finishWithPauses(verifySteps(log, crypto, { ...paper, already: lineProblems(log.badLines), sealed: true }), pauses);
}

/** Whether the text of a file is the contents of a full inspection rather than a log. */
export const isContents = (text: string): boolean => text.startsWith('{"case":');

/** Opens the commitments of a log with its contents. */
export function openContents(log: string, contents: string): ContentCheck {
  const events = readLog(log).events.flatMap(({ body, payloadType }) => {
    const read = readBody(body);
    return read.ok ? [{ id: idOf(strictCrypto, payloadType, body), body: read.data }] : [];
  });
  return checkContents(strictCrypto, events, contents);
}
