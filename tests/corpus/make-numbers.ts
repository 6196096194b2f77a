import { readFileSync, writeFileSync } from 'node:fs';

// Samples must pass the checks a scanner applies, and must belong to nobody: area codes end in a county number that is not in use,
// serials are invented, card and credit-code bodies are drawn from a seeded sequence.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check sign of a resident ID (GB 11643-1999) for its first 17 digits. */
export function residentIdCheck(digits17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits17[at]), 0);
  return ID_CHECKS[sum % 11] ?? '';
}

/** Last digit that makes `body` pass the Luhn test (ISO/IEC 7812). */
export function luhnCheck(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Check sign of a unified social credit code (GB 32100-2015) for its first 17 signs. */
export function creditCodeCheck(body17: string): string {
  const sum = CREDIT_WEIGHTS.reduce((total, weight, at) => total + weight * CREDIT_SIGNS.indexOf(body17[at] ?? '0'), 0);
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] ?? '';
}

/** Repeatable draws in [0, 1): the same seed text gives the same numbers again. */
function drawsFrom(seed: string): () => number {
  let state = [...seed].reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const drawn = (signs: string, count: number, draw: () => number): string =>
  Array.from({ length: count }, () => signs[Math.floor(draw() * signs.length)]).join('');

const fullWidth = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Noise real drafts carry inside values; an unknown form leaves the value as it is. */
function inForm(value: string, form: string | undefined): string {
  switch (form) {
    case 'fours':
      return value.replace(/(.{4})(?=.)/g, '$1 ');
    case 'parts':
      return `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}`;
    case 'wide':
      return fullWidth(value);
    case 'zero':
      return `${value.slice(0, 9)}\u200B${value.slice(9)}`;
    case 'lower':
      return value.toLowerCase();
    default:
      return value;
  }
}

function made(kind: string, words: readonly string[], draw: () => number): string {
  if (kind === 'id') {
    const body = `${words[0]}${words[1]}${words[2]}`;
    return inForm(body + residentIdCheck(body), words[3]);
  }
  if (kind === 'case') {
    const body = `${words[0]}${words[1]}${words[2]}`;
    return body + ((Number(residentIdCheck(body).replace('X', '3')) + 4) % 10);
  }
  if (kind === 'card') {
    const body = (words[0] ?? '') + drawn('0123456789', Number(words[1]) - (words[0] ?? '').length - 1, draw);
    return inForm(body + luhnCheck(body), words[2]);
  }
  const body = `${words[0]}${drawn(CREDIT_SIGNS, 17 - (words[0] ?? '').length, draw)}`;
  return body + creditCodeCheck(body);
}

/**
 * Replaces `{{id AREA YYYYMMDD SERIAL [FORM]}}`, `{{card PREFIX LENGTH [FORM]}}`, `{{credit PREFIX}}` and `{{case AREA YYYYMMDD SERIAL}}`
 * (looks like a resident ID, its check digit is wrong) by numbers; FORM is fours, parts, wide, zero or lower. `seed` fixes the draws.
 */
export function withNumbers(text: string, seed: string): string {
  const draw = drawsFrom(seed);
  return text.replace(/\{\{(id|case|card|credit) ([^{}]+)\}\}/g, (_, kind: string, words: string) =>
    made(kind, words.trim().split(/\s+/), draw),
  );
}

if (import.meta.main)
  for (const path of process.argv.slice(2))
    writeFileSync(path, withNumbers(readFileSync(path, 'utf8'), path.split('/').at(-1) ?? ''));
