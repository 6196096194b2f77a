import type { Candidate, Fact, Range, Recogniser, Scene } from '../../model.ts';
import { maskMail } from './masks.ts';
import { cellLabels, fact, isExample, leftOf, near } from './surroundings.ts';

const ADDRESS = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
/** Mailboxes that private persons open for themselves. */
const PRIVATE_DOMAIN =
  /@(?:(?:vip\.)?(?:163|126|qq|sina|sohu|foxmail|139|189|188|wo|tom|21cn|yeah|aliyun|hotmail|outlook|gmail|icloud|yahoo|live|msn|me|263|sogou|proton|protonmail)\.(?:com|net|cn|me|com\.cn|com\.hk|com\.tw|co\.jp))$/i;
const SAMPLE_DOMAIN = /@(?:.*\.)?(?:example|sample|test|xxx)(?:\.|$)/i;
/** The mailbox of an office may stand with a free provider; what people are asked to send there tells. */
const OFFICE_MAIL =
  /投稿|征稿|单位邮箱|公共邮箱|办公邮箱|公务邮箱|官方|监督|举报|咨询|征求意见|意见|建议|反馈|报送|报名|发送至|寄至|发至|投诉|受理|传真|办公室|政务|监察|来信(?!人)|纪检|人防办|[科处室股局站]邮箱|采购人|代理机构|招标|邮编/;
const OWNER =
  /我的?|本人|他|她|其(?!他|中|它|余)|微信|手机|QQ|申请人|信访人|来信人|投诉人|当事人|作者|联系人手机|个人邮箱|秘书|户主|家属|姓名|先生|女士|身份证(?!复印|原件|扫描|照片|件|正反)|住址|师傅/;

function ownerOf(scene: Scene, range: Range): Fact | undefined {
  const piece = scene.pieceAt(range.start);
  if (piece.cell) {
    const row = scene
      .row(piece)
      .map((each) => each.cell?.header ?? '')
      .join(' ');
    return /姓名|手机|身份证|申请人|户主|个人/.test(`${row} ${cellLabels(piece)}`) ? fact('所在表格登记个人信息') : undefined;
  }
  const sentence = scene.sentence(range.start);
  const before = scene.text.slice(sentence.start, range.start);
  const owner = OWNER.exec(before)?.[0] ?? OWNER.exec(scene.text.slice(range.end, Math.min(sentence.end, range.end + 30)))?.[0];
  const office = OFFICE_MAIL.test(before.slice(-40));
  if (owner && (!office || /我|本人|秘书|个人|身份证|住址|微信|手机/.test(owner))) return near(owner);
  return undefined;
}

/** E-mail of a private person: a free provider, or any domain beside a private party's data. Official mailboxes are public. */
export const privateEmail: Recogniser = {
  id: 'private-email',
  anchors: ['@'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const from = Math.max(piece.start, at.start - 64);
    const found: Candidate[] = [];
    for (const match of scene.text.slice(from, Math.min(piece.end, at.end + 120)).matchAll(ADDRESS)) {
      const range = { start: from + match.index, end: from + match.index + match[0].length };
      if (range.start > at.start || range.end < at.end) continue;
      const candidate = judgeMail(scene, range, match[0]);
      if (candidate) found.push(candidate);
    }
    return found;
  },
};

function judgeMail(scene: Scene, range: Range, address: string): Candidate | undefined {
  if (/\.gov\.cn$|\.gov$/i.test(address) || SAMPLE_DOMAIN.test(address) || isExample(scene, range)) return undefined;
  const free = PRIVATE_DOMAIN.test(address);
  const owner = ownerOf(scene, range);
  if (!free && !(owner && /申请人|信访人|来信人|投诉人|当事人|作者|户主|本人|我/.test(owner.label))) return undefined;
  const office = !owner && OFFICE_MAIL.test(leftOf(scene, range.start, 40));
  const evidence: Fact[] = [fact(free ? '个人邮箱服务商域名' : '邮箱地址', range)];
  if (owner) evidence.push(owner);
  if (office) evidence.push(fact('邻近单位对外联系用语'));
  const candidate = {
    ...range,
    value: address.toLowerCase(),
    confidence: office ? 0.3 : owner ? 0.95 : 0.7,
    evidence,
    suggestion: maskMail(address),
  };
  return office ? { ...candidate, level: 'notice' } : candidate;
}

const CHAT =
  /(?<label>微信号?|加微信|微信账号|WeChat|wechat|VX|vx|Vx|V信|QQ号?|qq号?|扣扣|企鹅号|钉钉号?|抖音号)(?:号码|账号|号)?(?:是|为|即)?[ :：]{0,3}(?<value>[A-Za-z][A-Za-z0-9_.-]{4,24}[A-Za-z0-9_-]|\d{5,11})(?![\dA-Za-z@])/g;

/** WeChat, QQ and like names of a person; public accounts and groups for service are not personal. */
export const chatAccount: Recogniser = {
  id: 'chat-account',
  anchors: ['微信', 'WeChat', 'wechat', 'VX', 'vx', 'Vx', 'V信', 'QQ', 'qq', '扣扣', '钉钉', '抖音'],
  headers: ['微信', 'QQ', 'qq'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    const cell = inCell(scene, at);
    if (cell) return [cell];
    const end = Math.min(piece.end, at.end + 48);
    const found: Candidate[] = [];
    for (const match of scene.text.slice(at.start, end).matchAll(CHAT)) {
      const value = match.groups?.value ?? '';
      const label = match.groups?.label ?? '';
      // A mobile number beside 微信 is found as a telephone.
      if (/^1[3-9]\d{9}$/.test(value) || /^(?:https?|www|com|cn)/i.test(value)) continue;
      const finish = at.start + match.index + match[0].length;
      const range = { start: finish - value.length, end: finish };
      if (/公众号|服务号|订阅号|小程序|官方|政务|群|视频号/.test(leftOf(scene, range.start, 12)) || isExample(scene, range))
        continue;
      found.push(chatCandidate(range, value, near(label)));
    }
    return found;
  },
};

function chatCandidate(range: Range, value: string, because: Fact): Candidate {
  return { ...range, value: value.toLowerCase(), confidence: 0.9, evidence: [fact('账号格式', range), because], suggestion: '' };
}

function inCell(scene: Scene, at: Range): Candidate | undefined {
  const piece = scene.pieceAt(at.start);
  if (!piece.cell || at.start !== piece.start) return undefined;
  const label = /微信|QQ|qq/.exec(cellLabels(piece))?.[0];
  const value = scene.text.slice(piece.start, piece.end).trim();
  if (!label || !/^(?:[A-Za-z][A-Za-z0-9_.-]{5,24}|\d{5,10})$/.test(value)) return undefined;
  const start = scene.text.indexOf(value, piece.start);
  return chatCandidate({ start, end: start + value.length }, value, near(label));
}
