/**
 * A desk on real parts: SQLite store, key ring, cryptography. Only the clock can be turned, and reader, scanner and clean copier
 * are small ones for plain text whose answers are plain to see, so that a test can change the rules.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../../db/open.ts';
import type { JournalStore } from '../../../../db/store.ts';
import { pagePictures, exporters as realExporters } from '../../../../exports/index.ts';
import { background } from '../../../../host/background.ts';
import { blobCipher } from '../../../../host/blob-cipher.ts';
import { crypto, sha256Hex } from '../../../../host/crypto.ts';
import { incomingFiles } from '../../../../host/incoming.ts';
import { openKeyRing } from '../../../../host/keyring.ts';
import { officeLists } from '../../../../host/office-lists.ts';
import { parcels } from '../../../../host/parcels.ts';
import { systemRandom } from '../../../../host/random.ts';
import { createReader } from '../../../../host/reader.ts';
import { stashIn } from '../../../../host/stash.ts';
import { upkeepOf } from '../../../../host/upkeep.ts';
import type { LogModel } from '../../../../review/artefacts.ts';
import { writeLog } from '../../../../review/chain/log-text.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import { sealRosterEntry } from '../../../../review/chain/roster-entry.ts';
import type { CallName, CaseView, Input, Output } from '../../../../review/contract.ts';
import { type Draft, type Finding, fail, type Level, type ListInForce, ok, type Role } from '../../../../review/model/index.ts';
import type { CleanRecord, KeyRing, Moment, Ports, RulePacks, Signer } from '../../../../review/ports.ts';
import { EXPORTS, type Exporters } from '../../../../review/usecases/exports/index.ts';
import type { InspectionModel } from '../../../../review/usecases/exports/inspection.ts';
import { createDesk, type ReviewDesk } from '../../../../review/usecases/index.ts';
import { proofread } from '../../../../rules/proofreading/index.ts';
import { must } from './case-builder.ts';

export const PIN = 'yunxi-2847';
const PEOPLE: readonly { readonly name: string; readonly role: Role; readonly department: string }[] = [
  { name: '张某甲', role: 'drafter', department: '指挥通信处' },
  { name: '赵某乙', role: 'head', department: '指挥通信处' },
  { name: '李某丙', role: 'reviewer', department: '秘书处' },
  { name: '王某丁', role: 'leader', department: '' },
  { name: '孙某戊', role: 'sysadmin', department: '秘书处' },
  { name: '周某己', role: 'secadmin', department: '秘书处' },
  { name: '吴某庚', role: 'auditor', department: '秘书处' },
];

/** A clock that stands where the test puts it; ticks one second a reading. */
export class TurnedClock {
  wall = Date.UTC(2026, 10, 21, 1, 0, 0);
  mono = 1_000_000;
  boot = 'boot-1';
  now(): Moment {
    this.wall += 1000;
    this.mono += 1000;
    const local = new Date(this.wall + 8 * 3_600_000).toISOString().slice(0, 19);
    return { at: `${local}+08:00`, boot: this.boot, mono: this.mono };
  }
  /** Lets time pass, on both clocks. */
  pass(minutes: number): void {
    this.wall += minutes * 60_000;
    this.mono += minutes * 60_000;
  }
}

/** What the small scanner looks for: level by first letter, text, the wording it suggests. */
const PATTERNS: readonly { readonly rule: string; readonly level: Level; readonly pattern: RegExp; readonly mask: string }[] = [
  { rule: 'T-PHONE', level: 'block', pattern: /1[3-9]\d{9}/g, mask: '（电话略）' },
  { rule: 'T-SITES', level: 'review', pattern: /警报点位\d+处/g, mask: '若干警报点位' },
  { rule: 'T-INNER', level: 'notice', pattern: /内部电话/g, mask: '' },
];

function scanText(draft: Draft, rulesVersion: number): { readonly findings: Finding[]; readonly refusal?: Finding } {
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  let refusal: Finding | undefined;
  for (const piece of draft.pieces) {
    const found = (rule: string, level: Level, start: number, text: string, mask: string): Finding => {
      const times = (seen.get(rule + text) ?? 0) + 1;
      seen.set(rule + text, times);
      const id = sha256Hex(new TextEncoder().encode(`${rule} ${text} ${times}`)).slice(0, 32);
      const place = { piece: piece.index, start, end: start + text.length, text };
      const words = {
        title: rule,
        reason: '可能涉及有关信息，请核对',
        evidence: [],
        basis: ['B-1'],
        advice: '',
        suggestion: mask,
      };
      return { id, rule, category: 'personal-contact', level, confidence: 1, ...place, ...words };
    };
    const mark = /机密★\d+年/.exec(piece.text);
    if (mark) refusal ??= found('T-MARK', 'block', mark.index, mark[0], '');
    for (const { rule, level, pattern, mask } of PATTERNS) {
      if (rule === 'T-INNER' && rulesVersion < 2) continue;
      for (const match of piece.text.matchAll(pattern)) findings.push(found(rule, level, match.index, match[0], mask));
    }
  }
  return { findings, ...(refusal ? { refusal } : {}) };
}

/** One piece a line; a line `图：…` is a picture nobody can read. */
function readText(name: string, bytes: Uint8Array): Draft {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const isPicture = (line: string): boolean => line.startsWith('图：');
  return {
    source: { name, size: bytes.length, sha256: sha256Hex(bytes), format: 'txt' },
    pieces: lines
      .filter((line) => !isPicture(line))
      .map((text, index) => ({ index, kind: 'body', visible: true, text, where: { label: `第${index + 1}段`, part: '' } })),
    page: [],
    warnings: [],
    unread: lines.filter(isPicture).map((part) => ({ code: 'picture', part, message: '图片须人工查看' })),
  };
}

const file = (name: string, value: unknown) =>
  ok({
    name,
    mime: 'application/json',
    base64: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'),
  });
/** The models themselves instead of files; the release file is what it is. */
const exporters = {
  ...Object.fromEntries(Object.keys(EXPORTS).map((kind) => [kind, async (model: unknown) => file(kind, model)])),
  log: async (model: LogModel) => file('log', writeLog(model)),
  inspection: async ({ log, verifier: _, ...model }: InspectionModel) => file('inspection', { ...model, log: writeLog(log) }),
  'release-file': realExporters['release-file'],
  consultLetter: async (model) => file('consult-letter', model),
  listTemplate: async (kind, rows) => (rows ? realExporters.listTemplate(kind, rows) : file('list-template', kind)),
} as Exporters;

/** An office without rules of its own; tests/unit/host has the real ones. */
const noRulePacks: RulePacks = {
  view: () => undefined,
  bases: () => [],
  programPacks: [],
  try: async () => ok({ findings: [], passedOver: [], examples: [], faults: [], stopped: [], milliseconds: 0 }),
  check: async () => ok([{ field: 'rule', message: '此处不能写规则' }]),
  next: () => fail('rule-missing', '没有这一条。'),
  inspect: async () => ok([]),
  compare: () => ({ added: [], removed: [], changed: [] }),
  describe: ({ name }) => ({ title: name, rules: [] }),
  write: (content) => JSON.stringify(content),
  parse: () => fail('pack-format', '不是规则包。'),
  use: () => undefined,
};

export interface TestDesk {
  readonly desk: ReviewDesk;
  readonly folder: string;
  /** Folders of copies; none until a test puts one in. */
  readonly copies: string[];
  readonly clock: TurnedClock;
  readonly store: JournalStore;
  readonly keys: KeyRing;
  /** Person id by role. */
  readonly people: Readonly<Record<Role, string>>;
  /** Faults reported to the logger. */
  readonly reports: string[];
  rulesVersion: number;
  /** Replaces what the next clean copy leaves undone: 'leaky' keeps the text where it was. */
  copier: 'good' | 'leaky' | 'leaky-splice';
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  code<N extends CallName>(name: N, input: Input<N>): Promise<string>;
  /** Signs in the person of a role. */
  as(role: Role): Promise<void>;
  import(text: string, name?: string): Promise<string>;
  view(caseId: string): Promise<CaseView>;
  /** Signs in and signs; role by step. */
  signAs(role: Role, caseId: string): Promise<CaseView>;
  /** A second desk over the same store, as after a restart. */
  again(): ReviewDesk;
}

/** What the program under test brings along as its sample. */
export const BUNDLED_SAMPLE = '示例通报\n联系人电话13900000022。';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
let jobs = 0;
export const nextJob = (): string => `job-${++jobs}`;

/** Everybody's keys as on another desk; the workstation's own key and the root key are not copied. */
function copyPeople(from: string, to: string): void {
  cpSync(join(from, 'device'), join(to, 'device'), { recursive: true });
  const own = ['workstation.key', 'root.key'].map((name) => join(from, 'keys', name));
  cpSync(join(from, 'keys'), join(to, 'keys'), { recursive: true, filter: (path) => !own.includes(path) });
}

/** Enters a workstation into the roster of an office with its root key, and copies the roster to it. */
function joinOffice(office: TestDesk, store: JournalStore, ws: string, signer: Signer): void {
  const log = office.store.roster();
  const state = foldRoster(crypto, log).now;
  const root = office.keys.localRoot();
  if (!state || !root) throw new Error('no office to join');
  const data = { ws, key: signer.key, publicKey: Buffer.from(signer.publicKey).toString('hex') };
  const head = { v: 1, alg: 'ed25519-sha256', org: state.org, seq: log.length + 1, prev: state.head } as const;
  const { at } = office.clock.now();
  const { envelope } = must(sealRosterEntry(crypto, root, { ...head, type: 'workstation', at, data }));
  must(office.store.appendRoster([envelope]));
  must(store.appendRoster([...log, envelope]));
}

/** The same workstation, going on from a copy of its disk: what nobody may do, and somebody will. */
export const copiedDesk = (of: TestDesk): Promise<TestDesk> => testDesk(false, of, 'copy');

/** Keys are made once: what is tested here is the desk. With `office` it is a second workstation of that office. */
export async function testDesk(setUp = true, office?: TestDesk, how: 'join' | 'copy' = 'join'): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-desk-'));
  if (office && how === 'copy') cpSync(office.folder, folder, { recursive: true });
  else if (office) copyPeople(office.folder, folder);
  const cost = { N: 2 ** 10, r: 8, p: 1 };
  const keys = must(openKeyRing({ folder: join(folder, 'keys'), deviceFolder: join(folder, 'device'), mayCreate: true, cost }));
  const clock = new TurnedClock();
  const ws = `ws-${keys.workstation().key.slice(0, 12)}`;
  const copies: string[] = [];
  const places = { folder: join(folder, 'store'), anchorFolder: join(folder, 'anchor'), backupFolders: () => copies };
  const store = must(openStore({ ...places, ws, crypto, signer: keys.workstation(), cipher: blobCipher, clock }));
  if (office && how === 'join') joinOffice(office, store, ws, keys.workstation());
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const reports: string[] = [];
  const state = { rulesVersion: 1, copier: 'good' as 'good' | 'leaky' | 'leaky-splice', lists: [] as readonly ListInForce[] };
  const ports: Ports = {
    clock,
    random: systemRandom,
    crypto,
    background,
    keys,
    store,
    version: '0.0.0-test',
    upkeep: upkeepOf({ folder: join(folder, 'store'), systemKeyStore: true }, store),
    verifierPage: () => ok(new TextEncoder().encode('<!doctype html>')),
    sample: () => ok({ name: '示例.txt', bytes: new TextEncoder().encode(BUNDLED_SAMPLE) }),
    exporters,
    reader: {
      read: async (name, bytes) => {
        if (name === 'broken.txt') return fail('unreadable', '文件读不出来。');
        if (name === 'bug.txt') throw new RangeError('机密内容不该出现在日志里');
        return ok(readText(name, bytes));
      },
    },
    scanner: {
      get identity() {
        const engine = `test-engine-${state.rulesVersion}`;
        const packs = state.lists.map(({ list, version, digest }) => `office-${list.kind}@${version}:${digest}`).sort();
        return { engine, packs, digest: sha256Hex(new TextEncoder().encode([engine, ...packs].join('\n'))) };
      },
      scan: async (draft) => ok({ ...scanText(draft, state.rulesVersion), ruleSet: ports.scanner.identity }),
      proofread,
      basisName: (code) => `依据${code}`,
      rules: () => [],
    },
    lists: officeLists(createReader(), {
      useLists: (lists) => {
        state.lists = lists;
      },
    }),
    rulePacks: noRulePacks,
    parcels,
    incoming: incomingFiles(join(folder, 'watched'), []),
    stash: stashIn(join(folder, 'stash')),
    pagePictures,
    cleanCopier: {
      make: async (draft, _bytes, edits, anew) => {
        const texts = draft.pieces.map((piece) => piece.text);
        for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
          const text = texts[edit.piece] ?? '';
          texts[edit.piece] = text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
        }
        const spliced = state.copier === 'leaky-splice' && anew === undefined;
        const leak = state.copier === 'leaky' || spliced ? [draft.pieces.map((piece) => piece.text).join('|')] : [];
        const way = spliced ? 'spliced' : anew === undefined ? 'text' : 'set-anew';
        const record: CleanRecord = { way, ...(anew === undefined ? {} : { why: anew }), replaced: edits.length, dropped: [] };
        return ok({ name: '脱敏稿.txt', bytes: new TextEncoder().encode([...texts, ...leak].join('\n')), record });
      },
    },
  };
  const open = () => createDesk(ports, { report: (call, code) => reports.push(`${call} ${code}`) });
  const desk = open();
  const people: Partial<Record<Role, string>> = { ...office?.people };
  const call: TestDesk['call'] = async (name, input) => must(await desk.call(name, input));
  if (setUp) {
    await call('office.setUp', { office: '云溪市人民防空办公室', people: PEOPLE.map((person) => ({ ...person, pin: PIN })) });
    for (const person of await call('people.list', {})) people[person.role] = person.id;
  }
  const made: TestDesk = {
    desk,
    folder,
    copies,
    clock,
    store,
    keys,
    people: people as Record<Role, string>,
    reports,
    get rulesVersion() {
      return state.rulesVersion;
    },
    set rulesVersion(version) {
      state.rulesVersion = version;
    },
    get copier() {
      return state.copier;
    },
    set copier(copier) {
      state.copier = copier;
    },
    call,
    code: async (name, input) => {
      const result = await desk.call(name, input);
      return result.ok ? 'ok' : result.error.code;
    },
    as: async (role) => {
      await call('session.open', { person: people[role] ?? '', pin: PIN });
    },
    import: async (text, name = '公告.txt') => {
      const outcome = await call('case.import', importInput(text, name));
      if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
      return outcome.case;
    },
    view: (caseId) => call('case.open', { case: caseId }),
    signAs: async (role, caseId) => {
      await made.as(role);
      const step = { drafter: 'draft', head: 'head', reviewer: 'secrecy', leader: 'approve' } as const;
      return call('chain.sign', { case: caseId, step: step[role as keyof typeof step], opinion: '同意公开', pin: PIN });
    },
    again: open,
  };
  return made;
}

export const importInput = (text: string, name = '公告.txt'): Input<'case.import'> => ({
  job: nextJob(),
  file: { name, base64: base64(text) },
  createdOn: '2026-11-16',
  attribute: 'active',
  channels: ['website'],
});

/** Two findings and a picture: what most tests review. */
export const SAMPLE = '警报试鸣公告\n全区共设警报点位128处。\n联系人电话13900000011。\n图：示意图.jpg';

/** Imports the sample and settles everything by keeping, so that it can be signed. */
export async function readyCase(bench: TestDesk, text = SAMPLE): Promise<string> {
  await bench.as('drafter');
  const caseId = await bench.import(text);
  const view = await bench.view(caseId);
  const findings = view.findings.map((finding) => finding.id);
  if (findings.length > 0) await bench.call('finding.decide', { case: caseId, findings, decision: 'keep', reason: '已经公布' });
  for (const { part } of view.draft.unread) await bench.call('unread.confirm', { case: caseId, part });
  return caseId;
}

export async function signedCase(bench: TestDesk, text = SAMPLE): Promise<string> {
  const caseId = await readyCase(bench, text);
  for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
  return caseId;
}
