/** Every kind of event, one line each. A new kind = one file beside these and one line here. */
import type { z } from 'zod';
import { authFail } from './auth-fail.ts';
import { caseCreate } from './case-create.ts';
import { checkpoint } from './checkpoint.ts';
import { clockFlag } from './clock-flag.ts';
import { delegationConfirm } from './delegation-confirm.ts';
import { docAdd } from './doc-add.ts';
import { draftRefuse } from './draft-refuse.ts';
import { exportFile } from './export-file.ts';
import { exportFull } from './export-full.ts';
import { findingDecide } from './finding-decide.ts';
import { findingUndo } from './finding-undo.ts';
import { listImport } from './list-import.ts';
import { packInstall } from './pack-install.ts';
import { pinChange } from './pin-change.ts';
import { publishRecord } from './publish-record.ts';
import { refuse } from './refuse.ts';
import { release } from './release.ts';
import { returned } from './return.ts';
import { rootMove } from './root-move.ts';
import { scanDone } from './scan-done.ts';
import { sign } from './sign.ts';
import { unreadConfirm } from './unread-confirm.ts';
import { withdraw } from './withdraw.ts';

export const KINDS = {
  [authFail.type]: authFail,
  [caseCreate.type]: caseCreate,
  [checkpoint.type]: checkpoint,
  [clockFlag.type]: clockFlag,
  [delegationConfirm.type]: delegationConfirm,
  [docAdd.type]: docAdd,
  [draftRefuse.type]: draftRefuse,
  [exportFile.type]: exportFile,
  [exportFull.type]: exportFull,
  [findingDecide.type]: findingDecide,
  [findingUndo.type]: findingUndo,
  [listImport.type]: listImport,
  [packInstall.type]: packInstall,
  [pinChange.type]: pinChange,
  [publishRecord.type]: publishRecord,
  [refuse.type]: refuse,
  [release.type]: release,
  [returned.type]: returned,
  [rootMove.type]: rootMove,
  [scanDone.type]: scanDone,
  [sign.type]: sign,
  [unreadConfirm.type]: unreadConfirm,
  [withdraw.type]: withdraw,
} as const;

export type EventType = keyof typeof KINDS;
export type EventData<T extends EventType> = z.output<(typeof KINDS)[T]['data']>;
export { CHECKPOINT_REASONS } from './checkpoint.ts';
export * from './clock-flag.ts';
export type { ActorRole } from './kind.ts';
export { BUSINESS } from './kind.ts';
export { SIGN_MEANINGS } from './sign.ts';
