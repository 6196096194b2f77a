/** Queries on the blob store. */
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Crypto, NewBlob } from '../review/ports.ts';
import { bytesOfHex, hexOf } from './event-row.ts';
import { statement } from './statement.ts';

/** Seals one blob under a fresh key of its own; given by the host, which alone has ciphers. */
export interface BlobCipher {
  seal(plain: Uint8Array, aad: Uint8Array): SealedBlob;
  /** Undefined when key, nonce, data or aad are not the ones it was sealed with. */
  open(sealed: SealedBlob, aad: Uint8Array): Uint8Array | undefined;
}
export interface SealedBlob {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
  /** Ciphertext and 16-byte tag. */
  readonly data: Uint8Array;
}
type BlobRow = SealedBlob & { readonly salt: Uint8Array };

/** Ties a blob to its case and its commitment, so that rows cannot be swapped. */
const binding = (caseId: string, commitment: string): Uint8Array => Buffer.from(`${caseId}\n${commitment}`, 'utf8');

/** Whether content is what a commitment stands for: SHA-256 over salt and content (signoff-design 1.5; no salt for files). */
export const matchesCommitment = (crypto: Crypto, commitment: string, salt: Uint8Array, bytes: Uint8Array): boolean =>
  hexOf(crypto.sha256(salt.length === 0 ? bytes : Buffer.concat([salt, bytes]))) === commitment;

/** The same content given twice for a case is kept once. */
export function insertBlobs(db: Database, cipher: BlobCipher, blobs: readonly NewBlob[]): void {
  if (blobs.length === 0) return;
  const insert = db.prepare<[Uint8Array, string, Uint8Array, Uint8Array, Uint8Array, Uint8Array]>(
    'INSERT INTO blob(commitment, case_id, key, salt, nonce, data) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const blob of blobs) {
    const { key, nonce, data } = cipher.seal(blob.bytes, binding(blob.caseId, blob.commitment));
    insert.run(bytesOfHex(blob.commitment), blob.caseId, key, blob.salt, nonce, data);
  }
}

/** Codes: blob-missing (shredded or never there), blob-damaged (changed outside the program). */
export function blobIn(
  db: Database,
  ciphers: { readonly cipher: BlobCipher; readonly crypto: Crypto },
  caseId: string,
  commitment: string,
): Result<{ readonly bytes: Uint8Array; readonly salt: Uint8Array }> {
  const row = statement<[Uint8Array, string], BlobRow>(
    db,
    'SELECT key, salt, nonce, data FROM blob WHERE commitment = ? AND case_id = ?',
  ).get(bytesOfHex(commitment), caseId);
  if (!row) return fail('blob-missing', '这项内容不在本机：可能已依规清除，或没有随数据包带来。审查记录本身没有改动。');
  const salt = new Uint8Array(row.salt);
  const bytes = ciphers.cipher.open(row, binding(caseId, commitment));
  if (bytes && matchesCommitment(ciphers.crypto, commitment, salt, bytes)) return ok({ bytes, salt });
  return fail(
    'blob-damaged',
    '这项内容与记录的摘要不符，可能已损坏或被改动，不能使用。审查记录本身没有改动。请停止办理本件并报保密办，从备份核对。',
  );
}

/** Commitments of a case's blobs, ascending hex. */
export const blobsOfCase = (db: Database, caseId: string): readonly string[] =>
  db
    .prepare<[string], Uint8Array>('SELECT commitment FROM blob WHERE case_id = ? ORDER BY commitment')
    .pluck()
    .all(caseId)
    .map((commitment) => hexOf(commitment as Uint8Array));

/** Takes blobs out for ever; the triggers ask for a shredding event of the case. */
export function deleteBlobs(db: Database, caseId: string, commitments: readonly string[]): void {
  const remove = db.prepare<[Uint8Array, string]>('DELETE FROM blob WHERE commitment = ? AND case_id = ?');
  for (const commitment of commitments) remove.run(bytesOfHex(commitment), caseId);
}

/** Case holding a file with these bytes: files are the blobs whose commitment has no salt. */
export const caseOfFileIn = (db: Database, sha256: string): string | undefined =>
  db
    .prepare<[Uint8Array], { case_id: string }>('SELECT case_id FROM blob WHERE commitment = ? AND length(salt) = 0 LIMIT 1')
    .get(bytesOfHex(sha256))?.case_id;
