/** 自检与备份: the machine's state, copies of the journal, going on after damage. */
import { z } from 'zod';
import type { BackupCopy, CheckItem } from '../model/index.ts';
import { id, line, pin } from './shapes.ts';

const second = z.object({ person: id, pin });

export const upkeepInputs = {
  'upkeep.view': z.object({}),
  /** Verified copies in all places. */
  'backup.make': z.object({}),
  /** The newest copy is opened apart, checked whole, every content decrypted, and compared with the journal. */
  'backup.drill': z.object({ job: id.optional() }),
  /** Host only: asks the person for the folder of the second copy. */
  'backup.choosePlace': z.object({}),
  /** From the host alone, after it asked. */
  'backup.setPlace': z.object({ folder: z.string().min(1).max(1000) }),
  'journal.restore': z.object({ point: id, reason: line(300).min(4), pin, second }),
  /** Destroys what one case keeps: texts and files, never events. For two people. */
  'case.shred': z.object({ number: line(20).min(4), reason: line(300).min(4), pin, second }),
} as const;

export interface UpkeepOutputs {
  'upkeep.view': UpkeepView;
  'backup.make': UpkeepView;
  'backup.drill': DrillReport;
  'backup.choosePlace': { chosen: boolean };
  'backup.setPlace': UpkeepView;
  'journal.restore': UpkeepView;
  'case.shred': ShredReport;
}

export interface UpkeepView {
  readonly items: readonly CheckItem[];
  readonly copies: readonly BackupCopy[];
  /** Folder of the second copy; absent until one was chosen. */
  readonly secondPlace?: string;
  /** Set while the journal may not be written because something of it is missing or damaged. */
  readonly recovery?: {
    readonly why: string;
    /** Where the journal ends now. */
    readonly present: number;
    readonly points: readonly {
      readonly id: string;
      readonly name: string;
      readonly seq: number;
      /** Nothing that was recorded is missing in it. */
      readonly whole: boolean;
      /** Chinese sentence where the roster would be set back, with what to do about it. */
      readonly roster?: string;
    }[];
  };
}

export interface DrillReport {
  readonly day: string;
  readonly events: number;
  readonly contents: number;
  readonly good: boolean;
  /** Chinese sentences: what was found. */
  readonly lines: readonly string[];
}

export interface ShredReport {
  readonly cleared: number;
  /** Copies rewritten without the contents. */
  readonly copies: number;
  /** Exports and prints of the case that people must collect: what, who, when. */
  readonly collect: readonly string[];
}
