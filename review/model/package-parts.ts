/**
 * What reading a package of parts and splicing its clean copy must agree on to the letter: a wording is replaced at an offset of
 * the text as the reader put it together, so two lists that part company would cut in the wrong place.
 */

/** Elements of drawings, charts, diagrams and masters whose texts belong together, and what stands between them. */
export const TEXT_GROUPS: ReadonlyMap<string, string> = new Map([
  ['p', ''],
  ['si', ''],
  ['is', ''],
  ['comment', ''],
  ['property', ''],
  ['ser', '；'],
  ['row', '\t'],
]);

/** WordprocessingML elements whose children describe the text round them; w:ins and w:del in there mark a paragraph or row, and wrap nothing. */
export const STORY_PROPERTIES: ReadonlySet<string> = new Set(['rPr', 'pPr', 'tcPr', 'trPr', 'numPr', 'textFill']);

/** WordprocessingML elements that stand for a character. */
export const STORY_BREAKS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
]);

/** Part name of a location inside a package, relative to the folder of the part that names it; a leading slash means the root. */
export function partAt(source: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/');
  const steps = path.startsWith('/') ? path.split('/') : [...source.split('/').slice(0, -1), ...path.split('/')];
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}
