import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';
import { candidate } from './grammar.ts';
import { isPublicPaper } from './plan-theme.ts';

type Theme = 'evacuation' | 'team' | 'target';

const BY_HEADER: Readonly<Record<Theme, RegExp>> = {
  evacuation: /疏[出散](?!演练|指示|通道|楼梯|宽度)|接收(?:乡镇|单位|地|点|安置|县|街道|村)|安置(?:地|点|乡镇|村)|留城|登车|撤离/,
  team: /集结|编成|抽组|队[别名伍号]|专业队|分队|携行|战时位置|编制人数|满编/,
  target:
    /(?:防护|重要|重点|经济|保卫)目标|目标(?:名称|单位|类别|等级)|^目标$|防护(?:方式|手段|力量)|守护力量|要害部位|威胁判断|毁伤/,
};
const BY_CAPTION: Readonly<Record<Theme, RegExp>> = {
  evacuation: /疏散(?!演练|指示|通道|练习)|接收安置|安置任务|防空袭(?:方案|预案|行动)|疏散任务|对口接收/,
  team: /专业队|群众防空|编成表|编组表|力量编组|整组|力量部署/,
  target: /(?:重要|重点|经济|防护|保卫)(?:经济|防护)?目标|目标(?:名录|清单|一览|防护)|(?:需|应)防护的/,
};
/** Trainings, tests, purchases and persons have tables of the same words. */
const OTHER_TABLE = /指标|培训|训练|考核|比武|成绩|采购|报价|单价|金额|绩效|完成率|姓名|身份证|满意|活动|课程|预算|得分|参观/;
/** Tables of ordinary duties name who answers for what; so do those of targets, which say so in other words too. */
const DUTY_TABLE = /责任单位/;
const TARGETS_OWN = /(?:经济|防护|重点|保卫)目标|抢修力量|防护手段|守护力量|毁伤|伪装/;
const EVERYDAY = /火灾|消防|台风|汛|洪|地震|地质灾害|避难场所/;

const COLUMNS: Readonly<Record<Theme, readonly RegExp[]>> = {
  evacuation: [
    /^(?!.*(?:序号|备注|联系|电话|负责|责任|时间|日期)).*(?:街道|社区|乡镇|村|单位|学校|地点|地域|位置|集[结合]|登车|乘车|候车|上车|下车|登船|起点|终点|目的地|去向|路线|道路|经由|途经|沿途|安置|接收|宿营|疏出|疏散|留城|片区|驻地|场所|方向|基地)/,
    /人数|人口|户数|容量|规模|床位|运力|车辆|车.{0,2}数|车次|船|物资|里程/,
  ],
  team: [
    /^(?!.*(?:序号|备注|联系|电话|负责人|责任|队长|日期)).*(?:组建|编成|抽组|牵头|依托|组成|来源|承编|单位|集结|待命|展开|部署|配置|位置|地点|驻地|任务区)/,
    /人数|员额|编制|满编|队员|兵力|装备|器材|车辆|机械|时限|到位/,
  ],
  target: [
    /^(?!.*(?:序号|备注|联系|电话|负责人|责任|主管|等级|类别|级别)).*(?:目标|设施|对象|防护|措施|手段|威胁|毁伤|伪装|示假|抢修|力量|关键部位|要害)/,
    /^(?:名称|单位|单位名称|设施名称)$/,
  ],
};
/** Empty cells, sums, and header words where a second header row stands. */
const NO_VALUE = /^(?:[—\-/无\\略…\s]{1,4}|合计|小计|总计|另发|待定|同上|见附件.{0,4}|不详)$/;
const HEADER_WORD =
  /^.{0,6}(?:名称|编号|类别|单位|人数|方式|地点|位置|路线|装备|器材|措施|等级|电话|时限|时间|备注|数量|人口|任务|队伍|队别|目标|内容|项目|姓名|车辆|运力)$|^(?:所[属在辖]|疏[出散]|接收|安置|对口|牵头|承接|涉及)?(?:乡镇|街道|社区|村)(?:、(?:乡镇|街道|社区|村))*$/;

interface Table {
  readonly themes: readonly Theme[];
}
const cache = new WeakMap<Scene, Map<number, Table>>();

/** Text that names the table: its heading and the two short lines before it. */
function caption(scene: Scene, first: ScenePiece): string {
  const lines = [first.index - 1, first.index - 2]
    .flatMap((index) => scene.pieces[index] ?? [])
    .filter((piece) => !piece.cell && piece.end - piece.start <= 60)
    .map((piece) => scene.text.slice(piece.start, piece.end));
  return [scene.headingAbove(first.start), ...lines].join(' ');
}

function firstCell(scene: Scene, piece: ScenePiece): ScenePiece {
  let first = piece;
  for (let index = piece.index - 1; scene.pieces[index]?.cell?.table === piece.cell?.table && index >= 0; index--)
    first = scene.pieces[index] as ScenePiece;
  return first;
}

function tableOf(scene: Scene, piece: ScenePiece): Table {
  const tables = cache.get(scene) ?? new Map<number, Table>();
  cache.set(scene, tables);
  const key = piece.cell?.table ?? -1;
  const known = tables.get(key);
  if (known) return known;
  const headers = scene.headers(piece);
  const title = isPublicPaper(scene) ? '' : caption(scene, firstCell(scene, piece));
  const all = `${headers.join(' ')} ${title}`;
  const other =
    OTHER_TABLE.test(headers.join(' ')) ||
    (DUTY_TABLE.test(headers.join(' ')) && !TARGETS_OWN.test(all)) ||
    /绩效|年度目标|工作目标|目标责任|目标管理/.test(title) ||
    EVERYDAY.test(all) ||
    isPublicPaper(scene);
  const themes = (['evacuation', 'team', 'target'] as const).filter(
    (theme) =>
      !other &&
      (headers.some((head) => BY_HEADER[theme].test(head)) || (BY_CAPTION[theme].test(title) && !OTHER_TABLE.test(title))),
  );
  const table = { themes };
  tables.set(key, table);
  return table;
}

function readCell(scene: Scene, piece: ScenePiece, themes: readonly Theme[]): readonly Candidate[] {
  const { cell } = piece;
  if (!cell || piece.end - piece.start > 90 || cell.row === 0) return [];
  const text = scene.text.slice(piece.start, piece.end);
  if (NO_VALUE.test(text) || HEADER_WORD.test(text)) return [];
  if (!themes.some((name) => COLUMNS[name].some((header) => header.test(cell.header)))) return [];
  const span = { start: piece.start, end: piece.end };
  return [candidate(scene, span, 0.82, [{ label: `表头“${cell.header.slice(0, 20)}”，表列疏散、队伍或目标` }])];
}

/** How many lines may lie between the words that name a table and the table. */
const REACH = 4;
const SHORT = 60;

/** A cell of the table that the words at `at` name: they stand in its header or shortly above it. */
function tableNear(scene: Scene, at: Range): ScenePiece | undefined {
  const piece = scene.pieceAt(at.start);
  if (piece.cell) return piece.cell.row === 0 ? piece : undefined;
  if (piece.end - piece.start > SHORT) return undefined;
  for (let step = 1; step <= REACH; step++) {
    const next = scene.pieces[piece.index + step];
    if (next?.cell) return next;
  }
  return undefined;
}

/** Tables already read, so that each is read once however many words name it. */
const read = new WeakMap<Scene, Set<number>>();

function recognise(scene: Scene, at: Range): readonly Candidate[] {
  const named = tableNear(scene, at);
  const key = named?.cell?.table;
  const known = read.get(scene) ?? new Set<number>();
  read.set(scene, known);
  if (!named || key === undefined || known.has(key)) return [];
  known.add(key);
  const { themes } = tableOf(scene, named);
  if (themes.length === 0) return [];
  const found: Candidate[] = [];
  for (let index = firstCell(scene, named).index; scene.pieces[index]?.cell?.table === key; index++)
    found.push(...readCell(scene, scene.pieces[index] as ScenePiece, themes));
  return found;
}

/** Cells of tables of evacuation, teams and targets, by the theme of the table and the kind of the column. */
export const planTable: Recogniser = {
  id: 'plan-table',
  anchors: [
    '疏散',
    '疏出',
    '接收',
    '安置',
    '留城',
    '登车',
    '撤离',
    '集结',
    '编成',
    '编组',
    '整组',
    '抽组',
    '专业队',
    '群众防空',
    '分队',
    '队别',
    '队名',
    '队伍',
    '队号',
    '携行',
    '战时位置',
    '编制人数',
    '满编',
    '力量部署',
    '目标',
    '防护方式',
    '防护手段',
    '防护力量',
    '守护力量',
    '要害部位',
    '需防护',
    '威胁',
    '毁伤',
    '防空袭',
  ],
  recognise,
};
