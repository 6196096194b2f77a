/**
 * What a draft as a whole says, read once per scene: its tables by their headers, whether it is about building elsewhere, which
 * works it names. Object and value may stand in different cells, paragraphs and headings (civil-defence-terms.md §1).
 */
import { PlacedPattern } from '../../engine/placed-pattern.ts';
import type { Scene, ScenePiece } from '../../model.ts';
import { bareCaption, RANKED_CAPTION, SIREN_SITE_CAPTION, STRONG_GRADE_CAPTION } from './captions.ts';
import { isOffSite } from './guards.ts';
import { pieceFacts } from './piece-facts.ts';
import { type ToldColumn, toldColumns } from './told-columns.ts';
import { CIVIL } from './vocabulary.ts';

export type TableKind = 'works' | 'sirens' | 'stores' | 'off-site' | 'other';

export interface TableFacts {
  readonly kind: TableKind;
  /** Compact headers of row 0, by column. */
  readonly headers: readonly string[];
  /** True when a column (or a label) names each row's work. */
  readonly named: boolean;
  /** True where the captions stand in the first column and every other column is one work. */
  readonly turned: boolean;
  /** By column: what its cells say it holds where the captions do not. */
  readonly told: readonly (ToldColumn | undefined)[];
  /** Compact text of the paragraph that stands before the table. */
  readonly lead: string;
}

export interface DraftFacts {
  readonly title: string;
  readonly civil: boolean;
  readonly offSite: boolean;
  readonly tables: ReadonlyMap<number, TableFacts>;
}

const STRONG_HEADER =
  /战时|防护单元|抗力|^(?:核|常|化|核级|常级)$|(?:防护|人防|设防|防化)(?:等级|级别|标准)?$|防护等级|人防等级|掩蔽|人防(?:总|有效)?(?:建筑)?面积|人防工程|防空地下室|防化/;
const OFF_SITE_HEADER = /易地|应缴|实缴|减免|缴费|退费|征收/;
const SIREN_HEADER = /警报|点位|鸣响|音响覆盖|控制方式/;
const NAME_HEADER =
  /^(?:人防)?(?:工程|项目|标的|小区|单位工程|洞|地道)(?:名称?)?$|工程名|项目名|名称|(?:维护|治理|加固|检查|管护)对象|工程编号|台账编号|编号/;
const SITE_HEADER = /位置|地点|坐落|座落|地址|库址|所在|安装处|经度|坐标|四至|地段|楼栋/;
const SIREN_SITE = /安装|位置|点位|地点|处所|经度|坐标|所在|建筑|楼宇|分布|设置处|场所/;
const STORE_HEADER = /库址|(?:存放|储存|所在|库房|仓库)?(?:位置|地点|地址|处所)|存放处|所在地?/;
const STORE_WORDS = /物资|装备|器材|储备|品种|品名|存放|防毒/;
const TURNED =
  /^(?:(?:人防)?(?:抗力|防护|防化|设防)(?:等级|级别)|(?:人防|建筑|掩蔽|使用|有效)+面积|防护单元数?|掩蔽人数|战时(?:功能|用途)|(?:建设|工程)?(?:位置|地点|地址|规模)|坐落|出入口|口部)$/;
/** A caption in the third column: a form of pairs, not a table on its side. */
const PAIRED = /功能|面积|等级|级别|单元|人数|位置|地点|名称|结构|用途|电话|单位|日期|造价|层数/;
/** 规模, 级别 beside projects: in a paper about works they are those of each work. */
const GRADED_HEADER = /^(?:建设|工程)?(?:规模|体量|级别|等级|类别)$/;
const OTHER_TABLE =
  /姓名|户主|住址|证件|身份证|[账帐]号|补偿|预算|决算|应聘|岗位|科目|联系人|成绩|组长|集结|疏散|接收|目标名称|企业|资质|证书|机构名称|单位名称|开放时间|收费标准|避难|邮编|办公/;
const WORKS_LEAD =
  /(?:人防|民防|人民防空)(?:工程|地下室|设施|车位|资产|洞)|防空地下室|防空洞|早期(?:人防)?工程|指挥所|指挥工程|(?<!上甘岭)坑道|地道|洞库|物资(?:储备)?库/;

function tableKind(headers: string, labels: string, cells: string, lead: string, title: string): TableKind {
  const words = `${headers} ${labels}`;
  if (OFF_SITE_HEADER.test(headers) || (isOffSite(lead) && !STRONG_HEADER.test(headers))) return 'off-site';
  const headerList = words.split(' ');
  if (headerList.some((header) => STRONG_HEADER.test(header) || STRONG_GRADE_CAPTION.test(bareCaption(header)))) return 'works';
  if (SIREN_HEADER.test(headers) && SITE_HEADER.test(headers)) return 'sirens';
  const about = `${lead} ${title}`;
  const sited = SIREN_SITE.test(headers) || headerList.some((header) => SIREN_SITE_CAPTION.test(bareCaption(header)));
  if (/警报/.test(about) && !/试鸣/.test(title) && sited) return 'sirens';
  if (/[库仓]/.test(`${headers} ${lead}`) && STORE_HEADER.test(headers) && STORE_WORDS.test(`${headers} ${about}`))
    return 'stores';
  if (OTHER_TABLE.test(headers) || /避难场所|宣教[馆点]|展馆/.test(lead)) return 'other';
  const located =
    SITE_HEADER.test(words) ||
    /面积/.test(words) ||
    headerList.some((header) => GRADED_HEADER.test(header) || RANKED_CAPTION.test(bareCaption(header)));
  if ((WORKS_LEAD.test(about) || WORKS_LEAD.test(cells)) && located) return 'works';
  return 'other';
}

/** 得分 88.5, 等级 二级: then the grade of a row is one of the score. */
export const isScored = (table: TableFacts): boolean => table.headers.some((header) => /得分|评分|分值|总分/.test(header));

/** Rows that are looked at to tell what a column holds. */
const TOLD_ROWS = 20;

function readTables(scene: Scene, title: string, isCivil: boolean): ReadonlyMap<number, TableFacts> {
  const cells = new Map<number, ScenePiece[]>();
  const leads = new Map<number, string>();
  const recent: ScenePiece[] = [];
  for (const piece of scene.pieces) {
    if (piece.cell === undefined) {
      if (piece.end > piece.start) recent.push(piece);
      if (recent.length > 3) recent.shift();
      continue;
    }
    const list = cells.get(piece.cell.table);
    if (list === undefined) {
      cells.set(piece.cell.table, [piece]);
      const above = recent.map(({ start, end }) => scene.text.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ''));
      leads.set(piece.cell.table, above.join(' '));
    } else list.push(piece);
  }
  const tables = new Map<number, TableFacts>();
  for (const [table, list] of cells) {
    const headers: string[] = [];
    const labels: string[] = [];
    const names: string[] = [];
    const firsts: string[] = [];
    const thirds: string[] = [];
    const columns: string[][] = [];
    for (const piece of list) {
      const text = piece.end - piece.start < 60 ? scene.text.slice(piece.start, piece.end).replace(/\s+/g, '') : '';
      if (piece.cell && piece.cell.row > 0 && piece.cell.row <= TOLD_ROWS) {
        const column = columns[piece.cell.column] ?? [];
        column.push(text);
        columns[piece.cell.column] = column;
      }
      if (piece.cell?.over) headers[piece.cell.column] = `${piece.cell.over}${piece.cell.header}`;
      if (piece.cell?.row === 0) headers[piece.cell.column] = text;
      else if (piece.cell !== undefined && piece.cell.column % 2 === 0 && headers.length <= 4) labels.push(text);
      if (piece.cell?.column === 0 && piece.cell.row > 0) firsts.push(text);
      if (piece.cell?.column === 2) thirds.push(text);
      if (piece.cell?.column === 1 && piece.cell.row < 12) names.push(text);
    }
    const lead = leads.get(table) ?? '';
    const turned =
      firsts.filter((text) => TURNED.test(text)).length >= 2 &&
      !headers.some((text) => TURNED.test(text)) &&
      !thirds.some((text) => PAIRED.test(text));
    if (turned) labels.push(...firsts);
    const read = tableKind(headers.join(' '), labels.join(' '), names.slice(0, 40).join(' '), lead, title);
    const told =
      read === 'other' || read === 'works'
        ? toldColumns(
            headers,
            Array.from(columns, (each) => each ?? []),
          )
        : [];
    // Without a word of civil defence in the draft a column of wartime uses must stand beside the grades.
    const tells = told.length > 0 && (isCivil || told.includes('use-column'));
    const kind = read === 'other' && tells && !OTHER_TABLE.test(headers.join(' ')) ? 'works' : read;
    tables.set(table, {
      kind,
      headers,
      named: headers.some((header) => NAME_HEADER.test(header)) || labels.some((label) => NAME_HEADER.test(label)),
      turned,
      told: kind === 'works' ? told : [],
      lead,
    });
  }
  return tables;
}

const civil = new PlacedPattern(new RegExp(CIVIL));
/** Words whose places are asked for. */
export const CIVIL_WORDS = civil.words;

const cache = new WeakMap<Scene, DraftFacts>();

/** The facts of a draft, read once. */
export function draftFacts(scene: Scene): DraftFacts {
  let facts = cache.get(scene);
  if (facts === undefined) {
    const title = scene.title().replace(/\s+/g, '');
    const isCivil = civil.isIn(scene);
    facts = { title, civil: isCivil, offSite: isOffSite(title), tables: readTables(scene, title, isCivil) };
    cache.set(scene, facts);
  }
  return facts;
}

const whole = new WeakMap<Scene, boolean>();

/** True when the draft, anywhere, names an identifiable shelter, command post or store (sirens alone do not count). */
export function namesWork(scene: Scene): boolean {
  let named = whole.get(scene);
  if (named === undefined) {
    named =
      scene.pieces.some((piece) => pieceFacts(scene, piece).objects.some((object) => object.kind !== 'siren')) ||
      [...draftFacts(scene).tables.values()].some((table) => table.kind === 'works' && table.named);
    whole.set(scene, named);
  }
  return named;
}

const valued = new WeakMap<Scene, boolean>();

/** True when the draft gives a grade or a size of its own to some shelter: then the place of its project is the shelter's place. */
export function givesValues(scene: Scene): boolean {
  let gives = valued.get(scene);
  if (gives === undefined) {
    gives =
      [...draftFacts(scene).tables.values()].some((table) => table.kind === 'works' && table.named) ||
      scene.pieces.some((piece) => pieceFacts(scene, piece).describing.length > 0);
    valued.set(scene, gives);
  }
  return gives;
}
