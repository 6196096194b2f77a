import type { Range, Scene, ScenePiece } from '../../model.ts';
import { nameLengthAt, surnameAt } from './name-reading.ts';
import { NAME_HEADERS, PARTY_WORDS, PUBLIC_HEADERS } from './person-words.ts';
import { fact, isHeaderCell, tableHeaders } from './surroundings.ts';

interface CellName extends Range {
  readonly because: { readonly label: string };
  readonly firm: boolean;
}

/** Headers that make a table one about private persons, whatever its cells say. */
const PERSONAL_HEADERS =
  /身份证|护照|通行证|证件号|证件类型|公民身份|住址|家庭地址|现住|户籍|卡号|银行|收款账|困难|病|残|出生日期|出生年月日|收入|工资|养老金|抚恤|慰问|车牌|处罚|违法|信访|诉求|反映|投诉|致贫|健康|婚姻/;
const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;
const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])|(?<!\d)\d{15}(?!\d)|[一-龥]字第\d+号/;
const NO_PERSON =
  /办公室|值班|合计|总计|小计|空缺|待定|人员|公司|单位|中心|[科处室局股站所]$|物业|社区|村委|居委|集团|医院|学校|银行|负责|同上|无$|详见|另行|小组|一组|二组|[省市县区镇乡村路街]$|姓名|性别|身份|电话|住址|备注|序号|工种|岗位|职务/;

/** Names in a cell under 姓名, 户主, 驾驶员 … of a table that also bears personal data, or beside such a label in a form. */
export function namesInCell(scene: Scene, piece: ScenePiece): CellName[] {
  const cell = piece.cell;
  if (!cell) return [];
  const label = nameLabel(piece);
  if (isHeaderCell(scene, piece) && !isFormName(scene, piece)) return [];
  if (!label || PUBLIC_HEADERS.test(label.replace(/责任人/g, '')) || !isPersonal(scene, piece, label)) return [];
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

/** The row must bear a personal item; headers tell it, or the cells, or the label is that of a party. */
function isPersonal(scene: Scene, piece: ScenePiece, label: string): boolean {
  const headers = tableHeaders(scene, piece);
  if (piece.cell?.header === label && PERSONAL_HEADERS.test(headers)) return true;
  const row = scene
    .row(piece)
    .map((each) => scene.text.slice(each.start, each.end))
    .join('\n');
  if (MOBILE.test(row) || IDENTITY.test(row)) return true;
  if (piece.cell?.header === label) return false;
  if (PARTY_WORDS.some((word) => label.includes(word))) return true;
  // A form with one fact a row: the rows below hold what makes it personal.
  const near = scene.text.slice(Math.max(0, piece.start - 1200), Math.min(scene.text.length, piece.end + 1200));
  return MOBILE.test(near) || IDENTITY.test(near);
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
    if (/^[A-Za-z]/.test(part)) names.push({ start, end: start + part.length });
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
  if (!sure) return false;
  // Minority names without a surname stand whole in their cell.
  return part.length >= 2 && part.length <= 6 && !/[的了和与及或是]/.test(part) && !/^[××]/.test(part);
}
