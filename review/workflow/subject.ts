/** What a signature is about (signoff-design 3.1): the bytes to publish and everything that was decided on the way to them. */
import { canonicalBytes } from '../chain/canonical.ts';
import { toHex } from '../chain/hex.ts';
import type { Crypto } from '../ports.ts';
import type { CaseFacts, Decided } from './case-facts.ts';
import { type CaseDocument, newestOf } from './documents.ts';

/** The parts of a subject; two subjects are compared part by part to say what changed. */
export interface Subject {
  readonly case: string;
  readonly version: number;
  readonly file: string;
  readonly source: string;
  readonly findings: string;
  readonly numbers: string;
  readonly ruleSet: string;
  /** number, kind, reason, replacement (commitments, '' when absent), by number. */
  readonly decisions: readonly (readonly string[])[];
  /** Ids of the marks of people, in the order of their numbers; absent where there is none. */
  readonly marks?: readonly string[];
  readonly confirmed: readonly number[];
  readonly attribute: string;
  readonly channels: readonly string[];
}

/** Subjects are hashed, not stored: their size is bound by the number of findings only. */
const LIMITS = { maxBytes: 256 * 1024 * 1024 };

/** The subject of the newest version; `ruleSet` replaces the rules of the scan, to ask whether today's rules are the signed ones. */
export function subjectOf(caseId: string, facts: CaseFacts, ruleSet?: string): Subject {
  const { main } = facts;
  const latest = newestOf(main);
  const decided = facts.numbers.map((number) => facts.decisions.get(number)).filter((decision) => decision !== undefined);
  return {
    case: caseId,
    version: latest?.version ?? 0,
    file: latest?.sha256 ?? '',
    source: main.versions[0]?.body.data.sha256 ?? '',
    findings: main.scan?.body.data.findings ?? '',
    numbers: main.scan?.body.data.numbers ?? '',
    ruleSet: ruleSet ?? main.scan?.body.data.ruleSet ?? '',
    decisions: decided.map(decisionRow),
    confirmed: [...main.confirmed].sort((a, b) => a - b),
    ...(main.marks.length > 0 ? { marks: markIds(main) } : {}),
    attribute: facts.create?.body.data.attribute ?? '',
    channels: facts.create?.body.data.channels ?? [],
  };
}

const markIds = ({ marks }: CaseDocument): readonly string[] =>
  marks.toSorted((a, b) => a.body.data.number - b.body.data.number || (a.id < b.id ? -1 : 1)).map(({ id }) => id);

const decisionRow = ({ number, kind, reason, replacement }: Decided): readonly string[] => [
  `${number}`,
  kind,
  reason ?? '',
  replacement ?? '',
];

/** Lower-case hex SHA-256 of the canonical form. */
export function subjectDigest(crypto: Crypto, subject: Subject): string {
  const bytes = canonicalBytes(subject, LIMITS);
  // Every part comes from a body that was canonical already; the empty digest equals no signature.
  return bytes.ok ? toHex(crypto.sha256(bytes.data)) : '';
}

/** Chinese names of what changed from the signed subject to the present one, most important first. */
export function subjectDifference(signed: Subject, present: Subject): readonly string[] {
  const changes: string[] = [];
  if (signed.file !== present.file) changes.push(`文件换成第${present.version}版`);
  const decisions = changedDecisions(signed, present);
  if (decisions > 0) changes.push(`处置改动${decisions}处`);
  if (signed.ruleSet !== present.ruleSet) changes.push('规则已更新');
  if (signed.numbers !== present.numbers || signed.findings !== present.findings) changes.push('检查结果有变');
  if (String(signed.marks ?? '') !== String(present.marks ?? '')) changes.push('人工标注有变');
  if (String(signed.confirmed) !== String(present.confirmed)) changes.push('人工查看记录有变');
  return changes;
}

function changedDecisions(signed: Subject, present: Subject): number {
  const before = new Map(signed.decisions.map((row) => [row[0], String(row)]));
  const after = new Map(present.decisions.map((row) => [row[0], String(row)]));
  const numbers = new Set([...before.keys(), ...after.keys()]);
  return [...numbers].filter((number) => before.get(number) !== after.get(number)).length;
}
