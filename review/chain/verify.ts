/**
 * Recomputes everything from an exported log: ids, order, signatures, roster, checkpoints, seal, and the gate of every case. Needs
 * nothing but SHA-256 and Ed25519, so that an inspector need not trust the program that wrote the log.
 */
import type { LogModel } from '../artefacts.ts';
import type { VerifyReport } from '../contract.ts';
import type { Crypto } from '../ports.ts';
import { anchorage, type PaperProofs } from './anchorage.ts';
import { judgeCases } from './case-verdicts.ts';
import { checkpointProblems, checkpoints, openCheckpoint } from './checkpoint.ts';
import type { ChainEvent } from './event.ts';
import { type Forks, forkSentence, forksOf } from './forks.ts';
import { importProblems, importsIn } from './import-witness.ts';
import { byJournal, type Journal, journalSteps } from './journal.ts';
import { CLOCK_FLAGS } from './kinds/index.ts';
import { listVersions } from './list-versions.ts';
import { readLog } from './log-text.ts';
import { packVersions } from './pack-versions.ts';
import { type Quarantine, quarantineOf, signerName } from './quarantine.ts';
import { foldRoster, type Roster } from './roster.ts';
import { handOverLines, idsOf, seenRosterForks } from './roster-fork.ts';
import { finish, type Sliced } from './sliced.ts';
import { consentProblems } from './two-people.ts';

type Problem = VerifyReport['problems'][number];

export interface VerifyOptions extends PaperProofs {
  /** Problems found while the file was read. */
  readonly already?: readonly Problem[];
  /** Workstation whose journal the numbers of the answer are about; that of the seal, else the last one, when left out. */
  readonly ws?: string;
  /** Whether the end must bear a seal (an export must, the live journal has none yet). */
  readonly sealed: boolean;
}

/** Verifies the text of an exported log. Missing seal, lines that are not envelopes and every broken promise are problems. */
export function verifyLog(text: string, crypto: Crypto, paper: PaperProofs = {}): VerifyReport {
  return finish(verifyTextSteps(text, crypto, paper));
}

export const lineProblems = (badLines: readonly number[]): Problem[] =>
  badLines.map((line) => ({ seq: 0, message: `文件第${line}行不是日志的格式，可能被改动过` }));

/** The same in slices. */
export function* verifyTextSteps(text: string, crypto: Crypto, paper: PaperProofs = {}): Sliced<VerifyReport> {
  const log = readLog(text);
  return yield* verifySteps(log, crypto, { ...paper, already: lineProblems(log.badLines), sealed: true });
}

/** Verifies a log in memory. */
export function verifyParts(
  log: LogModel,
  crypto: Crypto,
  already: readonly Problem[] = [],
  sealed = log.seal !== undefined,
): VerifyReport {
  return finish(verifySteps(log, crypto, { already, sealed }));
}

/** The same in slices; signatures already known to be good cost little (remembered-crypto.ts). */
export function* verifySteps(log: LogModel, crypto: Crypto, options: VerifyOptions): Sliced<VerifyReport> {
  const { already = [], sealed } = options;
  const roster = foldRoster(crypto, log.roster);
  const journal = yield* journalSteps(crypto, roster, log.events);
  const journals = mainLast(byJournal(journal.events), options.ws ?? sealer(log, roster));
  yield { phase: '正在核对检查点', ratio: 0 };
  const seal = sealed ? sealProblems(log, crypto, roster, journal) : [];
  const marks = journals.flatMap((events) => checkpointProblems(crypto, events));
  const alone = journals.flatMap((events) => consentProblems(crypto, events));
  const quarantine = quarantineOf(crypto, journal.events, roster);
  const forks = forksOf(crypto, roster, journal.events, log.forks ?? []);
  const flagged = { ...journal, events: journal.events.map(quarantine.flagged) };
  const judged = yield* judgeCases(crypto, flagged, forks.cases);
  const paper = yield* anchorage(crypto, roster, journals, options);
  const rosters = seenRosterForks(journal.events);
  const own = [...rosterProblems(roster), ...rosters.problems];
  const versions = byWorkstation(journal.events).flatMap((events) => [
    ...listVersions(events).problems,
    ...packVersions(events).problems,
  ]);
  const missing = missingProblems(crypto, log, journal, options.ws ?? sealer(log, roster));
  const structure = [...already, ...seal, ...marks, ...forkProblems(forks), ...missing];
  const problems = [...structure, ...own, ...journal.problems, ...versions, ...alone, ...judged.problems, ...paper.problems];
  const end = checkpoints(crypto, journals.at(-1) ?? []).get(journals.at(-1)?.length ?? 0);
  const lines = [
    ...summary({ roster, journal, log, structure, own, gate: judged.problems }),
    ...(end ? [`链上编码 ${end.code}，序号 ${end.seq}`] : []),
    ...(sealed && log.seal && structure.length === 0 ? [`封签有效：至第${journal.events.length}条`] : []),
    ...handOverLines(roster),
    ...rosters.lines,
    ...clearedLine(journal),
    ...lateLine(quarantine),
    ...paper.lines,
  ];
  return {
    valid: problems.length === 0,
    events: log.events.length,
    lines,
    problems,
    cases: judged.verdicts,
    root: paper.root,
    anchored: paper.anchored,
    unanchored: paper.unanchored,
    journals: journals.map((events) => ({
      ws: events[0]?.body.ws ?? '',
      inc: events[0]?.body.inc ?? 0,
      events: events.length,
      checkpoints: events.filter(({ body }) => body.type === 'checkpoint').length,
    })),
    forks: forks.proofs,
    late: quarantine.late.map(({ ws, inc, key, from, to, state }) => ({
      ws,
      inc,
      from,
      to,
      by: signerName(roster, key),
      state,
    })),
    clock: journal.events
      .filter(({ body }) => body.flags.length > 0)
      .map(({ body }) => ({ seq: body.seq, at: body.at, flags: body.flags.map((flag) => CLOCK_FLAGS[flag]) })),
    stale: judged.stale,
    cleared: journal.events.flatMap(({ body }) =>
      body.type === 'blob.shred' ? [{ case: body.case, seq: body.seq, at: body.at, items: body.data.blobs.length }] : [],
    ),
  };
}

const sealer = ({ seal }: LogModel, roster: Roster): string | undefined =>
  seal && [...(roster.now?.workstations ?? [])].find(([, key]) => key === seal.key)?.[0];

type Journals = readonly (readonly ChainEvent[])[];

/** The newest journal of a workstation last: what packages brought stands before it. */
function mainLast(journals: Journals, ws: string | undefined): Journals {
  const isMain = (events: readonly ChainEvent[]): boolean => events[0]?.body.ws === ws;
  return ws === undefined ? journals : [...journals.filter((one) => !isMain(one)), ...journals.filter(isMain)];
}

/** Lists and packs have versions for each workstation. */
const byWorkstation = (events: readonly ChainEvent[]): Journals => [...Map.groupBy(events, ({ body }) => body.ws).values()];

function rosterProblems(roster: Roster): Problem[] {
  const problems: Problem[] = roster.problems.map(({ seq, message }) => ({ seq: 0, message: `名册第${seq}条：${message}` }));
  if (!roster.now) problems.push({ seq: 0, message: '没有可用的名册' });
  return problems;
}

/** The seal is a checkpoint over the journal of the workstation that exported, signed by its key. */
function sealProblems(log: LogModel, crypto: Crypto, roster: Roster, { events }: Journal): Problem[] {
  const end = log.events.length;
  const { seal } = log;
  if (!seal) return [{ seq: end, message: '日志末尾没有封签，不能证明后面没有被截去' }];
  const ws = sealer(log, roster);
  const note = openCheckpoint(crypto, seal, ws === undefined ? undefined : roster.publicKey(seal.key));
  if (!note.ok) return [{ seq: end, message: note.error.message }];
  const own = byJournal(events.filter(({ body }) => body.ws === ws)).at(-1) ?? [];
  const expected = checkpoints(crypto, own).get(own.length)?.note;
  return note.data === expected && events.length === end
    ? []
    : [{ seq: end, message: '日志与末尾的封签不符，有记录被删去或改动' }];
}

/** What proves a fork, and what only seems to. */
const forkProblems = ({ proofs, problems }: Forks): Problem[] =>
  [...proofs.map(forkSentence), ...problems].map((message) => ({ seq: 0, message }));

/** What packages brought and somebody took out again; forks of the workstation the log is of stay in it for ever. */
function missingProblems(
  crypto: Crypto,
  { forks = [] }: LogModel,
  { events }: Journal,
  ws: string | undefined,
): readonly Problem[] {
  const ids = new Set([...events.map(({ id }) => id), ...idsOf(crypto, forks)]);
  const inc = Math.max(0, ...events.flatMap(({ body }) => (body.ws === ws ? body.inc : [])));
  const own = ws === undefined ? undefined : { ws, inc };
  return importProblems(importsIn(events.map(({ body }) => body)), own, { has: (id) => ids.has(id), forks: forks.length });
}

/** Shredding leaves the events: what is gone is told, and the log stays whole (signoff-design 8). */
function clearedLine({ events }: Journal): string[] {
  const items = events.flatMap(({ body }) => (body.type === 'blob.shred' ? body.data.blobs : []));
  return items.length > 0 ? [`内容已依规清除：${items.length}项，记录本身完整`] : [];
}

/** What came under revoked keys and nobody has settled. */
function lateLine({ late }: Quarantine): string[] {
  const open = late.filter(({ state }) => state === 'open').length;
  return open > 0 ? [`被撤销的密钥签署、还没有处理的记录：${open}段，不计入签批`] : [];
}

interface Findings {
  readonly roster: Roster;
  readonly journal: Journal;
  readonly log: LogModel;
  readonly structure: readonly Problem[];
  readonly own: readonly Problem[];
  readonly gate: readonly Problem[];
}

function summary({ roster, journal, log, structure, own, gate }: Findings): string[] {
  const broken = structure.length + journal.problems.length;
  const kept = journal.events.filter(({ body }) => body.type === 'checkpoint');
  const flagged = journal.events.filter(({ body }) => body.flags.length > 0).length;
  return [
    broken === 0 ? `结构完整：共${journal.events.length}条，前后相接` : `结构不完整：${broken}处`,
    journal.problems.length === 0 ? '签名有效：每条都由名册中的人以当时的角色签名' : '签名或记录有误，见下列位置',
    own.length === 0 ? `名册可信：共${log.roster.length}条，${roster.now?.office ?? ''}` : '名册不可信',
    gate.length === 0 ? '放行都有完整的签批' : `放行不成立：${gate.length}处`,
    ...(kept.length > 0 ? [`检查点${kept.length}个，最近的在第${kept.at(-1)?.body.seq ?? 0}条`] : []),
    ...(flagged > 0 ? [`时钟标记：${flagged}条`] : []),
  ];
}
