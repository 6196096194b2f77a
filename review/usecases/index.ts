/** The desk: every call of the contract behind one door that checks shape, session, role and store before a handler runs. */
import { checkEvent } from '../chain/journal.ts';
import { rememberedCrypto } from '../chain/remembered-crypto.ts';
import { foldRoster, type Roster } from '../chain/roster.ts';
import { keysOfMember } from '../chain/roster-state.ts';
import { type CallName, type Desk, type Input, inputs, type Output } from '../contract.ts';
import { fail, ok, type Result, type Role, STEP_ROLE } from '../model/index.ts';
import type { Ports } from '../ports.ts';
import { AS_DEPUTY, PERMISSIONS, QUIET_CALLS, READ_CALLS } from '../workflow/permissions.ts';
import { adoption } from './adoption.ts';
import { annual } from './annual.ts';
import { attachments } from './attachments.ts';
import { audit } from './audit.ts';
import { calendarShelf } from './calendar-shelf.ts';
import { calendars as calendarCalls } from './calendars.ts';
import { caseReader } from './case-reader.ts';
import { cases } from './cases.ts';
import { chain } from './chain.ts';
import { comparison } from './comparison.ts';
import { delegations } from './delegations.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import { difference } from './difference.ts';
import { exchange } from './exchange.ts';
import { exporting } from './exports/make.ts';
import { findings } from './findings.ts';
import type { Handlers } from './handler.ts';
import { importing } from './import.ts';
import { incoming } from './incoming.ts';
import { jobList } from './job-list.ts';
import { jobs } from './jobs.ts';
import { join } from './join.ts';
import { journalWriter } from './journal-writer.ts';
import { judgeAhead, judgingOnce } from './judge-ahead.ts';
import { listShelf } from './list-shelf.ts';
import { lists } from './lists.ts';
import { log } from './log.ts';
import { marks } from './marks.ts';
import { office } from './office.ts';
import { outcomes } from './outcomes.ts';
import { stopIfOvertaken } from './overtaken.ts';
import { ownRules } from './own-rules.ts';
import { packShelf } from './pack-shelf.ts';
import { pagePicture } from './page-picture.ts';
import { person } from './person.ts';
import { proofreading } from './proofreading.ts';
import { publishedIndex } from './published-index.ts';
import { quarantine } from './quarantine.ts';
import { release } from './release.ts';
import { requests } from './requests.ts';
import { rootKey } from './root-key.ts';
import { roster } from './roster.ts';
import { rules } from './rules.ts';
import { sample } from './sample.ts';
import { session } from './session.ts';
import { IDLE_MINUTES, sessionState } from './session-state.ts';
import { shredding } from './shred.ts';
import { deputiesOf } from './standing.ts';
import { stash } from './stash.ts';
import { statistics } from './statistics.ts';
import { takeOver } from './take-over.ts';
import { upkeep } from './upkeep.ts';
import { versions } from './versions.ts';

const HANDLERS: Handlers = {
  ...office,
  ...session,
  ...roster,
  ...delegations,
  ...join,
  ...rootKey,
  ...person,
  ...cases,
  ...comparison,
  ...pagePicture,
  ...difference,
  ...importing,
  ...versions,
  ...attachments,
  ...findings,
  ...marks,
  ...chain,
  ...outcomes,
  ...requests,
  ...calendarCalls,
  ...release,
  ...exchange,
  ...exporting,
  ...log,
  ...audit,
  ...upkeep,
  ...shredding,
  ...rules,
  ...ownRules,
  ...sample,
  ...lists,
  ...jobs,
  ...incoming,
  ...stash,
  ...proofreading,
  ...quarantine,
  ...takeOver,
  ...adoption,
  ...statistics,
  ...annual,
};

export interface DeskOptions {
  /** Told of exceptions nobody foresaw: the call and the error's code or class, never a message (it could hold draft text). */
  report?(call: CallName, code: string): void;
}
export interface ReviewDesk extends Desk {
  /** Checks roster and the newest events with their signatures; what is wrong makes the desk read-only. Code: journal-broken. */
  verifyOnStart(): Result<null>;
  /** Judges the cases before anybody asks for them, beside other calls; see judge-ahead.ts. Never rejects. */
  judgeAhead(): Promise<void>;
  /** At the end: stops what goes on beside the calls, and stores a checkpoint over what was written since the last one; nothing to do is ok too. Codes: those of `JournalWriter.append`. */
  checkpointAtClose(): Result<null>;
}

/** How many events are checked at the start; the whole journal is before each release and on demand (signoff-design 4.7). */
const CHECKED_AT_START = 1000;

/** Builds the desk over real or test ports. */
export function createDesk(ports: Ports, options: DeskOptions = {}): ReviewDesk {
  const closing = { aborted: false };
  const parts = deskParts(ports, closing);
  loadOwn(parts);
  return {
    async call(name, input) {
      try {
        return await dispatch(parts, name, input);
      } catch (error) {
        options.report?.(name, codeOf(error));
        return fail('internal', '先审内部出错，这一步没有完成；之前的记录都在。请重试，仍不行请把操作步骤告诉系统管理员。');
      }
    },
    onProgress: (listener) => parts.jobs.onProgress(listener),
    verifyOnStart() {
      const roster = parts.refreshRoster();
      const newest = ports.store.since(ports.store.head().seq - CHECKED_AT_START);
      const broken = roster.problems.length > 0 || newest.some((row) => checkEvent(parts.crypto, roster, row).problem);
      if (!broken) return ok(null);
      const reason = '日志或名册核验没有通过，现在只能查看，不能办理。请打开日志核验查看位置，并联系系统管理员。';
      parts.block(reason);
      return fail('journal-broken', reason);
    },
    async judgeAhead() {
      try {
        await parts.judgeAhead();
      } catch (error) {
        // Nobody waits for it: a list asked for later says what cannot be read.
        options.report?.('case.list', codeOf(error));
      }
    },
    checkpointAtClose() {
      closing.aborted = true;
      if (parts.readOnly() !== undefined || ports.store.head().seq === 0) return ok(null);
      const made = parts.journal.checkpoint('close');
      return made.ok ? ok(null) : made;
    },
  };
}

function deskParts(ports: Ports, closing: { readonly aborted: boolean }): DeskParts {
  const crypto = rememberedCrypto(ports.crypto);
  let roster: Roster | undefined;
  let blocked: string | undefined;
  const currentRoster = (): Roster => {
    roster ??= foldRoster(crypto, ports.store.roster());
    return roster;
  };
  const reader = caseReader(ports.store, crypto, currentRoster, () => ports.scanner.identity.digest);
  const published = publishedIndex(ports.store, reader);
  const calendars = calendarShelf(ports, crypto, currentRoster, reader);
  const parts: DeskParts = {
    ports,
    crypto,
    session: sessionState(ports.clock, () => currentRoster().now?.idleMinutes ?? IDLE_MINUTES),
    jobs: jobList(),
    cases: reader,
    judgeAhead: judgingOnce(() => judgeAhead(parts, closing)),
    calendars,
    calendar: () => calendars.calendar(),
    lists: listShelf(ports, crypto, currentRoster, reader),
    packs: packShelf(ports, crypto, currentRoster, reader),
    published,
    journal: journalWriter(ports, currentRoster, (caseIds) => {
      reader.forget(caseIds);
      published.forget(caseIds);
    }),
    roster: currentRoster,
    refreshRoster() {
      roster = undefined;
      return currentRoster();
    },
    readOnly: () => blocked ?? ports.store.readOnly,
    block(reason) {
      blocked = reason;
    },
    unblock() {
      blocked = undefined;
    },
  };
  return parts;
}

/** Scans must rest on the office's lists and packs from the first one on; without them nothing may be scanned. */
function loadOwn(parts: DeskParts): void {
  if (!parts.roster().now) return;
  stopIfOvertaken(parts);
  for (const loaded of [parts.lists.reload(), parts.packs.reload()]) if (!loaded.ok) parts.block(loaded.error.message);
}

async function dispatch<N extends CallName>(parts: DeskParts, name: N, input: Input<N>): Promise<Result<Output<N>>> {
  if (!Object.hasOwn(inputs, name)) return fail('unknown-call', '没有这项功能。');
  const parsed = inputs[name].safeParse(input);
  if (!parsed.success) return fail('bad-input', '填写的内容不完整或格式不对，没有办理。请检查后重试。');
  const allowed = admit(parts, name);
  if (!allowed.ok) return allowed;
  // The table is typed call by call; name and parsed input belong together by construction.
  const handler = HANDLERS[name] as (parts: DeskParts, input: unknown, session?: OpenSession) => Promise<Result<Output<N>>>;
  return handler(parts, parsed.data, allowed.data);
}

/** Session, role and store, in this order. Codes: not-set-up, session-missing, session-expired, not-permitted, store-read-only. */
function admit(parts: DeskParts, name: CallName): Result<OpenSession | undefined> {
  const permission = PERMISSIONS[name];
  const { session: open, expired } = parts.session.current();
  if (permission !== 'anyone') {
    if (!parts.roster().now) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
    if (expired) return fail('session-expired', expiredWords(parts.session.idleMinutes));
    if (!open) return fail('session-missing', '请先选择姓名并输入口令。');
    const member = parts.roster().now?.people.get(open.person.id);
    if (!member || !keysOfMember(member).includes(open.person.key)) {
      parts.session.close();
      return fail('session-missing', '您的签名密钥已注销或更换，请用新口令重新登录。');
    }
    // A package may have brought another roster while the session was open.
    if (member.roles[0] !== open.person.role || member.department !== open.person.department) {
      parts.session.close();
      return fail('session-missing', '您的岗位已有变更，这一步没有办理，请重新输入口令登录。');
    }
    if (permission !== 'member' && !rolesFor(parts, name, open).some((role) => permission.includes(role))) {
      return fail('not-permitted', '您的角色不能办理这一项，没有任何改动。');
    }
  }
  const reason = parts.readOnly();
  if (reason !== undefined && !READ_CALLS.has(name)) return fail('store-read-only', reason);
  if (!QUIET_CALLS.has(name)) parts.session.touch();
  return ok(open);
}

/** The role a person acts in, and for signing also those they deputise for today. */
function rolesFor(parts: DeskParts, name: CallName, { person }: OpenSession): readonly Role[] {
  if (!AS_DEPUTY.has(name)) return [person.role];
  const deputies = deputiesOf(parts.roster(), person.id, dateOf(parts.ports.clock.now().at));
  return [person.role, ...deputies.map(({ step }) => STEP_ROLE[step])];
}

const expiredWords = (minutes: number): string => `超过${minutes}分钟没有操作，已自动锁定。办过的都已保存，请重新输入口令。`;

/** Code of an error of a library, else its class; messages may quote what was being worked on. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
