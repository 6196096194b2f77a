/** People, keys and deputies after set-up: what the roster says, how it changes, what was done in somebody's name. */
import { z } from 'zod';
import type { DelegableStep, Role, Step } from '../model/index.ts';
import { DELEGABLE_STEPS, DELEGATION_REASONS, ROLES, STEPS } from '../model/index.ts';
import type { CaseView } from './case-view.ts';
import type { ExportedFile } from './exports.ts';
import { civilDate, FILE, id, keys, line, pin, printedName } from './shapes.ts';

const newPin = z.string().min(6).max(128);
const delegation = {
  to: id,
  steps: z.array(z.enum(DELEGABLE_STEPS)).min(1).max(3),
  since: civilDate,
  until: civilDate,
  reason: keys(DELEGATION_REASONS),
};
const who = { name: printedName, role: keys(ROLES), department: line(30).min(1) };

/** What one person proposes and another confirms. A new PIN is typed by the person it belongs to, there and then. */
const ROSTER_CHANGE = z.union([
  z.strictObject({ enroll: z.strictObject({ ...who, newPin }) }),
  z.strictObject({ assign: z.strictObject({ person: id, role: keys(ROLES), department: line(30).min(1) }) }),
  /** With `workstation` the key there alone. */
  z.strictObject({ revoke: z.strictObject({ person: id, workstation: id.optional(), reason: z.enum(['left', 'lost']) }) }),
  z.strictObject({ reset: z.strictObject({ person: id, reason: z.enum(['locked', 'lost', 'replaced']), newPin }) }),
  z.strictObject({ delegate: z.strictObject({ from: id, ...delegation }) }),
  z.strictObject({ recall: z.strictObject({ delegation: id }) }),
  /** A workstation that asked to join, by its request file. */
  z.strictObject({ admit: z.strictObject({ file: FILE }) }),
  /** Another workstation is to write the roster from now on. */
  z.strictObject({ home: z.strictObject({ workstation: id }) }),
  z.strictObject({ routine: z.enum(['administrators', 'root']) }),
  z.strictObject({
    policy: z.strictObject({
      chain: z.array(keys(STEPS)).min(2).max(4),
      idleMinutes: z.int().min(1).max(10),
      checks: z.array(z.enum(['competition', 'legal'])).max(2),
    }),
  }),
]);
export type RosterRequest = z.input<typeof ROSTER_CHANGE>;

/** The root key from a stick. */
const ROOT = z.strictObject({ file: FILE, passphrase: pin });

export const rosterInputs = {
  'roster.view': z.object({}),
  'roster.propose': z.object({ change: ROSTER_CHANGE, pin }),
  'roster.approve': z.object({ proposal: id, pin, root: ROOT.optional() }),
  'roster.reject': z.object({ proposal: id, pin }),
  /** This workstation writes the roster from now on, because the one that did is lost. */
  'roster.takeOver': z.object({ pin, second: z.strictObject({ person: id, pin }), root: ROOT.optional() }),
  /** Somebody names a deputy for their own steps. */
  'delegation.make': z.object({ ...delegation, pin }),
  /** Either of the two ends it before its last day. */
  'delegation.recall': z.object({ delegation: id, pin }),
  /** 保密办 confirms a deputy's signature that was made under a flagged clock; `sign` is its number in the journal. */
  'delegation.confirm': z.object({ case: id, sign: z.int().min(1), pin }),
  'pin.change': z.object({ pin, newPin }),
  /** Two people have the root key written to a file under a passphrase. */
  'root.export': z.object({ pin, second: z.strictObject({ person: id, pin }), passphrase: pin }),
  /** Destroys the copy on this machine, once the file has been read back with its passphrase. */
  'root.remove': z.object({ pin, root: ROOT }),
  /** What was done in the signed-in person's name on the newest day there was anything. */
  'person.acts': z.object({}),
} as const;

export interface RosterOutputs {
  'roster.view': RosterView;
  'roster.propose': RosterView;
  'roster.approve': RosterView;
  'roster.reject': RosterView;
  'roster.takeOver': RosterView;
  'delegation.make': RosterView;
  'delegation.recall': RosterView;
  'delegation.confirm': CaseView;
  'pin.change': null;
  'root.export': ExportedFile;
  'root.remove': RosterView;
  'person.acts': PersonActs;
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string;
  /** `locked`: ten wrong PINs here; `missing`: no key of theirs on this workstation; `revoked`: no key at all for now. */
  readonly state: 'usable' | 'locked' | 'missing' | 'revoked' | 'left';
  /** Printed short form of the key on this workstation, of another one where they have none here; empty when there is none at all. */
  readonly keyCode: string;
  /** Every present key, by workstation. */
  readonly keys: readonly { readonly workstation: string; readonly name: string; readonly code: string }[];
  /** ISO time of enrolment. */
  readonly since: string;
}

export interface DelegationRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly steps: readonly DelegableStep[];
  readonly since: string;
  readonly until: string;
  /** Chinese. */
  readonly reason: string;
  /** `void`: one of the two has lost the role or the key. */
  readonly state: 'in-force' | 'planned' | 'over' | 'recalled' | 'void';
  /** Whether the signed-in person may end it alone. */
  readonly mine: boolean;
}

export interface ProposalRow {
  readonly id: string;
  /** Chinese: what would change. */
  readonly what: string;
  readonly by: string;
  readonly at: string;
  /** The second signature that is there already; empty when it is not. */
  readonly approvedBy: string;
  /** Chinese reason why the signed-in person cannot confirm it; empty when they can. */
  readonly whyNot: string;
  readonly mayReject: boolean;
  /** Whether the file of the root key is needed to confirm it. */
  readonly needsRootFile: boolean;
}

export interface RosterHistoryRow {
  /** Number of the entry in the roster log. */
  readonly seq: number;
  readonly at: string;
  /** 单位根密钥, or the name of who signed. */
  readonly by: string;
  readonly what: string;
}

export interface PinFailure {
  readonly at: string;
  readonly name: string;
  readonly purpose: 'session' | 'act';
  readonly locked: boolean;
}

/** A workstation of the office. */
export interface RosterWorkstation {
  readonly id: string;
  readonly name: string;
  /** Printed short form of its key. */
  readonly code: string;
  readonly here: boolean;
  /** The roster is changed on it, and on no other. */
  readonly keepsRoster: boolean;
}

export interface RosterView {
  /** In the order they came. */
  readonly workstations: readonly RosterWorkstation[];
  readonly people: readonly RosterPerson[];
  readonly delegations: readonly DelegationRow[];
  readonly proposals: readonly ProposalRow[];
  /** Newest first. */
  readonly history: readonly RosterHistoryRow[];
  /** Newest first; empty for those who are not shown them. */
  readonly failures: readonly PinFailure[];
  readonly root: { readonly here: boolean; readonly fingerprint: string };
  /** Chinese: whose signatures a change of the roster needs in this office. */
  readonly how: string;
  readonly administered: boolean;
  readonly routine: 'administrators' | 'root';
  /** 流程设置 in force. */
  readonly policy: {
    readonly chain: readonly Step[];
    readonly checks: readonly ('competition' | 'legal')[];
    readonly idleMinutes: number;
    /** 简化流程 in words; empty when all four steps are signed. */
    readonly simplified: string;
  };
  /** Chinese reasons why not, empty when the signed-in person may. */
  readonly whyNotPropose: string;
  readonly whyNotRoot: string;
  readonly whyNotTakeOver: string;
  /** Own steps a deputy can be named for; empty when there are none. */
  readonly ownSteps: readonly DelegableStep[];
}

export interface PersonAct {
  readonly seq: number;
  readonly at: string;
  /** Chinese: 处室负责人签名：同意公开. */
  readonly what: string;
  /** Number of the case; empty when the act concerned none. */
  readonly number: string;
  /** Whose name it was done in, when as a deputy. */
  readonly actingFor: string;
}

export interface PersonActs {
  /** Civil date of the acts; empty when there are none yet. */
  readonly on: string;
  readonly today: boolean;
  /** Newest first. */
  readonly acts: readonly PersonAct[];
  /** Wrong PINs typed under the person's name on the last two days there was anything, newest first. */
  readonly failures: readonly PinFailure[];
}
