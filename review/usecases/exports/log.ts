import type { LogModel } from '../../artefacts.ts';
import { checkpoints, sealCheckpoint } from '../../chain/checkpoint.ts';
import { ok, type Result } from '../../model/index.ts';
import type { JobControl } from '../../ports.ts';
import { asJob, checkedJournal } from '../checked-journal.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS_AND_AUDITOR, type Exporting } from './exporting.ts';

/** 审查日志. A checkpoint of its own comes first, so that the journal says that the log went out. */
export const log: Exporting<LogModel> = {
  name: '审查日志',
  needs: 'nothing',
  may: BUSINESS_AND_AUDITOR,
  model: (parts) => asJob(parts, undefined, (control) => sealedLog(parts, control)),
};

/** The whole log with a seal over the end of the own journal, so that cutting off the tail shows. Codes: cancelled, and those of a checkpoint. */
export async function sealedLog(parts: DeskParts, control: JobControl): Promise<Result<LogModel>> {
  const { store, keys, crypto } = parts.ports;
  const mark = parts.readOnly() === undefined ? parts.journal.checkpoint('export') : ok(null);
  if (!mark.ok) return mark;
  const checked = await checkedJournal(parts, control);
  if (!checked.ok) return checked;
  const { ws, inc } = store.head();
  const own = checked.data.journal.events.filter(({ body }) => body.ws === ws && body.inc === inc);
  const end = checkpoints(crypto, own).get(own.length);
  const seal = end ? { seal: sealCheckpoint(keys.workstation(), end) } : {};
  return ok({ roster: store.roster(), events: checked.data.stored, ...seal, forks: store.forks() });
}
