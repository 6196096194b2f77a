/**
 * The words every part of the rules room shares. Offsets in this room are UTF-16 offsets into `Scene.text`, the folded text of
 * the whole draft (width, traditional, zero-width and odd blanks already folded); the engine alone maps them back to pieces.
 */
import type { Category, Level, ListInForce, PieceKind } from '../review/model/index.ts';

export type { Category, Level, PieceKind };

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A piece as rules see it. */
export interface ScenePiece extends Range {
  readonly index: number;
  readonly kind: PieceKind;
  readonly visible: boolean;
  /** Set for table cells: 0-based, row 0 holds the headers. */
  readonly cell?: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    /** Folded text of row 0 of the same column, or of row 1 where the header has two rows; empty in row 0. */
    readonly header: string;
    /** Where the header has two rows: what stands over `header` (抗力级别 over 核 and 常). */
    readonly over?: string;
    /** Folded text of the first cell of the row (the label of a 项目/内容 form); empty in column 0. */
    readonly label: string;
    /** Folded text of the cell to the left (forms with several label–value pairs in a row); empty in column 0. */
    readonly left: string;
  };
}

/**
 * The whole draft, folded. Everything a recogniser may look at; pure, and cheap to ask.
 *
 * How the text is folded (keywords, anchors, context words and patterns of rules are folded the same way when they are loaded):
 * - Full-width letters, digits and symbols are ASCII, also `：（）［］＝／－～％`: write `:` `(` `)` in recognisers. Chinese
 *   punctuation that has no such double stays: `，。、；！？“”《》〔〕【】—·`. 「」『』 are “”‘’, • and ・ are ·, ○ is 〇, dashes of number
 *   width (‐ ‑ – −) are `-`, but `—` stays. ㎡ ㎞ ² ① Ⅱ stay.
 * - Traditional characters are simplified one by one; zero-width, bidi, variation, combining and control characters are gone.
 * - CAD text codes (`{\\C3;…}`, `\\P`, `%%`) are gone.
 * - Blanks of any kind, also line breaks inside a piece, are removed between Han/Chinese punctuation/digits/`:()-/=%` on both
 *   sides (also round one letter after a digit: `6 B 级`), with two exceptions, where one space stays: two digits (`6217 0058 72`; but single digits with single blanks,
 *   `1 3 8 0 …`, close up), and a blank that truly separates (four columns wide or more, or before the next label of a line that has
 *   one already: `来源:某某 编辑:某某`). So `核 ６ Ｂ 级` reads `核6B级`, `机　密☆20年` reads `机密☆20年`, `付 建 军` reads `付建军`.
 *   Blanks beside Latin letters stay as one space. `gap` tells where blanks were removed, for lists of names.
 * - Blanks at the edges of a piece are gone.
 */
export interface Scene {
  /** Folded text of all pieces in order, one line feed after each piece. */
  readonly text: string;
  /** The same, unit by unit: for walks over the whole of it. */
  readonly codes: Uint16Array;
  readonly pieces: readonly ScenePiece[];
  pieceAt(offset: number): ScenePiece;
  /** Place in `pieces` of the piece an offset stands in; a line feed belongs to the piece before it. */
  orderAt(offset: number): number;
  /** Up to ，；。！？ or the end of the piece; never longer than 400 characters round the offset. */
  clause(offset: number): Range;
  /** Up to 。！？； or the end of the piece; never longer than 800 characters round the offset. */
  sentence(offset: number): Range;
  /** Pieces of the same table row, in order; empty outside tables. */
  row(piece: ScenePiece): readonly ScenePiece[];
  /** Folded texts of row 0 of the piece's table; empty outside tables. */
  headers(piece: ScenePiece): readonly string[];
  /** How many blanks were removed directly before this offset (付 建 军: 1 before 建); 0 at the start of a piece. */
  gap(offset: number): number;
  /** Title of the draft (first short lines) and the nearest heading above the offset (or the heading it stands in). */
  title(): string;
  headingAbove(offset: number): string;
  /** From the nearest heading above to the next heading: pieces' ranges joined. */
  section(offset: number): Range;
  /** True when both edges of the range are word edges by segmentation (nodejieba, round the range only). */
  isWord(range: Range): boolean;
  /** Where names of the office's own list of works (工程名录) stand, ascending, none inside another; empty without a list. */
  readonly listedWorks: readonly Range[];
  /**
   * Where the words stand, ascending, longer ones first at one place; ASCII letters in either case. The one pass over the text has found
   * them already when they are anchors or `words` of a recogniser; others are searched for.
   */
  places(words: readonly string[]): readonly Range[];
  /** The same, only where they begin: one number a place, for lists of words that stand in a long draft a hundred thousand times. */
  starts(words: readonly string[]): Int32Array;
  /** Words round the range, with offsets, for guards that need more than edges. */
  words(range: Range): readonly (Range & { readonly word: string })[];
}

/** One named fact in favour of or against a candidate, in Chinese. */
export interface Fact {
  readonly label: string;
  readonly range?: Range;
  /** Name of the identifiable work that the fact ties the candidate to, as written: what 汇聚 is kept by. */
  readonly work?: string;
}

/** What a recogniser found: not yet a finding; the rule's context, the combination and the settling decide. */
export interface Candidate extends Range {
  /** Normalised value: the same for every spelling of the same fact (fingerprint, bulk decisions). */
  readonly value: string;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: readonly Fact[];
  /** Replaces the rule's level when the recogniser knows better (a masked number is a notice …). */
  readonly level?: Level;
  /** Replaces the rule's suggestion (138****5678). */
  readonly suggestion?: string;
  /** Replaces the rule's words where a row of the office's own list speaks: its basis, its reason. */
  readonly says?: { readonly reason: string; readonly basis: readonly string[] };
  /** Set: no finding at all; says in Chinese why this place was passed over. Shown on request only (scan --explain). */
  readonly passedOver?: string;
}

/** A recogniser is code that a rule names. It wakes at its anchors only. */
export interface Recogniser {
  readonly id: string;
  /** Words whose occurrence wakes it (ASCII letters in either case); the one pass over the text finds them for all rules together. */
  readonly anchors: readonly string[];
  /** Words that do not wake it, but whose places it asks the scene for. */
  readonly words?: readonly string[];
  /**
   * Wake also at every maximal run of at least so many ASCII digits (four or more). One or two of blank - — · . between digits do not end a run, so
   * two numbers in a row may come as one range. Runs above 256 characters come as overlapping windows of 256.
   */
  readonly digits?: number;
  /** The same for Chinese digits (〇零一二三四五六七八九幺两 and 壹贰叁…): 一三九八七六三二零四五. */
  readonly chineseDigits?: number;
  /**
   * The recogniser looks at the whole clause or sentence of `at` and says the same for every anchor in it: the engine wakes it once for
   * each (again every hundred characters where a clause has no end). Saves most of the time of recognisers with common anchors.
   */
  readonly once?: 'clause' | 'sentence';
  /**
   * With `once`: it finds nothing in a clause or sentence in which none of these words stands, so that it need not be woken there. In lower
   * case, as `neededByAny` tells them.
   */
  readonly needs?: readonly string[];
  /** It finds nothing in a draft that holds none of these words anywhere: it is not woken there at all. In lower case, as `needs`. */
  readonly needsInDraft?: readonly string[];
  /** Wake also once for every table cell whose header, row label or left neighbour contains one of these words; `at` is the cell. */
  readonly headers?: readonly string[];
  /**
   * Called for each waking place; may return candidates anywhere near it. Duplicates are merged by the engine. `anchor`: the one that stands
   * there, folded; absent where none woke it.
   */
  recognise(scene: Scene, at: Range, anchor?: string): readonly Candidate[];
}

/** A rule as its YAML file says it. One file a rule; file name = id. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly since: string;
  /** At most three codes of rules/basis.yaml, most specific first. */
  readonly basis: readonly string[];
  /** Chinese sentence with 可能涉及……,请核对. */
  readonly reason: string;
  /** Guidance for the person (怎么改), in words; may be empty. */
  readonly advice: string;
  /** The very wording that takes the place of the span when it is masked; empty means: delete. */
  readonly suggestion: string;
  readonly match: Match;
  readonly boundary: 'word' | 'none';
  /** Longer harmless phrases: a candidate that lies wholly inside an occurrence of one is passed over. */
  readonly allow?: readonly string[];
  readonly context?: Context;
  readonly combine?: Combine;
  /** True for national-secret marks: the draft is refused on a machine not set up for that level. */
  readonly refuses: boolean;
  readonly examples: { readonly hit: readonly Example[]; readonly miss: readonly Example[] };
}

export type Match =
  | { readonly keywords: readonly string[] }
  /** `pattern` runs on the clause round each anchor; the group named `value`, when there is one, is the span. */
  | { readonly pattern: string; readonly anchors: readonly string[] }
  | { readonly recogniser: string }
  /**
   * Cells whose header, row label or left neighbour matches `header`, in tables whose headers also match `table` (any cell of row 0).
   * All four are patterns; `cell` must be found in the cell's text (write ^…$ for the whole), its group `value` is the span; a cell
   * in which `not` is found is passed over.
   */
  | { readonly column: { readonly header: string; readonly cell: string; readonly not?: string; readonly table?: string } }
  /**
   * Clauses and cells beside what the rules found that read like those a labelled draft marks with the rule's category; `least` is the
   * probability (0..1) from which on they are shown, `tells` a pattern that must be found in the clause or cell itself. Built-in packs only.
   */
  | { readonly likeness: { readonly least: number; readonly tells?: string } }
  /** Places where a row of the office's own list stands; only in packs made of a list, never in a file. */
  | { readonly listed: 'address' | 'negative' };

export interface Context {
  /** Each entry: at least one of the words within the scope. */
  readonly needs?: readonly ContextWords[];
  /** Any of the words within the scope silences the candidate, and is named in the explanation. */
  readonly unless?: readonly ContextWords[];
}
export interface ContextWords {
  readonly words: readonly string[];
  readonly scope: 'adjacent-left' | 'adjacent-right' | 'clause' | 'sentence' | 'piece' | 'row' | 'heading' | 'title' | 'draft';
}

/** Object + attribute + value: the candidate counts in full only where an identifiable work stands in scope. */
export interface Combine {
  /** A work that the text describes well enough to be found, or one of the office's own list only. */
  readonly with: 'work-object' | 'listed-work';
  readonly scope: 'clause' | 'sentence' | 'piece' | 'row' | 'section' | 'draft';
  /** What becomes of it where there is none. */
  readonly otherwise: 'drop' | 'notice';
}

/** An example: the text (tabs make table cells, line feeds make pieces) and, for hits, the exact spans expected. */
export interface Example {
  readonly text: string;
  /** Spans that must be found (original text); absent in misses. */
  readonly find?: readonly string[];
  /** Trap or source it stands for. */
  readonly note?: string;
}

export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly issuer: string;
  readonly inForceFrom: string;
  readonly rules: readonly Rule[];
  /** Shipped with the program: its patterns run on V8; those of all other packs on a linear-time engine. */
  readonly builtIn: boolean;
  /** Lower-case hex SHA-256 over the sorted file names and contents; the digest of the list for the pack of a list. */
  readonly sha256: string;
  /** Set for the pack of one of the office's own lists: the facts its rules and all others rest on. */
  readonly inForce?: ListInForce;
}

/** Word edges by segmentation; loaded late because the dictionary costs 260 MB and 1.5 s. */
export interface Segmenter {
  cut(text: string): readonly string[];
}
