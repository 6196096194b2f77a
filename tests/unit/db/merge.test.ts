import { expect, test } from 'vitest';
import type { StoredEvent } from '../../../review/ports.ts';
import { appendSome, eventAfter, opened, temporaryFolder, WS } from './journal-fixture.ts';

const start = { ws: 'ws-ffffffffffff', inc: 1, seq: 0, id: '0'.repeat(64) };
/** `count` events of another workstation behind a head; `salt` makes them other ones. */
function line(count: number, salt: string, from = start, caseId = 'c-far'): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let head = from; events.length < count; ) {
    const event = eventAfter(head, 'finding.decide', caseId, { salt });
    events.push(event);
    head = { ...head, seq: event.seq, id: event.id };
  }
  return events;
}
const news = (events: readonly StoredEvent[], fork = false) => events.map((event) => ({ event, fork }));
const nothing = { roster: [], news: [], blobs: [], destroyed: [] };
const idsOf = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

test('events of another workstation stand before the own one that records them, forks apart, also after a restart', () => {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  const far = line(3, 'one');
  const [common] = far as [StoredEvent];
  const other = line(2, 'two', { ...start, seq: 1, id: common.id }, 'c-other');
  const record = eventAfter(store.head(), 'pkg.import', '-');
  const own = idsOf(store.events());
  expect(store.merge([record], { ...nothing, news: [...news(far), ...news(other, true)] })).toMatchObject({ ok: true });
  store.close();
  const again = opened(folder);
  expect([idsOf(again.events()), idsOf(again.forks()), again.forkedCases(), again.check(), again.readOnly]).toEqual([
    [...own, ...idsOf(far), record.id],
    idsOf(other),
    ['c-far', 'c-other'],
    undefined,
    undefined,
  ]);
});

test.each([
  ['a gap', news(line(3, 'one').slice(1))],
  ['another beginning', news([...line(1, 'one'), ...line(2, 'two').slice(1)])],
  ['an event that contradicts another, not told as a fork', news([...line(1, 'one'), ...line(1, 'two')])],
  ['an event in the name of this workstation', news(line(1, 'one', { ...start, ws: WS, seq: 2 }))],
])('%s is refused with everything that came along', (_, brought) => {
  const store = opened(temporaryFolder());
  appendSome(store, 2);
  const before = idsOf(store.events());
  const written = store.merge([eventAfter(store.head(), 'pkg.import', '-')], { ...nothing, news: brought });
  expect([written.ok ? 'ok' : written.error.code, idsOf(store.events()), store.forks()]).toEqual(['store-refused', before, []]);
});
