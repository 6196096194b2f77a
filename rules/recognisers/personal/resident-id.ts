import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { asciiDigit, chineseDigitRuns, isBounded, readNumbers } from './digit-groups.ts';
import { maskIdentityNumber } from './masks.ts';
import { checkResidentId, type IdVerdict, isCreditCode, isOldResidentId, isPermanentResidentId } from './number-checks.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, matterLabel, near, rightOf } from './surroundings.ts';

const ID_LABEL = /公民身份号码|身份证|身份号|证件号码?|证件类型及号码|居住证|残疾人?证|社会保障号|学籍/;
const OLD_LABEL = /身份证|证件号码?|公民身份|身份号/;

interface Reading {
  readonly verdict: IdVerdict;
  readonly kind: 'id' | 'disability' | 'permanent';
}

/** 18 characters, or 20 of a disability certificate that begins with them. */
function readId(digits: string, parts: number): Reading | undefined {
  if (digits.length === 18) {
    if (isPermanentResidentId(digits)) return { verdict: 'valid', kind: 'permanent' };
    const verdict = checkResidentId(digits);
    // A number put together from parts must prove itself: dates and sums stand side by side too.
    if (verdict === 'none' || (parts > 1 && verdict === 'misprint')) return undefined;
    return { verdict, kind: 'id' };
  }
  if (digits.length === 20 && /[1-7][1-4]$/.test(digits) && checkResidentId(digits.slice(0, 18)) === 'valid') {
    return { verdict: 'valid', kind: 'disability' };
  }
  return undefined;
}

function nearbyLabel(scene: Scene, start: number, pattern: RegExp): string | undefined {
  return firstWord(leftOf(scene, start, 24), pattern) ?? firstWord(cellLabels(scene.pieceAt(start)), pattern);
}

function judge(scene: Scene, range: Range, digits: string, reading: Reading): Candidate | undefined {
  const label = nearbyLabel(scene, range.start, ID_LABEL);
  const matter = matterLabel(scene, range.start);
  if (isCreditCode(digits) && (matter || !label)) return undefined;
  if (reading.kind === 'permanent' && matter) return undefined;
  const evidence: Fact[] = [fact('行政区划码存在', range), fact('出生日期为真实日期')];
  evidence.push(fact('校验位正确'));
  if (reading.kind === 'disability') evidence.push(fact('20位，前18位为身份证号（残疾人证）'));
  if (reading.kind === 'permanent') evidence[0] = fact('首位为9(外国人永久居留身份证)', range);
  if (label) evidence.push(near(label));
  const weak = matter ? `邻近“${matter}”，更像编号` : isExample(scene, range) ? '注明为示例' : undefined;
  if (weak) evidence.push(fact(weak));
  const candidate = {
    ...range,
    value: digits,
    confidence: weak ? 0.3 : label ? 0.99 : 0.93,
    evidence,
    suggestion: maskIdentityNumber(digits),
  };
  return weak ? { ...candidate, level: 'notice' } : candidate;
}

/** Valid 18-digit numbers (also inside 20-digit disability certificates and behind the G or L of a school number). */
export const residentId: Recogniser = {
  id: 'resident-id',
  anchors: ['身份证', '身份号', '证件号', '证号'],
  digits: 15,
  recognise(scene, at) {
    const found: Candidate[] = [];
    for (const region of [{ start: at.start, end: at.end + 1 }, valueRegion(scene, at)]) {
      for (const read of readNumbers(scene.text, region, readId, 20)) {
        if (read.verdict.verdict !== 'valid' || !isOwnNumber(scene, read)) continue;
        const candidate = judge(scene, { start: read.start, end: read.end }, read.digits, read.verdict);
        if (candidate) found.push(candidate);
      }
    }
    return [...found, ...containers(scene, at), ...spelledOut(scene, at)];
  },
};

/** 11010519491231002X43: a disability certificate round a number that ends in X. */
function containers(scene: Scene, at: Range): Candidate[] {
  const end = Math.min(scene.text.length, at.end + 40);
  const found: Candidate[] = [];
  for (const match of scene.text.slice(at.start, end).matchAll(/(?<!\d)(\d{17}[xX])[1-7][1-4](?![\dA-Za-z])/g)) {
    if (checkResidentId((match[1] ?? '').toUpperCase()) !== 'valid') continue;
    const range = { start: at.start + match.index, end: at.start + match.index + match[0].length };
    const candidate = judge(scene, range, match[0].toUpperCase(), { verdict: 'valid', kind: 'disability' });
    if (candidate) found.push(candidate);
  }
  return found;
}

/** A letter before the number is borne only by school numbers (G, L). */
function isOwnNumber(scene: Scene, range: Range): boolean {
  const before = scene.text[range.start - 1] ?? '';
  if (/[A-Za-z]/.test(before) && !/[GLgl]/.test(before)) return false;
  return isBounded(scene.text, { start: /[GLgl]/.test(before) ? range.start - 1 : range.start, end: range.end });
}

/** From a label on, so far as a value reaches that was broken by dots or spelled in Chinese digits. */
function valueRegion(scene: Scene, at: Range): Range {
  return { start: at.end, end: Math.min(scene.text.length, at.end + 60) };
}

function spelledOut(scene: Scene, at: Range): Candidate[] {
  if (asciiDigit(scene.text[at.start] ?? '')) return [];
  const region = valueRegion(scene, at);
  const found: Candidate[] = [];
  for (const run of chineseDigitRuns(scene.text, region.start, region.end, 17)) {
    const tail = /^[ ]?[xX]/.exec(rightOf(scene, run.end, 2))?.[0] ?? '';
    const digits = run.digits.length === 17 && tail ? `${run.digits}X` : run.digits;
    const range = { start: run.start, end: run.digits.length === 17 ? run.end + tail.length : run.end };
    if (checkResidentId(digits) !== 'valid') continue;
    const candidate = judge(scene, range, digits, { verdict: 'valid', kind: 'id' });
    if (candidate) found.push({ ...candidate, evidence: [...candidate.evidence, fact('以中文数字书写')] });
  }
  return found;
}

/** Labelled numbers whose check digit fails: 疑似身份证号, a slip of the keyboard more often than an invention. */
export const misprintedId: Recogniser = {
  id: 'misprinted-id',
  anchors: ['身份证', '公民身份', '身份号', '证件号'],
  headers: ['身份证', '公民身份', '证件号'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const region = { start: at.start, end: Math.min(piece.end, at.end + 40) };
    const found: Candidate[] = [];
    for (const read of readNumbers(scene.text, region, (digits, parts) => readMisprint(digits, parts), 18)) {
      if (!isBounded(scene.text, read) || matterLabel(scene, read.start) || isCreditCode(read.digits)) continue;
      const label = nearbyLabel(scene, read.start, /公民身份号码|身份证号?码?|身份号码|证件号码?/);
      if (!label) continue;
      const candidate = {
        start: read.start,
        end: read.end,
        value: read.digits,
        confidence: 0.6,
        evidence: [fact('校验位不符(可能录入错误)', read), near(label)],
        suggestion: maskIdentityNumber(read.digits),
      };
      found.push(isExample(scene, read) ? { ...candidate, level: 'notice', confidence: 0.2 } : candidate);
    }
    return found;
  },
};

/** Eighteen characters under the label that are not valid: wrong check digit, wrong date or province. */
function readMisprint(digits: string, parts: number): true | undefined {
  if (!/^\d{17}[\dX]$/.test(digits) || parts > 4) return undefined;
  // 顺序码 begins at 001: 000 is how forms and guides write a number that is nobody's.
  const isNobodys = digits.slice(14, 17) === '000';
  return isNobodys || checkResidentId(digits) === 'valid' || isPermanentResidentId(digits) ? undefined : true;
}

/** Old 15-digit numbers: they prove nothing by themselves (a planning permit has the same form), so a label must stand by. */
export const oldResidentId: Recogniser = {
  id: 'old-resident-id',
  anchors: ['身份证', '公民身份', '证件号'],
  headers: ['身份证', '公民身份', '证件号'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const region = { start: at.start, end: Math.min(piece.end, at.end + 40) };
    return readNumbers(scene.text, region, (digits) => (isOldResidentId(digits) ? true : undefined), 15)
      .filter(
        (read) => isBounded(scene.text, read) && nearbyLabel(scene, read.start, OLD_LABEL) && !matterLabel(scene, read.start),
      )
      .map((read) => ({
        start: read.start,
        end: read.end,
        value: read.digits,
        confidence: 0.85,
        evidence: [fact('15位旧号，区划码与出生日期成立', read), near(nearbyLabel(scene, read.start, OLD_LABEL) ?? '')],
        suggestion: maskIdentityNumber(read.digits),
      }));
  },
};
