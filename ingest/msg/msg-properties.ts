import type { OleStream } from '../ole/compound.ts';
import { decoderFor } from '../text/code-page.ts';

/** Values of one message, recipient or attachment by the number of their property (MS-OXMSG 2.1.3). */
export class MsgProperties {
  private readonly values = new Map<number, { readonly type: number; readonly bytes: Uint8Array }>();

  /** `streams` under their own names; those of storages inside are left to others. */
  constructor(streams: readonly OleStream[]) {
    for (const { path, bytes } of streams) {
      const match = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})$/i.exec(path);
      if (match) this.values.set(Number.parseInt(match[1] ?? '', 16), { type: Number.parseInt(match[2] ?? '', 16), bytes });
    }
  }

  /** Text of a property; undefined when it is missing or of another type. */
  text(property: number): string | undefined {
    const value = this.values.get(property);
    if (!value) return undefined;
    if (value.type === 0x001f) return new TextDecoder('utf-16le').decode(value.bytes).replace(/\0+$/, '');
    if (value.type !== 0x001e) return undefined;
    const utf8 = new TextDecoder().decode(value.bytes);
    return (utf8.includes('\ufffd') ? decoderFor(936).decode(value.bytes) : utf8).replace(/\0+$/, '');
  }

  bytes(property: number): Uint8Array | undefined {
    const value = this.values.get(property);
    return value?.type === 0x0102 ? value.bytes : undefined;
  }

  /** Numbers of all properties. */
  numbers(): number[] {
    return [...this.values.keys()];
  }
}
