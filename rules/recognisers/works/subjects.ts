/** Who a place is said of: the subject nearest before a verb, or behind the place (位于……的某某人防工程). Pure: reads compact text. */
import { sentenceOf } from './guards.ts';
import { PART, PUBLIC_SUBJECT, REFERENCE, SIREN, STORE, WORK } from './vocabulary.ts';

export type Subject = 'work' | 'part' | 'siren' | 'store' | 'reference' | 'project' | 'public' | 'none';

const work = new RegExp(WORK);
const publicSubject = new RegExp(PUBLIC_SUBJECT);

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['public', new RegExp(PUBLIC_SUBJECT, 'g')],
  ['part', new RegExp(PART, 'g')],
  ['work', new RegExp(WORK, 'g')],
  ['siren', new RegExp(SIREN, 'g')],
  ['store', new RegExp(STORE, 'g')],
  ['reference', new RegExp(REFERENCE, 'g')],
  ['project', /项目(?!部|经理|负责人|编号|代码|预算)|工程(?!师|科|处|款|费|量|造价)|地块|小区|楼盘|标的|地下室|地下车库|车库/g],
];

/** The subject nearest before an index: later end wins, a longer word wins over one inside it. */
function subjectBefore(text: string): Subject {
  let best: Subject = 'none';
  let bestEnd = -1;
  let bestLength = 0;
  for (const [subject, pattern] of SUBJECTS) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end > bestEnd || (end === bestEnd && match[0].length > bestLength)) {
        best = subject;
        bestEnd = end;
        bestLength = match[0].length;
      }
    }
  }
  return best;
}

/** The subject of a verb: in its sentence, else in the sentences before it (a bounded stretch of the piece). */
export function subjectOf(text: string, index: number, verb = ''): Subject {
  const [from] = sentenceOf(text, index);
  const own = subjectBefore(withoutBrackets(text.slice(from, index)));
  if (own === 'part' && /停车场|演练|活动|集合/.test(text.slice(from, index)) && !work.test(text.slice(from, index)))
    return 'public';
  if (own === 'project' && work.test(text.slice(from, index))) return 'work';
  if (own !== 'none') return own;
  if (/^(?:安?装|架设|加装)/.test(verb) && /警报/.test(text.slice(Math.max(0, from - 300), index + 120))) return 'siren';
  return subjectBefore(withoutBrackets(text.slice(Math.max(0, from - 120), from)));
}

/** What stands in brackets is an aside, not a subject; the length stays. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, (aside) => '·'.repeat(aside.length));
}

const FOLLOWING = new RegExp(`^的?[^,。;:]{0,12}?(?:(${WORK})|(${SIREN})|(${PART}))`);

/** 位于某路某号的某某人防工程: the subject stands behind the place. */
export function subjectAfter(text: string, end: number): Subject | undefined {
  const rest = text.slice(end, end + 26);
  const match = FOLLOWING.exec(rest);
  if (match === null || !rest.startsWith('的') || publicSubject.test(match[0])) return undefined;
  return match[1] !== undefined ? 'work' : match[2] !== undefined ? 'siren' : 'part';
}
