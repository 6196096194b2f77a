import { toHex } from '../chain/hex.ts';
import { ZERO_ID } from '../chain/pae.ts';
import { foldRoster } from '../chain/roster.ts';
import { orgOf, type RosterBody, type RosterClaim, sealRosterEntry } from '../chain/roster-entry.ts';
import type { AppStatus, Parsed } from '../contract.ts';
import { fail, ok, type Result, ROLES, STATEMENT, STEP_ORDER, STEP_ROLE } from '../model/index.ts';
import type { Envelope } from '../ports.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { activePeople } from './people-of.ts';
import { sessionOf } from './session.ts';
import { IDLE_MINUTES } from './session-state.ts';

export function appStatus(parts: DeskParts): AppStatus {
  const { ports, session } = parts;
  const state = parts.roster().now;
  const person = session.current().session?.person;
  const readOnly = parts.readOnly();
  return {
    setUp: state !== undefined,
    version: ports.version,
    ...(state ? { office: state.office } : {}),
    ...(person ? { session: sessionOf(parts, person) } : {}),
    ruleSet: ports.scanner.identity,
    today: dateOf(ports.clock.now().at),
    calendarUntil: parts.calendar().until,
    pinMinimum: ports.keys.pinMinimum,
    ...(readOnly === undefined ? {} : { readOnly }),
  };
}

export const office: Feature<'app.status' | 'office.setUp' | 'people.list'> = {
  'app.status': (parts) => ok(appStatus(parts)),
  // Those who can show a PIN here: others sign on their own workstations.
  'people.list': ({ ports, roster }) =>
    ok(activePeople(roster(), ports.store.head().ws).filter(({ key }) => ports.keys.state(key) !== 'missing')),
  'office.setUp': setUp,
};

/** What the office calls the workstation it began with. */
const FIRST_WORKSTATION = '一号机';

/** Makes the unit root key, the workstation's entry, the policy and all people in one go. Codes: already-set-up, roles-missing, name-taken, pin-weak. */
async function setUp(parts: DeskParts, input: Parsed<'office.setUp'>): Promise<Result<AppStatus>> {
  const { ports } = parts;
  if (parts.refreshRoster().now) return fail('already-set-up', '先审已经设置过，没有改动。增减人员请找安全保密管理员。');
  const missing = STEP_ORDER.filter((step) => !input.people.some((person) => person.role === STEP_ROLE[step]));
  if (missing.length > 0) {
    return fail('roles-missing', `还缺${missing.map((step) => ROLES[STEP_ROLE[step]]).join('、')}，四个环节都要有人。`);
  }
  if (new Set(input.people.map((person) => person.name)).size < input.people.length) {
    return fail('name-taken', '有同名人员，签名时会分不清。请在姓名后加注部门或序号。');
  }
  const claims = await officeClaims(parts, input);
  if (!claims.ok) return claims;
  const entries = sealClaims(parts, claims.data);
  if (!entries.ok) return entries;
  // Nothing enters the roster that reading it back would not accept.
  const problem = foldRoster(ports.crypto, entries.data).problems[0];
  if (problem) return fail('roster-refused', `名册没有建立：${problem.message}。请检查后重试。`);
  // Making keys takes seconds: somebody else may have been quicker.
  if (parts.refreshRoster().now) return fail('already-set-up', '先审已经设置过，没有改动。');
  const written = ports.store.appendRoster(entries.data);
  if (!written.ok) return written;
  parts.refreshRoster();
  return ok(appStatus(parts));
}

async function officeClaims({ ports }: DeskParts, input: Parsed<'office.setUp'>): Promise<Result<readonly RosterClaim[]>> {
  const root = ports.keys.root();
  const workstation = ports.keys.workstation();
  const claims: RosterClaim[] = [
    { type: 'root', data: { office: input.office, key: root.key, publicKey: toHex(root.publicKey) } },
    {
      type: 'workstation',
      data: { ws: ports.store.head().ws, name: FIRST_WORKSTATION, key: workstation.key, publicKey: toHex(workstation.publicKey) },
    },
    { type: 'policy', data: { chain: [...STEP_ORDER], idleMinutes: IDLE_MINUTES } },
  ];
  // With both administrators there, they look after the roster together, and the root key can stay in its drawer.
  const administered = (['sysadmin', 'secadmin'] as const).every((role) => input.people.some((person) => person.role === role));
  if (administered) claims.push({ type: 'routine', data: { by: 'administrators' } });
  for (const { name, department, role, pin } of input.people) {
    const made = await ports.keys.create(pin);
    if (!made.ok) return fail(made.error.code, `${name}：${made.error.message}`);
    const { key, publicKey } = made.data;
    const p = `p-${toHex(ports.random.bytes(8))}`;
    claims.push({
      type: 'enroll',
      data: { p, name, department, roles: [role], key, publicKey: toHex(publicKey), statement: STATEMENT },
    });
  }
  return ok(claims);
}

function sealClaims({ ports }: DeskParts, claims: readonly RosterClaim[]): Result<readonly Envelope[]> {
  const root = ports.keys.root();
  const { at } = ports.clock.now();
  const envelopes: Envelope[] = [];
  let prev = ZERO_ID;
  for (const [index, claim] of claims.entries()) {
    const head = { v: 1, alg: 'ed25519-sha256', org: orgOf(root.key), seq: index + 1, prev, at } as const;
    const sealed = sealRosterEntry(ports.crypto, root, { ...head, ...claim } as RosterBody);
    if (!sealed.ok) return sealed;
    envelopes.push(sealed.data.envelope);
    prev = sealed.data.id;
  }
  return ok(envelopes);
}
