/**
 * Double-entry book of one part: every character heard in a text node is owed, every character of a piece is paid. What stays
 * owed at the end was lost by a classifier and comes out as residue, so a reader that misunderstands a construct cannot hide it.
 */
export class Account {
  /** By UTF-16 code unit. Made when the first is counted and given up when the book is closed: packages have thousands of parts. */
  private owed: Int32Array | undefined;
  private closed = false;
  private readonly heard: string[] = [];

  /** A text node as the parser gave it. */
  owe(text: string): void {
    if (text.trim() === '') return;
    this.heard.push(text);
    this.count(text, 1);
  }

  /** Text that came out, or that is left out on purpose because the same text came out elsewhere. */
  pay(text: string): void {
    this.count(text, -1);
  }

  /** Closes the book: text nodes, in order, that hold the characters still owed. */
  settle(): string[] {
    const { owed } = this;
    this.closed = true;
    this.owed = undefined;
    const lost: string[] = [];
    if (!owed?.some((count) => count > 0)) return lost;
    for (const text of this.heard) {
      const missing = Array.from(text, codeOf).filter((code) => code !== 0 && (owed[code] ?? 0) > 0);
      if (missing.length === 0) continue;
      for (const code of missing) owed[code] = (owed[code] ?? 0) - 1;
      lost.push(text.trim());
    }
    return lost;
  }

  private count(text: string, step: number): void {
    if (this.closed) return;
    this.owed ??= new Int32Array(0x10000);
    const { owed } = this;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x20 && code !== 0xa0 && code !== 0x3000) owed[code] = (owed[code] ?? 0) + step;
    }
  }
}

const codeOf = (character: string): number => (/\s/.test(character) ? 0 : character.charCodeAt(0));
