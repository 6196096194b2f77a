/**
 * Recomputes everything from an exported log: ids, order, signatures, roster, seal, and the gate of every case. Needs nothing but
 * SHA-256 and Ed25519, so that an inspector need not trust the program that wrote the log.
 */
import type { LogModel } from '../artefacts.ts';
import type { VerifyReport } from '../contract.ts';
import type { Crypto } from '../ports.ts';
import { gate } from '../workflow/gate.ts';
import { checkpointProblems, checkpoints, openCheckpoint } from './checkpoint.ts';
import type { ChainEvent } from './event.ts';
import { type Journal, readJournal } from './journal.ts';
import { listVersions } from './list-versions.ts';
import { readLog } from './log-text.ts';
import { packVersions } from './pack-versions.ts';
import { foldRoster, type Roster } from './roster.ts';

type Problem = VerifyReport['problems'][number];
type CaseVerdict = VerifyReport['cases'][number];

/** Verifies the text of an exported log. Missing seal, lines that are not envelopes and every broken promise are problems. */
export function verifyLog(text: string, crypto: Crypto): VerifyReport {
  const log = readLog(text);
  const lines = log.badLines.map((line) => ({ seq: 0, message: `文件第${line}行不是日志的格式，可能被改动过` }));
  return verifyParts(log, crypto, lines, true);
}

/** Verifies a log in memory; `sealed` says whether its end must bear a seal (an export must, the live journal has none yet). */
export function verifyParts(
  log: LogModel,
  crypto: Crypto,
  already: readonly Problem[] = [],
  sealed = log.seal !== undefined,
): VerifyReport {
  const roster = foldRoster(crypto, log.roster);
  const rosterProblems: Problem[] = roster.problems.map(({ seq, message }) => ({
    seq: 0,
    message: `名册第${seq}条：${message}`,
  }));
  if (!roster.now) rosterProblems.push({ seq: 0, message: '没有可用的名册' });
  const journal = readJournal(crypto, roster, log.events);
  const seal = sealed ? sealProblems(log, crypto, roster, journal) : [];
  const { verdicts, problems: gateProblems } = judgeCases(crypto, journal);
  const marks = checkpointProblems(crypto, journal.events);
  const lists = listVersions(journal.events);
  const packs = packVersions(journal.events);
  const problems = [
    ...already,
    ...rosterProblems,
    ...journal.problems,
    ...seal,
    ...marks,
    ...lists.problems,
    ...packs.problems,
    ...gateProblems,
  ];
  return {
    valid: problems.length === 0,
    events: log.events.length,
    lines: summary(
      { roster, journal, log, sealed, structure: [...already, ...seal, ...marks], rosterProblems, gateProblems },
      crypto,
    ),
    problems,
    cases: verdicts,
  };
}

function sealProblems(log: LogModel, crypto: Crypto, roster: Roster, { events }: Journal): Problem[] {
  const end = log.events.length;
  if (!log.seal) return [{ seq: end, message: '日志末尾没有封签，不能证明后面没有被截去' }];
  const last = events.at(-1);
  const key = last && roster.now?.workstations.get(last.body.ws) === log.seal.key ? log.seal.key : '';
  const note = openCheckpoint(crypto, log.seal, roster.publicKey(key));
  if (!note.ok) return [{ seq: end, message: note.error.message }];
  const expected = checkpoints(crypto, events).get(events.length)?.note;
  return note.data === expected && events.length === end
    ? []
    : [{ seq: end, message: '日志与末尾的封签不符，有记录被删去或改动' }];
}

function judgeCases(crypto: Crypto, journal: Journal): { verdicts: CaseVerdict[]; problems: Problem[] } {
  const byCase = new Map<string, ChainEvent[]>();
  for (const event of journal.events) {
    if (event.body.case === '-') continue;
    byCase.set(event.body.case, [...(byCase.get(event.body.case) ?? []), event]);
  }
  const verdicts: CaseVerdict[] = [];
  const problems: Problem[] = [];
  for (const [caseId, events] of byCase) {
    const { state, whyNot, facts, falseReleases, graph } = gate({ crypto, caseId, events });
    verdicts.push({ number: facts.create?.body.data.number ?? caseId, state, whyNot });
    const seq = events[0]?.body.seq ?? 0;
    if (!graph.complete) problems.push({ seq, message: `第${seq}条起的一件缺少前序记录` });
    for (const { body } of falseReleases) {
      problems.push({ seq: body.seq, message: `第${body.seq}条：放行时签批并不完整，放行不成立` });
    }
  }
  return { verdicts, problems };
}

interface Findings {
  readonly roster: Roster;
  readonly journal: Journal;
  readonly log: LogModel;
  readonly sealed: boolean;
  readonly structure: readonly Problem[];
  readonly rosterProblems: readonly Problem[];
  readonly gateProblems: readonly Problem[];
}

function summary(found: Findings, crypto: Crypto): string[] {
  const { journal, roster, log, sealed } = found;
  const broken = found.structure.length + journal.problems.length;
  const lines = [
    broken === 0 ? `结构完整：共${journal.events.length}条，前后相接` : `结构不完整：${broken}处`,
    journal.problems.length === 0 ? '签名有效：每条都由名册中的人以当时的角色签名' : '签名或记录有误，见下列位置',
    found.rosterProblems.length === 0 ? `名册可信：共${log.roster.length}条，${roster.now?.office ?? ''}` : '名册不可信',
    found.gateProblems.length === 0 ? '放行都有完整的签批' : `放行不成立：${found.gateProblems.length}处`,
  ];
  const kept = journal.events.filter(({ body }) => body.type === 'checkpoint');
  const newest = kept.at(-1)?.body.seq ?? 0;
  if (kept.length > 0) lines.push(`检查点${kept.length}个，最近的在第${newest}条`);
  const end = checkpoints(crypto, journal.events).get(journal.events.length);
  if (end) lines.push(`链上编码 ${end.code}，序号 ${end.seq}`);
  if (sealed && log.seal && found.structure.length === 0) lines.push(`封签有效：至第${journal.events.length}条`);
  const flagged = journal.events.filter((event) => event.body.flags.length > 0).length;
  if (flagged > 0) lines.push(`时钟标记：${flagged}条`);
  return lines;
}
