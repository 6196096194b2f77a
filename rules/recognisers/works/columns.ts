/**
 * Values that only a header explains (`6`, `丙`, `3`, `4316.52`): cells of tables about works, read by the header above, the label
 * of the row or the cell to the left (forms with several label–value pairs in a row).
 */
import type { Candidate, Fact, Recogniser, Scene, ScenePiece } from '../../model.ts';
import {
  bareCaption,
  CHEMICAL_CAPTION,
  GRADE_CAPTION,
  SCALE_CAPTION,
  SIREN_SITE_CAPTION,
  SITE_CAPTION,
  USE_CAPTION,
} from './captions.ts';
import { readChemicalShorthand, readGradeShorthand, readSizeCell, readUseCell } from './column-cells.ts';
import { compactPiece } from './compact.ts';
import { draftFacts, isScored, namesWork, type TableFacts } from './draft-facts.ts';
import { isCoarse, isKindOfPlace, looksLikePlace } from './place-grammar.ts';
import { candidate } from './ties.ts';

interface ColumnShape {
  readonly id: string;
  /** Words that wake it, parts of captions. */
  readonly words: readonly string[];
  /** The caption, compact, without unit in brackets. */
  readonly caption: RegExp;
  /** What counts as a caption of it in a table of sirens only. */
  readonly sirenCaption?: RegExp;
  /** Needs the table to be about works or sirens even before this caption is counted. */
  readonly kinds: readonly TableFacts['kind'][];
  /** Reads the compact cell: its normalised value, or undefined when it holds no value of this kind. */
  readonly value: (text: string, table: TableFacts, caption: string) => string | undefined;
  readonly label: string;
}

const EMPTY = /^(?:[—\-/\\、.*×_□无略]+|同上|详见.*|见附.*|附后|不详|待定|未定|涉密|不公开|暂无|是|否|[有无]此项)$/;

/** The caption of a cell that fits: row label first in forms, then the header, then the left neighbour. */
function captionOf(piece: ScenePiece, shape: ColumnShape, table: TableFacts | undefined): string | undefined {
  if (piece.cell === undefined) return undefined;
  const columns = table?.headers.length ?? 0;
  const turned = table?.turned ?? false;
  const fits = (text: string) =>
    shape.caption.test(text) || (table?.kind === 'sirens' && shape.sirenCaption?.test(text) === true);
  const { header, over = '', label, left, column, row } = piece.cell;
  // A form without a header row: its first row holds a label and its value too.
  const joined = over === '' ? [] : [`${header}${over}`, `${over}${header}`];
  const options =
    row > 0 ? [header, ...joined, left, column === 1 || turned ? label : ''] : column % 2 === 1 && columns <= 4 ? [left] : [];
  return options.map(bareCaption).find((text) => text !== '' && text.length <= 16 && fits(text));
}

/** Totals, and the furniture, books and machines of an office that lists of assets hold beside works. */
const TOTAL_ROW =
  /^(?:办公|宣教|车辆|合计|小计|总计|共计|汇总|全[市县区省])|^[^,。]{0,6}(?:家具|桌椅|沙发|文件柜|图书|书籍|资料|挂图|展板|录像|光盘|档案柜|电脑|计算机|打印机|复印机|投影|照相机|摄像机|空调|电视|音响|轿车|越野车|面包车|宣传|食堂)/;

function rowHead(scene: Scene, piece: ScenePiece): string {
  return (
    scene
      .row(piece)
      .slice(0, 2)
      .map((cell) => compactPiece(scene, cell).text)
      .find((text) => TOTAL_ROW.test(text)) ?? ''
  );
}

function readCell(scene: Scene, piece: ScenePiece, shape: ColumnShape): readonly Candidate[] {
  if (piece.cell === undefined || piece.end === piece.start || piece.end - piece.start > 200) return [];
  const facts = draftFacts(scene);
  const table = facts.tables.get(piece.cell.table);
  const said = captionOf(piece, shape, table);
  const told = piece.cell.row > 0 && table?.told[piece.cell.column] === shape.id ? piece.cell.header : undefined;
  const caption = said ?? told;
  if (table === undefined || caption === undefined || !shape.kinds.includes(table.kind)) return [];
  const compact = compactPiece(scene, piece);
  if (compact.text === '' || EMPTY.test(compact.text) || TOTAL_ROW.test(rowHead(scene, piece))) return [];
  // A column that its cells alone tell has no caption to be asked.
  const value = shape.value(compact.text, table, said ?? '战时');
  if (value === undefined) return [];
  const evidence: Fact[] = [{ label: `表头（栏目）“${caption}”` }];
  const identified = table.named || table.kind === 'sirens' || namesWork(scene);
  if (table.named) evidence.push({ label: '表中逐行写有工程名称' });
  return [candidate(compact, 0, compact.text.length, value, identified ? 'block' : 'review', identified ? 0.95 : 0.75, evidence)];
}

function columnRecogniser(shape: ColumnShape): Recogniser {
  return {
    id: shape.id,
    anchors: [],
    headers: shape.words,
    recognise: (scene, at) => readCell(scene, scene.pieceAt(at.start), shape),
  };
}

/** Where works are scored 二级 is the grade of the score. */
const POINTS = /^[一二三四1-4]级$/;

/** `6`, `6B`, `五`, `核5常5`, `6/6` under 抗力级别, 防核, 核/常, 类别、级别 */
export const gradeColumn = columnRecogniser({
  id: 'grade-column',
  words: ['核', '常', '甲', '类', '级', '抗', '设防', '防护', '人防要求', '标准', '类别'],
  caption: GRADE_CAPTION,
  kinds: ['works'],
  value: (text, table) => (isScored(table) && POINTS.test(text) ? undefined : readGradeShorthand(text)),
  label: '防护等级',
});

/** `丙`, `丁级`, `乙级/丁级` under 防化, 防化等级 */
export const chemicalColumn = columnRecogniser({
  id: 'chemical-column',
  words: ['防化', '化', '防毒', '毒剂', '生化', '三防'],
  caption: CHEMICAL_CAPTION,
  kinds: ['works'],
  value: readChemicalShorthand,
  label: '防化等级',
});

/** Areas, persons, units, beds, lengths under their headers */
export const scaleColumn = columnRecogniser({
  id: 'scale-column',
  words: [
    '规模',
    '体量',
    '面',
    '掩蔽',
    '容',
    '定员',
    '单元',
    '分区',
    '床',
    '手术台',
    '长',
    '进深',
    '延米',
    '人',
    '多大',
    '多少',
    '大小',
    '平',
    '方',
    '㎡',
    'm2',
    'm²',
    '净',
  ],
  caption: SCALE_CAPTION,
  kinds: ['works', 'stores'],
  value: (text, table) => (isTotalOnly(table) ? undefined : readSizeCell(text)),
  label: '工程规模',
});

/** Yearly statistics (no column that names a row's work or its place) give totals, not works. */
function isTotalOnly(table: TableFacts): boolean {
  return (
    !table.named &&
    !table.headers.some((header) => /地点|位置|坐落|地址/.test(header)) &&
    table.kind === 'works' &&
    table.headers.some((header) => /年度|合计|县|区|数量|同比/.test(header))
  );
}

/** 单帐篷320顶、棉被1800床 under 存放品种及数量, in a list of stores that says where each lies */
export const stockColumn = columnRecogniser({
  id: 'stock-column',
  words: ['品种', '品名', '物资', '器材', '装备', '储备', '存放', '数量'],
  caption:
    /^(?!.*(?:单价|规格|预算|采购))(?:(?:存放|储备|储存|库存|主要|现存|物资|器材|装备|品种|品名|名称|种类)*(?:及|和|、|\/)?(?:数量|物资|器材|装备|品种|品名|内容|明细)+)$/,
  kinds: ['stores'],
  value: (text) => (/[一-龥][0-9一二两三四五六七八九十百千]+[一-龥]/.test(text) ? text : undefined),
  label: '储备品种和数量',
});

/** 用途, 类型 without 战时: a garage or a store there may be what it is in peace. */
const WARTIME_CAPTION = /战|人防|掩蔽/;

/** Wartime use under 战时用途, 战时功能 */
export const useColumn = columnRecogniser({
  id: 'use-column',
  words: ['战', '用途', '功能', '类别', '类型', '性质', '给谁用', '做什么', '用'],
  caption: USE_CAPTION,
  kinds: ['works'],
  value: (text, _table, caption) => readUseCell(text, WARTIME_CAPTION.test(caption)),
  label: '战时用途',
});

/** 供电公司, 城关信用社: on whose roof a siren stands. */
const BODY = /^[一-龥0-9]{2,12}(?:公司|社|[局所行委部队]|变电站|委员会|集团)$/;

/** Addresses, plots, positions under 建设地点, 坐落, 安装位置 */
export const siteColumn = columnRecogniser({
  id: 'site-column',
  words:
    '分布 建筑 场 库址 存放 范围 方位 地点 地址 位置 坐落 座落 点 站 四至 安装 选址 所在 口 地块 宗地 楼 层 地段 部位 依托 附着 承载 哪 落脚 地方 处 位于'.split(
      ' ',
    ),
  caption: SITE_CAPTION,
  sirenCaption: SIREN_SITE_CAPTION,
  kinds: ['works', 'sirens', 'stores'],
  value: (text, table) =>
    (looksLikePlace(text) || (table.kind === 'sirens' && BODY.test(text))) &&
    !isKindOfPlace(text) &&
    !isCoarse(text) &&
    !/^同上/.test(text)
      ? text
      : undefined,
  label: '工程位置',
});
