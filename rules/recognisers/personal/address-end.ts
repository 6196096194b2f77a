const NUMERAL = '(?:\\d+|[一二三四五六七八九十百零〇]+|[甲乙丙丁]\\d*|[A-Z]\\d*)';
/** Units that an address may end with; the last one in the run is its end. */
const DETAIL = new RegExp(
  `${NUMERAL}(?:#|号院|号楼|号|弄|栋|幢|座|单元|门|室|户|房|排|组|社|队|楼|层)(?:院|内)?|\\d+(?:[-—]\\d+)+(?:室|号)?|(?<=[幢栋楼座])\\d{3,4}(?!\\d)|[\\u4e00-\\u9fff]{1,4}(?:村民)?小组|(?<=层|楼|室|号|院|元)[东西南北中]{1,2}(?:户|厢房?|屋|门|间)|(?<=排)\\d+号|(?<=院)[东西南北正][房屋厢]房?(?:[一二三四五]间)?|(?<=单元|门|栋|楼|幢|座|院|区|苑|园|庭|湾|府|舍|号|村|城|里|排)(?:\\d{3,4}|[一二三四五六七八九〇零]{3,4})(?:室)?`,
  'g',
);
/** Without a number a village or housing estate behind a home label still says where somebody lives. */
const PLACE = /[\u4e00-\u9fff]{1,8}(?:村|小区|家属院|宿舍|新村|花园|社区)(?![民委居])/g;
const RUN = /^[\u4e00-\u9fffA-Za-z\d\-—#·()（）〇“”]{4,60}/;

/** Where an address begins at `from` ends, or -1. `loose` accepts a village or estate without a number. */
export function addressEnd(text: string, from: number, limit: number, loose: boolean): number {
  const run = RUN.exec(text.slice(from, Math.min(limit, from + 60)))?.[0];
  if (!run) return -1;
  let end = -1;
  for (const match of run.matchAll(DETAIL)) end = match.index + match[0].length;
  if (end < 0 && loose) for (const match of run.matchAll(PLACE)) end = match.index + match[0].length;
  const address = run.slice(0, end);
  return end >= 4 && /[\u4e00-\u9fff]{2}/.test(address) && /^[\u4e00-\u9fffA-Z\d]/.test(address) ? from + end : -1;
}
