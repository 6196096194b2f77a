/** Texts that already came out, for keeping apart what another view of the same file adds. */
export class KnownTexts {
  private readonly parts: string[] = [];
  private joined = '';

  add(text: string): void {
    this.parts.push(plain(text));
    this.joined = '';
  }

  /** True when the text stands inside a known one, blanks aside. */
  has(text: string): boolean {
    if (this.joined === '') this.joined = this.parts.join('\n');
    return this.joined.includes(plain(text));
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, '');
