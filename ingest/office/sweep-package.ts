import { fail, ok, type Result } from '../../review/model/index.ts';
import { Numbering } from '../docx/numbering.ts';
import { Story } from '../docx/story.ts';
import { StyleSheet } from '../docx/style-sheet.ts';
import { type MemberControl, startsWith } from '../format.ts';
import type { Budget } from '../package/budget.ts';
import { looksLikeXml } from '../package/decode-xml.ts';
import { OUTCOME_WORDS } from '../package/outcome-words.ts';
import { type Relationship, readRelationships } from '../package/relationships.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import { type Archive, type PackageEntry, unpack } from '../package/unpack.ts';
import { rootOf, walkXml, type XmlListener, type XmlOutcome } from '../package/walk-xml.ts';
import { Book } from '../sheet/book.ts';
import { CachePart } from '../sheet/cache-part.ts';
import { tableRanges } from '../sheet/painted-ranges.ts';
import { SheetPart } from '../sheet/sheet-part.ts';
import { StringsPart } from '../sheet/strings-part.ts';
import { VmlPart } from '../sheet/vml-part.ts';
import { Deck } from '../slide/deck.ts';
import { SlidePart } from '../slide/slide-part.ts';
import { type BinaryFindings, leavePicture, readBinaryPart } from './binary-part.ts';
import { leaveCropped } from './cropped-pictures.ts';
import type { DocumentFacts } from './document-facts.ts';
import { linkTexts } from './link-texts.ts';
import { type PartRole, PartRoles } from './part-role.ts';
import { PartTexts } from './part-texts.ts';
import { PlainPart } from './plain-part.ts';

/** Everything one package holds. */
export interface Sweep {
  readonly parts: readonly PartTexts[];
  readonly facts: DocumentFacts;
  readonly findings: BinaryFindings;
  /** Entries by part name, for drawing the page. */
  readonly entries: readonly PackageEntry[];
  readonly roles: PartRoles;
  /** Root element of the main part; undefined when there is no main part. */
  readonly mainRoot: string | undefined;
  /** How reading the main part ended. */
  readonly mainOutcome: XmlOutcome;
}

/** Without a way to files inside, documents of other formats in the package stay unread. */
export interface SweepControl extends Partial<MemberControl> {
  readonly budget: Budget;
  readonly signal?: AbortSignal;
  progress?(ratio: number): void;
}

interface Job {
  readonly entry: PackageEntry;
  readonly root: string;
  readonly role: PartRole;
  /** True for a second entry of the same name. */
  readonly again: boolean;
}

/**
 * Reads every part of a package, whatever the part is: XML streams, nested packages, pictures' descriptions, Chinese text in
 * binary parts, names, comments and bytes outside the records. Codes as `unpack`, and cancelled.
 */
export async function sweepPackage(bytes: Uint8Array, control: SweepControl): Promise<Result<Sweep>> {
  const unpacked = await unpack(bytes, control.budget, control.signal);
  if (!unpacked.ok) return unpacked;
  const { entries } = unpacked.data;
  const relationships = readRelationships(entries);
  const roles = new PartRoles(relationships, (part) => {
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === part.toLowerCase());
    return entry ? rootOf(entry.bytes) : '';
  });
  const facts = factsOf(entries, roles, relationships);
  const sweep = { facts, roles, entries, parts: [] as PartTexts[], findings: { unread: [], warnings: [] } as BinaryFindings };
  const jobs = jobsOf(entries, roles, facts);
  const main = jobs.find((job) => job.entry.name.toLowerCase() === roles.main?.toLowerCase());
  let mainOutcome: XmlOutcome = 'whole';
  let done = 0;
  for (const job of jobs) {
    if (control.signal?.aborted) return fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');
    const outcome = readXmlPart(job, sweep);
    if (job === main) mainOutcome = outcome;
    done += 1;
    control.progress?.(done / jobs.length);
  }
  const xml = new Set(jobs.map((job) => job.entry));
  for (const entry of entries) {
    if (xml.has(entry) || entry.name.endsWith('/') || entry.bytes.length === 0) continue;
    sweep.parts.push(await readBinaryPart(entry, roles.typeOf(entry.name), sweep.findings, control));
  }
  sweep.parts.push(linkTexts(relationships), envelopeTexts(unpacked.data, facts));
  return ok({ ...sweep, mainRoot: main?.root, mainOutcome });
}

function factsOf(entries: readonly PackageEntry[], roles: PartRoles, relationships: readonly Relationship[]): DocumentFacts {
  const ofType = (type: string) => entries.find((entry) => roles.typeOf(entry.name) === type)?.bytes;
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry.bytes]));
  const settings = ofType('settings');
  const main = entries.find((entry) => entry.name.toLowerCase() === roles.main?.toLowerCase());
  // A Word document lists neither sheets nor slides, and is too long to be read three times.
  const list = main && rootOf(main.bytes) === 'document' ? undefined : main;
  return {
    book: new Book(list, ofType('styles'), ofType('sharedStrings'), relationships, tableRanges(entries, relationships)),
    deck: new Deck(list, relationships, (part) => byName.get(part.toLowerCase())),
    styles: new StyleSheet(ofType('styles')),
    numbering: new Numbering(ofType('numbering')),
    evenPages: settings !== undefined && new TextDecoder().decode(settings).includes('evenAndOddHeaders'),
    background: 'FFFFFF',
    tables: 0,
    shownHeaders: new Set(),
    referredNotes: new Set(),
    authors: new Set(),
    insertions: 0,
    deletions: 0,
  };
}

/** XML parts in the order in which they must be read: the main part first, for headers and notes hang on it; sheets and slides as listed. */
function jobsOf(entries: readonly PackageEntry[], roles: PartRoles, facts: DocumentFacts): Job[] {
  const place = (name: string) => facts.deck.numberOf(name) ?? facts.book.sheet(name)?.number ?? Number.MAX_SAFE_INTEGER;
  const names = new Set<string>();
  return entries
    .filter((entry) => !startsWith(entry.bytes, 'PK') && looksLikeXml(entry.bytes) && !isHtmlChunk(entry, roles))
    .map((entry) => {
      const root = rootOf(entry.bytes);
      const again = names.has(entry.name.toLowerCase());
      names.add(entry.name.toLowerCase());
      return { entry, root, role: roles.roleOf(entry.name, root), again };
    })
    .sort((left, right) => left.role.order - right.role.order || place(left.entry.name) - place(right.entry.name));
}

const isHtmlChunk = (entry: PackageEntry, roles: PartRoles): boolean => roles.typeOf(entry.name) === 'aFChunk';

function readXmlPart(
  job: Job,
  sweep: { facts: DocumentFacts; roles: PartRoles; parts: PartTexts[]; findings: BinaryFindings },
): XmlOutcome {
  const { entry, role, again } = job;
  const texts = new PartTexts(entry.name);
  const reader = readerFor(role, entry, texts, sweep);
  const outcome = walkXml(entry.bytes, reader);
  reader.end();
  if (outcome !== 'whole') leaveBroken(texts, entry, outcome, sweep.findings);
  leaveCropped(entry, sweep.findings);
  if (sweep.roles.typeOf(entry.name) === 'image') leavePicture(entry.name, sweep.findings);
  const earlier = again ? sweep.parts.find((part) => part.part === entry.name) : undefined;
  sweep.parts.push(earlier ? onlyNew(texts, earlier) : texts);
  if (earlier) {
    sweep.findings.warnings.push({
      code: 'zip-duplicate-entry',
      message: '压缩包里有同名的部件，不同软件会显示不同的内容。两份都已检查，请核对文件来源。',
    });
  }
  return outcome;
}

function readerFor(
  role: PartRole,
  entry: PackageEntry,
  texts: PartTexts,
  { facts, roles }: { readonly facts: DocumentFacts; readonly roles: PartRoles },
): XmlListener & { end(): void } {
  if (role.reader === 'plain') return new PlainPart(texts, facts.authors, role.place);
  if (role.reader === 'sheet') return new SheetPart(texts, facts, entry.name);
  if (role.reader === 'strings') return new StringsPart(texts, facts.book);
  if (role.reader === 'cache') return new CachePart(texts, facts.authors);
  if (role.reader === 'vml') return new VmlPart(texts, facts.authors);
  if (role.reader !== 'story') return new SlidePart(texts, facts, entry.name, role.reader);
  const { place, order } = role;
  const shown = (order !== 1 && order !== 2) || facts.shownHeaders.has(roles.idOf(entry.name) ?? '');
  return new Story(texts, facts, shown ? place : { ...place, visible: false, label: `${place.label}（未显示）` }, order === 0);
}

/** Of a second entry with the same name only what the first did not say, and never as something that is seen. */
function onlyNew(texts: PartTexts, earlier: PartTexts): PartTexts {
  const said = new Set(earlier.found.map((text) => text.text));
  const rest = new PartTexts(texts.part);
  for (const text of texts.found) {
    if (!said.has(text.text)) rest.addAside('rest', 'part-residue', false, text.text, `同名部件·${text.label}`);
  }
  return rest;
}

/** A part that could not be read to its end: what was heard stays, Chinese text in the rest is fished out, a person must look. */
function leaveBroken(texts: PartTexts, entry: PackageEntry, outcome: XmlOutcome, findings: BinaryFindings): void {
  const heard = texts.found.map((text) => text.text).join('\n');
  for (const run of chineseRuns(entry.bytes)) {
    if (!heard.includes(run)) texts.addAside('rest', 'part-residue', false, run, '损坏部件中的文字');
  }
  findings.unread.push({
    code: `xml-${outcome}`,
    part: entry.name,
    message: `部件 ${entry.name} ${OUTCOME_WORDS[outcome]}，没有读完，须人工查看。`,
  });
}

/** What the archive itself says: names of its entries, comments, bytes between the records, and who worked on the document. */
function envelopeTexts(archive: Archive, facts: DocumentFacts): PartTexts {
  const texts = new PartTexts('');
  for (const author of facts.authors) texts.addAside('rest', 'metadata', false, author, '修订与批注作者');
  for (const entry of archive.entries)
    if (isTextLike(entry.name)) texts.addAside('rest', 'file-name', false, entry.name, '包内部件名');
  for (const comment of archive.comments) texts.addAside('rest', 'part-residue', false, comment, '压缩包注释');
  for (const stray of archive.stray) {
    for (const run of chineseRuns(stray)) texts.addAside('rest', 'part-residue', false, run, '压缩包记录之外的数据');
  }
  return texts;
}
