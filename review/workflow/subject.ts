/** What a signature is about (signoff-design 3.1): the bytes to publish and everything that was decided on the way to them. */
import { canonicalBytes } from '../chain/canonical.ts';
import { toHex } from '../chain/hex.ts';
import type { Crypto } from '../ports.ts';
import type { CaseFacts, Decided } from './case-facts.ts';
import { type CaseDocument, documentLabel, newestOf } from './documents.ts';

/** What a signature says of one document. */
interface DocumentSubject {
  readonly version: number;
  readonly file: string;
  readonly source: string;
  readonly findings: string;
  readonly numbers: string;
  readonly ruleSet: string;
  /** Ids of the marks of people, in the order of their numbers; absent where there is none. */
  readonly marks?: readonly string[];
  readonly confirmed: readonly number[];
}
/** An attachment goes out under its name, so that is signed too. */
interface AttachmentSubject extends DocumentSubject {
  readonly document: number;
  readonly name: string;
}

/** The parts of a subject; two subjects are compared part by part to say what changed. */
export interface Subject extends DocumentSubject {
  readonly case: string;
  /** In their order; absent where there is none: such a subject is the same bytes it was before cases had attachments. */
  readonly attachments?: readonly AttachmentSubject[];
  /** Numbers of attachments that were taken out, ascending; absent where there is none. */
  readonly removed?: readonly number[];
  /** number, kind, reason, replacement (commitments, '' when absent), by number; `disputed` and nothing where nobody knows which holds. */
  readonly decisions: readonly (readonly string[])[];
  /** Two versions do not know of each other: which of them is the newest differs with the order in which they came. */
  readonly forked?: true;
  readonly attribute: string;
  readonly channels: readonly string[];
}

/** Subjects are hashed, not stored: their size is bound by the number of findings only. */
const LIMITS = { maxBytes: 256 * 1024 * 1024 };

/** The subject of the newest versions; `ruleSet` replaces the rules of the scans, to ask whether today's rules are the signed ones. */
export function subjectOf(caseId: string, facts: CaseFacts, ruleSet?: string): Subject {
  const { main, documents, removed, create } = facts;
  const decided = facts.numbers.map((number) => facts.decisions.get(number)).filter((decision) => decision !== undefined);
  const attachments = documents.slice(1).map((document) => ({
    document: document.number,
    name: newestOf(document)?.name ?? '',
    ...documentSubject(document, ruleSet),
  }));
  return {
    case: caseId,
    ...documentSubject(main, ruleSet),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(removed.length > 0 ? { removed: removed.map(({ number }) => number) } : {}),
    decisions: decided.map((decision) => decisionRow(decision, facts.disputed)),
    ...(facts.forked ? { forked: true } : {}),
    attribute: create?.body.data.attribute ?? '',
    channels: create?.body.data.channels ?? [],
  };
}

function documentSubject(document: CaseDocument, ruleSet?: string): DocumentSubject {
  const latest = newestOf(document);
  const scanned = document.scan?.body.data;
  return {
    version: latest?.version ?? 0,
    file: latest?.sha256 ?? '',
    source: document.versions[0]?.body.data.sha256 ?? '',
    findings: scanned?.findings ?? '',
    numbers: scanned?.numbers ?? '',
    ruleSet: ruleSet ?? scanned?.ruleSet ?? '',
    confirmed: [...document.confirmed].sort((a, b) => a - b),
    ...(document.marks.length > 0 ? { marks: markIds(document) } : {}),
  };
}

/** Whether something was taken out of what was given first: another file in its place, or an attachment gone. */
export const isSeparated = ({ file, source, attachments = [], removed = [] }: Subject): boolean =>
  removed.length > 0 || [{ file, source }, ...attachments].some((document) => document.file !== document.source);

const markIds = ({ marks }: CaseDocument): readonly string[] =>
  marks.toSorted((a, b) => a.body.data.number - b.body.data.number || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

const decisionRow = ({ number, kind, reason, replacement }: Decided, disputed: ReadonlySet<number>): readonly string[] =>
  // Whatever was signed or released before the dispute was over one of the two, and stands over neither.
  disputed.has(number) ? [`${number}`, 'disputed', '', ''] : [`${number}`, kind, reason ?? '', replacement ?? ''];

/** Lower-case hex SHA-256 of the canonical form. */
export function subjectDigest(crypto: Crypto, subject: Subject): string {
  const bytes = canonicalBytes(subject, LIMITS);
  // Every part comes from a body that was canonical already; the empty digest equals no signature.
  return bytes.ok ? toHex(crypto.sha256(bytes.data)) : '';
}

/** Chinese names of what changed from the signed subject to the present one, most important first. */
export function subjectDifference(signed: Subject, present: Subject): readonly string[] {
  const many = [signed, present].some(({ attachments, removed }) => attachments !== undefined || removed !== undefined);
  const [main, rest] = documentDifference(signed, present, many ? '正文' : '文件');
  const decisions = changedDecisions(signed, present);
  const rules = [signed, ...(signed.attachments ?? [])].some(({ ruleSet }, at) => ruleSet !== ruleSetAt(present, signed, at));
  return [
    ...main,
    ...attachmentDifference(signed.attachments ?? [], present.attachments ?? []),
    ...(decisions > 0 ? [`处置改动${decisions}处`] : []),
    ...(rules ? ['规则已更新'] : []),
    ...(present.forked && !signed.forked ? ['出现互不知情的版本'] : []),
    ...rest.map((words) => (many ? `正文${words}` : words)),
  ];
}

/** Rules of the document that stands at a place of the signed subject; those signed when it is gone, which is told otherwise. */
function ruleSetAt(present: Subject, signed: Subject, at: number): string {
  const attachment = signed.attachments?.[at - 1];
  if (!attachment) return present.ruleSet;
  return present.attachments?.find(({ document }) => document === attachment.document)?.ruleSet ?? attachment.ruleSet;
}

/** What changed in one document: another file, and all else. */
function documentDifference(
  signed: DocumentSubject,
  present: DocumentSubject,
  name: string,
): readonly [readonly string[], readonly string[]] {
  const rest: string[] = [];
  if (signed.numbers !== present.numbers || signed.findings !== present.findings) rest.push('检查结果有变');
  if (String(signed.marks ?? '') !== String(present.marks ?? '')) rest.push('人工标注有变');
  if (String(signed.confirmed) !== String(present.confirmed)) rest.push('人工查看记录有变');
  return [signed.file === present.file ? [] : [`${name}换成第${present.version}稿`], rest];
}

function attachmentDifference(signed: readonly AttachmentSubject[], present: readonly AttachmentSubject[]): readonly string[] {
  const changes: string[] = [];
  const numbers = (some: readonly AttachmentSubject[]): readonly number[] => some.map(({ document }) => document);
  for (const [at, attachment] of present.entries()) {
    const label = documentLabel(at + 1);
    const before = signed.find(({ document }) => document === attachment.document);
    if (!before) {
      changes.push(`增加${label}`);
      continue;
    }
    const [file, rest] = documentDifference(before, attachment, label);
    changes.push(...file, ...rest.map((words) => `${label}${words}`));
  }
  const left = new Set(numbers(present));
  for (const [at, { document }] of signed.entries()) if (!left.has(document)) changes.push(`去掉原${documentLabel(at + 1)}`);
  const common = (some: readonly AttachmentSubject[], others: readonly AttachmentSubject[]): string =>
    numbers(some)
      .filter((number) => numbers(others).includes(number))
      .join();
  if (common(signed, present) !== common(present, signed)) changes.push('附件顺序有变');
  return changes;
}

function changedDecisions(signed: Subject, present: Subject): number {
  const before = new Map(signed.decisions.map((row) => [row[0], String(row)]));
  const after = new Map(present.decisions.map((row) => [row[0], String(row)]));
  const numbers = new Set([...before.keys(), ...after.keys()]);
  return [...numbers].filter((number) => before.get(number) !== after.get(number)).length;
}
