/** Occurrences in order of start: word number and offset, packed. */
export class Hits {
  words: Int32Array;
  starts: Int32Array;
  length = 0;

  /** `foreseen`: how many there may be; more find room too. */
  constructor(foreseen = 0) {
    this.words = new Int32Array(Math.max(1024, foreseen));
    this.starts = new Int32Array(this.words.length);
  }

  add(word: number, start: number): void {
    if (this.length === this.words.length) this.#grow();
    this.words[this.length] = word;
    this.starts[this.length++] = start;
  }

  #grow(): void {
    const words = new Int32Array(this.words.length * 2);
    const starts = new Int32Array(this.starts.length * 2);
    words.set(this.words);
    starts.set(this.starts);
    this.words = words;
    this.starts = starts;
  }
}
