/**
 * The grammar of protection grades (GB 50038 and the spellings met in drafts): 核6级、常6级 · 核六B级 · 甲类6级 · 核(常)6级 ·
 * 6B级人防 · 抗力等级六级 · 防化丙级. Pure: reads compact text, knows nothing of objects; guards are those of the characters alone.
 */

import { PatternGate } from '../../engine/pattern-gate.ts';

export type GradeForm = 'pair' | 'grade' | 'noun' | 'attribute' | 'chemical' | 'class' | 'bare' | 'overpressure';

export interface GradeMatch {
  readonly start: number;
  readonly end: number;
  readonly form: GradeForm;
  /** The same for every spelling: 核6常6, 6B, 防化丙 … */
  readonly value: string;
}

const LEVEL = '[1-6一二三四五六壹贰叁肆伍陆](?![0-9.])[Bb]?';
const LEVELS_OF: Readonly<Record<string, string>> = {
  一: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
};
const ITEM = `(?:[防抗]?(?:核武器|常规武器)(?:抗力)?|[防抗]?[核常])(?:\\([核常]\\))?${LEVEL}(?:\\([核常](?:${LEVEL})?级?\\))?级?`;
const CHAIN = `(?:[甲乙]类?[,、(]?)?${ITEM}(?:[、,/和及与+-]?${ITEM}){0,3}\\)?(?:[、,(]?[甲乙]类\\)?)?`;
const CLASSED = `[甲乙]类[,、]?${LEVEL}级`;
const NOUN =
  '人防(?!办|部门|机构|系统|主管|网络|体系|组织|干部|队伍|指挥|专业|办公|工作|责任|管理)|民防(?!办|局|部门)|人民防空(?!办|部门|主管)|防空地下室|防空洞|掩蔽|人员掩蔽|[一二]等人员|物资库|防护(?!标准|服|着装|用品|口罩|面具|措施|要求)|单建|附建|抗力|设防';
const ATTRIBUTE =
  '(?:防(?:核|常规)武器)?抗力(?:等级|级别|标准)?|防护(?:等级|级别|标准|类别)|设防(?:等级|级别|类别|标准)|(?:人防|防空|民防)(?:抗力)?(?:等级|级别|类别|抗力)|工程(?:等级|级别|类别)|[防抗][核常](?:武器)?(?:级别?|等级|抗力)?(?=:)|人防(?:指标|要求|部分|工程)?(?=:)|(?<=^|[,;。:(、])等级';
const LINK =
  '(?:设计|确定|核定|评定|定|均|都|同|大致|大体|大概|基本|约)?(?:[为是系属:(=—]|达到|按|达|相当于?|接近|折合)?(?:是|为)?';

const FAMILIES: readonly (readonly [GradeForm, RegExp])[] = [
  ['attribute', new RegExp(`(?:${ATTRIBUTE})(${LINK})((?:${CHAIN}|(?:[甲乙]类?[,、]?)?${LEVEL}级?|[甲乙]类))`, 'gd')],
  ['grade', new RegExp(`(?:${CHAIN}|${CLASSED})`, 'g')],
  ['noun', new RegExp(`${LEVEL}级(?=的?(?:${NOUN}))`, 'g')],
  ['noun', new RegExp(`(?<=(?:人防|民防|人防工程|防空地下室|人防地下室|民防工程)(?:为|属|属于|系|是|达到)?)${LEVEL}级`, 'g')],
  [
    'chemical',
    /(?<!消)防化(?:等级|级别|标准|设计等级)?(?:设计|确定|均|定|应)?(?:[为是系属:(=]|达到|按)?((?:[甲乙丙丁](?:级|(?=$|[,。;、)/]))[、/和]?)+)/dg,
  ],
  ['chemical', /[甲乙丙丁]级的?防化(?!解)/g],
  ['class', /[甲乙]类(?=的?(?:附建|单建|人防|民防|防空|掘开|结建))/g],
  ['bare', new RegExp(`(?<=[,;])${LEVEL}级(?=[,;。]|$)`, 'g')],
  ['overpressure', /超压[^,。;]{0,12}?[0-9]+(?:\.[0-9]+)?(?:MPa|kPa|兆帕|千帕)/gi],
];

/** 核 is a verb's tail after these, 常 belongs to the word before after those: 审核5项, 通常6级大风. */
const VERB_TAIL = /[审考复稽初终评校抽会经已未待严细]$/;
const WORD_BEFORE = /[经通平日正非异反失如往时照惯家]$/;
const COUNTED =
  /^(?:项|家|个|份|次|处|名|条|户|批|万|人|月|日|年|号|组|类|楼|台|件|套|期|种|起|道|点|元|米|分|季|天|座|%|[0-9.])/;
const OTHER_GRADE =
  /^(?:以上|以下)?(?:大风|阵风|风|告警|地震|职员|岗位|值班|值守|响应|巡查|工资|职称|残疾|伤残|医院|资质|防火|以[上下]的?(?:大风|阵风)|调研员|主任科员|工单|预警|预算|网络)/;
/** Other gradings that stand before 等级 or a number: never the grade of a shelter. */
const OTHER_ATTRIBUTE =
  /(?:耐火|防水|抗震|防火|资质|信用|安全|强度|响应|绩效|风险|外壳|设备|网络|保护|信息|评定|危险性|鉴定|质量|职称|电力|负荷|防雷|绿色建筑|节能|景区|职业|屋面|个人|混凝土|抗渗|监理|施工|设计|考核|满意度)(?:防护)?$/;

/** Brings one spelling of a grade to its plain form: 六B → 6B, order 核 before 常, class first. */
export function plainGrade(text: string): string {
  const folded = text
    .replace(/[一二三四五六壹贰叁肆伍陆]/g, (character) => LEVELS_OF[character] ?? character)
    .replace(/b/g, 'B')
    .replace(/核武器(?:抗力)?/g, '核')
    .replace(/常规武器(?:抗力)?/g, '常');
  const kind = /[甲乙](?=类|[1-6])/.exec(folded)?.[0] ?? '';
  const both = /核\(常\)([1-6]B?)|常\(核\)([1-6]B?)/.exec(folded);
  const nuclear = both?.[1] ?? both?.[2] ?? /核\(?([1-6]B?)/.exec(folded)?.[1];
  const conventional = both?.[1] ?? both?.[2] ?? /常\(?([1-6]B?)/.exec(folded)?.[1];
  const bare = nuclear === undefined && conventional === undefined ? (/[1-6]B?/.exec(folded)?.[0] ?? '') : '';
  return `${kind === '' ? '' : `${kind}类`}${nuclear === undefined ? '' : `核${nuclear}`}${conventional === undefined ? '' : `常${conventional}`}${bare}`;
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let to = end;
  const open = (text.slice(start, to).match(/\(/g) ?? []).length;
  const close = (text.slice(start, to).match(/\)/g) ?? []).length;
  if (close > open && text[to - 1] === ')') to--;
  return [start, to];
}

function chainForm(text: string, start: number, end: number): GradeForm | undefined {
  const span = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 8);
  const paired = /核/.test(span) && /常/.test(span) && (span.match(/[1-6一二三四五六]/g) ?? []).length > 1;
  const graded = span.includes('级');
  const classed = /^[甲乙]类/.test(span);
  if (/^核/.test(span) && VERB_TAIL.test(before)) return undefined;
  if (/^常/.test(span) && WORD_BEFORE.test(before)) return undefined;
  if (!span.endsWith('级') && !span.endsWith(')') && !/[类]$/.test(span) && COUNTED.test(after)) return undefined;
  if (!paired && !classed && OTHER_GRADE.test(after)) return undefined;
  if (paired) return 'pair';
  return graded || classed ? 'grade' : undefined;
}

function attributeMatch(text: string, match: RegExpExecArray): GradeMatch | undefined {
  const value = match[2] ?? '';
  const link = match[1] ?? '';
  const [start, end] = trimmed(text, match.index + match[0].length - value.length, match.index + match[0].length);
  const after = text.slice(end, end + 8);
  if (OTHER_ATTRIBUTE.test(text.slice(Math.max(0, match.index - 5), match.index))) return undefined;
  if (!/[级类)]$/.test(text.slice(start, end)) && !/^(?:$|[,。;、)(/])/.test(after)) return undefined;
  if (COUNTED.test(after) || OTHER_GRADE.test(after)) return undefined;
  const pair = /核/.test(value) && /常/.test(value);
  const from = link === '' ? match.index : start;
  return { start: from, end, form: pair ? 'pair' : 'attribute', value: plainGrade(value) };
}

function chemicalMatch(match: RegExpExecArray): GradeMatch {
  const linked = /[为是系属:(=]|达到|按/.test(match[0].slice(0, -1)) && match[1] !== undefined;
  const end = match.index + match[0].length;
  const start = linked && match[1] !== undefined ? end - match[1].length : match.index;
  return { start, end, form: 'chemical', value: `防化${/[甲乙丙丁]/.exec(match[0])?.[0] ?? ''}` };
}

function nounMatch(text: string, start: number, end: number): GradeMatch | undefined {
  const before = text.slice(Math.max(0, start - 4), start);
  if (/[0-9.第至到~—核常类]$/.test(before) || /(?:省市县|市县|县乡|乡村|镇村|上|各|同|下|逐|本|省|市|县|区)$/.test(before))
    return undefined;
  if (OTHER_GRADE.test(text.slice(end, end + 8)) || OTHER_ATTRIBUTE.test(before)) return undefined;
  return { start, end, form: 'noun', value: plainGrade(text.slice(start, end)) };
}

function readMatch(text: string, form: GradeForm, match: RegExpExecArray): GradeMatch | undefined {
  const start = match.index;
  const end = start + match[0].length;
  if (form === 'attribute') return attributeMatch(text, match);
  if (form === 'chemical') return chemicalMatch(match);
  if (form === 'noun') return nounMatch(text, start, end);
  if (form === 'bare') return { start, end, form, value: plainGrade(match[0]) };
  if (form === 'class') return { start, end, form, value: match[0] };
  if (form === 'overpressure') return { start, end, form, value: match[0] };
  const [from, to] = trimmed(text, start, end);
  const chain = chainForm(text, from, to);
  return chain === undefined ? undefined : { start: from, end: to, form: chain, value: plainGrade(text.slice(from, to)) };
}

const gate = new PatternGate(FAMILIES, ([, pattern]) => pattern);

/** All grades in compact text, in order, longest kept where two overlap. */
export function matchGrades(text: string): readonly GradeMatch[] {
  const found: GradeMatch[] = [];
  for (const [form, pattern] of gate.open(text)) {
    for (const match of text.matchAll(pattern)) {
      const read = readMatch(text, form, match);
      if (read !== undefined) found.push(read);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: GradeMatch[] = [];
  for (const match of found) {
    const last = kept[kept.length - 1];
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
}

const CELL = new RegExp(`^(?:(?:${CHAIN}|(?:[甲乙]类?[,、]?)?${LEVEL}级?|[甲乙]类))(?:[,、/;(]?防化[甲乙丙丁]级?\\)?)?$`);

/** Reads a whole table cell under a grade header: `6`, `6B`, `五`, `核5常5`, `甲类6级`. */
export function readGradeCell(text: string): string | undefined {
  return CELL.test(text) ? plainGrade(text) : undefined;
}

/** Reads a whole table cell under a chemical-protection header: `丙`, `丙级`. */
export function readChemicalCell(text: string): string | undefined {
  const match = /^(?:防化)?([甲乙丙丁])级?$/.exec(text);
  return match === null ? undefined : `防化${match[1]}`;
}
