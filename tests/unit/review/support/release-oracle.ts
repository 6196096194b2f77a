/**
 * Says which releases of a case stand, and whether it could be released now: from the rules as an office would tell them, by plain
 * sets, with nothing of the gate. Knows only what the model of workstations does: versions, scans, decisions, signatures, releases.
 */
import type { BodyOf, ChainEvent } from '../../../../review/chain/event.ts';
import type { EventType } from '../../../../review/chain/kinds/index.ts';

interface Of<T extends EventType> {
  readonly id: string;
  readonly body: BodyOf<T>;
}
export interface ReleaseOracle {
  readonly releasable: boolean;
  /** Ids of releases that were not allowed when they were made, ascending. */
  readonly wrong: readonly string[];
  /** A release stands over what the case is today. */
  readonly released: boolean;
}

const ORDER = ['draft', 'head', 'secrecy', 'approve'] as const;
const POST = { draft: 'drafter', head: 'head', secrecy: 'reviewer', approve: 'leader' } as const;
const NUMBERS = [0, 1];

type Past = ReadonlyMap<string, ReadonlySet<string>>;

/** All that came before each event. */
function pastOf(events: readonly ChainEvent[]): Past {
  const byId = new Map(events.map((event) => [event.id, event]));
  const past = new Map<string, Set<string>>();
  const walk = (id: string): Set<string> => {
    const known = past.get(id);
    if (known) return known;
    const mine = new Set<string>();
    for (const parent of byId.get(id)?.body.parents ?? []) {
      mine.add(parent);
      for (const earlier of walk(parent)) mine.add(earlier);
    }
    past.set(id, mine);
    return mine;
  };
  for (const { id } of events) walk(id);
  return past;
}

class Matter {
  readonly events: readonly ChainEvent[];
  readonly past: Past;
  readonly blind: ReadonlySet<string>;

  constructor(events: readonly ChainEvent[], past: Past, blind: ReadonlySet<string>) {
    this.events = events;
    this.past = past;
    this.blind = blind;
  }

  of<T extends EventType>(type: T): readonly Of<T>[] {
    return this.events.filter(({ body }) => body.type === type) as unknown as readonly Of<T>[];
  }
  before(a: string, b: string): boolean {
    return this.past.get(b)?.has(a) ?? false;
  }
  /** The same matter as somebody saw it who wrote an event. */
  seenBy(id: string): Matter {
    return new Matter(
      this.events.filter((event) => this.before(event.id, id)),
      this.past,
      this.blind,
    );
  }
  /** The version that knows all others; undefined when there is none or it was not scanned. */
  get version(): Of<'doc.add'> | undefined {
    const versions = this.of('doc.add');
    const newest = versions.filter(({ id }) => versions.every((other) => other.id === id || this.before(other.id, id)));
    const scanned = this.of('scan.done').some(({ id }) => newest[0] && this.before(newest[0].id, id));
    const ordered = versions.every((a) => versions.every((b) => a === b || this.before(a.id, b.id) || this.before(b.id, a.id)));
    return scanned && ordered ? newest[0] : undefined;
  }
  /** The one decision on a finding that nobody contradicts. */
  decision(number: number): Of<'finding.decide'> | undefined {
    const all = this.of('finding.decide').filter(({ body }) => numbersIn(body.data.findings).includes(number));
    const last = all.filter(({ id }) => !all.some((other) => this.before(id, other.id)));
    return last.length === 1 ? last[0] : undefined;
  }
  /** What a signature is about, as far as this model can change it. */
  get view(): string {
    const decided = NUMBERS.map((number) => {
      const { decision, reason } = this.decision(number)?.body.data ?? {};
      return `${decision} ${reason}`;
    });
    return [this.version?.body.data.sha256, ...decided].join('|');
  }
  get settled(): boolean {
    return (
      this.version !== undefined &&
      NUMBERS.every((number) => {
        const { decision, reason } = this.decision(number)?.body.data ?? {};
        return (decision === 'keep' || decision === 'false-alarm') && reason !== undefined;
      })
    );
  }
  /** Signatures of a step that count, given those of the step before. */
  counted(step: (typeof ORDER)[number], earlier: readonly Of<'sign'>[]): readonly Of<'sign'>[] {
    const signs = this.of('sign');
    return signs.filter(({ id, body }) => {
      if (body.data.step !== step || body.actor.role !== POST[step] || this.blind.has(id)) return false;
      if (this.seenBy(id).view !== this.view) return false;
      if (step !== 'draft' && !earlier.some((sign) => this.before(sign.id, id))) return false;
      return !signs.some(
        (other) => other.body.actor.p === body.actor.p && other.body.data.step !== step && !this.before(id, other.id),
      );
    });
  }
  /** Signatures of each step that count and that no later one replaces: more than one where two signed at a time. */
  get chain(): readonly (readonly Of<'sign'>[])[] {
    let earlier: readonly Of<'sign'>[] = [];
    return ORDER.map((step) => {
      earlier = this.counted(step, earlier);
      return earlier.filter(({ id }) => !earlier.some((other) => this.before(id, other.id)));
    });
  }
  get releasable(): boolean {
    return this.settled && this.chain.every((signs) => signs.length > 0);
  }
  stands(release: Of<'release'>): boolean {
    const then = this.seenBy(release.id);
    const { data } = release.body;
    const chain = then.chain;
    const subjects = new Set(chain.flat().map((sign) => sign.body.data.subject));
    const oneOfEach = chain.every((signs) => signs.filter(({ id }) => data.signs.includes(id)).length === 1);
    const file = then.version?.body.data;
    const fits = data.sha256 === file?.sha256 && data.version === file?.version && data.signs.length === ORDER.length;
    return then.releasable && !then.released && fits && oneOfEach && subjects.size === 1 && subjects.has(data.subject);
  }
  /** A release stands over what the matter is now; it is not released twice. */
  get released(): boolean {
    return this.of('release').some((release) => this.seenBy(release.id).view === this.view && this.stands(release));
  }
}

/** @param blind ids of signatures whose subject was not what the signer could see */
export function releaseOracle(events: readonly ChainEvent[], blind: ReadonlySet<string>): ReleaseOracle {
  const matter = new Matter(events, pastOf(events), blind);
  const releases = matter.of('release');
  const good = releases.filter((release) => matter.stands(release));
  return {
    releasable: matter.releasable,
    wrong: releases
      .filter((release) => !good.includes(release))
      .map(({ id }) => id)
      .sort(),
    released: matter.released,
  };
}

const numbersIn = (findings: string): readonly number[] => (findings === '0-1' ? [0, 1] : [Number(findings)]);
