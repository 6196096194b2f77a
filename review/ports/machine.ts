/** Clock, chance, cryptography and time for long work. */

/** A reading of the clock. Wall time is a claim; order comes from the chain alone (signoff-design 7). */
export interface Moment {
  /** 2026-11-21T09:00:00+08:00 */
  readonly at: string;
  /** Identifies this start of the machine. */
  readonly boot: string;
  /** Milliseconds of a clock that never goes back, since boot. */
  readonly mono: number;
}
export interface Clock {
  now(): Moment;
}
export interface Random {
  bytes(length: number): Uint8Array;
}

/** The only cryptography the pure rooms see; implemented by host/crypto.ts, the only file that imports node:crypto. */
export interface Crypto {
  sha256(bytes: Uint8Array): Uint8Array;
  /** Strict Ed25519; `publicKey` is 32 raw bytes, `signature` 64. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** What lets long checks go on beside other work. */
export interface Background {
  /** `Crypto.verify` off the thread of the calls: as strict, on as many cores as there are. */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** Gives waiting calls their turn. */
  pause(): Promise<void>;
}
