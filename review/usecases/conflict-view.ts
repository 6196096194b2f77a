import type { EventBody } from '../chain/event.ts';
import type { ConflictFinding, ConflictPlace, ConflictVersion, ConflictView } from '../contract.ts';
import { type Draft, ok, type Person, type Result } from '../model/index.ts';
import { type Decided, type EventOf, eventsOf } from '../workflow/case-facts.ts';
import { documentName, numberOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { paragraphChanges } from '../workflow/text-difference.ts';
import { actionsOf } from './actions.ts';
import type { DeskParts } from './desk-parts.ts';
import { actorName, roleName, workstationName } from './people-of.ts';
import { standingOf } from './standing.ts';

/** Paragraphs of one version that travel to the window. */
const MOST_PARAGRAPHS = 60;

/** Both sides of every conflict of a case. Codes: case-missing, blob-missing, blob-damaged. */
export function conflictView(parts: DeskParts, caseId: string, person: Person): Result<ConflictView> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const { facts } = read.data;
  const { decide } = actionsOf(read.data, person, standingOf(parts, read.data, person));
  const whyNot = decide.why || (parts.readOnly() ?? '');
  const findings = findingConflicts(parts, caseId, read.data);
  if (!findings.ok) return findings;
  const here = parts.ports.store.head().ws;
  const ownFirst = facts.versionsApart.toSorted((a, b) => Number(b.body.ws === here) - Number(a.body.ws === here));
  return ok({ versions: versionConflicts(parts, caseId, read.data, ownFirst), findings: findings.data, whyNot });
}

function placeOf({ roster }: DeskParts, { actor, at, ws }: EventBody): ConflictPlace {
  return { by: actorName(roster(), actor), role: roleName(actor.role), at, workstation: workstationName(roster(), ws) };
}

function versionConflicts(
  parts: DeskParts,
  caseId: string,
  { facts, graph }: GateResult,
  versions: readonly EventOf<'doc.add'>[],
): readonly ConflictVersion[] {
  const acts = [...eventsOf(graph.ordered, 'finding.decide'), ...eventsOf(graph.ordered, 'finding.add')];
  const draftOf = ({ id, body }: EventOf<'doc.add'>): Draft | undefined => {
    const scans = eventsOf(graph.ordered, 'scan.done').filter((scan) => graph.precedes(id, scan.id));
    const isOf = (scan: EventOf<'scan.done'>): boolean =>
      numberOf(scan) === numberOf({ body }) && scan.body.data.version === body.data.version;
    const scan = scans.findLast(isOf);
    const draft = scan && parts.cases.draft(caseId, scan);
    return draft?.ok ? draft.data : undefined;
  };
  return versions.map((version) => {
    const first = versions.find((other) => numberOf(other) === numberOf(version));
    const base = first && draftOf(first);
    const draft = first === version ? undefined : draftOf(version);
    const changes = base && draft ? paragraphChanges(base, draft) : [];
    return {
      ...placeOf(parts, version.body as EventBody),
      event: version.id,
      document: documentName(facts, numberOf(version)),
      number: version.body.data.version,
      fileName: parts.cases.text(caseId, version.body.data.name),
      decisions: acts.filter((act) => numberOf(act) === numberOf(version) && graph.precedes(version.id, act.id)).length,
      changes: changes.slice(0, MOST_PARAGRAPHS),
      left: Math.max(0, changes.length - MOST_PARAGRAPHS),
    };
  });
}

function findingConflicts(parts: DeskParts, caseId: string, { facts, graph }: GateResult): Result<readonly ConflictFinding[]> {
  const found: ConflictFinding[] = [];
  for (const document of facts.documents) {
    const numbers = document.numbers.filter((number) => facts.disputed.has(number));
    const draft = numbers.length > 0 && document.scan ? parts.cases.draft(caseId, document.scan) : undefined;
    if (!draft) continue;
    if (!draft.ok) return draft;
    const all = parts.cases.findings(caseId, document, draft.data);
    if (!all.ok) return all;
    for (const { number, finding } of all.data) {
      const sides = numbers.includes(number) ? (facts.sides.get(number) ?? []) : [];
      if (sides.length === 0) continue;
      found.push({
        document: document.number,
        finding: finding.id,
        text: finding.text,
        title: finding.title,
        label: `${documentName(facts, document.number)}${draft.data.pieces[finding.piece]?.where.label ?? ''}`,
        sides: sides.map((side) => sideOf(parts, caseId, graph, side)),
      });
    }
  }
  return ok(found);
}

function sideOf(
  parts: DeskParts,
  caseId: string,
  graph: GateResult['graph'],
  { event, kind, reason, replacement }: Decided,
): ConflictFinding['sides'][number] {
  const decide = eventsOf(graph.ordered, 'finding.decide').find(({ id }) => id === event);
  const place = decide ? placeOf(parts, decide.body as EventBody) : { by: '', role: '', at: '', workstation: '' };
  return {
    ...place,
    kind,
    reason: parts.cases.text(caseId, reason),
    ...(replacement === undefined ? {} : { replacement: parts.cases.text(caseId, replacement) }),
  };
}
