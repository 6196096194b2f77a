import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../../../review/model/index.ts';
import { loadBasis } from '../../../../rules/basis.ts';
import { Engine } from '../../../../rules/engine/engine.ts';
import { exampleDraft } from '../../../../rules/engine/example-draft.ts';
import { planRules } from '../../../../rules/engine/plan.ts';
import { loadPack } from '../../../../rules/load.ts';
import type { Pack } from '../../../../rules/model.ts';
import { COMMAND_RECOGNISERS } from '../../../../rules/recognisers/command/index.ts';

const ROOM = join(import.meta.dirname, '../../../../rules');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function packOf(name: string): Pack {
  const folder = join(ROOM, 'packs', name);
  const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const { pack, problems } = loadPack(name, files, { builtIn: true, sha256 });
  if (!pack || problems.length > 0)
    throw new Error(`pack ${name}: ${problems.map(({ file, message }) => `${file} ${message}`).join('; ')}`);
  return pack;
}

/** The packs of this room alone: what other packs find may neither help nor hide. */
export const PACKS: readonly Pack[] = ['command', 'internal', 'marks'].map(packOf);

const basis = new Set(loadBasis(readFileSync(join(ROOM, 'basis.yaml'), 'utf8')).keys());
const planned = planRules(PACKS, COMMAND_RECOGNISERS, basis);
export const PROBLEMS = planned.problems;
export const ENGINE = new Engine(planned.plan, { engine: 'test', packs: [], digest: '' });

export interface Seen {
  readonly rule: string;
  readonly level: Level;
  readonly text: string;
}

/** Everything found in a text (tabs make cells, line feeds make pieces), in reading order. */
export const seen = (text: string): readonly Seen[] =>
  ENGINE.scan(exampleDraft(text)).findings.map(({ rule, level, text: found }) => ({ rule, level, text: found }));

/** The spans that count (block or review), in reading order. */
export const counting = (text: string): readonly string[] =>
  seen(text)
    .filter(({ level, rule }) => level !== 'notice' && !rule.startsWith('likely-'))
    .map((finding) => finding.text);

/** Whether the draft would be refused on a machine not set up for its level. */
export const refused = (text: string): boolean => ENGINE.scan(exampleDraft(text)).refusal !== undefined;
