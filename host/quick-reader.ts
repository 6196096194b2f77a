import { readDraft } from '../ingest/index.ts';
import type { Reader } from '../review/ports.ts';
import { createReader, type ReaderOptions } from './reader.ts';

/** How files begin that are more than text, whatever they are called: zip, compound file, PDF, RTF. */
const CONTAINERS = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74],
] as const;

const isPlainText = (name: string, bytes: Uint8Array): boolean =>
  /\.txt$/i.test(name) && !CONTAINERS.some((signature) => signature.every((byte, at) => bytes[at] === byte));

/**
 * The reader port for the command line: decoding plain text is no danger and is done here, a thousand files in the time of ten
 * processes; every other format goes through a parser process of its own.
 */
export function createQuickReader(options: ReaderOptions = {}): Reader {
  const guarded = createReader(options);
  return {
    read: (name, bytes, job, encoding) =>
      isPlainText(name, bytes)
        ? readDraft(name, bytes, {
            progress: (phase, ratio) => job.progress(phase, ratio),
            signal: job.signal,
            ...(encoding && { encoding }),
          })
        : guarded.read(name, bytes, job, encoding),
  };
}
