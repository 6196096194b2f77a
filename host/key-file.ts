/**
 * A private key at rest (signoff-design 2.3): the 32-byte Ed25519 seed under AES-256-GCM. The key of a person's file comes from
 * scrypt over the PIN, mixed by HKDF with the device secret; the workstation's and the root's from the device secret alone.
 * Everything else in the file is bound as additional data, so nobody can weaken the parameters of an existing file.
 */
import { toHex } from '../review/chain/hex.ts';
import type { Signer } from '../review/ports.ts';
import { equalBytes, hkdf, keyIdOf, randomBytes, type ScryptCost, scrypt, seal, signerFromSeed, unseal } from './crypto.ts';

export interface KeyFile {
  readonly v: 1;
  readonly publicKey: string;
  /** Absent for keys without a PIN. */
  readonly kdf?: ScryptCost & { readonly name: 'scrypt'; readonly salt: string };
  /** Tells a file from another machine apart from a wrong PIN; reveals nothing about either. */
  readonly device: string;
  readonly nonce: string;
  readonly data: string;
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
const bindingOf = ({ v, publicKey, kdf, device }: Omit<KeyFile, 'nonce' | 'data'>): Uint8Array =>
  Buffer.from(JSON.stringify({ v, publicKey, kdf: kdf ? [kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt] : [], device }), 'utf8');
const deviceMark = (deviceSecret: Uint8Array, publicKey: string): string =>
  toHex(hkdf(deviceSecret, bytesOf(publicKey), 'xianshen device mark v1', 16));

async function wrappingKey(pin: string, kdf: NonNullable<KeyFile['kdf']>, deviceSecret: Uint8Array): Promise<Uint8Array> {
  const secret = Buffer.from(pin.normalize('NFKC'), 'utf8');
  const stretched = await scrypt(secret, bytesOf(kdf.salt), kdf, 32);
  const key = hkdf(stretched, deviceSecret, 'xianshen person key v1', 32);
  secret.fill(0);
  stretched.fill(0);
  return key;
}
const deviceKey = (deviceSecret: Uint8Array, publicKey: string): Uint8Array =>
  hkdf(deviceSecret, bytesOf(publicKey), 'xianshen device key v1', 32);

function sealed(seed: Uint8Array, key: Uint8Array, head: Omit<KeyFile, 'nonce' | 'data'>): KeyFile {
  const nonce = randomBytes(12);
  const data = seal(key, nonce, seed, bindingOf(head));
  key.fill(0);
  return { ...head, nonce: toHex(nonce), data: toHex(data) };
}

export async function sealWithPin(seed: Uint8Array, pin: string, deviceSecret: Uint8Array, cost: ScryptCost): Promise<KeyFile> {
  const publicKey = toHex(signerFromSeed(seed).publicKey);
  const kdf = { name: 'scrypt', ...cost, salt: toHex(randomBytes(16)) } as const;
  const head = { v: 1, publicKey, kdf, device: deviceMark(deviceSecret, publicKey) } as const;
  return sealed(seed, await wrappingKey(pin, kdf, deviceSecret), head);
}

export function sealForDevice(seed: Uint8Array, deviceSecret: Uint8Array): KeyFile {
  const publicKey = toHex(signerFromSeed(seed).publicKey);
  const head = { v: 1, publicKey, device: deviceMark(deviceSecret, publicKey) } as const;
  return sealed(seed, deviceKey(deviceSecret, publicKey), head);
}

/** An opened key; the seed is for sealing it anew and must be zeroed by whoever asked for it. */
export interface OpenedKey {
  readonly signer: Signer;
  readonly seed: Uint8Array;
}

function opened(file: KeyFile, key: Uint8Array): OpenedKey | undefined {
  const seed = unseal(key, bytesOf(file.nonce), bytesOf(file.data), bindingOf(file));
  key.fill(0);
  if (!seed) return undefined;
  const signer = signerFromSeed(seed);
  return equalBytes(signer.publicKey, bytesOf(file.publicKey)) ? { signer, seed } : undefined;
}

/** The key, or undefined when the PIN is wrong. */
export const openWithPin = async (file: KeyFile, pin: string, deviceSecret: Uint8Array): Promise<OpenedKey | undefined> =>
  file.kdf ? opened(file, await wrappingKey(pin, file.kdf, deviceSecret)) : undefined;

/** A key without a PIN, or undefined when it was sealed on another machine or changed. */
export const openForDevice = (file: KeyFile, deviceSecret: Uint8Array): OpenedKey | undefined =>
  file.kdf ? undefined : opened(file, deviceKey(deviceSecret, file.publicKey));

/** Whether the file was sealed with this device secret. */
export const belongsToDevice = (file: KeyFile, deviceSecret: Uint8Array): boolean =>
  file.device === deviceMark(deviceSecret, file.publicKey);

export const keyIdOfFile = (file: KeyFile): string => keyIdOf(bytesOf(file.publicKey));

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;

function isKdf(value: unknown): value is NonNullable<KeyFile['kdf']> {
  if (typeof value !== 'object' || value === null) return false;
  const { name, N, r, p, salt } = value as Partial<Record<string, unknown>>;
  // Upper bounds: a changed file must not make the program take all memory.
  const power = isWhole(N, 2, 2 ** 20) && Number.isInteger(Math.log2(N));
  return name === 'scrypt' && power && isWhole(r, 1, 8) && isWhole(p, 1, 4) && isHex(salt, 16);
}

/** Reads a key file's text; undefined when it is not one. */
export function parseKeyFile(text: string): KeyFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, publicKey, kdf, device, nonce, data } = value as Partial<Record<string, unknown>>;
  if (v !== 1 || !isHex(publicKey, 32) || !isHex(device, 16) || !isHex(nonce, 12) || !isHex(data, 48)) return undefined;
  if (kdf === undefined) return { v, publicKey, device, nonce, data };
  return isKdf(kdf) ? { v, publicKey, kdf, device, nonce, data } : undefined;
}
