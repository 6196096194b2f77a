/**
 * mc:AlternateContent holds a text box twice: once for new programs, once for old ones. The second copy is left out where it
 * says the same; where it differs it comes out too, because a reader with an old program sees it.
 */
export class StoryAlternates {
  private readonly open_: { branch: 'choice' | 'fallback' | 'none'; readonly said: Set<string> }[] = [];

  open(name: string): void {
    const top = this.open_.at(-1);
    if (name === 'AlternateContent') this.open_.push({ branch: 'none', said: new Set() });
    else if (top) top.branch = name === 'Choice' ? 'choice' : 'fallback';
  }

  close(name: string): void {
    const top = this.open_.at(-1);
    if (name === 'AlternateContent') this.open_.pop();
    else if (top && (name === 'Choice' || name === 'Fallback')) top.branch = 'none';
  }

  /** True when this text, met in the old-program copy, was already met in the other. */
  repeats(text: string): boolean {
    const key = text.replaceAll(/\s/g, '');
    let repeated = false;
    for (const { branch, said } of this.open_) {
      if (branch === 'choice') said.add(key);
      else if (branch === 'fallback' && said.has(key)) repeated = true;
    }
    return repeated;
  }
}
