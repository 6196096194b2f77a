import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { asciiDigit } from './digit-groups.ts';
import { isAppointment } from './draft-facts.ts';
import { isDate } from './number-checks.ts';
import { cellKind } from './person-tables.ts';
import { isSensitive } from './sensitive-words.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, near, rightOf, textOf } from './surroundings.ts';

const ARABIC = /(?<!\d)((?:19|20)\d{2})[ ]?[年./-][ ]?(\d{1,2})[ ]?[月./-][ ]?(\d{1,2})[ ]?日?(?!\d)/g;
const PACKED = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g;
const CHINESE =
  /([一二][九〇零][〇零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号]|初([一二三四五六七八九十]))/g;
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
    push(match, year, chineseNumber(match[2] ?? ''), chineseNumber(match[3] ?? match[4] ?? ''));
  }
  return dates;
}

/** Year and month, or a short year: only where column or label says birth and the rest of list or sentence is private as well. */
const YEAR_MONTH = /(?<![\d.])((?:19|20)?\d{2})[ ]?[年./-][ ]?(\d{1,2})(?:[ ]?[月./-][ ]?(\d{1,2}))?[ ]?[日月]?(?![\d.])/;
const CHINESE_CELL = /^(?:农历|阴历)?[一二][九〇零][〇零一二三四五六七八九]{2}年/;

/** Dates of birth: by the word 出生, 生于, 生日 beside the date, or by the header. Year and month alone may be published for posts. */
export const birthDate: Recogniser = {
  id: 'birth-date',
  anchors: [
    '出生',
    '生于',
    '生日',
    '日生',
    '号生',
    '诞生',
    '月生',
    '年生',
    '初一生',
    '初二生',
    '初三生',
    '初四生',
    '初五生',
    '初六生',
    '初七生',
    '初八生',
    '初九生',
    '初十生',
  ],
  headers: ['出生', '生日', '生辰', '生年', '生'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    if (piece.cell && at.start === piece.start && at.end === piece.end) {
      const cell = inCell(scene, piece);
      if (cell) return [cell];
    }
    const from = Math.max(piece.start, at.start - 24);
    const text = scene.text.slice(from, Math.min(piece.end, at.end + 24));
    const found: Candidate[] = [];
    for (const date of datesIn(text)) {
      const candidate = judge(scene, { start: from + date.index, end: from + date.index + date.length }, date.value);
      if (candidate) found.push(candidate);
    }
    return found.length > 0 ? found : monthOfBirth(scene, at);
  },
};

/** The cell of a column 出生…: any writing of a date; without the day only in lists that hold more of private life. */
function inCell(scene: Scene, piece: ScenePiece): Candidate | undefined {
  const read = cellKind(scene, piece);
  if (read?.kind !== 'birth') return undefined;
  const text = textOf(scene, piece);
  const match = text.length <= 24 ? YEAR_MONTH.exec(text) : null;
  const [year, month, day] = [match?.[1], match?.[2], match?.[3]].map((each) => (each === undefined ? undefined : Number(each)));
  const chinese = CHINESE_CELL.test(text) || /^(?:农历|阴历)?\d{1,2}月\d{1,2}日/.test(text);
  if (!chinese && (year === undefined || month === undefined || month < 1 || month > 12)) return undefined;
  const isFull = day !== undefined || (chinese && /[日号]|初|[十廿]/.test(text.slice(text.indexOf('月') + 1)));
  if (!isFull && (!read.table.personal || isAppointment(scene))) return undefined;
  const whole = year !== undefined && year < 100 ? 1900 + year + (year < 20 ? 100 : 0) : year;
  const value = chinese || whole === undefined ? text : [whole, month, day].filter((each) => each !== undefined).join('-');
  return toCandidate({ start: piece.start, end: piece.end }, value, `表头“${read.label}”`, isFull);
}

/** 1957年11月生, 出生年月:1962.4 of a party to a matter: beside an address, a number or another private fact. */
function monthOfBirth(scene: Scene, at: Range): Candidate[] {
  const piece = scene.pieceAt(at.start);
  if (piece.cell || isAppointment(scene)) return [];
  const from = Math.max(piece.start, at.start - 10);
  const text = scene.text.slice(from, Math.min(piece.end, at.end + 16));
  const born = /(?<!\d)((?:19|20)\d{2}年(?:\d{1,2}月)?)(?:出生|生(?![产效活前态]))/.exec(text);
  const labelled = /出生(?:年月|日期|时间)?[:：][ ]?((?:19|20)\d{2}(?:[年./-]\d{1,2}月?|年))/.exec(text);
  const value = born?.[1] ?? labelled?.[1];
  const match = born ?? labelled;
  if (!match || value === undefined) return [];
  const start = from + match.index + (born ? 0 : match[0].length - value.length);
  const around = born
    ? scene.sentence(start)
    : { start: Math.max(0, start - 160), end: Math.min(scene.text.length, start + 160) };
  const said = scene.text.slice(around.start, around.end);
  if (/现任|拟任|历任|任职|参加工作|代表作|作家|英雄|烈士/.test(said) || !(PARTY_FACTS.test(said) || isSensitive(said)))
    return [];
  return [
    toCandidate(
      { start, end: start + (born ? match[0].length : value.length) },
      value,
      '同句还有住址、证件号码等个人信息',
      false,
    ),
  ];
}

const PARTY_FACTS =
  /[现家]?住(?!房|建)|身份证|手机|电话|\d{11}|信访人|当事人|申请人|被处罚人|嫌疑人|死者|伤者|配偶|妻子|丈夫|长子|长女|次子|次女|儿子|女儿/;

function toCandidate(range: Range, value: string, because: string, isFull: boolean): Candidate {
  return {
    ...range,
    value,
    confidence: isFull ? 0.93 : 0.7,
    evidence: [fact(isFull ? '年月日齐全的日期' : '出生年月', range), fact(because)],
    suggestion: /^\d{4}/.test(value) ? `${value.slice(0, 4)}年` : '',
  };
}

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
