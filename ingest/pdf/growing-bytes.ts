/** Bytes that come one by one or in stretches, up to a limit. A list of numbers takes eight times the room. */
export class GrowingBytes {
  private bytes = new Uint8Array(4096);
  private length = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** False when the limit is passed; nothing more is taken then. */
  push(byte: number): boolean {
    if (!this.reserve(1)) return false;
    this.bytes[this.length] = byte;
    this.length += 1;
    return true;
  }

  append(stretch: Uint8Array): boolean {
    if (!this.reserve(stretch.length)) return false;
    this.bytes.set(stretch, this.length);
    this.length += stretch.length;
    return true;
  }

  fill(byte: number, count: number): boolean {
    if (!this.reserve(count)) return false;
    this.bytes.fill(byte, this.length, this.length + count);
    this.length += count;
    return true;
  }

  /** What came so far; the bytes stay the buffer's own. */
  get content(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(more: number): boolean {
    const wanted = this.length + more;
    if (wanted > this.limit) return false;
    if (wanted > this.bytes.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(wanted, this.bytes.length * 2)));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return true;
  }
}
