import { fail, ok, type Result } from '../model/index.ts';
import { asJob } from './checked-journal.ts';
import { conflictView } from './conflict-view.ts';
import { actorOf } from './examine.ts';
import type { Feature } from './handler.ts';
import { exportPackage } from './package-export.ts';
import { importPackage } from './package-import.ts';
import { packageList } from './package-list.ts';

type Calls = 'package.export' | 'package.import' | 'package.list' | 'conflict.view' | 'conflict.resolve';

export const exchange: Feature<Calls> = {
  'package.export': (parts, input, session) =>
    asJob(parts, input.job, (control) => exportPackage(parts, input, session, control)),
  'package.import': (parts, input, session) =>
    asJob(parts, input.job, (control) => importPackage(parts, input, session, control)),
  'package.list': (parts) => ok(packageList(parts)),
  'conflict.view': (parts, input, session) => conflictView(parts, input.case, session.person),
  'conflict.resolve': (parts, { case: caseId, keep }, session): Result<{ state: string }> => {
    const read = parts.cases.read(caseId);
    if (!read.ok) return read;
    const { facts, graph } = read.data;
    if (!facts.versionsApart.some(({ id }) => id === keep))
      return fail('conflict-none', '本件没有要处理的版本冲突，没有改动。请刷新后再看。');
    const event = { type: 'conflict.resolve', case: caseId, data: { keep } } as const;
    const written = parts.journal.append(actorOf(session), [event], graph.heads);
    if (!written.ok) return written;
    const after = parts.cases.read(caseId);
    return after.ok ? ok({ state: after.data.state }) : after;
  },
};
