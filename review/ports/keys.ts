/** Private keys at rest and in use. */
import type { Result } from '../model/index.ts';

/** A private key that is unlocked; `key` is its id. */
export interface Signer {
  readonly key: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Keys at rest (signoff-design 2.3): private parts never leave the ring except as a `Signer` in memory. */
export interface KeyRing {
  /** Makes a key protected by the PIN and returns its id and public part. Codes: pin-weak (the message says why), key-write-failed. */
  create(pin: string): Promise<Result<{ readonly key: string; readonly publicKey: Uint8Array }>>;
  /** Checks the PIN and unlocks; codes: pin-wrong (with tries left in the message), key-locked, key-missing. */
  unlock(key: string, pin: string): Promise<Result<Signer>>;
  /** The workstation's own key, made on first use. */
  workstation(): Signer;
  /** The unit root key, made at set-up and kept in this ring until the office moves it to sticks. Makes one: for set-up alone. */
  root(): Signer;
  /** Shortest PIN of a new key, in characters: longer where the system has no key store (signoff-design 2.3). */
  readonly pinMinimum: number;
  /** Whether a key can be used here: `locked` after ten failures, `missing` on this workstation. */
  state(key: string): 'usable' | 'locked' | 'missing';
  /** Gives a key another PIN. Codes: those of `unlock`, pin-weak, key-write-failed. */
  changePin(key: string, pin: string, newPin: string): Promise<Result<Signer>>;
  /** The unit root key while it lies on this machine. */
  localRoot(): Signer | undefined;
  /** Text of a file for a stick, sealed under a passphrase. Codes: pin-weak, root-away. */
  exportRoot(passphrase: string): Promise<Result<string>>;
  /** Opens such a file; nothing of it is kept. Codes: root-file, root-passphrase. */
  openRoot(text: string, passphrase: string): Promise<Result<Signer>>;
  /** Destroys the copy on this machine. Code: key-write-failed. */
  removeRoot(): Result<null>;
}
