/** Going on from a verified copy when the journal was set back, cut short or damaged: two people, and a new row of numbers. */
import { clockFlags } from '../chain/clock.ts';
import { checkEvent, journalSteps } from '../chain/journal.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import { foldRoster } from '../chain/roster.ts';
import { finishWithPauses } from '../chain/sliced.ts';
import { consentSubject } from '../chain/two-people.ts';
import type { Parsed } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { JobControl, Restoring, StoredEvent } from '../ports.ts';
import { asJob, CHECK_CANCELLED, pausesOf } from './checked-journal.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Act } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { stopIfOvertaken } from './overtaken.ts';
import { type NewEvent, sealAll } from './seal-events.ts';
import { actsOfTwo } from './two-people.ts';

/**
 * Two people go on from a place: quarantine, file, new row of numbers, anchor. Codes: those of two people, restore-forged, cancelled,
 * not-set-up, restore-roster, those of `Store.restore` and of `JournalWriter.checkpoint`.
 */
export async function restoreJournal(
  parts: DeskParts,
  input: Parsed<'journal.restore'>,
  session: OpenSession,
): Promise<Result<unknown>> {
  const { store } = parts.ports;
  const reason = textBlob(parts.ports, '-', input.reason);
  const actOf = (restoring: Pick<Restoring, 'from' | 'lost'>): NewEvent => restoreEvent(restoring, reason.commitment);
  // Both PINs are checked over what is known now; what is signed names what was found when the file was in place.
  const people = await actsOfTwo(parts, session, input, actOf({ from: store.head() }));
  if (!people.ok) return people;
  const sound = await asJob(parts, undefined, (control) => soundPoint(parts, input.point, control));
  if (!sound.ok) return sound;
  const build = (restoring: Restoring) => firstEvents(parts, people.data, restoring, actOf(restoring));
  const done = store.restore(input.point, build, [reason]);
  parts.refreshRoster();
  parts.cases.forget();
  parts.published.forget();
  if (!done.ok) return done;
  parts.unblock();
  stopIfOvertaken(parts);
  return parts.journal.checkpoint('restore');
}

const restoreEvent = ({ from, lost }: Pick<Restoring, 'from' | 'lost'>, reason: string): NewEvent => ({
  type: 'ws.restore',
  case: '-',
  data: { from: place(from), ...(lost ? { lost: place(lost) } : {}), reason },
});

const place = ({ inc, seq, id }: { readonly inc: number; readonly seq: number; readonly id: string }) => ({ inc, seq, id });

/** The second person's consent and the act, at the beginning of the new row of numbers. */
function firstEvents(
  parts: DeskParts,
  [second, first]: readonly Act[],
  { head }: Restoring,
  act: NewEvent,
): Result<readonly StoredEvent[]> {
  if (!second || !first) return fail('second-missing', '这一项须由两人办理，没有办理。');
  const roster = parts.refreshRoster();
  const state = roster.now;
  if (!state) return fail('not-set-up', '选中的备份里没有名册，没有恢复。请选另一份。');
  const subject = consentSubject(parts.ports.crypto, act);
  const consent: NewEvent = { type: 'consent', case: '-', data: { what: 'restore', subject } };
  const now = parts.ports.clock.now();
  const where = { head, now, flags: clockFlags(undefined, now), parents: [] };
  const sealed = sealAll(parts.ports, state, where, [
    { actor: second.actor, event: consent },
    { actor: first.actor, event: act },
  ]);
  if (!sealed.ok) return sealed;
  const problem = sealed.data
    .map((event) => checkEvent(parts.ports.crypto, roster, event).problem)
    .find((text) => text !== undefined);
  return problem === undefined ? sealed : fail('restore-roster', `选中的备份里，${problem}，没有恢复。请选另一份，或换人办理。`);
}

/**
 * Whether every signature in a place to go on from holds, and its roster is this office's: a file whose digests hang together may still
 * have been forged. Whatever else is wrong with a record was wrong before, and is told by the check of the log. Codes: those of
 * `Store.readPoint`, restore-forged, cancelled.
 */
async function soundPoint(parts: DeskParts, point: string, control: JobControl): Promise<Result<null>> {
  const log = parts.ports.store.readPoint(point);
  if (!log.ok) return log;
  const pauses = pausesOf(parts, control);
  const roster = foldRoster(parts.crypto, log.data.roster);
  const learnt = await learnSignatures(log.data, parts.crypto, parts.ports.background.verify, pauses);
  const journal = learnt ? await finishWithPauses(journalSteps(parts.crypto, roster, log.data.events), pauses) : undefined;
  if (!journal) return CHECK_CANCELLED;
  const root = parts.roster().now?.rootKey ?? roster.now?.rootKey;
  const unsigned = log.data.events.length - journal.events.length;
  const problems = [
    ...roster.problems.map(({ message }) => `名册：${message}`),
    ...(unsigned > 0 ? [`${unsigned}条记录的签名不成立`] : []),
    ...(roster.now?.rootKey === root ? [] : ['单位根密钥与本单位的不同']),
  ];
  return problems.length === 0
    ? ok(null)
    : fail('restore-forged', `选中的这份可能被改动过（${problems.join('；')}），没有恢复，也没有改动任何文件。请选另一份。`);
}
