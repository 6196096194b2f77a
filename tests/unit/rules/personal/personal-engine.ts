import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngine, exampleDraft, loadPack } from '../../../../rules/index.ts';
import { basisCodes, textHash } from '../try-engine.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'rules', 'packs', 'personal');
const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const { pack, problems } = loadPack('personal', files, { builtIn: true, sha256: textHash });
if (!pack || problems.length > 0) throw new Error(JSON.stringify(problems));
const { engine } = buildEngine({ packs: [pack], basis: basisCodes, sha256: textHash });

/** Everything the personal pack says about a text. */
export const personalFindings = (text: string) => engine.scan(exampleDraft(text)).findings;

/** What a person must decide on, as `category:text`, in order. */
export const counted = (text: string): string[] =>
  personalFindings(text)
    .filter((finding) => finding.level !== 'notice')
    .map((finding) => `${finding.category}:${finding.text}`);
