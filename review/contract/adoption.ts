/** Lists and rule packs that other workstations have put in force, and taking them over here. */
import { z } from 'zod';
import { id, pin } from './shapes.ts';

export const adoptionInputs = {
  'adoption.view': z.object({}),
  /** `event` as the view names it; `after`: the version here that its difference was shown against, '' for none. */
  'adoption.take': z.object({ event: id, after: z.string().max(30), pin }),
} as const;

export interface AdoptionOutputs {
  'adoption.view': readonly AdoptionRow[];
  'adoption.take': readonly AdoptionRow[];
}

/** The newest version of one list or pack of one other workstation, where it is not what stands here. */
export interface AdoptionRow {
  readonly event: string;
  readonly what: 'list' | 'pack';
  readonly title: string;
  /** What the office calls that workstation. */
  readonly workstation: string;
  readonly by: string;
  readonly at: string;
  /** There, here ('' for none), and what it would be called here. */
  readonly version: string;
  readonly here: string;
  readonly becomes: string;
  /** `conflict`: both were changed without knowing of each other; what was changed here alone would be lost. */
  readonly state: 'newer' | 'conflict';
  /** What taking it would change; absent while its content has not come in a package. */
  readonly difference?: { readonly added: number; readonly removed: number; readonly changed: number };
  /** Chinese reason why it cannot come into force as it is; empty when it can. */
  readonly whyNot: string;
}
