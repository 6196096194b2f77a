import type { LogModel } from '../../artefacts.ts';
import { checkpoints, sealCheckpoint } from '../../chain/checkpoint.ts';
import { readJournal } from '../../chain/journal.ts';
import { ok } from '../../model/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { BUSINESS_AND_AUDITOR, type Exporting } from './exporting.ts';

/** 审查日志. A checkpoint of its own comes first, so that the journal says that the log went out. */
export const log: Exporting<LogModel> = {
  name: '审查日志',
  needs: 'nothing',
  may: BUSINESS_AND_AUDITOR,
  model(parts) {
    const mark = parts.readOnly() === undefined ? parts.journal.checkpoint('export') : ok(null);
    return mark.ok ? ok(logModel(parts)) : mark;
  },
};

/** The log with a seal over its end, so that cutting off the tail shows. */
function logModel(parts: DeskParts): LogModel {
  const { store, keys, crypto } = parts.ports;
  const stored = store.events();
  const { events } = readJournal(parts.crypto, parts.refreshRoster(), stored);
  const end = checkpoints(crypto, events).get(events.length);
  return { roster: store.roster(), events: stored, ...(end ? { seal: sealCheckpoint(keys.workstation(), end) } : {}) };
}
