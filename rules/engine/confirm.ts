import type { Candidate, Fact, Range } from '../model.ts';
import { candidatesOf } from './candidates.ts';
import { workBeside, worksOf } from './combine.ts';
import { weighContext } from './context.ts';
import type { Found } from './found.ts';
import type { PlannedRule } from './plan.ts';
import type { Reading } from './reading.ts';

const BREATH = 64;
const SPACE = 0x20;

/** A candidate without blanks at its edges; undefined when nothing is left or it leaves its piece. */
function settled(reading: Reading, candidate: Range): Range | undefined {
  const { codes, text } = reading.scene;
  let { start, end } = candidate;
  if (!(start >= 0 && end <= text.length && start < end)) return undefined;
  while (start < end && codes[start] === SPACE) start++;
  while (end > start && codes[end - 1] === SPACE) end--;
  return start < end && end <= reading.scene.pieceAt(start).end ? { start, end } : undefined;
}

/** A longer harmless phrase counts only where it covers the candidate whole: merely standing nearby excuses nothing. */
function allowed(reading: Reading, planned: PlannedRule, at: Range): string | undefined {
  for (const word of planned.allow) {
    const from = Math.max(0, at.end - reading.length(word));
    if (from <= at.start && reading.wordFrom(word, from, at.start)) return reading.word(word);
  }
  return undefined;
}

type Verdict = { readonly found: Found } | { readonly why: () => string };

function weigh(reading: Reading, planned: PlannedRule, candidate: Candidate, at: Range, works: readonly Range[]): Verdict {
  const { rule } = planned;
  const { scene } = reading;
  if (candidate.passedOver !== undefined) return { why: () => candidate.passedOver ?? '' };
  const phrase = allowed(reading, planned, at);
  if (phrase !== undefined) return { why: () => `属于无碍的说法“${phrase}”` };
  if (rule.boundary === 'word' && !scene.isWord(at)) return { why: () => `不是单独的词：属于“${scene.crossing(at)}”的一部分` };
  const context = weighContext(reading, planned, at);
  if ('why' in context) return context;
  let level = candidate.level ?? rule.level;
  const facts: Fact[] = [...candidate.evidence, ...context.facts];
  if (rule.combine) {
    const work = workBeside(reading, works, rule.combine, at);
    if (work) facts.push(work);
    else if (rule.combine.otherwise === 'drop') return { why: () => '范围内没有可识别的工程' };
    else {
      level = 'notice';
      facts.push({ label: '范围内没有可识别的工程' });
    }
  }
  const suggestion = candidate.suggestion ?? rule.suggestion;
  return {
    found: {
      planned,
      ...at,
      value: candidate.value,
      confidence: candidate.confidence,
      level,
      evidence: facts,
      suggestion,
      ...(candidate.says && { says: candidate.says }),
    },
  };
}

/** Everything a rule has to say about a draft. */
export function* confirmRule(reading: Reading, planned: PlannedRule): Generator<number, readonly Found[]> {
  const candidates = yield* candidatesOf(reading, planned);
  if (candidates.length === 0) return [];
  const works = planned.rule.combine ? yield* worksOf(reading, planned.rule.combine.with) : [];
  const founds: Found[] = [];
  let count = 0;
  for (const candidate of candidates) {
    if (++count % BREATH === 0) yield count / candidates.length;
    const at = settled(reading, candidate);
    if (!at) continue;
    const weighed = weigh(reading, planned, candidate, at, works);
    const verdict = 'found' in weighed ? reading.listed.weigh(weighed.found, reading.on) : weighed;
    if ('found' in verdict) founds.push(verdict.found);
    else if ('known' in verdict) reading.silence(planned, at, verdict.why);
    else reading.passOver(planned, at, verdict.why);
  }
  return founds;
}
