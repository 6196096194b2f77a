/** What names of columns end in, and what stands in cells hardly does. */
const NAME_END =
  /(?:点|地|向|经|次|称|名|号|数|量|式|间|注|率|位|级|址|人|员|法|型|类|期|段|线|务|责|力|况|由|据|话|别|质|积|途|备|器|源|果|容|目|序|施|求|所|域)(?:\([^()]{1,4}\))?$/;
const LONGEST = 12;
/** So many cells beside the first must look like names of columns. */
const ENOUGH = 2;

/**
 * Whether the first row of a table reads like names of columns. There the first cell names what stands below it; only in a table on
 * its side is it a label of the cells beside it.
 */
export function isHeaderRow(cells: readonly string[]): boolean {
  if (cells.length < 3 || cells.some((cell) => cell.length > LONGEST || /\d/.test(cell))) return false;
  return cells.slice(1).filter((cell) => NAME_END.test(cell.trim())).length >= ENOUGH;
}
