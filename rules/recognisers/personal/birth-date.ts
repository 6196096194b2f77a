import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { asciiDigit } from './digit-groups.ts';
import { isDate } from './number-checks.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, near, rightOf } from './surroundings.ts';

const ARABIC = /(?<!\d)((?:19|20)\d{2})[ ]?[年./-][ ]?(\d{1,2})[ ]?[月./-][ ]?(\d{1,2})[ ]?日?(?!\d)/g;
const PACKED = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g;
const CHINESE =
  /([一二][九〇零][〇零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]/g;
const SHORT = /(?<!\d)(\d{2})年(\d{1,2})月(\d{1,2})日(?=出?生)/g;
const BEFORE = /(?:出生(?:日期|年月日|年月|时间|于)?|生日|生于|诞生于|出生)[为是:： ]{0,2}(?:农历|阴历|公历)?$/;
const AFTER = /^[ ]?(?:\(?(?:农历|阴历|公历)\)?)?[ ]?(?:出生|生(?![产效活前态])|诞生)/;
/** People of history and the founding days of bodies. */
const PUBLIC_LIFE = /烈士|诞辰|伟人|先烈|作家|诗人|将军|元帅|成立/;

/** Chinese numeral under 100 to number. */
function chineseNumber(text: string): number {
  if (!text.includes('十')) return Number([...text].map(asciiDigit).join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens ? Number(asciiDigit(tens)) : 1) * 10 + (ones ? Number(asciiDigit(ones)) : 0);
}

function datesIn(text: string): { readonly index: number; readonly length: number; readonly value: string }[] {
  const dates: { index: number; length: number; value: string }[] = [];
  const push = (match: RegExpMatchArray, year: number, month: number, day: number) => {
    if (!isDate(year, month, day)) return;
    const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    dates.push({ index: match.index ?? 0, length: match[0].trimEnd().length, value });
  };
  for (const pattern of [ARABIC, PACKED]) {
    for (const match of text.matchAll(pattern)) push(match, Number(match[1]), Number(match[2]), Number(match[3]));
  }
  for (const match of text.matchAll(SHORT)) push(match, 1900 + Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(CHINESE)) {
    const year = Number([...(match[1] ?? '')].map(asciiDigit).join(''));
    push(match, year, chineseNumber(match[2] ?? ''), chineseNumber(match[3] ?? ''));
  }
  return dates;
}

/** Full dates of birth: by the word 出生, 生于, 生日 beside the date, or by the header. Year and month alone may be published. */
export const birthDate: Recogniser = {
  id: 'birth-date',
  anchors: ['出生', '生于', '生日', '日生', '号生', '诞生'],
  headers: ['出生', '生日'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const from = Math.max(piece.start, at.start - 24);
    const text = scene.text.slice(from, Math.min(piece.end, at.end + 24));
    const found: Candidate[] = [];
    for (const date of datesIn(text)) {
      const candidate = judge(scene, { start: from + date.index, end: from + date.index + date.length }, date.value);
      if (candidate) found.push(candidate);
    }
    return found;
  },
};

function judge(scene: Scene, range: Range, value: string): Candidate | undefined {
  const before = BEFORE.exec(leftOf(scene, range.start, 12))?.[0];
  const after = AFTER.exec(rightOf(scene, range.end, 8))?.[0];
  const header = firstWord(cellLabels(scene.pieceAt(range.start)), /出生日期|出生年月日?|出生时间|生日/);
  const label = before ?? after ?? header;
  if (!label || isExample(scene, range)) return undefined;
  const clause = scene.clause(range.start);
  if (PUBLIC_LIFE.test(scene.text.slice(clause.start, clause.end))) return undefined;
  const end = after ? range.end + after.length : range.end;
  return {
    start: range.start,
    end,
    value,
    confidence: 0.93,
    evidence: [fact('年月日齐全的真实日期', range), near(label.trim())],
    suggestion: `${value.slice(0, 4)}年`,
  };
}
