import type { Candidate, Fact, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { addressEnd } from './address-end.ts';
import { HOME_BRACKET_WORDS, homeInBrackets } from './home-in-brackets.ts';
import { maskAddress } from './masks.ts';
import { type CellKind, cellKind, isRowOfBody } from './person-tables.ts';
import { fact, isExample, near, tableHeaders, textOf } from './surroundings.ts';

const HOME_LABEL =
  /(?:(?:自建|自有|私有|自住|老)(?:住宅|住房|房屋?|宅)(?=[(（位坐])(?:位于|坐落)?|家庭(?:住址|地址)|登记住址|住处|老家在?|现住址|现住地址?|常住地址|住址|居住地址?|居住(?:在|于|的)|经常居住地|户籍(?:所在地|地址|现落在|落在|地)?|户口(?:现?落?在|所在地|地址|地)|现居住?(?:于|在|地)?|现住|家住|暂住|租住|借住|原住|租住|所住(?=[\u4e00-\u9fff]{2,14}[\d一二三四五六七八九十]+(?:号|栋|幢|楼|座|单元|门))|住在|住于|家在|家位于|(?<=[你您我他她其])家(?:的?(?:房屋|住房|老房子?))?(?=[(（]))(?:地|在|于)?/;
/** Addresses for letters: of a body as often as of a person. */
const MAIL_LABEL = /(?:通信|通讯|联系|邮寄|送达|收件|收货|收样报|寄送|收信)地址|住所地?/;
const OFFICE =
  /公司|办公室|[局厅委院所站]\)?[，,:：、]|采购人|代理机构|本机关|注册|法定代表人|单位|法院|政府|中心|招标人|中标|信用代码|办公|窗口|大厅|营业/;
const PRIVATE =
  /(?<!\d)1[3-9]\d{9}(?!\d)|\d{17}[\dXx]|承租[方人]|您|送达人|收件人|联系方式|老人|承诺人|岁|申请人|信访人|当事人|被处罚人|来信人|投诉人|姓名|手机|女士|先生|稿酬|稿费|作者|本人|身份证|公民|户主|业主|患者|家属|个体工商户|经营者|出生/;

const CARD_LABEL = /身份证(?:登记|载明|记载|上)?的?(?:户籍|居住|家庭)?(?:住址|地址)$/;

interface Label extends Range {
  readonly fact: Fact;
  readonly loose: boolean;
}

/** The label at a waking place, when what follows may be a home. */
function labelAt(scene: Scene, at: Range): Label | undefined {
  const piece = scene.pieceAt(at.start);
  const from = Math.max(piece.start, at.start - 4);
  const text = scene.text.slice(from, Math.min(piece.end, at.end + 16));
  const home = HOME_LABEL.exec(text);
  const onCard = CARD_LABEL.exec(scene.text.slice(Math.max(piece.start, at.start - 10), at.end));
  if (onCard) return { start: at.start, end: at.end, fact: near(onCard[0]), loose: false };
  if (home)
    return { start: from + home.index, end: from + home.index + home[0].length, fact: near(home[0]), loose: home[0].length > 1 };
  const mail = MAIL_LABEL.exec(text);
  if (mail && isPrivateMail(scene, from + mail.index)) {
    return { start: from + mail.index, end: from + mail.index + mail[0].length, fact: near(mail[0]), loose: false };
  }
  const bareAt = /(?<![\u4e00-\u9fff])(?:地址|坐落)[:：]/.exec(text);
  if (bareAt && isCallersLine(scene, from + bareAt.index))
    return { start: from + bareAt.index, end: from + bareAt.index + 2, fact: near('地址'), loose: false };
  const comma = /[，(]居$/.test(scene.text.slice(Math.max(piece.start, at.end - 2), at.end));
  if (comma && !/[民委住中间家室]/.test(scene.text[at.end] ?? ''))
    return { start: at.end - 1, end: at.end, fact: near('居'), loose: false };
  const bare =
    scene.text[at.start] === '住' && !/[居入租常暂安护拦借留困抓记停稳咬保守所原]/.test(scene.text[at.start - 1] ?? '');
  return bare ? { start: at.start, end: at.start + 1, fact: near('住'), loose: false } : undefined;
}

const PARTY_ABOVE =
  /(?:姓名|被询问人|被谈话人|被催告人|来电人|来访人|来信人|信访人|投诉人|举报人|反映人|当事人|户主|业主|患者|死者|报名人|应聘人|诉求人|被处罚人)(?:姓名)?[:：][ ]?[\u4e00-\u9fff·]{2,}|(?:申请人|复议申请人|异议人|收件人|被通知人|权利人)(?:姓名)?[:：][ ]?(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,14})(?=[(，,；;\s]|$)/;

/** 来电人:贾秋月 电话:… 地址:…: the line, or the lines right above, name the person. */
function isCallersLine(scene: Scene, start: number): boolean {
  const above = scene.text.slice(Math.max(0, start - 120), start);
  return (
    PARTY_ABOVE.test(above) &&
    !/公司|单位|办公|项目|工程名|接待/.test(scene.text.slice(Math.max(scene.pieceAt(start).start, start - 40), start))
  );
}

function isPrivateMail(scene: Scene, start: number): boolean {
  const piece = scene.pieceAt(start);
  const left = scene.text.slice(Math.max(piece.start, start - 160), start);
  const close = /[^。；;]{0,40}$/.exec(left)?.[0] ?? '';
  // A ticket names the caller in the lines above: 来电人:… / 联系地址:….
  if (!OFFICE.test(close) && PARTY_ABOVE.test(scene.text.slice(Math.max(0, start - 240), start))) return true;
  if (OFFICE.test(close)) return /您|本人|身份证|稿酬|申请人|信访人/.test(close);
  return PRIVATE.test(left);
}

/** The home address behind a word of residence (住, 现住, 家庭住址 …), or undefined. */
export function homeAddressAfter(scene: Scene, at: Range): (Range & { readonly because: Fact }) | undefined {
  const label = labelAt(scene, at);
  if (!label) return undefined;
  const piece = scene.pieceAt(at.start);
  const lead =
    /^(?:\([^()]{0,8}\))?(?:，(?:例|比)?如(?=[^，。；]{6,30}[(（][\u4e00-\u9fff·]{2,5}(?:填写|登记|提供)))?[是为在于]{0,2}[:： ]{0,2}["“(]?/.exec(
      scene.text.slice(label.end, Math.min(piece.end, label.end + 48)),
    )?.[0].length ?? 0;
  const start = label.end + lead;
  const end = addressEnd(scene.text, start, piece.end, label.loose);
  if (end < 0 || /^(?:房|宅|院|户|建|宿|所|着|进|满|小区|楼|的|本小区|该)/.test(scene.text.slice(start, start + 1)))
    return undefined;
  return { start, end, because: label.fact };
}

/** …号的住户: the address stands before the word. */
function homeAddressBefore(scene: Scene, at: Range): (Range & { readonly because: Fact }) | undefined {
  const word = scene.text.slice(at.start, at.end);
  if (!word.startsWith('的')) return undefined;
  const clause = scene.clause(at.start);
  const text = scene.text.slice(clause.start, at.start);
  const lead = /^.*?(?:我(?:们)?(?:家)?(?:是|系|在|住)|本人(?:是|系|住)?|系|是)/.exec(text)?.[0].length ?? -1;
  if (lead < 0) return undefined;
  const start = clause.start + lead;
  const end = addressEnd(scene.text, start, at.start, false);
  return end > 0 && at.start - end <= 1 ? { start, end, because: near(word) } : undefined;
}

const NO_ADDRESS = /^(?:同.{0,4}|无|—|-|\/|详见.*|略|不详|未登记)?$/;
/** Lists of works, sites and bodies have columns of places too. */
const OF_THINGS = /工程|单位名称|公司|项目名|点位|设备|警报|库号|库址|站点|管护|巡查|维护|保管/;

function addressInCell(scene: Scene, piece: ScenePiece): Candidate | undefined {
  const read = cellKind(scene, piece);
  const label = read ? addressLabel(scene, piece, read) : undefined;
  if (!label || isRowOfBody(scene, piece)) return undefined;
  const text = textOf(scene, piece);
  if (read?.kind === 'contact') return addressBesidePhone(scene, piece, label);
  const trimmed = text.trim();
  const isDoor = /\d+(?:幢|栋|号|座|排|室|单元|门)|\d+-\d+(?:-\d+)?$/.test(trimmed);
  if (
    NO_ADDRESS.test(trimmed) ||
    !(isDoor || /[\u4e00-\u9fff]{3}/.test(trimmed)) ||
    trimmed.length > 60 ||
    /\*\*|××|□/.test(trimmed)
  )
    return undefined;
  if (!/\d|[一二三四五六七八九十]|[村组镇乡街路巷号室寨屯庄院楼苑园舍坊里]/.test(trimmed)) return undefined;
  const start = piece.start + text.indexOf(trimmed);
  return toCandidate({ start, end: start + trimmed.length }, trimmed, fact(`表头“${label}”`), 0.95);
}

/** 住址及电话: the address ends where the number begins. */
function addressBesidePhone(scene: Scene, piece: ScenePiece, label: string): Candidate | undefined {
  const lead = /^(?:邮寄|邮递|寄)[:：]?/.exec(textOf(scene, piece))?.[0].length ?? 0;
  const start = piece.start + lead;
  const end = addressEnd(scene.text, start, piece.end, true);
  if (end < 0) return undefined;
  const range = { start, end };
  return toCandidate(range, textOf(scene, range), fact(`表头“${label}”`), 0.9);
}

/** The header or label by which the cell holds where a person lives. */
function addressLabel(scene: Scene, piece: ScenePiece, { kind, label, table }: CellKind): string | undefined {
  const isPlace = kind === 'place' && !/单位|办公|工程|注册/.test(label);
  if (table.form) {
    const persons = kind === 'address' || (isPlace && (isPersonForm(scene, piece) || /通信|通讯|联系|邮寄/.test(label)));
    return persons ? label : undefined;
  }
  if (kind === 'address') return label;
  if (kind === 'contact') {
    const mailed = /^(?:邮寄|邮递|寄)[:：]?/.test(textOf(scene, piece)) && table.personal !== undefined;
    return table.names > 0 && (mailed || /住址|住处|家庭地址/.test(label)) ? label : undefined;
  }
  const headers = tableHeaders(scene, piece);
  const persons = isPlace && table.names > 0 && !OF_THINGS.test(headers);
  return persons && (table.personal !== undefined || /证件|电话|手机|卡号|账/.test(headers)) ? label : undefined;
}

/** 姓名, 身份证号 stand as labels above: the form is one person's. */
function isPersonForm(scene: Scene, piece: ScenePiece): boolean {
  const above = scene.text.slice(Math.max(0, piece.start - 500), piece.start);
  return /(?:^|\n)(?:申请人|本人)?(?:姓名|来电人|来访人|信访人|投诉人)\n/.test(above) && /身份证|证件号|手机|电话/.test(above);
}

/** (男,43岁,云山县石门乡高坎村人): where a person is from, down to the village. */
function originBefore(scene: Scene, at: Range): (Range & { readonly because: Fact }) | undefined {
  const clause = scene.clause(at.start);
  const match =
    /(?:^|[(（，,、])((?:[\u4e00-\u9fff]{2,6}[省市县区])?[\u4e00-\u9fff]{2,6}[县区乡镇](?:[\u4e00-\u9fff]{1,6}[乡镇])?[\u4e00-\u9fff]{1,6}村(?:[\u4e00-\u9fff\d]{1,4}组)?)$/.exec(
      scene.text.slice(Math.max(clause.start - 1, at.start - 36, 0), at.end - 1),
    );
  const address = match?.[1];
  if (!address || !/^人(?:[，,)）。；]|$)/.test(scene.text.slice(at.end - 1, at.end + 1))) return undefined;
  const sentence = scene.sentence(at.start);
  if (!/男|女|岁|身份证|信访人|当事人|死者|伤者/.test(scene.text.slice(sentence.start, at.start))) return undefined;
  return { start: at.end - 1 - address.length, end: at.end - 1, because: fact('写明某人是某村人') };
}

function toCandidate(range: Range, address: string, because: Fact, confidence: number): Candidate {
  return {
    ...range,
    value: address,
    confidence,
    evidence: [fact('地址写到门牌、楼栋或村组', range), because],
    suggestion: maskAddress(address),
  };
}

/** 例如某小区6幢502(罗某填写): an example taken from somebody. */
const WRITTEN_BY = /^[(（][\u4e00-\u9fff·]{2,5}(?:填写|登记|提供)/;

/** Where a private person lives: behind a word of residence, before 的住户, in a column of addresses. Offices and venues are public. */
export const homeAddress: Recogniser = {
  id: 'home-address',
  anchors: [
    '住',
    '户籍',
    '户口',
    '地址',
    '家在',
    '家位于',
    '居住',
    '现居',
    '的住户',
    '的业主',
    '的居民',
    '的租户',
    '的村民',
    '，居',
    '(居',
    '村人',
    '组人',
    '你家',
    '您家',
    '我家',
    '他家',
    '她家',
    '其家',
    '住处',
    '老家',
    '自建房',
    '坐落',
    '自有房',
    '私有房',
    ...HOME_BRACKET_WORDS,
  ],
  headers: ['住', '地址', '户籍', '户口', '现居', '居', '坐落', '房屋', '所在村', '门牌', '房号'],
  recognise(scene, at) {
    const piece = scene.pieceAt(at.start);
    if (piece.cell && at.start === piece.start && at.end === piece.end) {
      const inCell = addressInCell(scene, piece);
      return inCell ? [inCell] : [];
    }
    const address = /人$/.test(textOf(scene, at))
      ? originBefore(scene, at)
      : HOME_BRACKET_WORDS.includes(textOf(scene, at))
        ? homeInBrackets(scene, at)
        : (homeAddressBefore(scene, at) ?? homeAddressAfter(scene, at));
    if (!address || (isExample(scene, address) && !WRITTEN_BY.test(scene.text.slice(address.end, address.end + 12)))) return [];
    const text = textOf(scene, address);
    if (/[×*_□]/.test(text)) return [];
    const candidate = toCandidate({ start: address.start, end: address.end }, text, address.because, 0.9);
    // 家住某小区3号楼的居民张奶奶: news, nobody's door.
    const anybody =
      /^的(?:居民|市民|群众|村民|业主)/.test(scene.text.slice(address.end, address.end + 4)) && !/[室户元]|\d-\d/.test(text);
    return [anybody ? { ...candidate, level: 'notice', confidence: 0.4 } : candidate];
  },
};
