/** What stands outside the log and vouches for it: codes printed on forms, and the fingerprint of the unit root key on paper. */
import type { VerifyReport } from '../contract.ts';
import type { Crypto } from '../ports.ts';
import { checkpointAt } from './checkpoint.ts';
import type { ChainEvent } from './event.ts';
import { merkleTree } from './merkle.ts';
import { readPrintedCode } from './printed-code.ts';
import type { Roster } from './roster.ts';
import { SLICE, type Sliced } from './sliced.ts';

type Problem = VerifyReport['problems'][number];

/** What a person typed from paper. */
export interface PaperProofs {
  readonly codes?: readonly string[];
  /** Key id of the unit root key, 32 hex characters, blanks and dashes anywhere. */
  readonly root?: string;
}

export interface Anchorage {
  readonly root: string;
  /** Number of the newest event (of the log's last journal) that a code from paper vouches for; 0 when none was typed. */
  readonly anchored: number;
  readonly unanchored: number;
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** A key id in groups of four, as it is printed at installation. */
export const fingerprintText = (key: string): string => (key.toUpperCase().match(/.{1,4}/g) ?? []).join('-');

/** Compares codes and fingerprint with the log; without any it says so, because a log alone proves nothing about its own tail. */
export function* anchorage(
  crypto: Crypto,
  roster: Roster,
  journals: readonly (readonly ChainEvent[])[],
  { codes = [], root: typedRoot }: PaperProofs,
): Sliced<Anchorage> {
  const root = rootOf(roster);
  const problems: Problem[] = [];
  const lines: string[] = [];
  if (typedRoot === undefined || typedRoot.trim() === '') {
    lines.push(`单位根密钥指纹 ${fingerprintText(root)}：请与安装时打印的指纹核对`);
  } else if (typedRoot.toLowerCase().replace(/[^0-9a-f]/g, '') === root) lines.push('单位根密钥指纹与纸上的一致');
  else problems.push({ seq: 0, message: '单位根密钥指纹与纸上的不一致：这份日志不是该单位的，或者名册被整个换过' });
  const wanted = new Map<string, string>();
  for (const typed of codes) {
    const code = readPrintedCode(typed);
    if (code) wanted.set(code, typed);
    else problems.push({ seq: 0, message: `链上编码“${typed.trim()}”抄写有误，请对照纸面重新输入` });
  }
  const found = wanted.size > 0 ? yield* placesOf(crypto, journals, new Set(wanted.keys())) : new Map<string, number>();
  for (const code of wanted.keys()) {
    if (!found.has(code))
      problems.push({ seq: 0, message: `链上编码 ${code} 在日志中找不到：打印之后日志被改动、截短，或换成了旧的` });
  }
  const last = journals.at(-1)?.length ?? 0;
  const anchored = Math.max(0, ...found.values());
  const unanchored = Math.max(0, last - anchored);
  lines.push(
    anchored > 0
      ? `已锚定至第${anchored}条，未锚定${unanchored}条`
      : `未锚定${last}条：请输入纸质审查表上的链上编码，证明日志没有被整个换过`,
  );
  return { root, anchored, unanchored, lines, problems };
}

/** Numbers of the checkpoints that bear the codes. */
function* placesOf(
  crypto: Crypto,
  journals: readonly (readonly ChainEvent[])[],
  codes: ReadonlySet<string>,
): Sliced<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const events of journals) {
    const tree = merkleTree(crypto);
    for (const event of events) {
      tree.add(event.id);
      const { code, seq } = checkpointAt(crypto, event, tree.size, tree.root());
      if (codes.has(code)) found.set(code, seq);
      if (tree.size % SLICE === 0) yield { phase: '正在查找链上编码', ratio: tree.size / events.length };
    }
  }
  return found;
}

/** Id of the unit root key: the roster's own first entry names it. */
const rootOf = (roster: Roster): string => roster.now?.rootKey ?? '';
