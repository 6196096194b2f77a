import { type BodyOf, type EventBody, readBody } from '../chain/event.ts';
import { standsOf } from '../chain/roster-fork.ts';
import type { PackageList, PackageRow, WorkstationRow } from '../contract.ts';
import type { StoredEvent } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';
import { actorName, workstationName } from './people-of.ts';

/** Rows of one screen; the whole list is in the log. */
const SHOWN = 500;

type Import = BodyOf<'pkg.import'>;

/** What went out and came in here, who of the other side has said so, and what contradicts. */
export function packageList(parts: DeskParts): PackageList {
  const { store } = parts.ports;
  const here = store.head().ws;
  const types = ['pkg.export', 'pkg.import', 'pkg.refuse'];
  const bodies = readAll(store.newestFirst({ limit: SHOWN, types }).map(({ event }) => event));
  const imports = bodies.filter((body): body is Import => body.type === 'pkg.import');
  const answered = new Set(
    bodies.flatMap(({ ws, type, data }) => (type === 'pkg.export' && ws === here ? (data.receipt ?? []) : [])),
  );
  const own = bodies.filter(({ ws }) => ws === here);
  return {
    rows: own.flatMap((body) => rowOf(parts, body, { imports: imports.filter(({ ws }) => ws !== here), answered })),
    forks: readAll(store.forks()).map(({ ws, inc, seq, at }) => ({
      ws,
      name: workstationName(parts.roster(), ws),
      inc,
      seq,
      at,
    })),
    rosterForks: rosterForks(parts, own),
    forkedCases: store.forkedCases().flatMap((id) => {
      const read = parts.cases.read(id);
      return (read.ok && read.data.facts.create?.body.data.number) || [];
    }),
    workstations: workstationRows(parts, own),
  };
}

const readAll = (events: readonly StoredEvent[]): readonly EventBody[] =>
  events.flatMap(({ body }) => {
    const read = readBody(body);
    return read.ok ? [read.data] : [];
  });

function rosterForks({ roster }: DeskParts, own: readonly EventBody[]): PackageList['rosterForks'] {
  return own.flatMap(({ at, type, data }) => {
    if (type !== 'pkg.refuse' || !data.fork) return [];
    const { ws, seq } = data.fork;
    return [{ name: workstationName(roster(), ws), seq, at, stands: standsOf(data.code) }];
  });
}

function workstationRows({ ports, roster }: DeskParts, own: readonly EventBody[]): readonly WorkstationRow[] {
  return [...(roster().now?.workstations.keys() ?? [])].map((id) => {
    const heard = own.find(({ type, data }) => type === 'pkg.import' && data.from.ws === id);
    const row = { id, name: workstationName(roster(), id), here: id === ports.store.head().ws };
    return heard ? { ...row, heardAt: heard.at } : row;
  });
}

interface Answers {
  /** What other workstations recorded of taking packages in, newest first. */
  readonly imports: readonly Import[];
  /** Packages that this workstation has sent a receipt for. */
  readonly answered: ReadonlySet<string>;
}

function rowOf({ roster }: DeskParts, body: EventBody, { imports, answered }: Answers): readonly PackageRow[] {
  const { at, type, data } = body;
  const head = { at, by: actorName(roster(), body.actor) };
  const other = (ws: string) => ({ with: ws, withName: workstationName(roster(), ws) });
  if (type === 'pkg.export') {
    const { package: id, sha256: digest, events, contents, to, receipt } = data;
    const taken = imports.findLast((one) => one.data.package === id);
    return [
      {
        kind: 'export',
        ...head,
        id,
        digest,
        events,
        contents,
        receipt: receipt !== undefined,
        receiptDue: false,
        ...(to === undefined ? {} : other(to)),
        ...(taken ? { received: { at: taken.at, name: workstationName(roster(), taken.ws) } } : {}),
      },
    ];
  }
  if (type === 'pkg.import') {
    const { package: id, events, contents, from, receipt } = data;
    const due = { receipt: receipt !== undefined, receiptDue: receipt === undefined && !answered.has(id) };
    return [{ kind: 'import', ...head, id, digest: id, events, contents, ...due, ...other(from.ws) }];
  }
  if (type !== 'pkg.refuse') return [];
  const nothing = { events: 0, contents: 0, receipt: false, receiptDue: false };
  return [{ kind: 'refuse', ...head, id: '', digest: data.sha256, ...nothing, code: data.code }];
}
