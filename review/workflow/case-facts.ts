/** What a set of events says about the matter itself: documents, findings, decisions. Signatures are judged in gate.ts. */
import type { BodyOf, ChainEvent } from '../chain/event.ts';
import type { EventType } from '../chain/kinds/index.ts';
import { readRanges } from '../chain/ranges.ts';
import type { DecisionKind } from '../model/index.ts';
import { type DocumentFacts, documentsByFinding, documentsOf, numberOf } from './documents.ts';
import { resolvedVersions } from './version-conflicts.ts';

export interface EventOf<T extends EventType> {
  readonly id: string;
  readonly body: BodyOf<T>;
}

/** The people an act belongs to: who did it, and on whose behalf. */
export const peopleBehind = ({ actor }: ChainEvent['body']): readonly string[] =>
  actor.for === undefined ? [actor.p] : [actor.p, actor.for];

/** The decision in force on one finding; commitments only. */
export interface Decided {
  readonly number: number;
  readonly event: string;
  readonly kind: DecisionKind;
  readonly reason?: string;
  readonly replacement?: string;
  readonly by: string;
  readonly at: string;
  readonly seq: number;
}

export interface CaseFacts extends DocumentFacts {
  readonly create: EventOf<'case.create'> | undefined;
  /** Decisions in force by finding number, also of findings that are gone from the newest version. */
  readonly decisions: ReadonlyMap<number, Decided>;
  /** Findings with decisions that do not know of each other. */
  readonly disputed: ReadonlySet<number>;
  /** Those decisions, by finding number. */
  readonly sides: ReadonlyMap<number, readonly Decided[]>;
  /** Decide events, not taken back, that sent a finding up, by finding number. */
  readonly escalations: ReadonlyMap<number, readonly string[]>;
  /** True when two versions do not know of each other and nobody has chosen one. */
  readonly forked: boolean;
  readonly versionsApart: readonly EventOf<'doc.add'>[];
}

/** Two sides did something on the matter that the other did not know of: a person who has seen both must choose. */
export const inConflict = ({ forked, numbers, disputed }: CaseFacts): boolean =>
  forked || numbers.some((number) => disputed.has(number));

/** Events of one type that can be trusted, in the given order. */
export function eventsOf<T extends EventType>(events: readonly ChainEvent[], type: T): readonly EventOf<T>[] {
  return events.filter((event) => event.body.type === type && event.problem === undefined) as unknown as readonly EventOf<T>[];
}

type Precedes = (earlier: string, later: string) => boolean;

/** Folds events of one case, parents before children. Events that cannot be trusted say nothing. */
export function caseFacts(all: readonly ChainEvent[], precedes: Precedes): CaseFacts {
  const { standing: events, versionsApart } = resolvedVersions(all, precedes);
  const undone = undoneDecisions(events, precedes);
  const documents = documentsOf(events, undone, precedes);
  return {
    create: eventsOf(events, 'case.create')[0],
    ...documents,
    ...decisionsOf(events, precedes, undone, documents),
    versionsApart,
    forked: versionsApart.length > 0,
  };
}

/**
 * Decisions and marks that were taken back. Only an own one can be, and never across a signature: what somebody has signed over
 * is changed by a new decision, in the open.
 */
export function undoneDecisions(events: readonly ChainEvent[], precedes: Precedes): ReadonlySet<string> {
  const acts = [...eventsOf(events, 'finding.decide'), ...eventsOf(events, 'finding.add')];
  const decides = new Map(acts.map((event) => [event.id, event]));
  const signs = events.filter((event) => event.body.type === 'sign');
  const undone = new Set<string>();
  for (const undo of eventsOf(events, 'finding.undo')) {
    const decide = decides.get(undo.body.data.of);
    const own = decide?.body.actor.p === undo.body.actor.p && precedes(decide.id, undo.id);
    if (!own || signs.some((sign) => precedes(decide.id, sign.id) && precedes(sign.id, undo.id))) continue;
    undone.add(decide.id);
  }
  return undone;
}

function decisionsOf(
  events: readonly ChainEvent[],
  precedes: Precedes,
  undone: ReadonlySet<string>,
  { documents, marks, goneMarks }: DocumentFacts,
): Pick<CaseFacts, 'decisions' | 'disputed' | 'sides' | 'escalations'> {
  const marksOf = Map.groupBy([...marks, ...goneMarks], ({ body }) => body.data.number);
  const ownersOf = documentsByFinding(documents);
  const standing = new Map<number, Decided[]>();
  const escalations = new Map<number, string[]>();
  for (const decide of eventsOf(events, 'finding.decide')) {
    const { id, body } = decide;
    if (undone.has(id)) continue;
    const document = numberOf(decide);
    const { findings, decision: kind, reason, replacement } = body.data;
    for (const number of readRanges(findings) ?? []) {
      // Two workstations may have given one number in two documents: a decision speaks of findings of its own.
      if (!(ownersOf.get(number) ?? [document]).includes(document)) continue;
      // Two people may have marked at the same time under one number: a decision counts for marks it has seen.
      if (!(marksOf.get(number) ?? []).every((mark) => precedes(mark.id, id))) continue;
      if (kind === 'escalate') escalations.set(number, [...(escalations.get(number) ?? []), id]);
      const older = (standing.get(number) ?? []).filter((decided) => !precedes(decided.event, id));
      const decided = { number, event: id, kind, reason, replacement, by: body.actor.p, at: body.at, seq: body.seq };
      standing.set(number, [...older, decided]);
    }
  }
  const decisions = new Map<number, Decided>();
  const sides = new Map<number, readonly Decided[]>();
  for (const [number, heads] of standing) {
    const last = heads.at(-1);
    if (last) decisions.set(number, last);
    if (heads.length > 1) sides.set(number, heads);
  }
  return { decisions, disputed: new Set(sides.keys()), sides, escalations };
}
