interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Changes to one text, gathered in any order and made in one go (cutting the string anew for every change is quadratic). A
 * change that lies wholly inside a removed stretch is dropped; two changes that cross are a mistake of ours.
 */
export class Splices {
  private readonly list: Splice[] = [];

  remove(start: number, end: number): void {
    this.list.push({ start, end, text: '' });
  }

  /** Puts `text` in the place of [start, end); equal offsets insert. */
  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  /** The changed text of [from, to); undefined when two changes cross. */
  apply(source: string, from = 0, to = source.length): string | undefined {
    const parts: string[] = [];
    let at = from;
    for (const { start, end, text } of [...this.list].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < from || end > to || end < at || (end === at && start < at)) continue;
      if (start < at) return undefined;
      parts.push(source.slice(at, start), text);
      at = end;
    }
    parts.push(source.slice(at, to));
    return parts.join('');
  }
}
