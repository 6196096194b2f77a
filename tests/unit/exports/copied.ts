import { unzipSync } from 'fflate';
import { cleanCopier } from '../../../exports/index.ts';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import type { CleanRecord } from '../../../review/ports.ts';

export async function read(name: string, bytes: Uint8Array): Promise<Draft> {
  const draft = await readDraft(name, bytes);
  if (!draft.ok) throw new Error(draft.error.code);
  return draft.data;
}

export interface TextEdit {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly text: string;
}

/** Edits that replace every occurrence of a text in all pieces, or in those that `wanted` names. */
export function editsFor(draft: Draft, text: string, replacement: string, wanted = (_label: string) => true): TextEdit[] {
  return draft.pieces.flatMap((piece) => {
    const found: TextEdit[] = [];
    if (!wanted(piece.where.label)) return found;
    for (let at = piece.text.indexOf(text); at >= 0; at = piece.text.indexOf(text, at + text.length))
      found.push({ piece: piece.index, start: at, end: at + text.length, replacement, text });
    return found;
  });
}

export interface Copied {
  readonly before: Draft;
  readonly after: Draft;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly record: CleanRecord;
  /** Text of a part of the copy; undefined when it is not in there. */
  part(name: string): string | undefined;
  readonly parts: readonly string[];
}

/** Reads a file, makes the clean copy with the edits, reads the copy. */
export async function copied(name: string, bytes: Uint8Array, edits: (draft: Draft) => readonly TextEdit[]): Promise<Copied> {
  const before = await read(name, bytes);
  const made = await cleanCopier.make(before, bytes, edits(before));
  if (!made.ok) throw new Error(made.error.code);
  const files = unzipSync(made.data.bytes);
  return {
    before,
    after: await read(made.data.name, made.data.bytes),
    ...made.data,
    part: (part) => (files[part] ? new TextDecoder().decode(files[part]) : undefined),
    parts: Object.keys(files),
  };
}
