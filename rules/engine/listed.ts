/** The office's own lists at work on one draft: where their rows stand, what they find, what they confirm and what they silence. */
import type { Level, NegativeRow, WorkRow } from '../../review/model/index.ts';
import type { Candidate, Fact, Range } from '../model.ts';
import { contactKey } from '../office-list/cells.ts';
import { isExpired, isInForce, type Listed, type ListedWords } from '../office-list/list-facts.ts';
import type { Found } from './found.ts';
import { levelRank, stricter } from './level-rank.ts';
import type { Reading } from './reading.ts';

/** A place where rows of a list stand, by the longest word there. */
export interface ListedPlace<R> extends Range {
  readonly word: string;
  readonly rows: readonly Listed<R>[];
}

const kindOf = (code: number | undefined): number => {
  if (code === undefined) return 0;
  if (code >= 0x30 && code <= 0x39) return 1;
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 2 : 0;
};

/** 和平路1号 is not in 和平路11号, 3号楼 not in 13号楼: a number or a Latin word goes on. */
function isCut(codes: Uint16Array, { start, end }: Range): boolean {
  const before = kindOf(codes[start - 1]);
  const after = kindOf(codes[end]);
  return (before !== 0 && before === kindOf(codes[start])) || (after !== 0 && after === kindOf(codes[end - 1]));
}

/** Places of the words, ascending; one that lies inside a longer one is left out. */
function placesOf<R>(reading: Reading, words: ListedWords<R>): readonly ListedPlace<R>[] {
  if (words.size === 0) return [];
  const all: ListedPlace<R>[] = [];
  for (const word of reading.present) {
    const rows = words.get(word);
    if (!rows) continue;
    const length = reading.length(word);
    for (const start of reading.starts(word)) {
      const place = { start, end: start + length, word: reading.word(word), rows };
      if (!isCut(reading.scene.codes, place)) all.push(place);
    }
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return all.filter((place) => {
    if (place.end <= reached) return false;
    reached = place.end;
    return true;
  });
}

function firstInside<P extends Range>(places: readonly P[], range: Range): P | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place && place.end <= range.end ? place : undefined;
}

const cites = (rows: readonly Listed<unknown>[]): string =>
  `${rows
    .slice(0, 3)
    .map(({ cite }) => cite)
    .join('、')}${rows.length > 3 ? `等${rows.length}行` : ''}`;

/** Findings that a work of the list makes surer: where it stands, how strong it is, how large. */
const OF_WORKS: ReadonlySet<string> = new Set(['project-location', 'protection-level', 'project-scale']);

type Verdict =
  | { readonly found: Found }
  | { readonly why: () => string /** Silenced by a list: shown as 清单已有. */; readonly known: true };

/** The lists on one draft. Costs one look at each word of the draft that any rule or list knows. */
export class ListedPlaces {
  readonly works: readonly ListedPlace<WorkRow>[];
  readonly #reading: Reading;
  readonly #addresses: readonly ListedPlace<WorkRow>[];
  readonly #inTitle: ListedPlace<WorkRow> | undefined;
  readonly #headings = new Map<string, ListedPlace<WorkRow> | undefined>();
  /** Names that occur, each once: what a heading is searched for. */
  readonly #names: readonly ListedPlace<WorkRow>[];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.works = placesOf(reading, reading.plan.lists.names);
    this.#addresses = placesOf(reading, reading.plan.lists.addresses);
    this.#names = [...new Map(this.works.map((place) => [place.word, place])).values()];
    this.#inTitle = this.#names.length === 0 ? undefined : this.#namedIn(reading.scene.title());
  }

  #namedIn(text: string): ListedPlace<WorkRow> | undefined {
    const lower = text.toLowerCase();
    return this.#names.find(({ word }) => lower.includes(word));
  }

  #inHeading(offset: number): ListedPlace<WorkRow> | undefined {
    const heading = this.#reading.scene.headingAbove(offset);
    if (!this.#headings.has(heading)) this.#headings.set(heading, heading === '' ? undefined : this.#namedIn(heading));
    return this.#headings.get(heading);
  }

  /** Candidates of the rules that lists bring. */
  candidates(listed: 'address' | 'negative', on: string | undefined): readonly Candidate[] {
    if (listed === 'address') return this.#addresses.map(addressCandidate);
    return placesOf(this.#reading, this.#reading.plan.lists.keywords).flatMap((place) => negativeCandidates(place, on));
  }

  /** The listed work that a finding belongs to: in its sentence (row), paragraph, heading, title; nearest first. */
  #workOf(found: Found): { readonly place: ListedPlace<WorkRow>; readonly scope: string; readonly near: boolean } | undefined {
    const { scene } = this.#reading;
    const piece = scene.pieceAt(found.start);
    const rows = piece.cell ? this.#reading.rowOf(piece) : [scene.sentence(found.start)];
    for (const range of rows) {
      const place = firstInside(this.works, range);
      if (place) return { place, scope: piece.cell ? '同一行' : '同一句', near: true };
    }
    const inPiece = piece.cell ? undefined : firstInside(this.works, piece);
    if (inPiece) return { place: inPiece, scope: '同一段', near: false };
    const inHeading = this.#inHeading(found.start);
    if (inHeading) return { place: inHeading, scope: '所在标题', near: false };
    return this.#inTitle && { place: this.#inTitle, scope: '文件标题', near: false };
  }

  /** A finding after the lists were asked: as it was, surer, or silenced. */
  weigh(found: Found, on: string | undefined): Verdict {
    const { category } = found.planned.rule;
    if (category === 'personal-contact') return this.#weighContact(found, on);
    return OF_WORKS.has(category) ? { found: this.#confirmed(found) } : { found };
  }

  #confirmed(found: Found): Found {
    const facts: Fact[] = [];
    let { level, confidence } = found;
    const address = found.planned.rule.category === 'project-location' ? this.#addressIn(found) : undefined;
    if (address) {
      facts.push({ label: `与${cites(address.rows)}登记的地址一致` });
      confidence = Math.max(confidence, 0.9);
    }
    const work = this.works.length === 0 ? undefined : this.#workOf(found);
    if (work) {
      const { place, scope, near } = work;
      const range = near ? this.#reading.inPiece(place) : undefined;
      const name = place.rows[0]?.row.name;
      facts.push({ label: `${scope}有本单位的工程：${cites(place.rows)}`, ...(range && { range }), ...(name && { work: name }) });
      level = near ? stricter(found.planned.rule.level, raised(level)) : level === 'review' ? 'block' : level;
      confidence = Math.max(confidence, near ? 0.97 : 0.9);
    }
    return facts.length === 0 ? found : { ...found, level, confidence, evidence: withNew(found.evidence, facts) };
  }

  #addressIn(found: Found): ListedPlace<WorkRow> | undefined {
    return this.#addresses.length === 0 ? undefined : firstInside(this.#addresses, found);
  }

  /** Exactly the published number, and nothing beside it in the span: a longer span may hide another number. */
  #weighContact(found: Found, on: string | undefined): Verdict {
    const { contacts } = this.#reading.plan.lists;
    if (contacts.size === 0) return { found };
    const written = this.#reading.scene.text.slice(found.start, found.end);
    const rows = contacts.get(contactKey(written) ?? contactKey(found.value) ?? '');
    if (!rows) return { found };
    const valid = rows.filter(({ row }) => !isExpired(row, on));
    if (valid.length > 0) return { why: () => `清单已有：${cites(valid)}“${valid[0]?.row.unit}”`, known: true };
    const until = rows
      .map(({ row }) => row.until)
      .sort()
      .at(-1);
    return { found: { ...found, evidence: [...found.evidence, { label: `${cites(rows)}的有效期至 ${until}，已过期` }] } };
  }
}

const raised = (level: Level): Level => (level === 'notice' ? 'review' : 'block');

function withNew(before: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  const labels = new Set(before.map(({ label }) => label));
  return [...before, ...facts.filter(({ label }) => !labels.has(label))];
}

const addressCandidate = ({ start, end, rows }: ListedPlace<WorkRow>): Candidate => ({
  start,
  end,
  value: rows[0]?.row.address ?? '',
  confidence: 0.9,
  evidence: [{ label: `与${cites(rows)}登记的地址一致` }],
});

/** One candidate for the strictest row in force; the other rows are named beside it. */
function negativeCandidates(place: ListedPlace<NegativeRow>, on: string | undefined): readonly Candidate[] {
  const { start, end, word, rows } = place;
  const valid = rows.filter(({ row }) => isInForce(row, on));
  const [first] = [...valid].sort((a, b) => levelRank(b.row.level) - levelRank(a.row.level));
  if (!first) {
    const soon = rows[0];
    return [
      { start, end, value: word, confidence: 0, evidence: [], passedOver: `${soon?.cite}自 ${soon?.row.from} 起执行，尚未生效` },
    ];
  }
  const { row } = first;
  const why = row.reason === '' ? '' : `（理由：${row.reason}）`;
  return [
    {
      start,
      end,
      value: word,
      level: row.level,
      confidence: 0.9,
      evidence: [
        { label: `${first.cite}，关键词“${word}”` },
        ...valid.filter((other) => other !== first).map(({ cite }) => ({ label: `又见${cite}` })),
      ],
      says: {
        reason: `可能涉及本单位负面清单事项“${row.category}”：${row.content}${why}，请核对。`,
        basis: [row.basis, 'TL-14'],
      },
    },
  ];
}
