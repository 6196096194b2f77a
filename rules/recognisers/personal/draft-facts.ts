import { PlacedPattern } from '../../engine/placed-pattern.ts';
import type { Scene } from '../../model.ts';

/** Asks once per draft. */
function once(ask: (scene: Scene) => boolean): (scene: Scene) => boolean {
  const answers = new WeakMap<Scene, boolean>();
  return (scene) => {
    let answer = answers.get(scene);
    if (answer === undefined) {
      answer = ask(scene);
      answers.set(scene, answer);
    }
    return answer;
  };
}

/** The draft answers somebody: a reply, a decision, a notice to a person. */
export const isAnswer = once(
  (scene) =>
    /答复|告知书|意见书|决定书|回复|回函|复函|通知书|信访|来信/.test(scene.title()) ||
    /答复如下|告知如下|回复如下/.test(scene.text.slice(0, 3000)),
);

const PERSONAL_NUMBER = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\dA-Za-z])/y;
const SHORTEST_NUMBER = 11;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** So many digits in a row reach over every eleventh place of the text: the others need not be looked at. */
function holdsPersonalNumber(text: string): boolean {
  for (let at = SHORTEST_NUMBER - 1; at < text.length; at += SHORTEST_NUMBER) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
    PERSONAL_NUMBER.lastIndex = start;
    if (PERSONAL_NUMBER.test(text)) return true;
    while (at + SHORTEST_NUMBER < text.length && isDigit(text.charCodeAt(at + 1))) at++;
  }
  return false;
}

/** The draft holds a mobile or identity number, or is about a complaint: relatives named in it belong to somebody's matter. */
export const isPersonalDraft = once(
  (scene) =>
    holdsPersonalNumber(scene.text) ||
    /信访|来信|申请人|当事人|投诉|举报人|被举报|原告|死者|伤者|遗属|处分|欠租|欠薪|被处罚人|遗属|信访|死亡/.test(
      scene.text.slice(0, 2000),
    ),
);

/** Names in news are those of people who spoke to the press. */
export const isNews = once((scene) => NEWS.isIn(scene));
const NEWS = new PlacedPattern(/记者|通讯员|本报讯|侧记|摄影/);

/**
 * A notice before an appointment or a commendation: birth years, posts and origins are published by rule. So are the names in a
 * notice of whom a public body takes on, as long as it shows no number of theirs.
 */
export const isAppointment = once(
  (scene) =>
    /任前公示|拟任职|拟提拔|拟任|干部考察|公务员录用|表彰|先进个人/.test(scene.text.slice(0, 4000)) ||
    (/(?:拟聘|拟录用|拟招录|招聘|招录|引进人才)[^。；]{0,24}公示/.test(scene.text.slice(0, 400)) &&
      !holdsPersonalNumber(scene.text)),
);

/** A party of a complaint or case is named in the draft: workers and neighbours named beside are witnesses or concerned. */
export const hasParty = once((scene) => PARTY.isIn(scene));
const PARTY = new PlacedPattern(
  /(?:举报人|信访人|来信人|投诉人|当事人|被处罚人|被询问人)(?:姓名)?[:：][ ]?[\u4e00-\u9fff]{2,4}[，,。(（ ]/,
);

/** Words whose places are asked for. */
export const FACT_WORDS: readonly string[] = [...NEWS.words, ...PARTY.words];
