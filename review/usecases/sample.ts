import { toBase64 } from '../chain/base64.ts';
import { ok, type Result } from '../model/index.ts';
import type { DeskParts } from './desk-parts.ts';
import type { Feature } from './handler.ts';

export const sample: Feature<'sample.file'> = {
  'sample.file': ({ ports }) => {
    const file = ports.sample();
    return file.ok ? ok({ name: file.data.name, base64: toBase64(file.data.bytes) }) : file;
  },
};

/** Whether these are the bytes of the bundled sample: nothing else may stay out of the ledger under its name. Code: sample-missing. */
export function isSample({ ports }: DeskParts, bytes: Uint8Array): Result<boolean> {
  const file = ports.sample();
  if (!file.ok) return file;
  const known = file.data.bytes;
  return ok(known.length === bytes.length && known.every((byte, index) => byte === bytes[index]));
}
