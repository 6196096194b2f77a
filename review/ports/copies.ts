/** Clean copies, and the sample draft. */
import type { CopyForm, Draft, Result } from '../model/index.ts';
import type { JobControl } from './reading.ts';

/** The draft the program brings along for trying it out. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a clean copy came about, in counts alone: what was replaced and taken out is told, never the texts themselves. */
export interface CleanRecord {
  /**
   * spliced: the given file with the places changed; set-anew: a new .docx from the visible text; text: plain text, spliced;
   * picture: pages as pictures, the places painted over.
   */
  readonly way: 'spliced' | 'set-anew' | 'text' | 'picture';
  /** Chinese clause: why the file could not be spliced. */
  readonly why?: string;
  readonly replaced: number;
  /** Chinese kind of what was taken out, and how often. */
  readonly dropped: readonly { readonly kind: string; readonly count: number }[];
}
/** How a person wants a clean copy of a format that has more ways than one, and how its making is followed. */
export interface CopyWish {
  /** Of a PDF: pictures of its pages, or a new document; absent: pictures where the host can draw, with the other to fall back on. */
  readonly as?: CopyForm;
  /** Pictures on the pages are painted over whole. */
  readonly blackPictures?: boolean;
  readonly job: JobControl;
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
    edits: readonly { readonly piece: number; readonly start: number; readonly end: number; readonly replacement: string }[],
    anew?: string,
    wish?: CopyWish,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array; readonly record: CleanRecord }>>;
}
