import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { chineseDigitRuns, isBounded, mayHoldNumber, readNumbers } from './digit-groups.ts';
import { maskMobile } from './masks.ts';
import { isFilledIn, isMobile, isSampleMobile } from './mobile-segments.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, matterLabel, near, rightOf, textOf } from './surroundings.ts';

const LABEL = /手机|移动电话|电话|联系方式|联系|微信|短信|号码|致电|拨打|打我|Tel|TEL|tel/;
const MONEY_AFTER = /^[ ]?(?:\.\d|元|万元|亿|吨|平方|㎡|人次|千瓦|%|次|件|册|张|份|公里|米|立方)/;
const MONEY_BEFORE = /(?:投资|金额|合计|总价|总额|预算|资金|价|款|¥|￥|余额)[为是：:约共计]{0,3}$/;
/** A number that a body announces for everybody. */
const PUBLIC_BEFORE = /(?:热线|公用手机|公务手机|公开电话|服务电话|客服|救援电话|报警电话)[^，。；;\n\d]{0,6}$/;

/** Eleven digits in an open segment, after +86, 86 or a trunk zero too. */
function readMobile(digits: string): string | undefined {
  const bare =
    digits.length === 13 && digits.startsWith('86')
      ? digits.slice(2)
      : digits.length === 15 && digits.startsWith('0086')
        ? digits.slice(4)
        : digits.length === 12 && digits.startsWith('0')
          ? digits.slice(1)
          : digits;
  return isMobile(bare) ? bare : undefined;
}

/** What stands beside numbers that nobody has: example@example.com, 张三, 填写本人手机. */
const STAND_IN =
  /@example\.|@xxx|@abc\.|(?:xxx|abc|test|name|yourname)@|张三|李四|王五|赵六|[某×Xx]{2}(?:公司|单位|市|县|置业|某)|填写|样例|示例|范本|范例|样表/;
const isStandIn = (scene: Scene, range: Range, digits: string): boolean =>
  isFilledIn(digits) && STAND_IN.test(`${leftOf(scene, range.start, 40)} ${rightOf(scene, range.end, 40)}`);

function judge(scene: Scene, range: Range, digits: string, broken: boolean): Candidate | undefined {
  const left = leftOf(scene, range.start, 20);
  const right = rightOf(scene, range.end, 6);
  const label = firstWord(left, LABEL) ?? firstWord(cellLabels(scene.pieceAt(range.start)), /手机|电话|联系方式|微信/);
  if (!label && (MONEY_AFTER.test(right) || MONEY_BEFORE.test(left))) return undefined;
  if (MONEY_AFTER.test(right) && /元|吨|㎡/.test(right.slice(0, 2))) return undefined;
  const matter = label ? undefined : matterLabel(scene, range.start);
  if (matter || (broken && !label && !/^(?:\+?(?:00)?86[ -]?)?1\d{2}[ .·—-]?\d{4}[ .·—-]?\d{4}$/.test(textOf(scene, range))))
    return undefined;
  const evidence: Fact[] = [fact(`号段 ${digits.slice(0, 3)} 已启用，共11位`, range)];
  if (label) evidence.push(near(label));
  const weak =
    isSampleMobile(digits) || isStandIn(scene, range, digits)
      ? '通用示例号码'
      : isExample(scene, range)
        ? '注明为示例'
        : PUBLIC_BEFORE.test(left)
          ? '邻近“热线”等公开服务用语'
          : undefined;
  if (weak) evidence.push(fact(weak));
  const candidate = {
    ...range,
    value: digits,
    confidence: weak ? 0.3 : label ? 0.97 : 0.9,
    evidence,
    suggestion: maskMobile(digits),
  };
  return weak ? { ...candidate, level: 'notice' } : candidate;
}

const MOBILE_DIGITS = 11;
/** Hong Kong and Macao. */
const ABROAD_DIGITS = 8;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Mobile numbers, whole, broken by separators, with country code, spelled in Chinese digits or with O and l for 0 and 1. */
export const mobilePhone: Recogniser = {
  id: 'mobile-phone',
  anchors: ['手提', '流动电话', '手机', '电话', '联系', '微信', '致电', '拨打', '打我', '号码', 'Tel', 'TEL', 'tel'],
  digits: 11,
  headers: ['手机', '电话', '联系方式'],
  recognise(scene, at) {
    const labelled = !isDigit(scene.codes[at.start] ?? 0);
    const region = labelled ? { start: at.start, end: Math.min(scene.text.length, at.end + 48) } : at;
    if (labelled && !mayHoldNumber(scene.codes, region, ABROAD_DIGITS, MOBILE_DIGITS)) return [];
    const found: Candidate[] = [];
    for (const read of readNumbers(scene.text, region, readMobile, 15)) {
      const plus = scene.text[read.start - 1] === '+' ? read.start - 1 : read.start;
      if (!isBounded(scene.text, read) || scene.text.slice(read.start, read.end).includes('\n')) continue;
      const candidate = judge(scene, { start: plus, end: read.end }, read.verdict, read.parts > 1);
      if (candidate) found.push(candidate);
    }
    return labelled ? [...found, ...disguised(scene, region), ...abroad(scene, region)] : found;
  },
};

/** Eight digits of Hong Kong or Macao, only behind words for a telephone that one carries. */
function abroad(scene: Scene, region: Range): Candidate[] {
  const match =
    /^(?:手提电话|流动电话|手机|香港电话|澳门电话)(?:号码?)?[:：为是 ]{0,2}(?:\+?85[23][ -]?)?([569]\d{3}[ -]?\d{4})(?![\d-])/.exec(
      scene.text.slice(Math.max(0, region.start - 2), region.start + 40).replace(/^.{0,2}?(?=手提|流动|手机|香港|澳门)/, ''),
    );
  const value = match?.[1];
  if (value === undefined) return [];
  const start = scene.text.indexOf(value, region.start - 2);
  const range = { start, end: start + value.length };
  const digits = value.replace(/\D/g, '');
  return [
    {
      ...range,
      value: digits,
      confidence: 0.85,
      evidence: [fact('港澳手机号码格式', range), near('手机')],
      suggestion: `****${digits.slice(-4)}`,
    },
  ];
}

/** Chinese digits (一三九 八七六三 二零四五), and letters in the place of digits (l38OO138OO1), only beside a label. */
function disguised(scene: Scene, region: Range): Candidate[] {
  const found: Candidate[] = [];
  for (const run of chineseDigitRuns(scene.text, region.start, region.end, 11)) {
    if (run.digits.length !== 11 || !isMobile(run.digits)) continue;
    const candidate = judge(scene, { start: run.start, end: run.end }, run.digits, false);
    if (candidate) found.push({ ...candidate, evidence: [...candidate.evidence, fact('以中文数字书写')] });
  }
  const text = textOf(scene, region);
  for (const match of text.matchAll(/(?<![\dA-Za-z])[1lI|][\dOoIl|]{10}(?![\dA-Za-z])/g)) {
    if (/^\d+$/.test(match[0])) continue;
    const digits = match[0].replace(/[Oo]/g, '0').replace(/[Il|]/g, '1');
    if (!isMobile(digits)) continue;
    const start = region.start + match.index;
    const candidate = judge(scene, { start, end: start + match[0].length }, digits, false);
    if (candidate) found.push({ ...candidate, evidence: [...candidate.evidence, fact('以字母代替数字')] });
  }
  return found;
}
