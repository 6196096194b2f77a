import type { BodyOf } from '../chain/event.ts';
import { checkEvent } from '../chain/journal.ts';
import type { AnnualView } from '../contract.ts';
import { type AnnualCells, type AnnualPart, annualFaults, fail, ok } from '../model/index.ts';
import { periodOf } from '../workflow/period.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import { overviewDraft, recordedCells } from './figures/annual-records.ts';
import { caseRecords } from './figures/case-record.ts';
import type { Feature } from './handler.ts';
import { jsonBlob } from './new-blob.ts';
import { nameOf } from './people-of.ts';
import { requestRecords } from './request-view.ts';

interface Content {
  readonly cells: AnnualCells;
  readonly parts: Readonly<Partial<Record<AnnualPart, string>>>;
}

export const annual: Feature<'annual.view' | 'annual.save'> = {
  'annual.view': (parts, { year }) => ok(annualView(parts, year)),
  'annual.save': (parts, { year, cells, parts: texts }, session) => {
    if (year > Number(dateOf(parts.ports.clock.now().at).slice(0, 4))) return fail('not-now', `${year}年还没有到，没有保存。`);
    const content = jsonBlob(parts.ports, '-', { cells, parts: texts } satisfies Content);
    const data = { year, content: content.commitment };
    const written = parts.journal.append(actorOf(session), [{ type: 'annual.save', case: '-', data }], [], [content]);
    return written.ok ? ok(annualView(parts, year)) : written;
  },
};

/** The report of a year: what was saved over what the records say, and what is wrong with it. */
export function annualView(parts: DeskParts, year: number): AnnualView {
  const saved = savedReport(parts, year);
  const before = savedReport(parts, year - 1)?.content.cells;
  const requests = requestRecords(parts);
  const recorded = recordedCells(requests, year);
  const cells = { ...recorded, ...saved?.content.cells };
  const period = periodOf(String(year));
  return {
    year,
    cells,
    recorded,
    ...(before ? { before } : {}),
    parts: {
      overview: period ? overviewDraft(caseRecords(parts), requests, period) : '',
      problems: '',
      others: '',
      ...saved?.content.parts,
    },
    faults: annualFaults(cells, before),
    ...(saved ? { saved: { by: nameOf(parts.roster(), saved.body.actor.p), at: saved.body.at } } : {}),
  };
}

/** The newest report of a year that was saved and can be read; events that cannot be trusted say nothing. */
function savedReport(parts: DeskParts, year: number) {
  for (const row of parts.ports.store.events('-').toReversed()) {
    if (row.type !== 'annual.save') continue;
    const { event } = checkEvent(parts.crypto, parts.roster(), row);
    if (event?.body.type !== 'annual.save' || event.problem !== undefined) continue;
    const body: BodyOf<'annual.save'> = event.body;
    const text = body.data.year === year ? parts.cases.text('-', body.data.content) : '';
    // Cleared contents read as a sentence, not as the object that was written.
    if (text.startsWith('{')) return { body, content: JSON.parse(text) as Content };
  }
  return undefined;
}
