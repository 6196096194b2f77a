/**
 * Values that only a header explains (`6`, `丙`, `3`, `4316.52`): cells of tables about works, read by the header above, the label
 * of the row or the cell to the left (forms with several label–value pairs in a row).
 */
import type { Candidate, Fact, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { draftFacts, namesWork, type TableFacts } from './draft-facts.ts';
import { NUMBER, plainNumber } from './numbers.ts';
import { isCoarse, isKindOfPlace, looksLikePlace } from './place-grammar.ts';
import { readChemicalCell, readGradeCell } from './protection-grammar.ts';
import { candidate } from './ties.ts';

interface ColumnShape {
  readonly id: string;
  /** Words that wake it, parts of captions. */
  readonly words: readonly string[];
  /** The caption, compact, without unit in brackets. */
  readonly caption: RegExp;
  /** Needs the table to be about works or sirens even before this caption is counted. */
  readonly kinds: readonly TableFacts['kind'][];
  /** Reads the compact cell: its normalised value, or undefined when it holds no value of this kind. */
  readonly value: (text: string, table: TableFacts) => string | undefined;
  readonly label: string;
}

const EMPTY = /^(?:[—\-/\\、.*×_□无略]+|同上|详见.*|见附.*|附后|不详|待定|未定|涉密|不公开|暂无|是|否|[有无]此项)$/;

function bare(caption: string): string {
  return caption
    .replace(/\s+/g, '')
    .replace(/\((?!战时).*?\)/g, '')
    .replace(/[:：]$/, '')
    .replace(/\/(?:㎡|m2|m²|平方米|人|个|米|m)$/, '')
    .replace(/^[0-9一二三四五六七八九十]+[、.]/, '');
}

/** The caption of a cell that fits: row label first in forms, then the header, then the left neighbour. */
function captionOf(piece: ScenePiece, shape: ColumnShape, columns: number, turned: boolean): string | undefined {
  if (piece.cell === undefined) return undefined;
  const { header, label, left, column, row } = piece.cell;
  // A form without a header row: its first row holds a label and its value too.
  const options = row > 0 ? [header, left, column === 1 || turned ? label : ''] : column % 2 === 1 && columns <= 4 ? [left] : [];
  return options.map(bare).find((text) => text !== '' && text.length <= 16 && shape.caption.test(text));
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
  const said = captionOf(piece, shape, table?.headers.length ?? 0, table?.turned ?? false);
  const told = piece.cell.row > 0 && table?.told[piece.cell.column] === shape.id ? piece.cell.header : undefined;
  const caption = said ?? told;
  if (table === undefined || caption === undefined || !shape.kinds.includes(table.kind)) return [];
  const compact = compactPiece(scene, piece);
  if (compact.text === '' || EMPTY.test(compact.text) || TOTAL_ROW.test(rowHead(scene, piece))) return [];
  const value = shape.value(compact.text, table);
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

const OTHER_GRADES =
  '(?!.*(?:耐火|防水|抗震|防火|混凝土|强度|资质|信用|安全|响应|绩效|风险|外壳|设备|网络|职称|职级|合格|抗渗|鉴定))';

/** `6`, `6B`, `五`, `核5常5` under 抗力级别, 防护等级, 人防等级, 等级 */
export const gradeColumn = columnRecogniser({
  id: 'grade-column',
  words: ['核', '常', '甲', '类', '级', '抗', '抗力', '等级', '级别', '设防', '防护标准', '防护类别', '类别'],
  caption: new RegExp(
    `^${OTHER_GRADES}(?:(?:人防|民防|工程|防空地下室|设计|战时)?(?:防(?:核|常规)武器)?(?:抗力|防护|设防|人防|工程)?(?:等级|级别|标准|类别)|(?:核武器|常规武器|核|常)?抗力(?:等级|级别)?|(?:核|常)(?:级|抗力级?)?|甲/?乙类?别?|抗|几级|定级|(?:人防)?类别?)(?:/防化(?:等级|级别)?)?$`,
  ),
  kinds: ['works'],
  value: (text) => (/^[甲乙]类?$/.test(text) ? `${text[0]}类` : readGradeCell(text)),
  label: '防护等级',
});

/** `丙`, `丁级` under 防化, 防化等级 */
export const chemicalColumn = columnRecogniser({
  id: 'chemical-column',
  words: ['防化', '化', '防毒', '生化', '三防'],
  caption: /^(?:(?:(?:设计|战时|人防)?防)?化|(?:战时)?(?:防毒|防生化|三防))(?:等级|级别|标准|类别|设计等级|级)?$/,
  kinds: ['works'],
  value: readChemicalCell,
  label: '防化等级',
});

const SIZE = new RegExp(
  `^(?:约|共|近)?${NUMBER}(?:平方米|平米|㎡|m2|m²|M2|人|名|个|座|张|台|辆|延米|米|m|公里|处)?(?:\\(.{0,12}\\))?$`,
);

function readSize(text: string): string | undefined {
  if (!SIZE.test(text) || /^0(?:\.0+)?(?:平方米|㎡|人|个)?$/.test(text)) return undefined;
  return plainNumber(new RegExp(NUMBER).exec(text)?.[0] ?? text);
}

/** Areas, persons, units, beds, lengths under their headers */
export const scaleColumn = columnRecogniser({
  id: 'scale-column',
  words: [
    '规模',
    '体量',
    '面积',
    '建面',
    '掩蔽',
    '容纳',
    '防护单元',
    '抗爆单元',
    '单元数',
    '单元',
    '床位',
    '长度',
    '全长',
    '长(',
    '洞长',
    '容量',
    '人数',
    '多大',
    '多少',
    '大小',
    '平米',
    '平方',
    '方',
    '人',
    '净',
  ],
  caption:
    /^(?!.*(?:用地|占地|绿地|地上|应缴|收费|展|首层|地面|平时|租))(?:(?:人防|掩蔽|有效|使用|建筑|实测|核实|核定|核查|测绘|复测|验收|认定|测量|完工|设计|许可|补建|保留|结建|竣工|工程|防空地下室|总|实建|应建|备案|审批|战时|地下|库房|仓库|库区|可用)*(?:面积(?:合计)?|建面)|(?:战时|设计|可|最大)?(?:掩蔽|容纳)(?:人数|人员数?量?|能力|容量)?|(?:人员)?掩蔽(?:人数|能力)|(?:人防)?(?:防护|抗爆|防爆)?单元(?:数量?|个数)?|(?:战时)?床位(?:数)?|(?:洞体|坑道|地道|总|工程)?(?:长度|全长|长)|容量|体量|多大|大小|多少平米?|平方米?数?|(?:能|可)(?:装|藏|躲|住|蹲)多少人?|(?:建设|工程)?规模)$/,
  kinds: ['works', 'stores'],
  value: (text, table) => (isTotalOnly(table) || /[0-9]处$/.test(text) ? undefined : (readSize(text) ?? saidSize(text))),
  label: '工程规模',
});

/** 全长260米 · 约半里，容三百人: a size in words. */
function saidSize(text: string): string | undefined {
  const sized = /[0-9一二两三四五六七八九十百千半](?:余|多|来)?(?:平|㎡|m2|米|延|里|丈|人|个?(?:防护)?单元|张床|床位)/.test(text);
  return sized && text.length <= 28 && !/元|每|应|不/.test(text) ? text : undefined;
}

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

/** Wartime use under 战时用途, 战时功能 */
export const useColumn = columnRecogniser({
  id: 'use-column',
  words: ['战时', '用途', '使用功能', '工程类别', '工程类型', '给谁用', '做什么', '用', '功能'],
  caption:
    /^(?:战时(?:使用)?(?:用途|功能|性质|类别)?|战时(?:使用)?功能\/.*|人防(?:使用)?功能|人防功能|(?:用途|功能)\(战时\)|工程类(?:别|型)|战时[一-龥]{0,2}(?:谁用|做什么|干什么|当什么|怎么用))$/,
  kinds: ['works'],
  value: (text) =>
    /掩蔽|[一二]掩|[一二]等人员|医院|救护|物资|专业队|汽车库|车库|电站|供水|食品|车间|干道|通道|警报|监测|指挥|疏散|装备|队员/.test(
      text,
    )
      ? text
      : undefined,
  label: '战时用途',
});

const NOT_SITE =
  '(?!.*(?:办公|集合|集结|会议|活动|报名|受理|办理|服务|家庭|户籍|通信|联系|注册|单位地址|企业|公司|建设单位|开标|培训|学习|演练|接收|疏散|安置))';

/** Addresses, plots, positions under 建设地点, 坐落, 安装位置 */
export const siteColumn = columnRecogniser({
  id: 'site-column',
  words: [
    '分布',
    '建筑',
    '场所',
    '库址',
    '处所',
    '存放',
    '范围',
    '方位',
    '地点',
    '地址',
    '位置',
    '坐落',
    '座落',
    '点位',
    '四至',
    '安装',
    '选址',
    '所在',
    '口部',
    '入口',
    '地块',
    '楼栋',
    '地段',
    '部位',
    '楼宇',
    '在哪',
    '哪儿',
    '点着',
    '落脚',
    '地方',
    '处',
  ],
  caption: new RegExp(
    `^${NOT_SITE}(?:[一-龥/]{0,8}(?:地点|地址|位置|坐落|座落|四至|选址|所在地|安装楼宇|所在楼宇|楼栋|地段|部位|安装处所|安装单位|设置楼宇|点位|地块|库址|处所|安装处|存放处|所在处|范围|方位|所在建筑|分布)|分布(?:情况)?|所在(?:建筑物?|单位|楼)|安装(?:建筑物?|场所)|设置场所|(?:坐落|四至|所在)[一-龥]{0,4}|(?:口部|主口|次口|备用口|(?:主要|次要|备用)?出入口|竖井)(?:位置)?|点位名称|安装建筑物?|楼宇名称|建筑物名称|在哪[儿里]?|点着|地方|位于)$`,
  ),
  kinds: ['works', 'sirens', 'stores'],
  value: (text) => (looksLikePlace(text) && !isKindOfPlace(text) && !isCoarse(text) && !/^同上/.test(text) ? text : undefined),
  label: '工程位置',
});
