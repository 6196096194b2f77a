import { type EventBody, readBody } from '../chain/event.ts';
import type { PackageList, PackageRow } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import { eventsOf } from '../workflow/case-facts.ts';
import { asJob } from './checked-journal.ts';
import type { DeskParts } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import type { Feature } from './handler.ts';
import { exportPackage } from './package-export.ts';
import { importPackage } from './package-import.ts';
import { actorName } from './people-of.ts';

type Calls = 'package.export' | 'package.import' | 'package.list' | 'conflict.resolve';

export const exchange: Feature<Calls> = {
  'package.export': (parts, input, session) =>
    asJob(parts, input.job, (control) => exportPackage(parts, input, session, control)),
  'package.import': (parts, input, session) => asJob(parts, input.job, () => importPackage(parts, input, session)),
  'package.list': (parts) => ok(packageList(parts)),
  'conflict.resolve': (parts, { case: caseId, keep }, session): Result<{ state: string }> => {
    const read = parts.cases.read(caseId);
    if (!read.ok) return read;
    const { facts, graph } = read.data;
    const known = eventsOf(graph.ordered, 'doc.add').some(({ id }) => id === keep);
    if (!facts.forked || !known) return fail('conflict-none', '本件没有要处理的版本冲突，没有改动。请刷新后再看。');
    const event = { type: 'conflict.resolve', case: caseId, data: { keep } } as const;
    const written = parts.journal.append(actorOf(session), [event], graph.heads);
    if (!written.ok) return written;
    const after = parts.cases.read(caseId);
    return after.ok ? ok({ state: after.data.state }) : after;
  },
};

/** Rows of one screen; the whole list is in the log. */
const SHOWN = 500;

function packageList({ ports, roster }: DeskParts): PackageList {
  const { store } = ports;
  const types = ['pkg.export', 'pkg.import', 'pkg.refuse'];
  const bodies = store.newestFirst({ limit: SHOWN, types }).flatMap(({ event }) => {
    const read = readBody(event.body);
    return read.ok && read.data.ws === store.head().ws ? [read.data] : [];
  });
  const forks = store.forks().flatMap(({ body }) => {
    const read = readBody(body);
    return read.ok ? [{ ws: read.data.ws, inc: read.data.inc, seq: read.data.seq, at: read.data.at }] : [];
  });
  const rows = bodies.flatMap((body) => rowOf(body, actorName(roster(), body.actor)));
  return { rows, forks, workstations: [...(roster().now?.workstations.keys() ?? [])] };
}

function rowOf(body: EventBody, by: string): readonly PackageRow[] {
  const { at, type, data } = body;
  if (type === 'pkg.export') {
    const { sha256: digest, events, contents, to } = data;
    return [{ kind: 'export', at, by, digest, events, contents, ...(to === undefined ? {} : { with: to }) }];
  }
  if (type === 'pkg.import') {
    const { package: digest, events, contents, from } = data;
    return [{ kind: 'import', at, by, digest, events, contents, with: from.ws }];
  }
  return type === 'pkg.refuse' ? [{ kind: 'refuse', at, by, digest: data.sha256, events: 0, contents: 0, code: data.code }] : [];
}
