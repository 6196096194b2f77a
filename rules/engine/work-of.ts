/** Which work a finding is a fact of, by name: what later drafts are compared by (汇聚, civil-defence-terms.md §13). */
import type { Category } from '../../review/model/index.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

/** Attributes that, one by one, may each be harmless and together show a work. */
const ATTRIBUTES_OF_WORKS: ReadonlySet<Category> = new Set(['project-location', 'protection-level', 'project-scale']);

const NAME_HEADER = /^(?:人防|民防|单位)?(?:工程|项目|标的|小区|地道|洞)(?:名称?)?$|^名称$/;
const LONGEST_NAME = 60;

/** The name in evidence (the office's own list speaks last and best), else the name cell of the finding's table row. */
export function workOf(reading: Reading, found: Found): string | undefined {
  if (!ATTRIBUTES_OF_WORKS.has(found.planned.rule.category)) return undefined;
  return found.evidence.findLast((fact) => fact.work !== undefined)?.work ?? nameInRow(reading, found);
}

function nameInRow({ scene }: Reading, found: Found): string | undefined {
  const piece = scene.pieceAt(found.start);
  const named = scene.row(piece).find(({ cell }) => cell && cell.row > 0 && NAME_HEADER.test(cell.header));
  if (!named || named === piece) return undefined;
  const name = scene.text.slice(named.start, named.end).trim();
  return name.length > 1 && name.length <= LONGEST_NAME ? name : undefined;
}
