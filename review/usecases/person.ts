import { type EventBody, readBody } from '../chain/event.ts';
import type { EventType } from '../chain/kinds/index.ts';
import type { PersonAct, PersonActs } from '../contract.ts';
import { ok, type Person } from '../model/index.ts';
import { recorded } from './confirm-pin.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import { actorName, nameOf } from './people-of.ts';
import { pinFailures } from './roster-view.ts';
import { entryWords } from './roster-words.ts';
import { someDocument, timelineEntry } from './timeline.ts';

/** Work between signatures: it needs no PIN of its own, and the timeline of the case shows it. */
const WORK: ReadonlySet<EventType> = new Set<EventType>([
  'case.create',
  'doc.add',
  'scan.done',
  'finding.add',
  'finding.decide',
  'finding.undo',
  'unread.confirm',
  'draft.refuse',
]);
/** How many of the newest events are looked at; a day has far fewer. */
const LOOKED_AT = 2000;

/** What concerns the signed-in person alone: their PIN, and what was signed in their name (threat 5). */
export const person: Feature<'pin.change' | 'person.acts'> = {
  'pin.change': async (parts, { pin, newPin }, session) => {
    const { id, role, key } = session.person;
    const changed = recorded(parts, id, await parts.ports.keys.changePin(key, pin, newPin), 'act');
    if (!changed.ok) return changed;
    const written = parts.journal.append({ p: id, role, signer: changed.data }, [
      { type: 'pin.change', case: '-', data: { key } },
    ]);
    return written.ok ? ok(null) : written;
  },
  'person.acts': (parts, _input, session) => ok(actsOf(parts, session.person)),
};

function actsOf(parts: DeskParts, { id }: Person): PersonActs {
  const today = dateOf(parts.ports.clock.now().at);
  const all = [...eventActs(parts, id), ...rosterActs(parts, id)].sort((a, b) => b.at.localeCompare(a.at));
  const on = dateOf(all[0]?.at ?? '');
  const failures = pinFailures(parts, id).filter(({ at }) => dateOf(at) >= (on || today));
  return { on, today: on === today, acts: all.filter(({ at }) => dateOf(at) === on), failures };
}

function eventActs(parts: DeskParts, id: string): readonly PersonAct[] {
  const { store } = parts.ports;
  const wording = {
    text: () => '',
    name: (of: string) => nameOf(parts.roster(), of),
    actor: (actor: EventBody['actor']) => actorName(parts.roster(), actor),
    document: someDocument,
  };
  return store
    .since(Math.max(0, store.head().seq - LOOKED_AT))
    .filter((row) => !WORK.has(row.type as EventType))
    .flatMap((row) => {
      const body = readBody(row.body);
      if (!body.ok || body.data.actor.p !== id) return [];
      const { seq, at, actor } = body.data;
      const read = row.caseId === '-' ? undefined : parts.cases.read(row.caseId);
      return [
        {
          seq,
          at,
          what: timelineEntry(body.data, wording).what,
          number: (read?.ok ? read.data.facts.create?.body.data.number : undefined) ?? '',
          actingFor: actor.for === undefined ? '' : nameOf(parts.roster(), actor.for),
        },
      ];
    });
}

/** Entries of the roster the person signed; their numbers are those of the roster log. */
function rosterActs(parts: DeskParts, id: string): readonly PersonAct[] {
  const { entries, now } = parts.roster();
  if (!now) return [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries
    .filter(({ by }) => by === id)
    .map((entry) => ({
      seq: entry.body.seq,
      at: entry.body.at,
      what: `名册：${entryWords(now, entry, (of) => byId.get(of))}`,
      number: '',
      actingFor: '',
    }));
}
