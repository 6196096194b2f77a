import type { Range, Scene, ScenePiece } from '../../model.ts';
import { bareHeader, INTIMATE_KINDS, KIN_AND } from './column-kinds.ts';
import { isAppointment } from './draft-facts.ts';
import { isPlainWord } from './given-names.ts';
import { isNoName, isOwnedName, nameLengthAt, surnameAt } from './name-reading.ts';
import { type CellKind, cellKind, type PersonTable, personTable } from './person-tables.ts';
import { KIN, NAME_HEADERS, PARTY_WORDS, PUBLIC_HEADERS, STANDING_BEFORE } from './person-words.ts';
import { fact, isHeaderCell, textOf } from './surroundings.ts';

interface CellName extends Range {
  readonly because: { readonly label: string };
  readonly firm: boolean;
}

const MOBILE = /(?<!\d)1[3-9]\d[ ·.—-]?\d{4}[ ·.—-]?\d{4}(?!\d)/;
const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])|(?<!\d)\d{15}(?!\d)|[一-龥]字第\d+号/;
const NO_PERSON =
  /^[待未已无暂缺另见]|个体|务农|无业|自由职业|打工|在家|(?:店|厂|行|部|社|馆|院|厅|超市|网吧|宾馆|酒楼|饭庄|摊|铺|队|班|校)$|(?:女士|先生|师傅|阿姨|大爷|大妈|老师|同志|一家)$|空户|空置|无人|集体|未知|匿名|保密|办公室|值班|同上|代领|代签|未见|合计|总计|小计|空缺|待定|人员|公司|单位|中心|[科处室局股站所组部会课]$|物业|社区|村委|居委|集团|医院|学校|银行|负责|同上|无$|详见|另行|小组|一组|二组|[省市县区镇乡村路街]$|姓名|性别|身份|电话|住址|备注|序号|工种|岗位|职务/;

/** Posts of an office: who holds one is public, whatever else the list is about. */
const OFFICE_POST =
  /主任|局长|处长|科长|股长|厅长|书记|调研员|主席|部长|[市县区镇乡院校]长|科员|巡视员|处级|科级|秘书长|常委|委员|参谋长|政委|干事|所长|站长/;

/** Names in a cell of a list or form of persons, where list or row also bears personal data. */
export function namesInCell(scene: Scene, piece: ScenePiece): CellName[] {
  if (!piece.cell) return [];
  const read = cellKind(scene, piece);
  if (read && isOnDuty(scene, piece, read.table)) return [];
  if (read && !read.table.form) return inList(scene, piece, read);
  if (read && read.kind === 'name' && !isActor(read.label)) return formNames(scene, piece, read.label);
  return read || personTable(scene, piece)?.form ? [] : inForm(scene, piece);
}

function inList(scene: Scene, piece: ScenePiece, { kind, label, table }: CellKind): CellName[] {
  if (kind === 'actor' || kind === 'other') {
    const owned = besideMobile(scene, piece, label) ?? holderOfPaper(scene, piece, label);
    if (owned) return [owned];
  }
  if (kind === 'other') return inForm(scene, piece);
  if (kind === 'contact') return besideNumber(scene, piece, label, table);
  // 责任人 is the keeper of a thing where the list names nobody else.
  if (kind !== 'name' && !(kind === 'actor' && /责任人/.test(label) && table.names === 0)) return [];
  const because = table.personal ? fact(`所在表格有“${table.personal.slice(0, 12)}”`) : itemInRow(scene, piece);
  if (!because || holdsOffice(scene, piece, table)) return [];
  // Whom a public body takes on is published; only a number left unmasked in the row makes it a leak.
  if (isAppointment(scene) && !itemInRow(scene, piece)) return [];
  return namesOf(scene, piece, kind, label).map((range) => ({
    ...range,
    because,
    firm: kind === 'name' && !isWeak(label),
  }));
}

/** In a column of names beside a number of the person, any short word is a name: 高原, 时光, 应急. */
function namesOf(scene: Scene, piece: ScenePiece, kind: CellKind['kind'], label: string): Range[] {
  const text = textOf(scene, piece).trim();
  const whole = kind === 'name' && /姓名|名字/.test(label) && /^[\u4e00-\u9fff]{2,3}$/.test(text.replaceAll(' ', ''));
  if (whole && !NO_PERSON.test(text) && !/某/.test(text) && itemInRow(scene, piece))
    return [{ start: piece.start, end: piece.start + textOf(scene, piece).trimEnd().length }];
  const bare = text.replaceAll(' ', '');
  if (kind === 'name' && /^[\u4e00-\u9fff]{2,3}$/.test(bare) && !NO_PERSON.test(bare) && isOwnedName(bare, 0, bare.length))
    return [{ start: piece.start, end: piece.start + textOf(scene, piece).trimEnd().length }];
  const names = readNames(scene, piece, kind === 'name' && !KIN_AND.test(bareHeader(label)));
  return KIN_AND.test(bareHeader(label))
    ? names.filter(({ start }) => FIRST_OF_KIN.test(scene.text.slice(Math.max(piece.start, start - 4), start)))
    : names;
}
/** Kin are named at the head of the cell or behind a mark or the word for them; what stands elsewhere is their work. */
const FIRST_OF_KIN = /(?:^|[；;、]|[:：妻夫子女父母偶])$/;

/** Who answers for a body in public: the name may stand, only the mobile number is masked. */
const ANSWERS_FOR_BODY = /负责人|法定代表|法人|联系人|联络员|领导|专家|评委|项目经理|总监|建造师|主任|组长|带班|主持|校长|院长/;
const MOBILE_CELL = /^(?:\+?86)?[ -]?1[3-9]\d[ ·.—-]?\d{4}[ ·.—-]?\d{4}$/;

/** 经办人 | 经办人手机: a full name alone in its cell with a mobile number in the next is the owner of the number. */
function besideMobile(scene: Scene, piece: ScenePiece, label: string): CellName | undefined {
  if (ANSWERS_FOR_BODY.test(label)) return undefined;
  const next = scene.row(piece).find((each) => each.cell?.column === (piece.cell?.column ?? 0) + 1);
  if (!next || !MOBILE_CELL.test(textOf(scene, next).trim()) || !isFullName(textOf(scene, piece))) return undefined;
  return { start: piece.start, end: piece.end, because: fact('右侧一格是手机号码', next), firm: true };
}

/** Columns that name whom a permit or decision is for, bodies and natural persons alike. */
const HOLDER = /相对人|当事人|申请人|申请单位|使用单位|建设单位|承租|权利人|产权|业主|对象|主体|名称|个人|户$/;

/** 行政相对人名称 | 类别 | 证件号码: the row of a natural person holds an identity number, that of a body a credit code. */
function holderOfPaper(scene: Scene, piece: ScenePiece, label: string): CellName | undefined {
  if (!HOLDER.test(label) || ANSWERS_FOR_BODY.test(label)) return undefined;
  const name = /^[\u4e00-\u9fff·]{2,20}(?=\(个体|\(自然人|$)/.exec(textOf(scene, piece))?.[0] ?? '';
  if (!isFullName(name)) return undefined;
  const paper = scene
    .row(piece)
    .find((each) => IDENTITY.test(textOf(scene, each)) || /^(?:自然人|个人)$/.test(textOf(scene, each)));
  return paper
    ? { start: piece.start, end: piece.start + name.length, because: fact('所在行是自然人', paper), firm: true }
    : undefined;
}

const isFullName = (text: string): boolean => {
  const name = text.replaceAll(' ', '');
  return (
    name.length >= 2 &&
    !NO_PERSON.test(name) &&
    (nameLengthAt(name, 0, 'labelled') === name.length || isOwnedName(name, 0, name.length))
  );
};

/** 应急联系人及电话 | 卓文君 1379…: the name in front of the number. */
function besideNumber(scene: Scene, piece: ScenePiece, label: string, table: PersonTable): CellName[] {
  if (!table.personal || !(/应急|紧急|家属|亲属|监护/.test(label) || (/姓名/.test(label) && table.names === 0))) return [];
  const text = scene.text.slice(piece.start, Math.min(piece.end, piece.start + 40));
  const name = /^([\u4e00-\u9fff·]{2,8})[\s:：,，(]*\+?\d[\d -]{6,}/.exec(text)?.[1];
  if (!name || !isName(name, true)) return [];
  return [{ start: piece.start, end: piece.start + name.length, because: fact(`表头“${label}”`), firm: true }];
}

/** A post in the row next to the name, in a list where somebody else is meant or that tells nothing of private life. */
function holdsOffice(scene: Scene, piece: ScenePiece, table: PersonTable): boolean {
  const column = piece.cell?.column ?? 0;
  const isPerson = (at: number) => table.kinds[at] === 'name' || table.kinds[at] === 'actor';
  // A post belongs to the person named last before it, or to the next where none is.
  const owner = (post: number) => {
    for (let at = post - 1; at >= 0; at--) if (isPerson(at)) return at;
    return table.kinds.findIndex((kind) => kind === 'name' || kind === 'actor');
  };
  if (table.names < 2 && table.kinds.some((kind) => INTIMATE_KINDS.has(kind))) return false;
  return scene.row(piece).some((each) => {
    const at = each.cell?.column ?? 0;
    return table.kinds[at] === 'post' && owner(at) === column && OFFICE_POST.test(scene.text.slice(each.start, each.end));
  });
}

const ON_DUTY = /^[一-龥]{0,4}(?:值班(?:员|人员?|干部|同志|人员姓名)?|带班(?:人员?|领导)?)$/;

/** 值班员 | 备勤司机 | 司机手机: the number belongs to the person named last before it; who is on duty for an office is public. */
function isOnDuty(scene: Scene, piece: ScenePiece, table: PersonTable): boolean {
  if (table.form || !ON_DUTY.test(bareHeader(piece.cell?.header ?? ''))) return false;
  const column = piece.cell?.column ?? 0;
  for (const each of scene.row(piece)) {
    const at = each.cell?.column ?? 0;
    const kind = table.kinds[at] ?? 'other';
    if (at <= column) continue;
    if (kind === 'name' || kind === 'actor') return true;
    if (INTIMATE_KINDS.has(kind) || isItem(scene.text.slice(each.start, each.end))) return false;
  }
  return true;
}

function itemInRow(scene: Scene, piece: ScenePiece): { readonly label: string } | undefined {
  return isItem(rowText(scene, piece)) ? fact('所在行有证件号码、手机或车牌') : undefined;
}

const rowText = (scene: Scene, piece: ScenePiece): string =>
  scene
    .row(piece)
    .map((each) => scene.text.slice(each.start, each.end))
    .join('\n');
const isItem = (text: string): boolean => MOBILE.test(text) || IDENTITY.test(text);
const isActor = (label: string): boolean => PUBLIC_HEADERS.test(label.replace(/责任人|紧急联系人/g, ''));

/** Beside a label of a form that also holds a number of a person, or the label is that of a party. */
function formNames(scene: Scene, piece: ScenePiece, label: string): CellName[] {
  if (!isPersonal(scene, piece, label)) return [];
  return readNames(scene, piece, /姓名|户主/.test(label)).map((range) => ({
    ...range,
    because: fact(`栏目“${label}”`),
    firm: true,
  }));
}

function inForm(scene: Scene, piece: ScenePiece): CellName[] {
  const label = nameLabel(piece);
  if (isHeaderCell(scene, piece) && !isFormName(scene, piece)) return [];
  if (!label || isActor(label) || !isPersonal(scene, piece, label)) return [];
  return readNames(scene, piece, /姓名|户主/.test(label)).map((range) => ({
    ...range,
    because: fact(`表头“${label}”`),
    firm: !isWeak(label),
  }));
}

/** First row of a form, 姓名 | 申屠敏 | 性别 | 女: a full name right beside the label. */
function isFormName(scene: Scene, piece: ScenePiece): boolean {
  const text = scene.text.slice(piece.start, piece.end);
  const left = piece.cell?.left ?? '';
  return (
    NAME_HEADERS.some((word) => left.endsWith(word)) &&
    surnameAt(text, 0).length > 0 &&
    nameLengthAt(text, 0, 'role') === text.length
  );
}

const isWeak = (label: string) => /责任人|值班|人员|联络员/.test(label);

function nameLabel(piece: ScenePiece): string | undefined {
  const cell = piece.cell;
  if (!cell) return undefined;
  const labels = [cell.header, cell.left, cell.column === 1 ? cell.label : ''];
  return labels.find(
    (each) =>
      each.length <= 14 &&
      each !== '' &&
      NAME_HEADERS.some((word) => each.includes(word)) &&
      !/数|率|意见|情况|电话|手机|证|地址|住址|单位|签字日期/.test(each),
  );
}

/** The label is that of a party, or the row or form holds what makes it personal. */
function isPersonal(scene: Scene, piece: ScenePiece, label: string): boolean {
  if (isItem(rowText(scene, piece))) return true;
  if (piece.cell?.header === label) return false;
  if (PARTY_WORDS.some((word) => label.includes(word))) return true;
  return isItem(scene.text.slice(Math.max(0, piece.start - 1200), Math.min(scene.text.length, piece.end + 1200)));
}

function readNames(scene: Scene, piece: ScenePiece, sure: boolean): Range[] {
  const text = scene.text.slice(piece.start, piece.end);
  const names: Range[] = [];
  for (const match of text.matchAll(/[A-Z][A-Za-z]+(?:[ ,·.-]+[A-Z][A-Za-z]*)+|[\u4e00-\u9fff·]{2,20}/g)) {
    const part = match[0];
    const before = text.slice(0, match.index);
    const start = piece.start + match.index;
    // (留守), (已退休): a remark in brackets, unless it is a name itself.
    const bracketed = /[(（]$/.test(before);
    const kin = KIN.exec(part)?.[0].length ?? 0;
    const standing = STANDING_BEFORE.exec(part)?.[0].length ?? 0;
    if (/^[A-Za-z]/.test(part)) names.push({ start, end: start + part.length });
    else if (kin > 0 && isName(part.slice(kin), false)) names.push({ start: start + kin, end: start + part.length });
    else if (kin > 0 && /氏$/.test(part)) continue;
    else if (standing > 0 && isName(part.slice(standing), false))
      names.push({ start: start + standing, end: start + part.length });
    else if (isName(part, sure && !bracketed)) names.push({ start, end: start + part.length });
    else names.push(...gappedNames(scene, start, part));
  }
  return names;
}

/** 王强 李敏 in one cell lose their blank in the folding; the scene knows where it was. */
function gappedNames(scene: Scene, start: number, part: string): Range[] {
  if (part.length < 4 || part.length > 12 || NO_PERSON.test(part)) return [];
  const cuts = [
    0,
    ...[...part].map((_, index) => index).filter((index) => index > 0 && scene.gap(start + index) > 0),
    part.length,
  ];
  if (cuts.length < 3) return [];
  // 指通科 汤勇: the office stands before the name of who is on duty for it.
  if (/[科处室股站局办所队部组心厅委院校]$/.test(part.slice(0, cuts[1]))) return [];
  const names: Range[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const from = cuts[i] ?? 0;
    const to = cuts[i + 1] ?? 0;
    if (isName(part.slice(from, to), false)) names.push({ start: start + from, end: start + to });
  }
  return names;
}

/** `sure`: the header itself says 姓名, so that a name without a surname is believed. */
function isName(part: string, sure: boolean): boolean {
  if (/某/.test(part) || NO_PERSON.test(part)) return false;
  const length = nameLengthAt(part, 0, 'labelled');
  if (length === part.length) return true;
  if (!sure || isNoName(part)) return false;
  if (part.length <= 3 && surnameAt(part, 0).length === 1 && isPlainWord(part.slice(0, 1), part.slice(1))) return false;
  // Minority names without a surname stand whole in their cell.
  return part.length >= 2 && part.length <= 6 && !/[的了和与及或是]/.test(part) && !/^[××]/.test(part);
}
