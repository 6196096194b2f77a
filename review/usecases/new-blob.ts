import { commitment, SALT_BYTES } from '../chain/commitment.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { NewBlob, Ports } from '../ports.ts';

type Maker = Pick<Ports, 'crypto' | 'random'>;

/** Text that an event commits to: title, reason, opinion, name. Salted, so that a short text cannot be guessed from the log. */
export function textBlob({ crypto, random }: Maker, caseId: string, text: string): NewBlob {
  const salt = random.bytes(SALT_BYTES);
  const bytes = encodeUtf8(text.toWellFormed());
  return { commitment: commitment(crypto, salt, bytes), caseId, salt, bytes };
}

/** A plain value as JSON, committed to like a text. */
export function jsonBlob(maker: Maker, caseId: string, value: unknown): NewBlob {
  return textBlob(maker, caseId, JSON.stringify(value));
}

/** The bytes of a file; their commitment is their SHA-256, so that anybody can compare a published file. */
export function fileBlob({ crypto }: Pick<Ports, 'crypto'>, caseId: string, bytes: Uint8Array): NewBlob {
  const salt = new Uint8Array();
  return { commitment: commitment(crypto, salt, bytes), caseId, salt, bytes };
}
