/** A slip found in one paragraph; offsets in UTF-16 units of its text as written. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** '' when nobody can know what was meant. */
  readonly suggestion: string;
}

/** One kind of slip. A check reads a paragraph from left to right once; expressions have no nested repetition. */
export interface ProofCheck {
  readonly id: string;
  readonly title: string;
  find(text: string): readonly Slip[];
}

/** Slips at the matches of an expression with the flags `gu`; `say` answers undefined where the match is in order. */
export function slipsAt(
  text: string,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Pick<Slip, 'reason' | 'suggestion'> | undefined,
): readonly Slip[] {
  const slips: Slip[] = [];
  for (const match of text.matchAll(pattern)) {
    const said = say(match);
    if (said) slips.push({ start: match.index, end: match.index + match[0].length, ...said });
  }
  return slips;
}
