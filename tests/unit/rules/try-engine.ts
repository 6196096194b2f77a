import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngine, type Engine, type EngineParts, lazySegmenter, loadBasis, type Problem } from '../../../rules/index.ts';
import type { Match, Pack, Recogniser, Rule } from '../../../rules/model.ts';

const root = join(import.meta.dirname, '..', '..', '..');
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');
export const basisCodes = new Set(loadBasis(readFileSync(join(root, 'rules', 'basis.yaml'), 'utf8')).keys());

/** A rule with everything but its match filled in. Examples are given only where a test is about them. */
export function rule(id: string, match: Match, more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: id,
    category: 'command-comms',
    level: 'review',
    since: '1.0.0',
    basis: ['TL-14'],
    reason: '可能涉及内部信息，请核对。',
    advice: '',
    suggestion: '',
    match,
    boundary: 'none',
    refuses: false,
    examples: { hit: [], miss: [] },
    ...more,
  };
}

export function packOf(rules: readonly Rule[], builtIn = true): Pack {
  return {
    name: 'try',
    title: '试用',
    version: '1.0.0',
    issuer: '测试',
    inForceFrom: '2026-01-01',
    rules,
    builtIn,
    sha256: textHash(JSON.stringify(rules)),
  };
}

const segmenter = lazySegmenter();

/** An engine of these rules with the real segmenter. A hit example is made up where a rule has none, so that it passes for alive. */
export function tryEngine(
  rules: readonly Rule[],
  recognisers: readonly Recogniser[] = [],
  more: Partial<EngineParts> = {},
): { engine: Engine; problems: readonly Problem[] } {
  return buildEngine({ packs: [packOf(rules)], basis: basisCodes, sha256: textHash, segmenter, recognisers, ...more });
}

/** What was found, as category:text, in order. */
export const spans = (findings: readonly { readonly category: string; readonly text: string }[]): readonly string[] =>
  findings.map((finding) => `${finding.category}:${finding.text}`);
