import type { LedgerModel, LedgerRow } from '../../artefacts.ts';
import { CATEGORIES, CHANNELS, filterWords, inLedger, type LedgerFilter, ok, type Result, STATES } from '../../model/index.ts';
import { eventsOf } from '../../workflow/case-facts.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { workingDaysBetween } from '../../workflow/working-days.ts';
import { caseRow } from '../case-row.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { officeCases, signedBy } from '../figures/case-record.ts';
import { conclusionOf } from '../figures/conclusion.ts';
import { categoriesOf } from '../figures/counted-cases.ts';
import { nameOf } from '../people-of.ts';
import { BUSINESS_AND_AUDITOR, type Exporting } from './exporting.ts';
import { journalCodes, printedMark } from './printed-mark.ts';

const HIDDEN = '（已隐去）';

/** 审查登记台账. The ledger itself is sensitive (workflow.md §3): masked unless one who answers for it gives a reason. */
export const ledger: Exporting<LedgerModel> = {
  name: '审查登记台账',
  needs: 'nothing',
  may: BUSINESS_AND_AUDITOR,
  full: ['reviewer', 'leader'],
  model: (parts, { masked, filter = {} }) => ok(ledgerModel(parts, masked, filter)),
};

/** The ledger over all cases that can be read, in order of registration. Masked rows name the matter by number alone. */
export function ledgerModel(parts: DeskParts, masked: boolean, filter: LedgerFilter): LedgerModel {
  const cases = officeCases(parts).filter(({ caseId, result }) => {
    const row = caseRow(parts, caseId, result);
    return row.ok && inLedger(row.data, filter, () => categoriesOf(parts, caseId, result));
  });
  // The words looked for may be the very ones that were withheld.
  const narrowed = filterWords(masked && filter.search ? { ...filter, search: '（略）' } : filter, STATES, CATEGORIES);
  const mark = printedMark(parts);
  const codes = journalCodes(
    parts,
    cases.map(({ result }) => lastSeq(result)),
  );
  const rows = cases
    .map(({ caseId, result }) => ledgerRow(parts, caseId, result, masked, codes.get(lastSeq(result))?.code ?? ''))
    .flatMap((row) => (row.ok ? [row.data] : []));
  const madeOn = dateOf(parts.ports.clock.now().at);
  const { code = '', seq = 0 } = mark.ok ? mark.data : {};
  return {
    office: parts.roster().now?.office ?? '',
    madeOn,
    masked,
    rows,
    ...(narrowed ? { narrowed } : {}),
    ...(seq > 0 ? { mark: { code, seq } } : {}),
  };
}

/** On what a refusal rests: typed by a person, so that it may name what was refused. */
function basisOf(parts: DeskParts, caseId: string, { graph }: GateResult, masked: boolean): string {
  const basis = eventsOf(graph.ordered, 'refuse')[0]?.body.data.basis;
  if (basis === undefined) return '';
  return masked ? HIDDEN : parts.cases.text(caseId, basis);
}

const lastSeq = ({ graph }: GateResult): number => Math.max(0, ...graph.ordered.map((event) => event.body.seq));

function ledgerRow(parts: DeskParts, caseId: string, result: GateResult, masked: boolean, chainCode: string): Result<LedgerRow> {
  const row = caseRow(parts, caseId, result);
  if (!row.ok) return row;
  const { facts, graph, publications } = result;
  // Why a case was returned is between the people who sign; it may quote the draft.
  const { attention: _, ...shown } = row.data;
  const createdOn = facts.create?.body.data.createdOn ?? '';
  const published = publications[0]?.body;
  const submitted = eventsOf(graph.ordered, 'sign')[0] ?? facts.create;
  return {
    ok: true,
    data: {
      row: masked ? { ...shown, title: HIDDEN } : shown,
      documentNumber: masked ? '' : parts.cases.text(caseId, facts.create?.body.data.documentNumber),
      createdOn,
      submittedOn: dateOf(submitted?.body.at ?? ''),
      conclusion: conclusionOf(result),
      basis: basisOf(parts, caseId, result, masked),
      head: signedBy(parts, result, 'head').name,
      reviewer: signedBy(parts, result, 'secrecy').name,
      leader: signedBy(parts, result, 'approve').name,
      approvedOn: signedBy(parts, result, 'approve').on,
      channel: publications.map(({ body }) => CHANNELS[body.data.channel]).join('、'),
      publishedOn: published?.data.on ?? '',
      publisher: published ? nameOf(parts.roster(), published.actor.p) : '',
      ...(published ? { workingDays: workingDaysBetween(createdOn, published.data.on, parts.calendar()) } : {}),
      chainCode,
    },
  };
}
