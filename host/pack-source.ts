import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readEnvelope } from '../review/chain/log-text.ts';
import { PAYLOAD_TYPES } from '../review/chain/pae.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { readPackContent } from '../rules/authoring/index.ts';
import { loadPack, type Problem } from '../rules/index.ts';
import type { Pack } from '../rules/model.ts';
import { readPackFolder } from './rule-files.ts';

const LARGEST = 16 * 1024 * 1024;

export interface PackSource {
  readonly pack: Pack;
  readonly problems: readonly Problem[];
  /** True for a pack file: its signature was not checked, because there is no roster outside the program's folder. */
  readonly unchecked: boolean;
}

/**
 * A pack to look at: a folder, or a pack file (.xspack) as far as it can be read without a roster. Never to be installed from here.
 * Codes: pack-missing, pack-format.
 */
export function readPackSource(path: string): Result<PackSource> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return fail('pack-missing', '没有这个文件夹或文件。');
  if (stats.isDirectory()) {
    const { pack, problems } = readPackFolder(path);
    return pack ? ok({ pack, problems, unchecked: false }) : fail('pack-format', problems[0]?.message ?? '不是规则包。');
  }
  const broken = fail('pack-format', '这不是先审的规则包文件（.xspack），或已损坏。');
  if (stats.size > LARGEST) return broken;
  const envelope = readEnvelope(readFileSync(path, 'utf8').replace(/\n$/, ''));
  if (envelope?.payloadType !== PAYLOAD_TYPES.rulePack) return broken;
  try {
    const content = readPackContent(new TextDecoder('utf-8', { fatal: true }).decode(envelope.body));
    const { pack, problems } = loadPack(basename(path), content.files, { builtIn: false, sha256: () => '' });
    return pack ? ok({ pack, problems, unchecked: true }) : broken;
  } catch {
    // Whatever is wrong with it, it is not a pack that this program wrote.
    return broken;
  }
}
