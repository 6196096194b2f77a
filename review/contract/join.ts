/** From one workstation to several: a second one asks to join, the office admits it, the roster goes back (signoff-design 2.2). */
import { z } from 'zod';
import type { Role } from '../model/index.ts';
import { ROLES } from '../model/index.ts';
import type { ExportedFile } from './exports.ts';
import type { AppStatus } from './office.ts';
import { FILE, keys, line, printedName } from './shapes.ts';

const person = z.strictObject({
  name: printedName,
  role: keys(ROLES),
  department: line(30).min(1),
  /** Typed on the spot by the person it belongs to. */
  pin: z.string().min(6).max(128),
});

export const joinInputs = {
  /** On the workstation that joins: makes the keys of the people who will sign there, and the file that asks for their admission. */
  'join.request': z.object({ name: printedName, people: z.array(person).min(1).max(30) }),
  /** On the office's workstation: what such a file asks for; nothing is recorded. Admission itself is a proposal to the roster. */
  'join.open': z.object({ file: FILE }),
  /** The roster as a file for a workstation that was admitted. */
  'join.answer': z.object({}),
  /** On the workstation that joins: what the answer says, to be compared with paper. */
  'join.preview': z.object({ file: FILE }),
  /** Takes the roster in; `root` is the fingerprint that was compared. */
  'join.accept': z.object({ file: FILE, root: z.string().regex(/^[0-9a-f]{32}$/) }),
} as const;

export interface JoinOutputs {
  'join.request': JoinRequested;
  'join.open': JoinAsked;
  'join.answer': ExportedFile;
  'join.preview': JoinAnswer;
  'join.accept': AppStatus;
}

export interface JoinRequested {
  readonly name: string;
  readonly base64: string;
  readonly keys: readonly JoinKey[];
}

/** A key as people read it aloud to compare it. */
export interface JoinKey {
  readonly name: string;
  readonly code: string;
}

export interface JoinAsked {
  readonly workstation: string;
  readonly code: string;
  /** It was admitted before: more people are to sign there. */
  readonly known: boolean;
  readonly people: readonly {
    readonly name: string;
    /** As the roster has it, for people who are in it. */
    readonly role: Role;
    readonly department: string;
    readonly code: string;
    /** In the roster already: this becomes their key on that workstation. */
    readonly known: boolean;
  }[];
  /** Chinese reason why it cannot be admitted as it is; empty when it can. */
  readonly whyNot: string;
}

export interface JoinAnswer {
  readonly office: string;
  /** Key id of the unit root key, and as it is printed. */
  readonly root: string;
  readonly fingerprint: string;
  /** What the office calls this workstation. */
  readonly workstation: string;
  readonly people: number;
}
