const CHINESE = '\u3000-\u30ff\u3400-\u9fff\uff00-\uffef';
/** Programs that recognise text put blanks between Chinese characters, and between them and numbers, where none are. */
const BETWEEN_CHINESE = new RegExp(`(?<=[${CHINESE}]) +(?=[${CHINESE}\\w])|(?<=\\w) +(?=[${CHINESE}])`, 'g');
const ENDS_LIKE_A_WORD = /[A-Za-z]$/;
const BEGINS_LIKE_A_WORD = /^[A-Za-z]/;
/** A number in which letters stand that look like digits: at least seven characters, two thirds of them digits. */
const NUMBER_WITH_LETTERS = /(?<![A-Za-z0-9])[0-9OoIl|]{7,}(?![A-Za-z0-9@.])/g;
const DIGIT_LOOKED_AT: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1', '|': '1' };

const asNumber = (token: string): string =>
  token.replaceAll(/\D/g, '').length * 3 >= token.length * 2
    ? token.replaceAll(/[OoIl|]/g, (letter) => DIGIT_LOOKED_AT[letter] ?? letter)
    : token;

/**
 * Words that were recognised one after the other as one text: without the blanks that recognition puts in, and with the digits
 * that it took for letters inside a long number.
 */
export const wordsAsText = (words: readonly string[]): string =>
  words.join(' ').replaceAll(BETWEEN_CHINESE, '').replaceAll(NUMBER_WITH_LETTERS, asNumber).trim();

/** Lines of a paragraph as one text: a number that runs over a line end must be found whole, two English words stay two. */
export const linesAsText = (lines: readonly string[]): string =>
  lines
    .reduce((text, line) => (ENDS_LIKE_A_WORD.test(text) && BEGINS_LIKE_A_WORD.test(line) ? `${text} ${line}` : text + line), '')
    .replaceAll(BETWEEN_CHINESE, '')
    .replaceAll(NUMBER_WITH_LETTERS, asNumber)
    .trim();

/**
 * A classification mark on a line of its own (GB/T 9704: level, star, period). Programs do not know the star and give what looks
 * like it (机密友10年), or nothing: without it a classified paper would not be refused.
 */
const MARK =
  /^(\d{6})?\s*([绝机秘])\s*密\s*(?:\P{L}|[友大太丈犬木女文丰交六廊贾xXkK])?\s*((?:\d{1,2}\s*(?:年|个?月|[天日]))|长期|)$/u;

/** The mark as it is written on paper; undefined when the line is none. */
export function classificationMark(line: string): string | undefined {
  const [, number = '', level, period = ''] = MARK.exec(line.trim()) ?? [];
  return level === undefined ? undefined : `${number}${level}密★${period}`;
}
