/** Set-up, people, session: what happens before and around the work. */
import { z } from 'zod';
import type { Person, RuleSetIdentity, Step } from '../model/index.ts';
import { ROLES } from '../model/index.ts';
import type { ExportOffer } from './exports.ts';
import { id, keys, line, pin, printedName } from './shapes.ts';

export const officeInputs = {
  'app.status': z.object({}),
  'office.setUp': z.object({
    office: line(60).min(2),
    people: z
      .array(z.object({ name: printedName, role: keys(ROLES), department: line(30), pin: z.string().min(6).max(128) }))
      .min(4)
      .max(50),
  }),
  'people.list': z.object({}),
  'session.open': z.object({ person: id, pin }),
  'session.close': z.object({}),
  /** Sent while a person reads without calling anything else, so that the session does not idle under their hands. */
  'session.keep': z.object({}),
} as const;

export interface OfficeOutputs {
  'app.status': AppStatus;
  'office.setUp': AppStatus;
  'people.list': Person[];
  'session.open': Session;
  'session.close': null;
  'session.keep': null;
}

export interface Session {
  readonly person: Person;
  /** Minutes without a call after which the PIN is asked again. */
  readonly idleMinutes: number;
  /** Steps the person may take for others today. */
  readonly deputyFor: readonly DeputyFor[];
  /** What the person's role may export. */
  readonly exports: readonly ExportOffer[];
}

/** A step the signed-in person may take in somebody else's place. */
export interface DeputyFor {
  readonly step: Step;
  readonly name: string;
  /** Last day, civil date. */
  readonly until: string;
}

export interface AppStatus {
  readonly setUp: boolean;
  readonly version: string;
  readonly office?: string;
  readonly session?: Session;
  readonly ruleSet: RuleSetIdentity;
  /** Civil date of today on this workstation. */
  readonly today: string;
  /** Last day the shipped holiday table covers; later deadlines are marked 推算. */
  readonly calendarUntil: string;
  /** Shortest PIN of a new key, told before anybody types one. */
  readonly pinMinimum: number;
  /** Set when the store may be read only: Chinese sentence why, and what to do. */
  readonly readOnly?: string;
}
