import type { Fact, Range, Scene, ScenePiece } from '../../model.ts';

/** Text left of an offset inside its piece, at most `length` characters. */
export function leftOf(scene: Scene, offset: number, length: number): string {
  const piece = scene.pieceAt(offset);
  return scene.text.slice(Math.max(piece.start, offset - length), offset);
}

/** Text right of an offset inside the piece that the offset ends in, at most `length` characters. */
export function rightOf(scene: Scene, offset: number, length: number): string {
  const piece = scene.pieceAt(Math.max(0, offset - 1));
  return scene.text.slice(offset, Math.min(piece.end, offset + length));
}

export function textOf(scene: Scene, range: Range): string {
  return scene.text.slice(range.start, range.end);
}

/** What the table says about a cell: header of the column, label of the row, label in the cell before; joined by blanks. */
export function cellLabels(piece: ScenePiece): string {
  const cell = piece.cell;
  if (!cell) return '';
  const beforeText = cell.left.trim();
  const isLabel = beforeText.length <= 14 && !/\d{3}/.test(beforeText);
  const label = cell.column > 0 && cell.label.length <= 14 ? cell.label : '';
  return `${cell.header} ${label} ${isLabel ? beforeText : ''}`.trim();
}

/** Texts of the header row of the table a cell stands in, joined by blanks; empty outside tables. */
export function tableHeaders(scene: Scene, piece: ScenePiece): string {
  return scene.headers(piece).join(' ');
}

/** True for a cell of a true header row: row 0 without a value in it. A form's first row (姓名 张三 …) holds one. */
export function isHeaderCell(scene: Scene, piece: ScenePiece): boolean {
  return piece.cell?.row === 0 && !scene.row(piece).some((each) => /\d{4}/.test(textOf(scene, each)));
}

/** The first of the words in the text, or undefined. */
export function firstWord(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[0];
}

/**
 * Labels that say a long number is the number of a matter or a thing, not of a person: right before it, or through a word for a
 * number. 项目负责人王强1381234… names the person in between, and the number is his.
 */
const MATTER_LABEL =
  /(?:编号|票号|序号|案卷|卷宗|受理|流水|备案|立案|登记|业务|办件|查询|工程|项目|合同|订单|发票|票据|凭证|通知书|公证书|证明书|缴款|运单|快递|邮件|单号|序列|批次|资产|设备|样例|信件|工单|条码|执法证|注册证|资格证|证书|文书|信用|税|机构|组织机构|统一|代码|监督|招标|采购|标的|档案|许可证?|资质)(?:[^，,。；;：:\n]{0,10}?(?:号码|编号|代码|(?<!\d)号|码|证书?|单))?[为是系第（(“"#No.A-Z:： ]{0,5}$/;
const MATTER_HEADER =
  /案卷|受理|流水|备案|编号|文号|信用代码|项目代码|合同|订单|发票|单号|凭证|通知书|序列|条码|缴款码|证书|机构代码|税号|准考证|工程号/;
const PERSON_PAPER = /身份|证件号|公民|残疾|居民证|居住证|学籍|社会保障|社保|永居|永久居留/;

/** The label that makes a number one of a matter (案卷号, 合同编号 …), or undefined. A personal label nearer by wins. */
export function matterLabel(scene: Scene, start: number): string | undefined {
  const left = leftOf(scene, start, 18);
  if (PERSON_PAPER.test(left)) return undefined;
  const label = MATTER_LABEL.exec(left)?.[0];
  if (label) return label.replace(/[：:（(“"\s为是]+$/, '');
  const labels = cellLabels(scene.pieceAt(start));
  return PERSON_PAPER.test(labels) ? undefined : MATTER_HEADER.exec(labels)?.[0];
}

/** True when the words round a value say that it is an example (格式示例, 样例号码), not somebody's. */
export function isExample(scene: Scene, range: Range): boolean {
  const left = leftOf(scene, range.start, 14);
  const right = rightOf(scene, range.end, 14);
  return (
    /(?:示例|样例|例如|格式|范例|虚构)[^。；\n]{0,6}$/.test(left) || /^[（(，,]?[^。；\n]{0,4}(?:示例|样例|虚构|格式)/.test(right)
  );
}

/** Things that words wake, by the word. */
export function byAnchor<T extends { readonly anchors: readonly string[] }>(
  things: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const woken = new Map<string, T[]>();
  for (const thing of things) for (const word of new Set(thing.anchors)) woken.set(word, [...(woken.get(word) ?? []), thing]);
  return woken;
}

export function fact(label: string, range?: Range): Fact {
  return range ? { label, range } : { label };
}

/** Evidence for a label that stands near: 邻近“身份证号”. */
export function near(label: string): Fact {
  return { label: `邻近“${label}”` };
}
