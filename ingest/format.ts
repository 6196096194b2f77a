import type { Draft, Encoding, PageBlock, Result } from '../review/model/index.ts';
import type { DraftBuilder } from './draft-builder.ts';
import type { Budget } from './package/budget.ts';

/** What a caller may give to follow and stop a reading. */
export interface ReadControl {
  /** `phase` is Chinese; `ratio` 0..1 within the phase. */
  progress?(phase: string, ratio?: number): void;
  readonly signal?: AbortSignal;
  /** Chosen by a person, for formats whose files do not name their encoding; others pay no heed to it. */
  readonly encoding?: Encoding;
}

/** What a reader is given beside the bytes: how to follow and stop it, what is left of the ceilings, and a way to read files inside. */
export interface ReadingControl extends ReadControl, MemberControl {
  readonly budget: Budget;
}

/** The way to files inside a file. */
export interface MemberControl {
  /**
   * Reads a file found inside this one by the same formats and out of the same budget. Codes as `readDraft`, and nesting when
   * there are too many files inside one another.
   */
  readMember(name: string, bytes: Uint8Array): Promise<Result<Draft>>;
}

/** What a reader returns; pieces, warnings and unread parts go to the builder as they are met. */
export interface Reading {
  readonly page: readonly PageBlock[];
  readonly encoding?: string;
}

/** One file format: one file beside its siblings and one line in formats.ts. */
export interface Format {
  readonly id: string;
  /** Chinese name, used in messages that say what can be read. */
  readonly title: string;
  /** Lower-case, without dot; only to warn when name and content differ. */
  readonly extensions: readonly string[];
  /** Decides by content alone, cheaply; the first format of the list that says yes reads the file. */
  probe(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>>;
}

export type ReadDraft = (name: string, bytes: Uint8Array, control?: ReadControl) => Promise<Result<Draft>>;

/** True when `bytes` holds the ASCII text `signature` at `offset`. */
export function startsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  if (bytes.length < offset + signature.length) return false;
  for (let index = 0; index < signature.length; index += 1) {
    if (bytes[offset + index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

/** True when the ASCII text stands anywhere in the first or last megabyte. */
export function holdsText(bytes: Uint8Array, text: string): boolean {
  const megabyte = 1 << 20;
  const needle = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return holds(bytes.subarray(0, megabyte), needle) || holds(bytes.subarray(Math.max(0, bytes.length - megabyte)), needle);
}

function holds(bytes: Uint8Array, needle: Uint8Array): boolean {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
