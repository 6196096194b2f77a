/** What whole cells say under the captions of works: grades, sizes and uses in the shorthand of tables. Pure: reads compact text. */
import { NUMBER, plainNumber } from './numbers.ts';
import { plainGrade, readGradeCell } from './protection-grammar.ts';

const LEVEL = '[1-6一二三四五六][Bb]?级?';
/** 原五级 · 相当于6级 · 五级(原): said of the grade, no part of it. */
const LEAD = /^(?:原为?|现为?|约|按|相当于|定为|暂定|拟定?|改造[前后])/;
const TAIL = /(?:\([^()]{1,6}\)|以下|左右)$/;
/** 6/6 · 6B、5 · 6(核)6(常): the nuclear and the conventional grade in one cell. */
const BOTH = new RegExp(
  `^${LEVEL}(?:\\([核常]\\))?[/、,;+]?${LEVEL}(?:\\([核常]\\))?$|^[HKN][1-6]B?[/、,]?[CKH]?[1-6]?B?$|^[核常]-[1-6]B?$|^[核常]?${LEVEL}[;(][核常]?${LEVEL}\\)?$`,
);
const CLASS_APART = /^(.+?)[,、/]?([甲乙]类)$|^([甲乙]类)(?:附建式?|单建式?|掘开式?|[,、/])*(.+)$/;

/** A grade however a table writes it: `6`, `甲类6级`, `6/6`, `原五级`, `6B级甲类`, `甲`. */
export function readGradeShorthand(text: string): string | undefined {
  if (/^[甲乙]类?$/.test(text)) return `${text[0]}类`;
  const plain = readGradeCell(text);
  if (plain !== undefined || text.length > 24) return plain;
  if (BOTH.test(text)) return plainGrade(text);
  const bare = text.replace(LEAD, '').replace(TAIL, '');
  const apart = CLASS_APART.exec(bare);
  const rest = apart?.[1] ?? apart?.[4] ?? bare;
  return rest === text ? undefined : readGradeCell(rest);
}

/** `丙`, `丙级`, `防化丁`, `乙级/丁级`, `丙(丁)`. */
export function readChemicalShorthand(text: string): string | undefined {
  const match = /^(?:防化)?([甲乙丙丁])[级类]?(?:[、/,;和及]?\(?(?:防化)?[甲乙丙丁]级?\)?){0,3}$/.exec(text);
  return match === null ? undefined : `防化${match[1]}`;
}

const UNIT =
  '(?:平方米|平米|平方|㎡|m2|m²|M2|平|人|名|个?(?:防护|抗爆|防爆)单元|个单元|个|座|张|台|辆|延长米|延米|公尺|市尺|米|m|公里|千米|km|华里|里|丈|步|处|床|间)?';
const ONE = `(?:约|共|近)?(?:${NUMBER}|[0-9.]+千)${UNIT}(?:左右|上下|余|多)?(?:\\([^()]{0,14}\\))?`;
const SIZE = new RegExp(`^${ONE}(?:[+/~～—、,-]${ONE}){0,3}$`);
const NAMED_COUNT = new RegExp(
  `^(?:(?:防护|抗爆|防爆)(?:单元)?|床位|手术台|单元)[:为]?${ONE}(?:[、,;/](?:(?:防护|抗爆|防爆)(?:单元)?|床位|手术台)${ONE})*$|^${ONE}(?:防护|抗爆|防爆)(?:[、,;/]${ONE}(?:防护|抗爆|防爆))*$`,
);
/** 2.3.1: a number of a chapter; 2025-08-01: a day. */
const NO_SIZE = /^0(?:\.0+)?(?:平方米|㎡|人|个)?$|[0-9]\.[0-9]+\.[0-9]|^[12][0-9]{3}-[0-9]{1,2}(?:-|$)|[0-9]处$/;

/** 3880.45 · 约1.3公里 · 3310+420 · 2个防护、6个抗爆: its first number, or the words of a size (约半里，容三百人). */
export function readSizeCell(text: string): string | undefined {
  if (NO_SIZE.test(text)) return undefined;
  if (SIZE.test(text) || NAMED_COUNT.test(text)) return plainNumber(new RegExp(NUMBER).exec(text)?.[0] ?? text);
  const sized =
    /[0-9一二两三四五六七八九十百千半](?:余|多|来)?(?:平|㎡|m2|米|公尺|延|华?里|丈|人|名(?=$|[,、(])|个?(?:防护)?单元|张床|床位)/.test(
      text,
    );
  return sized && text.length <= 28 && !/元|每|应|不/.test(text) ? text : undefined;
}

const USE =
  /掩蔽|隐蔽|[一二]掩|[一二]等(?:人员?|掩|隐|$)|[人车][员辆]?掩(?:$|[蔽体(、/+])|医院|救护|急救|医[疗]?救|物资|专业队|汽车库|车库|电站|供水|食品|车间|干道|通道|警报|监测|指挥|疏散|装备|队员/;

/** What no house is in peace. */
const ONLY_WARTIME =
  /掩蔽|隐蔽[所部]|[一二]掩|[一二]等(?:人员?|掩|隐)|[人车][员辆]?掩(?:$|[蔽体(、/+])|急救医院|救护站|专业队|(?:人防|战备)物资库|区域电站|指挥所|警报站/;

/** 二等人员掩蔽所 · 二等人掩 · 车掩 · 物资库; `wartime`: the caption speaks of war, so that 汽车库 and 物资库 are no peacetime use. */
export const readUseCell = (text: string, wartime: boolean): string | undefined =>
  (wartime ? USE : ONLY_WARTIME).test(text) ? text : undefined;
