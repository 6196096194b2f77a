/** Attachments of a case after its registration. */
import { z } from 'zod';
import type { CaseView } from './case-view.ts';
import type { ImportOutcome } from './cases.ts';
import { FILE, id, line } from './shapes.ts';

const attachment = z.int().min(1).max(999);

export const attachmentsInputs = {
  'attachment.add': z.object({ job: id, case: id, file: FILE }),
  'attachment.remove': z.object({ case: id, document: attachment, reason: line(500).min(1) }),
  /** All attachments in the order they are to stand. */
  'attachment.order': z.object({ case: id, documents: z.array(attachment).min(2).max(999) }),
} as const;

export interface AttachmentsOutputs {
  'attachment.add': ImportOutcome;
  'attachment.remove': CaseView;
  'attachment.order': CaseView;
}
