import { neededByAny } from '../../engine/needed-text.ts';
import { PatternGate } from '../../engine/pattern-gate.ts';
import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import { candidate, oncePerWindow, spansOf, windowAt } from './grammar.ts';
import { remark } from './passage.ts';

/** A wording that makes a clause internal, with what makes the same wording public. */
export interface Cue {
  readonly pattern: RegExp;
  readonly label: string;
  readonly confidence: number;
  /** Found in the same sentence: then the wording is ordinary. */
  readonly unless?: RegExp;
  /** Must be found in the same sentence. */
  readonly needs?: RegExp;
  /** Found in the title of the draft: papers in which the wording is ordinary. */
  readonly untitled?: RegExp;
}

function readCues(scene: Scene, sentence: Range, gate: PatternGate<Cue>, whole: boolean): readonly Candidate[] {
  const open = gate.open(scene.codes, sentence.start, sentence.end);
  if (open.length === 0) return [];
  const text = scene.text.slice(sentence.start, sentence.end);
  return open.flatMap((cue) => {
    // A pattern that begins with what stands before its cue tries at every letter: what it needs is asked first, in one search.
    if (cue.needs && !cue.needs.test(text)) return [];
    // Most cues are absent from most sentences: one search says so before anything else is asked.
    cue.pattern.lastIndex = 0;
    if (!cue.pattern.test(text)) return [];
    cue.pattern.lastIndex = 0;
    if (cue.unless?.test(text) || cue.untitled?.test(scene.title())) return [];
    return spansOf(scene, sentence, cue.pattern).map((seed) => {
      const span = whole ? seed : remark(scene, seed);
      return candidate(scene, span, cue.confidence, [{ label: cue.label, range: seed }]);
    });
  });
}

/** A recogniser that looks for its cues in the sentence round each anchor; `whole` keeps the span of the cue as it is. */
export function cueRecogniser(id: string, anchors: readonly string[], cues: readonly Cue[], whole = false): Recogniser {
  const gate = new PatternGate(cues, (cue) => cue.pattern);
  const needs = neededByAny(cues.map(({ pattern }) => pattern));
  const read = oncePerWindow((scene, sentence) => readCues(scene, sentence, gate, whole));
  return {
    id,
    anchors,
    once: 'sentence',
    ...(needs && { needs }),
    recognise: (scene, at) => read(scene, windowAt(scene, at.start, 'sentence')),
  };
}
