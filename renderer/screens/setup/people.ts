import { ROLES, type Role, STEP_ROLE } from '../../../review/model/index.ts';
import { newJob } from '../../state/jobs.ts';
import { TEXTS } from './texts.ts';

export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string;
  readonly pin: string;
  readonly again: string;
}

export const newEntry = (role: Role, department: string): Entry => ({
  key: newJob(),
  name: '',
  role,
  department,
  pin: '',
  again: '',
});

/** The smallest office that can carry a chain. */
export const firstEntries = (): readonly Entry[] => [
  newEntry('drafter', '指挥通信处'),
  newEntry('head', '指挥通信处'),
  newEntry('reviewer', '保密办'),
  newEntry('leader', '办领导'),
];

/** 三员, who administer and never review. */
export const administrators = (): readonly Entry[] => [
  newEntry('sysadmin', '办公室'),
  newEntry('secadmin', '保密办'),
  newEntry('auditor', '办公室'),
];

const RUNS = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];

/** A PIN that everybody tries first. The backend has its own list; this one answers while typing. */
export function isSimple(pin: string): boolean {
  const lower = pin.toLowerCase();
  return new Set(lower).size <= 2 || RUNS.some((run) => run.includes(lower));
}

export type EntryErrors = Partial<Record<'name' | 'department' | 'pin' | 'again', string>>;

/** What is wrong with one row; an empty object when nothing is. `minimum`: shortest PIN on this machine, in characters. */
export function errorsOf(entry: Entry, all: readonly Entry[], minimum: number): EntryErrors {
  const errors: EntryErrors = {};
  const name = entry.name.trim();
  if (name.length < 2) errors.name = TEXTS.nameMissing;
  else if (all.some((other) => other.key !== entry.key && other.name.trim() === name)) errors.name = TEXTS.nameTwice;
  if (entry.department.trim() === '') errors.department = TEXTS.departmentMissing;
  if ([...entry.pin].length < minimum) errors.pin = TEXTS.pinShort(minimum);
  else if (isSimple(entry.pin)) errors.pin = TEXTS.pinSimple;
  if (entry.pin !== entry.again) errors.again = TEXTS.pinDiffers;
  return errors;
}

/** Names of the steps' roles nobody holds yet. */
export const missingRoles = (entries: readonly Entry[]): readonly string[] =>
  Object.values(STEP_ROLE)
    .filter((role) => !entries.some((entry) => entry.role === role))
    .map((role) => ROLES[role]);
