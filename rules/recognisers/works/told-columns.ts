/**
 * What the columns of a table about works hold when their captions are home-made (级, 落脚处, 净多少方): told by the cells. A column of
 * grades, written so that they can be nothing else, makes the table one about works; the others are read beside it.
 */
import { looksLikePlace } from './place-grammar.ts';
import { readGradeCell } from './protection-grammar.ts';

export type ToldColumn = 'grade-column' | 'scale-column' | 'use-column' | 'site-column';

const EMPTY = /^[—\-/\\、.*×_□无略]*$/;
const PLAIN_GRADE = /[核常甲乙]|[1-6]B$/;
const NUMBER_ALONE = /^(?:约|近)?[0-9][0-9.,]*(?:平|㎡|人|多|余)?$/;
const USE = /掩|医院|救护|物资|专业队|食品|电站|供水|指挥|警报站|车间/;
const SIZE_HEADER = /方|平|面积|大小|多大|㎡|净|装|藏|躲|容|住几|人数|几个人|多少人/;
const NAME_HEADER = /名|称|工程|项目|小区|编号|序/;
const POINT = /[0-9一二三四五六七八九十]号|[东南西北]|旁|边|侧|对过|对面|底下|下面|地下|负|楼|口|里|后|前|头|处|路|街|桥|门/;

/** True for at least half of the filled cells, two of them when there are more rows than one. */
function mostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => !EMPTY.test(cell));
  const right = filled.filter(is).length;
  return right * 2 >= filled.length && right >= Math.min(2, Math.max(1, cells.length));
}

const isPlainGrade = (cell: string): boolean => PLAIN_GRADE.test(cell) && readGradeCell(cell) !== undefined;

/** By column: what its cells say it holds; empty unless one column holds nothing but plain grades. Compact texts, header row apart. */
export function toldColumns(
  headers: readonly string[],
  columns: readonly (readonly string[])[],
): readonly (ToldColumn | undefined)[] {
  const graded = columns.findIndex((cells) => cells.length > 0 && mostly(cells, isPlainGrade));
  if (graded < 0) return [];
  return columns.map((cells, column) => {
    const header = headers[column] ?? '';
    if (column === graded) return 'grade-column';
    if (SIZE_HEADER.test(header) && mostly(cells, (cell) => NUMBER_ALONE.test(cell))) return 'scale-column';
    if (mostly(cells, (cell) => cell.length <= 10 && USE.test(cell))) return 'use-column';
    const isPlace = (cell: string) => cell.length >= 5 && POINT.test(cell) && looksLikePlace(cell);
    return !NAME_HEADER.test(header) && mostly(cells, isPlace) && !/备注|情况|说明|处理|单位|公司|企业|资质|人$/.test(header)
      ? 'site-column'
      : undefined;
  });
}
