/** Counts what was taken out, by Chinese kind, for the record beside the copy. Never holds the values themselves. */
export class Dropped {
  private readonly counts = new Map<string, number>();

  add(kind: string, times = 1): void {
    if (times > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
  }

  /** In order of first meeting. */
  list(): readonly { readonly kind: string; readonly count: number }[] {
    return [...this.counts].map(([kind, count]) => ({ kind, count }));
  }
}
