/** Does a stretch of text describe one shelter? Grade, wartime use or size of its own beside each other say so without a name. */
import { harmlessSize, normOfGrade } from './guards.ts';
import { matchGrades } from './protection-grammar.ts';
import { matchScale } from './scale-grammar.ts';

/** True when compact text holds a grade or a shelter's own size or use that is neither norm nor teaching nor a total. */
export function describesWork(text: string): boolean {
  if (!/级|掩蔽|战时|防护单元|人防|[核常]|防化/.test(text)) return false;
  return (
    matchGrades(text).some((match) => match.form !== 'class' && normOfGrade(text, match.start, match.end, false) === undefined) ||
    matchScale(text).some((match) => match.tie === 'own' && harmlessSize(text, match.start, match.end, false) === undefined)
  );
}
