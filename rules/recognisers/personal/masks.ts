/**
 * Masked wordings to propose. The rule of §7 of the domain page: at most four or five characters left, birth date and sequence
 * hidden, a place kept only down to 乡镇/街道. The program proposes; a person applies.
 */
import { COMPOUND_SURNAMES } from './surnames.ts';

/** 340***********1234 */
export function maskIdentityNumber(value: string): string {
  if (value.length < 9) return value.slice(0, 1) + '*'.repeat(Math.max(0, value.length - 3)) + value.slice(-2);
  return value.slice(0, 3) + '*'.repeat(value.length - 7) + value.slice(-4);
}

/** E******78 */
export function maskPaper(value: string): string {
  return value.length < 4 ? '*'.repeat(value.length) : value.slice(0, 1) + '*'.repeat(value.length - 3) + value.slice(-2);
}

/** 138****5678 */
export function maskMobile(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** 0551-****5678; local numbers keep the last four. */
export function maskTelephone(area: string, digits: string): string {
  return `${area ? `${area}-` : ''}****${digits.slice(-4)}`;
}

/** ************1234 */
export function maskAccount(digits: string): string {
  return '*'.repeat(Math.max(4, digits.length - 4)) + digits.slice(-4);
}

/** z***@163.com */
export function maskMail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** 皖A·***45 */
export function maskPlate(plate: string): string {
  return `${plate.slice(0, 2)}·***${plate.slice(-2)}`;
}

/** 张某某, 张某, 欧阳某某; a name with a dot keeps its first part. */
export function maskName(name: string): string {
  const dot = name.indexOf('·');
  if (dot > 0) return `${name.slice(0, dot)}·某某`;
  if (/^[A-Za-z]/.test(name)) return `${name.slice(0, 1)}***`;
  const surname = COMPOUND_SURNAMES.find((each) => name.startsWith(each)) ?? name.slice(0, 1);
  return surname + '某'.repeat(Math.max(1, Math.min(2, name.length - surname.length)));
}

/** Down to 乡镇 or 街道, else to 区县, else nothing of it. */
export function maskAddress(address: string): string {
  const kept = /^.*?(?:街道|[镇乡](?!政府)|[区县市旗](?=[^区县市旗]*$))/.exec(address)?.[0];
  return kept && kept.length < address.length ? `${kept}(具体住址略)` : '(住址略)';
}
