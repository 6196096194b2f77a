/**
 * The one text of a value that people sign: a subset of RFC 8785. Keys `[a-z][A-Za-z0-9_]*` in sorted order; values are
 * well-formed strings, safe integers, booleans, arrays and objects; nothing else, so that two honest programs can never write
 * the same event in two ways (signoff-design 1.1).
 */
import { fail, ok, type Result } from '../model/index.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export type Canonical = string | number | boolean | readonly Canonical[] | { readonly [key: string]: Canonical };

const KEY = /^[a-z][A-Za-z0-9_]*$/;
export const MAX_DEPTH = 8;
/** Largest event body in bytes. */
export const MAX_BODY = 16 * 1024;

export interface CanonicalLimits {
  readonly maxBytes: number;
}
const BODY_LIMITS: CanonicalLimits = { maxBytes: MAX_BODY };

/** Canonical bytes of a value. Codes: canonical-value (something outside the subset), canonical-size. */
export function canonicalBytes(value: unknown, limits: CanonicalLimits = BODY_LIMITS): Result<Uint8Array> {
  const text = write(value, 1);
  if (text === undefined) return fail('canonical-value', '记录内容超出规定格式，没有写入。请把这个代码告诉系统管理员。');
  const bytes = encodeUtf8(text);
  if (bytes.length > limits.maxBytes) return fail('canonical-size', '一次处理的内容太多，没有写入。请分几次办理。');
  return ok(bytes);
}

/**
 * The value of canonical bytes; refuses every other spelling of the same value (blanks, escapes, key order, duplicate keys,
 * 1.0, -0, null). Codes as for `canonicalBytes`.
 */
export function parseCanonical(bytes: Uint8Array, limits: CanonicalLimits = BODY_LIMITS): Result<Canonical> {
  const refused = fail('canonical-value', '记录不是规定的格式，可能被改动过。');
  if (bytes.length > limits.maxBytes) return fail('canonical-size', '记录超过规定的长度，可能被改动过。');
  const text = decodeUtf8(bytes);
  if (text === undefined) return refused;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused;
  }
  // Writing it again and comparing is the whole strictness: whatever the parser forgave comes out differently.
  return write(value, 1) === text ? ok(value as Canonical) : refused;
}

function write(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : undefined;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
}

function writeArray(values: readonly unknown[], depth: number): string | undefined {
  const parts: string[] = [];
  for (const value of values) {
    const part = write(value, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return `[${parts.join(',')}]`;
}

function writeObject(object: object, depth: number): string | undefined {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  const parts: string[] = [];
  // Keys are ASCII, so code units, code points and Python's sort agree.
  for (const key of Object.keys(object).sort()) {
    const part = KEY.test(key) ? write((object as Record<string, unknown>)[key], depth + 1) : undefined;
    if (part === undefined) return undefined;
    parts.push(`"${key}":${part}`);
  }
  return `{${parts.join(',')}}`;
}
