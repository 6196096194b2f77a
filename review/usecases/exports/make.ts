import type { ExportedFile, Parsed } from '../../contract.ts';
import { fail, ok, type Result, type Role } from '../../model/index.ts';
import { type Period, periodOf } from '../../workflow/period.ts';
import { type DeskParts, dateOf, type OpenSession } from '../desk-parts.ts';
import { actorOf } from '../examine.ts';
import type { Feature } from '../handler.ts';
import type { NewEvent } from '../journal-writer.ts';
import { textBlob } from '../new-blob.ts';
import { actsOfTwo } from '../two-people.ts';
import type { Asked, Exporting } from './exporting.ts';
import { EXPORTS } from './index.ts';

type ExportInput = Parsed<'export.make'>;
/** Kind and model belong together by construction; TypeScript cannot follow a union through a call. */
type AnyExporter = (model: unknown) => Promise<Result<ExportedFile>>;

/**
 * Every export passes here: role, what it needs, the reason of a full one (recorded before anything is handed out), model, file.
 * Codes: unknown-export, not-permitted, bad-input, store-read-only, and those of the kind.
 */
export const exporting: Feature<'export.make'> = {
  'export.make': async (parts, input, session) => {
    if (!Object.hasOwn(EXPORTS, input.kind)) return fail('unknown-export', '没有这项导出。');
    const kind: Exporting<unknown> = EXPORTS[input.kind];
    const refused = refusal(parts, kind, input, session.person.role);
    if (refused) return refused;
    const asked = askedFor(parts, kind, input);
    if (!asked.ok) return asked;
    const recorded = input.full ? await recordFull(parts, kind, input, session) : ok(null);
    if (!recorded.ok) return recorded;
    const model = await kind.model(parts, asked.data, session);
    return model.ok ? (parts.ports.exporters[input.kind] as AnyExporter)(model.data) : model;
  },
};

function refusal(parts: DeskParts, kind: Exporting<unknown>, input: ExportInput, role: Role): Result<never> | undefined {
  const may = input.full ? (kind.full ?? []) : kind.may;
  if (!may.includes(role)) return fail('not-permitted', '您的角色不能导出这一项，没有导出。');
  const reason = kind.records || input.full ? parts.readOnly() : undefined;
  return reason === undefined ? undefined : fail('store-read-only', reason);
}

function askedFor(parts: DeskParts, { needs }: Exporting<unknown>, input: ExportInput): Result<Asked> {
  if (needs === 'case' && input.case === undefined) return fail('bad-input', '没有指明是哪一件，没有导出。');
  if (needs === 'batch' && !input.batch?.length) return fail('bad-input', '没有指明是哪些文件，没有导出。');
  const period = periodFor(dateOf(parts.ports.clock.now().at), needs, input.period);
  if (!period) return fail('bad-input', '期间不对，没有导出。月份写作2026-09，季度写作2026-Q3，年度写作2026。');
  return ok({ case: input.case ?? '', period, masked: input.full === undefined, filter: input.filter, batch: input.batch ?? [] });
}

function periodFor(today: string, needs: Exporting<unknown>['needs'], id: string | undefined): Period | undefined {
  const year = today.slice(0, 4);
  if (needs === 'month')
    return periodOf(id ?? today.slice(0, 7)) && /-\d/.test(id ?? '-0') ? periodOf(id ?? today.slice(0, 7)) : undefined;
  if (needs === 'year' && id !== undefined && id.length !== year.length) return undefined;
  return periodOf(id ?? year);
}

/** A full export shows texts: who took it, and why, stands in the journal first. */
async function recordFull(
  parts: DeskParts,
  kind: Exporting<unknown>,
  { kind: what, full }: ExportInput,
  session: OpenSession,
): Promise<Result<unknown>> {
  const reason = textBlob(parts.ports, '-', full?.reason ?? '');
  const event: NewEvent = { type: 'export.full', case: '-', data: { what, reason: reason.commitment } };
  if (!kind.two) return parts.journal.append(actorOf(session), [event], [], [reason]);
  const acts = await actsOfTwo(parts, session, { pin: full?.pin ?? '', second: full?.second }, event);
  return acts.ok ? parts.journal.appendActs(acts.data, [], [reason]) : acts;
}
