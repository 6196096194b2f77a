import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { maskPaper } from './masks.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, near, rightOf } from './surroundings.ts';

/** A kind of paper: the form of its number and the words that must stand before it or over its column. */
interface PaperForm {
  readonly name: string;
  readonly label: RegExp;
  /** Global; the group `value`, when there is one, is the number. */
  readonly number: RegExp;
}

const PASSPORTS: readonly PaperForm[] = [
  {
    name: '护照',
    label: /护照|passport|Passport|PASSPORT|证件类型及号码|证件号码?|证件/,
    number:
      /(?<![A-Za-z\d])(?:E[A-HJ-NP-Z]?\d{7,8}|G\d{8}|1[45]\d{7}|SE?\d{7,8}|PE?\d{7,8}|D\d{7,8}|DE\d{7}|K[A-Z]?\d{8}|KJ\d{7}|MA\d{7})(?![A-Za-z\d])/g,
  },
  {
    name: '外国护照',
    label: /护照|passport|Passport|PASSPORT/,
    number: /(?<![A-Za-z\d])(?:[A-Z]{1,2}\d{6,8}[A-Z]?|\d{9})(?![A-Za-z\d])/g,
  },
];

const PERMITS: readonly PaperForm[] = [
  {
    name: '往来港澳或台湾通行证',
    label: /通行证|往来港澳|往来台湾|签注|证件号码?|证件类型/,
    number: /(?<![A-Za-z\d])(?:C[A-HJ-NP-Z]?\d{7,8}|[LTW]\d{8})(?![A-Za-z\d])/g,
  },
  {
    name: '港澳居民来往内地通行证',
    label: /回乡证|通行证|来往内地|港澳居民|证件号码?|证件类型/,
    number: /(?<![A-Za-z\d])[HM]\d{8}(?:\d{2})?(?![A-Za-z\d])/g,
  },
  {
    name: '台湾居民来往大陆通行证',
    label: /台胞证|来往大陆|台湾居民|台湾同胞/,
    number: /(?<![A-Za-z\d])\d{8}(?:\d{2}(?:\([A-Z]\)|[A-Z])?)?(?![A-Za-z\d年])/g,
  },
  {
    name: '香港身份证',
    label: /香港(?:居民|永久性居民)?身份证|港澳身份证|香港证件/,
    number: /(?<![A-Za-z\d])[A-Z]{1,2}\d{6}\(?[\dA]\)?(?![A-Za-z\d])/g,
  },
  {
    name: '香港身份证',
    label: /身份证(?:字头|号码?)?/,
    number: /(?<![A-Za-z\d])[A-Z]{1,2}\d{6}\([\dA]\)(?![A-Za-z\d])/g,
  },
  {
    name: '澳门身份证',
    label: /澳门(?:居民|永久性居民)?身份证|港澳身份证/,
    number: /(?<![A-Za-z\d])[157]\/?\d{6}\/?\(?\d\)?(?![A-Za-z\d])/g,
  },
  { name: '台湾身份证', label: /台湾(?:地区)?身份证|台湾居民身份/, number: /(?<![A-Za-z\d])[A-Z][12]\d{8}(?![A-Za-z\d])/g },
  { name: '外国人永久居留证', label: /永久居留|永居/, number: /(?<![A-Za-z\d])[A-Z]{3}\d{12}(?![A-Za-z\d])/g },
];

const MILITARY: readonly PaperForm[] = [
  {
    name: '军人证件',
    label: /(?:)/,
    number: /(?:[军士兵文武职离退]|军官|士兵|文职|南|北|海|空|后|政|参|装|火|沈|京|兰|济|广|成)字第[ ]?\d{5,9}[ ]?号/g,
  },
  {
    name: '军人证件',
    label: /军官证|士兵证|士官证|文职干部证|文职人员证|军人证|警官证|退役军人优待证|军残证|伤残军人证/,
    number: /(?<![A-Za-z\d])(?:(?:(?![号证码为是])[一-龥]){1,2}字第[ ]?)?[A-Z]?\d{6,12}(?:号)?(?![A-Za-z\d])/g,
  },
];

const CERTIFICATES: readonly PaperForm[] = [
  { name: '驾驶证', label: /驾驶证|驾照|驾驶证档案编号/, number: /(?<![A-Za-z\d])\d{12}(?![A-Za-z\d])/g },
  { name: '户口簿', label: /户口簿号?|户口本号?|户号/, number: /(?<![A-Za-z\d])\d{6,12}(?![A-Za-z\d.])/g },
  {
    name: '结婚证',
    label: /结婚证|离婚证/,
    number: /(?<![A-Za-z\d])[JL]\d{6}-\d{4}-\d{6}(?![A-Za-z\d])|(?<![A-Za-z\d])[JL]?\d{9,16}(?![A-Za-z\d])/g,
  },
  { name: '出生医学证明', label: /出生(?:医学)?证明?/, number: /(?<![A-Za-z\d])[A-Z]\d{9}(?![A-Za-z\d])/g },
  {
    name: '残疾军人或残疾证',
    label: /残疾军人证|残疾证|残疾人证/,
    number: /(?<![A-Za-z\d])(?:[一-龥]{0,2}军[A-Z]?\d{6,9}|\d{8,12})(?![A-Za-z\d])/g,
  },
];

/** Number of papers whose form says little: only close behind their label or under their header, never for things of an office. */
function findPapers(scene: Scene, at: Range, forms: readonly PaperForm[]): Candidate[] {
  const piece = scene.pieceAt(at.start);
  // The number stands before its label too: 持E12345678号护照.
  const from = Math.max(piece.start, at.start - 16);
  const text = scene.text.slice(from, Math.min(piece.end, at.end + 40));
  const found: Candidate[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form.number)) {
      const start = from + match.index;
      const range = { start, end: start + match[0].length };
      const because = labelOf(scene, range, form.label);
      if (!because || isPlaceholder(match[0]) || isExample(scene, range)) continue;
      found.push({
        ...range,
        value: match[0].replace(/[ ()/]/g, ''),
        confidence: 0.9,
        evidence: [fact(`${form.name}号码格式`, range), because],
        suggestion: form.name === '军人证件' ? '' : maskPaper(match[0]),
      });
    }
  }
  return found;
}

function labelOf(scene: Scene, range: Range, label: RegExp): Fact | undefined {
  if (label.source === '(?:)') return fact('带有证件字号');
  // Everything between label and number must belong to the label: no other number, no end of sentence.
  const left = /[^。；;，,\d]*$/.exec(leftOf(scene, range.start, 20))?.[0] ?? '';
  const word = firstWord(left, label) ?? firstWord(cellLabels(scene.pieceAt(range.start)), label);
  if (word) return near(word);
  const behind = /^号?[(的]?(?:普通|因私|因公|有效)?([\u4e00-\u9fff]{2,10})/.exec(rightOf(scene, range.end, 14))?.[1];
  const after = behind === undefined ? undefined : label.exec(behind);
  return after?.index === 0 ? near(after[0]) : undefined;
}

function isPlaceholder(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return new Set(digits).size < 2;
}

const paper = (id: string, anchors: readonly string[], headers: readonly string[], forms: readonly PaperForm[]): Recogniser => ({
  id,
  anchors,
  headers,
  recognise: (scene, at) => findPapers(scene, at, forms),
});

export const passport = paper(
  'passport',
  ['护照', 'passport', 'Passport', 'PASSPORT'],
  ['护照', '证件号', '证件类型'],
  PASSPORTS,
);
export const travelPermit = paper(
  'travel-permit',
  [
    '身份证',
    '通行证',
    '回乡证',
    '台胞证',
    '来往内地',
    '来往大陆',
    '香港',
    '澳门',
    '台湾',
    '永久居留',
    '永居',
    '往来港澳',
    '往来台湾',
  ],
  ['通行证', '回乡证', '台胞证', '证件号', '证件类型'],
  PERMITS,
);
export const militaryPaper = paper(
  'military-paper',
  ['字第', '军官证', '士兵证', '士官证', '文职', '军人证', '警官证', '军残证'],
  ['军官证', '士兵证', '军人证', '证件号'],
  MILITARY,
);
export const civilCertificate = paper(
  'civil-certificate',
  ['驾驶证', '驾照', '户口簿', '户口本', '户号', '结婚证', '离婚证', '出生证', '出生医学', '残疾军人证', '残疾证', '残疾人证'],
  ['驾驶证', '驾照', '户口', '结婚证', '出生证', '残疾证', '残疾人证'],
  CERTIFICATES,
);
