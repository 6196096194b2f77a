import type { StepView, TimelineEntry, VersionRow } from '../../contract.ts';
import { DECISIONS, fail, NEEDS_REASON, ok, type Result } from '../../model/index.ts';
import { type CaseFacts, eventsOf } from '../../workflow/case-facts.ts';
import { documentName } from '../../workflow/documents.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { stepViews, timelineOf, versionRows } from '../case-view.ts';
import type { DeskParts } from '../desk-parts.ts';
import { type CaseRecord, caseRecord } from '../figures/case-record.ts';
import { nameOf } from '../people-of.ts';
import type { Exporting } from './exporting.ts';
import { fileCode } from './printed-mark.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** 责任追究: who did what, when and on which grounds, from registration to publication of one release. */
export interface TrailModel extends SheetHead {
  readonly record: CaseRecord;
  /** Of all documents, also of attachments that were taken out. */
  readonly versions: readonly (VersionRow & { readonly document: string })[];
  /** Short code of the bytes that were released. */
  readonly fileCode: string;
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly steps: readonly StepView[];
  /** Decisions that let a text stand, with their reasons: the ones that are asked about afterwards. */
  readonly kept: readonly {
    readonly decision: string;
    readonly findings: number;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly timeline: readonly TimelineEntry[];
}

export const trail: Exporting<TrailModel> = {
  name: '责任追溯单',
  needs: 'case',
  may: ['head', 'reviewer', 'leader'],
  model(parts, asked) {
    const read = parts.cases.read(asked.case);
    return read.ok ? trailModel(parts, asked.case, read.data) : read;
  },
};

/** Code: not-now while nothing was ever released. */
function trailModel(parts: DeskParts, caseId: string, result: GateResult): Result<TrailModel> {
  const { facts } = result;
  const release = result.release ?? eventsOf(result.graph.ordered, 'release').at(-1);
  if (!release) return fail('not-now', '这一件还没有放行过，没有可追溯的发布，没有导出。');
  const record = caseRecord(parts, caseId, result);
  if (!record.ok) return record;
  return ok({
    ...sheetHead(parts),
    record: record.data,
    versions: versionsOf(parts, caseId, facts),
    fileCode: fileCode(release.body.data.sha256),
    releasedAt: release.body.at,
    releasedBy: nameOf(parts.roster(), release.body.actor.p),
    steps: stepViews(parts, caseId, result),
    kept: keptDecisions(parts, caseId, result),
    timeline: timelineOf(parts, caseId, facts, result.graph.ordered),
  });
}

const versionsOf = (parts: DeskParts, caseId: string, facts: CaseFacts): TrailModel['versions'] =>
  [...facts.documents, ...facts.removed].flatMap((document) =>
    versionRows(parts, caseId, document).map((row) => ({ ...row, document: documentName(facts, document.number) })),
  );

/** Decisions in force that leave the text as it is, grouped by the act they were made in. */
function keptDecisions(parts: DeskParts, caseId: string, { facts }: GateResult): TrailModel['kept'] {
  const acts = new Map<string, { decision: string; findings: number; reason: string; by: string; at: string }>();
  for (const { event, kind, reason, by, at } of facts.decisions.values()) {
    if (!NEEDS_REASON.includes(kind)) continue;
    const act = acts.get(event);
    if (act) act.findings++;
    else
      acts.set(event, {
        decision: DECISIONS[kind],
        findings: 1,
        reason: parts.cases.text(caseId, reason),
        by: nameOf(parts.roster(), by),
        at,
      });
  }
  return [...acts.values()].sort((a, b) => a.at.localeCompare(b.at));
}
