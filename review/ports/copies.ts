/** Clean copies, and the sample draft. */
import type { CopyForm, Draft, Result } from '../model/index.ts';
import type { JobControl } from './reading.ts';

/** The draft the program brings along for trying it out. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * How a clean copy came about, in counts alone: what was replaced and taken out is told, never the texts themselves. Wording that found
 * no place is told in full, for it stands nowhere else in the copy.
 */
export interface CleanRecord {
  /**
   * spliced: the given file with the places changed; set-anew: a new .docx from the visible text; text: plain text, spliced;
   * picture: pages as pictures, the places painted over or written anew.
   */
  readonly way: 'spliced' | 'set-anew' | 'text' | 'picture';
  /** Chinese clause: why the file could not be spliced. */
  readonly why?: string;
  readonly replaced: number;
  /** Of a picture, when any text was to be rewritten: how many of the replaced carry their new wording, and which are only painted over. */
  readonly rewrites?: { readonly written: number; readonly unwritten: readonly UnwrittenWords[] };
  /** Chinese kind of what was taken out, and how often. */
  readonly dropped: readonly { readonly kind: string; readonly count: number }[];
}
/** Decided wording that does not stand in the copy, and the place (Chinese label) where it should. */
export interface UnwrittenWords {
  readonly where: string;
  readonly words: string;
}
/** How a person wants a clean copy of a format that has more ways than one, and how its making is followed. */
export interface CopyWish {
  /** Of a PDF: pictures of its pages, or a new document; absent: pictures where the host can draw, with the other to fall back on. */
  readonly as?: CopyForm;
  /** Pictures on the pages are painted over whole. */
  readonly blackPictures?: boolean;
  readonly job: JobControl;
}
/** A stretch of a piece (UTF-16 offsets) and what stands there instead. */
export interface CopyEdit {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** A person wrote the replacement (改写): a picture shows it, too, where there is room. */
  readonly rewrite?: boolean;
}
/** Builds a text that takes the decided wording in the places of the decided findings. */
export interface CleanCopier {
  /**
   * `anew` asks for a new document from the visible text alone, and says in a Chinese clause why. Codes: clean-copy-failed,
   * clean-copy-misaligned, clean-copy-picture-words, clean-copy-picture, cancelled.
   */
  make(
    draft: Draft,
    bytes: Uint8Array,
    edits: readonly CopyEdit[],
    anew?: string,
    wish?: CopyWish,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array; readonly record: CleanRecord }>>;
}
