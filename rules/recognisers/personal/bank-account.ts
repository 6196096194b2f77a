import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { isBounded, readNumbers } from './digit-groups.ts';
import { maskAccount } from './masks.ts';
import { checkResidentId, isUnionPayCard, passesLuhn } from './number-checks.ts';
import { isRowOfBody } from './person-tables.ts';
import { cellLabels, fact, firstWord, isExample, leftOf, matterLabel, near, rightOf, tableHeaders } from './surroundings.ts';

const CARD_LABEL = /银行卡|工资卡|储蓄卡|借记卡|信用卡|社保卡|一卡通|卡号|存折/;
const ACCOUNT_LABEL = /账号|帐号|账户|帐户|户头/;
const FUND_LABEL =
  /(?:公积金|社会保障卡?|社保卡?|医保卡?|养老保险|医疗保险|年金|个人)(?:个人|金融)?(?:账号|帐号|账户|帐户|编号|卡号|号码|号)|社会保障号码?|社保号|医保号|公积金号/;
const PERSON =
  /本人|其(?:名下|个人|本人)?|个人|工资卡|名下|他的|她的|户主|业主|家属|遗属|退休|职工|信访人|申请人|当事人|承租人|受助人|领取人|同志|女士|先生|之[妻子女]|存折|一卡通/;
const BODY =
  /财政|专户|罚没|国库|非税|保证金账户|保证金专|对公|基本账户|基本户|公司|集团|中心|办公室|[委局院校]|学校|医院|工会|协会|基金会|单位|物业|企业|代理机构|招标|采购|收款单位|户名[:：][^，。；;\n]{0,20}(?:局|公司|中心|所|室|院|会|站)/;
/** The account of a body: the body stands as its holder, or right before the word for the account. */
const BODYS_OWN = new RegExp(
  `(?:户名|账户名称?|帐户名称?|收款单位|开户单位|单位名称)[:：]?[^，,；;。]{0,24}(?:${BODY.source})|(?:${BODY.source})[^，,；;。其本]{0,8}(?:账号|帐号|账户|帐户|户头|卡号)[^，,；;。]{0,4}$`,
);
const TEST_CARDS = new Set(['4111111111111111', '5555555555554444', '378282246310005', '6011111111111117']);

/** 12 to 19 digits that could be a card. */
function readCard(digits: string): 'union' | 'luhn' | 'plain' | undefined {
  if (!/^\d{15,19}$/.test(digits)) return undefined;
  if (isUnionPayCard(digits)) return 'union';
  return /^[3-69]/.test(digits) && passesLuhn(digits) ? 'luhn' : 'plain';
}

function isPersonsTable(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  return !!piece.cell && /姓名|户主|业主|申请人|受助人|领取人|补助对象|人员/.test(tableHeaders(scene, piece));
}

function ownerFact(scene: Scene, range: Range): Fact | undefined {
  if (isPersonsTable(scene, range.start)) return fact('所在表格登记个人信息');
  const sentence = scene.sentence(range.start);
  const before = scene.text.slice(Math.max(sentence.start, range.start - 60), range.start);
  const person = PERSON.exec(before)?.[0];
  return person ? near(person) : undefined;
}

/** Words of a body close before the number, or named as 户名 beside it. */
function bodyNear(scene: Scene, range: Range): string | undefined {
  if (isPersonsTable(scene, range.start)) return undefined;
  const left = leftOf(scene, range.start, 46).replace(
    /[^，,。；;:：()（）\s]{0,16}(?:银行|农商行|信用社|支行|分行|营业部|分理处|储蓄所)/g,
    '',
  );
  const right = rightOf(scene, range.end, 30);
  return (
    BODY.exec(/[^。；;]*$/.exec(left)?.[0] ?? '')?.[0] ??
    /^[，,；;]?(?:户名|收款(?:单位|人))[:：][^，。；;\n]{0,24}(?:局|公司|中心|所|室|院|会|站)/.exec(right)?.[0]
  );
}

function cardCandidate(scene: Scene, range: Range, digits: string, form: 'union' | 'luhn' | 'plain'): Candidate | undefined {
  if (TEST_CARDS.has(digits) || checkResidentId(digits.slice(0, 18)) === 'valid') return undefined;
  const left = leftOf(scene, range.start, 26);
  const labels = cellLabels(scene.pieceAt(range.start));
  const label =
    firstWord(left, CARD_LABEL) ??
    firstWord(labels, /卡号|银行卡|工资卡|一卡通|存折/) ??
    firstWord(`${left} ${labels}`, ACCOUNT_LABEL);
  const matter = matterLabel(scene, range.start);
  if (matter && !label) return undefined;
  if (form !== 'union' && !label) return undefined;
  const owner = ownerFact(scene, range);
  const body = bodyNear(scene, range);
  const isCardLabel = !!label && CARD_LABEL.test(label);
  // Accounts of bodies are no cards: one is let be for a body merely near it only where its number does not say card by itself.
  const bodys = body && (form !== 'union' || BODYS_OWN.test(left) || leftOf(scene, range.start, 46).endsWith(body));
  if (bodys && !(owner && /本人|其|名下|个人|工资卡|所在表格/.test(owner.label))) return undefined;
  if (form === 'plain' && !owner && !isCardLabel) return undefined;
  const evidence: Fact[] = [];
  if (form === 'plain') evidence.push(fact('卡号校验不符(可能录入错误)或为账号', range));
  else evidence.push(fact(form === 'union' ? '62开头，位数与校验位均成立' : '校验位成立', range));
  if (label) evidence.push(near(label));
  if (owner) evidence.push(owner);
  const example = isExample(scene, range);
  const candidate = {
    ...range,
    value: digits,
    confidence: form === 'union' ? (label ? 0.98 : 0.85) : form === 'luhn' ? 0.9 : 0.65,
    evidence,
    suggestion: maskAccount(digits),
  };
  if (example || (form === 'plain' && !owner)) return { ...candidate, level: 'notice' };
  return form === 'union' || owner ? candidate : { ...candidate, level: 'review' };
}

/** Bank cards of persons: UnionPay form with check digit, or any card number behind a label of a card. */
export const bankCard: Recogniser = {
  id: 'bank-card',
  anchors: ['卡号', '工资卡', '银行卡', '账号', '帐号', '账户', '帐户', '存折', '一卡通'],
  digits: 15,
  headers: ['卡号', '账号', '帐号', '账户', '帐户', '银行卡', '工资卡', '一卡通', '存折'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const labelled = !/^\d/.test(scene.text.slice(at.start, at.start + 1));
    const region = labelled ? { start: at.start, end: Math.min(piece.end, at.end + 60) } : at;
    const found: Candidate[] = [];
    for (const read of readNumbers(scene.text, region, readCard, 19)) {
      if (!isBounded(scene.text, read) || (read.parts > 1 && read.verdict === 'plain')) continue;
      const candidate = cardCandidate(scene, { start: read.start, end: read.end }, read.digits, read.verdict);
      if (candidate) found.push(candidate);
    }
    return found;
  },
};

/** Numbers of personal accounts and funds that have no form of their own: the label and the owner decide. */
export const personalAccount: Recogniser = {
  id: 'personal-account',
  anchors: ['账号', '帐号', '账户', '帐户', '社保', '社会保障', '公积金', '医保', '存折', '养老保险', '个人编号'],
  headers: ['账号', '帐号', '账户', '帐户', '社保', '公积金', '医保', '存折', '一卡通'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const region = { start: at.start, end: Math.min(piece.end, at.end + 40) };
    const found: Candidate[] = [];
    for (const read of readNumbers(scene.text, region, (digits) => (/^\d{8,22}$/.test(digits) ? true : undefined), 22)) {
      if (!isBounded(scene.text, read) || isUnionPayCard(read.digits) || read.parts > 6) continue;
      if (/^[ ]?(?:元|万|\.\d|%|年)/.test(rightOf(scene, read.end, 3)) || checkResidentId(read.digits.slice(0, 18)) === 'valid')
        continue;
      const candidate = accountCandidate(scene, { start: read.start, end: read.end }, read.digits);
      if (candidate) found.push(candidate);
    }
    return found;
  },
};

/** 收款户名:某培训中心有限公司，账号…: whose account it is stands before it. */
const BODY_ACCOUNT = /户名[:：][^，。；;\n]{0,24}(?:局|公司|中心|所|室|院|会|站|校)[，,；; ]/;

function accountCandidate(scene: Scene, range: Range, digits: string): Candidate | undefined {
  const left = /[^。；;，,\d]*$/.exec(leftOf(scene, range.start, 24))?.[0] ?? '';
  const labels = cellLabels(scene.pieceAt(range.start));
  const fund = firstWord(left, FUND_LABEL) ?? firstWord(labels, /公积金|社保|社会保障|医保/);
  const account = firstWord(left, ACCOUNT_LABEL) ?? firstWord(labels, /账号|帐号|账户|帐户|存折|一卡通/);
  if ((!fund && !account) || isExample(scene, range)) return undefined;
  if (BODY_ACCOUNT.test(leftOf(scene, range.start, 46)) || isRowOfBody(scene, scene.pieceAt(range.start))) return undefined;
  const owner = ownerFact(scene, range);
  const ownName = /本人|其|名下|个人|所在表格/.test(`${owner?.label ?? ''}${left}`);
  if (bodyNear(scene, range) && !ownName) return undefined;
  if (!fund && !owner) return undefined;
  // 缴存单位账号 and the like say themselves that they belong to a body.
  if (/单位|专户|汇缴/.test(left)) return undefined;
  const evidence = [fact('账号位数', range), near(fund ?? account ?? '')];
  if (owner) evidence.push(owner);
  return { ...range, value: digits, confidence: owner ? 0.85 : 0.7, evidence, suggestion: maskAccount(digits) };
}
