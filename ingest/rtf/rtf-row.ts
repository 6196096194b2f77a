interface CellDefinition {
  readonly covered: boolean;
  readonly painted: boolean;
}

/** The definition of a table row: which of its cells a merge covers, and which are painted. Feed it every word. */
export class RtfRow {
  private cells: CellDefinition[] = [];
  private covered = false;
  private painted = false;

  /** `colors` are those of the file, RRGGBB; the first one is no colour. */
  word(word: string, value: number | undefined, colors: readonly string[]): void {
    if (word === 'trowd') this.cells = [];
    else if (word === 'clmrg' || word === 'clvmrg') this.covered = true;
    else if (word === 'clcbpat') this.painted = value !== undefined && value > 0 && colors[value] !== 'FFFFFF';
    else if (word === 'clshdng') this.painted ||= (value ?? 0) > 0;
    else if (word === 'cellx') {
      this.cells.push({ covered: this.covered, painted: this.painted });
      this.covered = false;
      this.painted = false;
    }
  }

  isCovered(column: number): boolean {
    return this.cells[column]?.covered ?? false;
  }

  isPainted(column: number): boolean {
    return this.cells[column]?.painted ?? false;
  }
}
