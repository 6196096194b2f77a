import { fingerprintText } from '../chain/anchorage.ts';
import { fromBase64, toBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import { type JoinRequest, openJoinRequest, sealJoinRequest } from '../chain/join-request.ts';
import { readLog, writeLog } from '../chain/log-text.ts';
import { foldRoster, type RosterState } from '../chain/roster.ts';
import type { ChangeData, RosterChange } from '../chain/roster-entry.ts';
import { changeProblem } from '../chain/roster-rules.ts';
import { decodeUtf8, encodeUtf8 } from '../chain/utf8.ts';
import type { AppStatus, JoinAnswer, JoinAsked, JoinRequested, Parsed } from '../contract.ts';
import { fail, ok, type Result, STATEMENT } from '../model/index.ts';
import type { Envelope } from '../ports.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { appStatus } from './office.ts';
import { keyCode } from './roster-words.ts';
import { elsewhereWhy } from './roster-writer.ts';

type Calls = 'join.request' | 'join.open' | 'join.answer' | 'join.preview' | 'join.accept';

/** A second workstation joins: request from there, admission by two people and the root key here, the roster back as answer. */
export const join: Feature<Calls> = {
  'join.request': request,
  'join.open': (parts, input) => asked(parts, input.file),
  'join.answer': (parts) => {
    const state = parts.roster().now;
    const text = writeLog({ roster: parts.ports.store.roster(), events: [] });
    const name = `名册答复-${state?.office ?? ''}-${dateOf(parts.ports.clock.now().at)}.xsroster`;
    return ok({ name, mime: 'application/jsonl', base64: toBase64(encodeUtf8(text)) });
  },
  'join.preview': (parts, input) => {
    const opened = openAnswer(parts, input.file);
    return opened.ok ? ok(opened.data.answer) : opened;
  },
  'join.accept': accept,
};

type File = Parsed<'join.open'>['file'];

const CODE_GROUPS = 4;

/** Codes: session-missing, name-taken, pin-weak, key-write-failed. */
async function request(parts: DeskParts, input: Parsed<'join.request'>): Promise<Result<JoinRequested>> {
  const { ports } = parts;
  if (parts.roster().now && !parts.session.current().session) return fail('session-missing', '请先选择姓名并输入口令。');
  if (new Set(input.people.map(({ name }) => name)).size < input.people.length) {
    return fail('name-taken', '有同名人员，签名时会分不清。请在姓名后加注部门或序号。');
  }
  const people: JoinRequest['people'][number][] = [];
  for (const { name, role, department, pin } of input.people) {
    const made = await ports.keys.create(pin);
    if (!made.ok) return fail(made.error.code, `${name}：${made.error.message}`);
    people.push({ name, role, department, key: made.data.key, publicKey: toHex(made.data.publicKey) });
  }
  const workstation = ports.keys.workstation();
  const { key } = workstation;
  const asks: JoinRequest = {
    v: 1,
    alg: 'ed25519-sha256',
    at: ports.clock.now().at,
    ws: ports.store.head().ws,
    name: input.name,
    key,
    publicKey: toHex(workstation.publicKey),
    people,
  };
  const sealed = sealJoinRequest(ports.crypto, workstation, asks);
  if (!sealed.ok) return sealed;
  return ok({
    name: `加入申请-${input.name}-${dateOf(asks.at)}.xsjoin`,
    base64: toBase64(encodeUtf8(sealed.data.text)),
    keys: [{ name: input.name, key }, ...people].map((one) => ({ name: one.name, code: keyCode(one.key, CODE_GROUPS) })),
  });
}

/** What a request would put into the roster: people the roster knows by name get another key, the others are enrolled. Code: join-format. */
export function admission(parts: DeskParts, file: File): Result<Extract<RosterChange, { type: 'admit' }>> {
  const opened = openJoinRequest(parts.crypto, fromBase64(file.base64) ?? new Uint8Array());
  if (!opened.ok) return opened;
  const { ws, name, key, publicKey, people } = opened.data.request;
  const members = [...(parts.roster().now?.people.values() ?? [])];
  const data: ChangeData<'admit'> = { ws, name, key, publicKey, keys: [], enrolled: [] };
  for (const { name: own, role, department, ...keys } of people) {
    const member = members.find((one) => one.name === own);
    if (member) data.keys.push({ p: member.id, ...keys });
    else {
      // The id is drawn from the key, so that the request means the same whenever it is opened.
      const p = `p-${keys.key.slice(0, 16)}`;
      data.enrolled.push({ p, name: own, department, roles: [role], statement: STATEMENT, ...keys });
    }
  }
  return ok({ type: 'admit', data });
}

function asked(parts: DeskParts, file: File): Result<JoinAsked> {
  const roster = parts.roster();
  const state = roster.now;
  const change = admission(parts, file);
  if (!change.ok) return change;
  if (!state) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
  const { ws, name, key, keys, enrolled } = change.data.data;
  const known = new Map(roster.entries.flatMap(({ change: done }) => knownKeys(done)));
  return ok({
    workstation: name,
    code: keyCode(key, CODE_GROUPS),
    known: state.workstations.has(ws),
    people: [...keys.flatMap((one) => knownPerson(state, one)), ...enrolled.map(newPerson)],
    whyNot: elsewhereWhy(parts) ?? changeProblem(parts.crypto, state, known, change.data) ?? '',
  });
}

/** Keys that were ever entered, so that none is entered twice. */
function knownKeys(change: RosterChange | undefined): readonly (readonly [string, Uint8Array])[] {
  if (change?.type === 'admit')
    return [change.data, ...change.data.keys, ...change.data.enrolled].map(({ key }) => [key, NO_BYTES]);
  return change && 'publicKey' in change.data ? [[change.data.key, NO_BYTES]] : [];
}
const NO_BYTES = new Uint8Array();

function knownPerson(state: RosterState, { p, key }: ChangeData<'admit'>['keys'][number]): JoinAsked['people'] {
  const member = state.people.get(p);
  if (!member) return [];
  const { name, department, roles } = member;
  return [{ name, department, role: roles[0] ?? 'drafter', code: keyCode(key, CODE_GROUPS), known: true }];
}

const newPerson = ({ name, department, roles, key }: ChangeData<'enroll'>): JoinAsked['people'][number] => ({
  name,
  department,
  role: roles[0] ?? 'drafter',
  code: keyCode(key, CODE_GROUPS),
  known: false,
});

/**
 * The answer is the roster itself. It vouches for itself, so its root key is compared with paper; that this workstation stands in it
 * with its own key is checked here. Codes: join-answer (no roster), join-roster (does not hold), join-not-admitted, already-set-up.
 */
function openAnswer(parts: DeskParts, file: File): Result<{ readonly answer: JoinAnswer; readonly log: readonly Envelope[] }> {
  const { ports } = parts;
  if (parts.roster().now) return fail('already-set-up', '本机已经有名册，没有改动。名册的变更随数据包带来。');
  const text = decodeUtf8(fromBase64(file.base64) ?? new Uint8Array());
  const log = text === undefined ? undefined : readLog(text);
  if (!log || log.badLines.length > 0 || log.roster.length === 0 || log.events.length > 0) {
    return fail('join-answer', '这不是名册答复文件（.xsroster），或文件不完整，没有导入。请原来的工作站重新导出一份。');
  }
  const roster = foldRoster(parts.crypto, log.roster);
  const state = roster.now;
  if (!state || roster.problems.length > 0) {
    return fail('join-roster', '文件里的名册不成立，可能被改动过，没有导入。请原来的工作站重新导出一份；再次出现请报保密办。');
  }
  const { ws } = ports.store.head();
  if (state.workstations.get(ws) !== ports.keys.workstation().key) {
    return fail(
      'join-not-admitted',
      '名册里还没有本机，没有导入。请先在原来的工作站上把加入申请办完（两人确认、单位根密钥签署），再导出答复。',
    );
  }
  const answer = {
    office: state.office,
    root: state.rootKey,
    fingerprint: fingerprintText(state.rootKey),
    workstation: state.workstationNames.get(ws) ?? ws,
    people: state.people.size,
  };
  return ok({ answer, log: log.roster });
}

function accept(parts: DeskParts, input: Parsed<'join.accept'>): Result<AppStatus> {
  const opened = openAnswer(parts, input.file);
  if (!opened.ok) return opened;
  if (opened.data.answer.root !== input.root) {
    return fail('join-root', '单位根密钥指纹与核对过的不一致，没有导入。请重新打开文件，与纸上的指纹逐组核对。');
  }
  const written = parts.ports.store.appendRoster(opened.data.log);
  if (!written.ok) return written;
  parts.refreshRoster();
  return ok(appStatus(parts));
}
