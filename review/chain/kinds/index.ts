/** Every kind of event, one line each. A new kind = one file beside these and one line here. */
import type { z } from 'zod';
import { annualSave } from './annual-save.ts';
import { auditReview } from './audit-review.ts';
import { authFail } from './auth-fail.ts';
import { backupDone } from './backup-done.ts';
import { blobShred } from './blob-shred.ts';
import { calendarSet } from './calendar-set.ts';
import { caseCreate } from './case-create.ts';
import { checkpoint } from './checkpoint.ts';
import { clockFlag } from './clock-flag.ts';
import { conflictResolve } from './conflict-resolve.ts';
import { consent } from './consent.ts';
import { consultClose } from './consult-close.ts';
import { consultOpen } from './consult-open.ts';
import { delegationConfirm } from './delegation-confirm.ts';
import { docAdd } from './doc-add.ts';
import { docOrder } from './doc-order.ts';
import { docRemove } from './doc-remove.ts';
import { draftRefuse } from './draft-refuse.ts';
import { exportFile } from './export-file.ts';
import { exportFull } from './export-full.ts';
import { findingAdd } from './finding-add.ts';
import { findingDecide } from './finding-decide.ts';
import { findingUndo } from './finding-undo.ts';
import { hold } from './hold.ts';
import { holdEnd } from './hold-end.ts';
import { listImport } from './list-import.ts';
import { packInstall } from './pack-install.ts';
import { pinChange } from './pin-change.ts';
import { pkgExport } from './pkg-export.ts';
import { pkgImport } from './pkg-import.ts';
import { pkgRefuse } from './pkg-refuse.ts';
import { publishRecord } from './publish-record.ts';
import { quarantineSettle } from './quarantine-settle.ts';
import { reexamine } from './reexamine.ts';
import { refer } from './refer.ts';
import { referAnswer } from './refer-answer.ts';
import { refuse } from './refuse.ts';
import { release } from './release.ts';
import { requestAmend } from './request-amend.ts';
import { requestAsk } from './request-ask.ts';
import { requestClose } from './request-close.ts';
import { requestDraft } from './request-draft.ts';
import { requestExtend } from './request-extend.ts';
import { requestNotify } from './request-notify.ts';
import { requestReceive } from './request-receive.ts';
import { requestReply } from './request-reply.ts';
import { returned } from './return.ts';
import { rootMove } from './root-move.ts';
import { scanDone } from './scan-done.ts';
import { sign } from './sign.ts';
import { submissionRecall } from './submission-recall.ts';
import { takedown } from './takedown.ts';
import { unreadConfirm } from './unread-confirm.ts';
import { withdraw } from './withdraw.ts';
import { wsRestore } from './ws-restore.ts';

export const KINDS = {
  [auditReview.type]: auditReview,
  [annualSave.type]: annualSave,
  [authFail.type]: authFail,
  [backupDone.type]: backupDone,
  [blobShred.type]: blobShred,
  [calendarSet.type]: calendarSet,
  [caseCreate.type]: caseCreate,
  [checkpoint.type]: checkpoint,
  [clockFlag.type]: clockFlag,
  [conflictResolve.type]: conflictResolve,
  [consent.type]: consent,
  [consultClose.type]: consultClose,
  [consultOpen.type]: consultOpen,
  [delegationConfirm.type]: delegationConfirm,
  [docAdd.type]: docAdd,
  [docOrder.type]: docOrder,
  [docRemove.type]: docRemove,
  [draftRefuse.type]: draftRefuse,
  [exportFile.type]: exportFile,
  [exportFull.type]: exportFull,
  [findingAdd.type]: findingAdd,
  [findingDecide.type]: findingDecide,
  [findingUndo.type]: findingUndo,
  [hold.type]: hold,
  [holdEnd.type]: holdEnd,
  [listImport.type]: listImport,
  [packInstall.type]: packInstall,
  [pinChange.type]: pinChange,
  [pkgExport.type]: pkgExport,
  [pkgImport.type]: pkgImport,
  [pkgRefuse.type]: pkgRefuse,
  [publishRecord.type]: publishRecord,
  [quarantineSettle.type]: quarantineSettle,
  [reexamine.type]: reexamine,
  [refer.type]: refer,
  [referAnswer.type]: referAnswer,
  [refuse.type]: refuse,
  [release.type]: release,
  [requestAmend.type]: requestAmend,
  [requestAsk.type]: requestAsk,
  [requestClose.type]: requestClose,
  [requestDraft.type]: requestDraft,
  [requestExtend.type]: requestExtend,
  [requestNotify.type]: requestNotify,
  [requestReceive.type]: requestReceive,
  [requestReply.type]: requestReply,
  [returned.type]: returned,
  [rootMove.type]: rootMove,
  [scanDone.type]: scanDone,
  [sign.type]: sign,
  [submissionRecall.type]: submissionRecall,
  [takedown.type]: takedown,
  [unreadConfirm.type]: unreadConfirm,
  [withdraw.type]: withdraw,
  [wsRestore.type]: wsRestore,
} as const;

export type EventType = keyof typeof KINDS;
/** What opens a case or a register entry: the only events of a case without parents. */
export const OPENINGS: readonly EventType[] = ['case.create', 'request.receive'];
export type EventData<T extends EventType> = z.output<(typeof KINDS)[T]['data']>;
export { CHECKPOINT_REASONS } from './checkpoint.ts';
export * from './clock-flag.ts';
export { TWO_PEOPLE } from './consent.ts';
export { FIRST_MARK } from './finding-add.ts';
export type { ActorRole } from './kind.ts';
export { BUSINESS } from './kind.ts';
export { SIGN_MEANINGS } from './sign.ts';
