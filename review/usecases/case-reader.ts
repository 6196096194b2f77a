import { commitment } from '../chain/commitment.ts';
import type { ChainEvent } from '../chain/event.ts';
import { checkEvent } from '../chain/journal.ts';
import type { Quarantine } from '../chain/quarantine.ts';
import type { Roster } from '../chain/roster.ts';
import { decodeUtf8 } from '../chain/utf8.ts';
import { type Draft, type Finding, fail, type KnownPlace, ok, type Result, type RuleSetIdentity } from '../model/index.ts';
import type { Crypto, Store, StoredEvent } from '../ports.ts';
import { type EventOf, eventsOf } from '../workflow/case-facts.ts';
import { type CaseDocument, numberOf } from '../workflow/documents.ts';
import { type GateResult, gate, settingsNow } from '../workflow/gate.ts';
import { withMarks } from './mark-findings.ts';
import { quarantineNow } from './quarantine-now.ts';

/** What `scan.done` commits to as `findings`. */
export interface ScanContent {
  readonly ruleSet: RuleSetIdentity;
  /** Findings by position; `number` is the finding's number in the case. */
  readonly findings: readonly NumberedFinding[];
  /** What the office's lists silenced; absent when there is none. */
  readonly known?: readonly KnownPlace[];
}
export interface NumberedFinding {
  readonly number: number;
  readonly finding: Finding;
}

export interface CaseReader {
  /** The judged case; code case-missing. Cached until this desk writes to the case. */
  read(caseId: string): Result<GateResult>;
  /** Text behind a commitment; a sentence in brackets when it was cleared or is damaged. '' for undefined. */
  text(caseId: string, of: string | undefined): string;
  draft(caseId: string, scan: EventOf<'scan.done'>): Result<Draft>;
  /** What one scan found. */
  content(caseId: string, scan: EventOf<'scan.done'>): Result<ScanContent>;
  /** Findings of the newest version of a document, of the scan and of people; `draft` saves reading it again. None without a scan. */
  findings(caseId: string, document: CaseDocument, draft?: Draft): Result<readonly NumberedFinding[]>;
  /** The draft behind a commitment. */
  draftBehind(caseId: string, of: string): Result<Draft>;
  /** All scans of a case, or of one document of it, oldest first. */
  scans(caseId: string, document?: number): readonly EventOf<'scan.done'>[];
  /** Bytes behind a commitment, compared with it. Codes: blob-missing, blob-damaged. */
  bytes(caseId: string, of: string): Result<Uint8Array>;
  forget(caseIds?: readonly string[]): void;
  /** Of these cases those that `read` would have to judge now. */
  unjudged(caseIds: readonly string[]): readonly string[];
}

const CLEARED = '（内容已清除，或没有随数据包送到本机）';
/** Drafts are large; the case on the screen and the ones just left stay in memory. */
const KEPT_CONTENTS = 6;

export function caseReader(store: Store, crypto: Crypto, roster: () => Roster, presentRules: () => string): CaseReader {
  const judged = new Map<string, { readonly result: GateResult; readonly standing: string }>();
  // Opened once per id: a view may rest on what was already found good; releases and the log check read everything anew.
  const opened = new Map<string, ChainEvent>();
  const texts = new Map<string, string>();
  const contents = new Map<string, unknown>();
  let quarantine: Quarantine | undefined;

  const bytes = (caseId: string, of: string): Result<Uint8Array> => {
    const blob = store.blob(caseId, of);
    if (!blob.ok) return blob;
    // The event vouches for the commitment; the blob must still be what was committed to.
    if (commitment(crypto, blob.data.salt, blob.data.bytes) !== of) {
      return fail('blob-damaged', '保存的内容与记录不符，可能损坏。请停止办理这一件，联系系统管理员从备份恢复。');
    }
    return ok(blob.data.bytes);
  };
  const json = <T>(caseId: string, of: string): Result<T> => {
    const known = contents.get(of);
    if (known !== undefined) return ok(known as T);
    const read = bytes(caseId, of);
    if (!read.ok) return read;
    const value = JSON.parse(decodeUtf8(read.data) ?? 'null') as T;
    const oldest = contents.keys().next().value;
    if (contents.size >= KEPT_CONTENTS && oldest !== undefined) contents.delete(oldest);
    contents.set(of, value);
    return ok(value);
  };
  // New rules and new settings of the office both change what a case is worth.
  const standingUnder = (rules: string): string => `${rules} ${roster().now?.policy ?? ''}`;
  const read = (caseId: string): Result<GateResult> => {
    const rules = presentRules();
    const standing = standingUnder(rules);
    const known = judged.get(caseId);
    if (known?.standing === standing) return ok(known.result);
    const stored = store.events(caseId);
    if (caseId === '-' || stored.length === 0) return fail('case-missing', '没有这一件，可能编号有误。请刷新列表。');
    const forked = store.forkedCases().includes(caseId);
    quarantine ??= quarantineNow(store, crypto, roster());
    const judging = { crypto, roster: roster(), presentRules: rules, opened, forked, quarantine };
    const result = judgeCase(judging, caseId, stored);
    judged.set(caseId, { result, standing });
    return ok(result);
  };
  const reader: CaseReader = {
    read,
    bytes,
    text(caseId, of) {
      if (of === undefined) return '';
      const known = texts.get(of);
      if (known !== undefined) return known;
      const blob = bytes(caseId, of);
      const text = (blob.ok ? decodeUtf8(blob.data) : undefined) ?? CLEARED;
      if (blob.ok) texts.set(of, text);
      return text;
    },
    draft: (caseId, scan) => json<Draft>(caseId, scan.body.data.draft),
    draftBehind: (caseId, of) => json<Draft>(caseId, of),
    content: (caseId, scan) => json<ScanContent>(caseId, scan.body.data.findings),
    findings(caseId, document, known) {
      if (!document.scan) return ok([]);
      const content = json<ScanContent>(caseId, document.scan.body.data.findings);
      if (!content.ok) return content;
      const draft = known ? ok(known) : json<Draft>(caseId, document.scan.body.data.draft);
      return draft.ok ? ok(withMarks(reader, caseId, document, content.data.findings, draft.data)) : draft;
    },
    scans(caseId, document) {
      const known = read(caseId);
      const scans = known.ok ? eventsOf(known.data.graph.ordered, 'scan.done') : [];
      return document === undefined ? scans : scans.filter((scan) => numberOf(scan) === document);
    },
    unjudged(caseIds) {
      const standing = standingUnder(presentRules());
      return caseIds.filter((caseId) => judged.get(caseId)?.standing !== standing);
    },
    forget(caseIds) {
      if (!caseIds) {
        judged.clear();
        opened.clear();
        quarantine = undefined;
      }
      for (const caseId of caseIds ?? []) judged.delete(caseId);
    },
  };
  return reader;
}

interface Judging {
  readonly crypto: Crypto;
  readonly roster: Roster;
  readonly presentRules: string;
  readonly opened: Map<string, ChainEvent>;
  /** Nobody can say which of its events are true. */
  readonly forked: boolean;
  readonly quarantine: Quarantine;
}

/** Opens and judges stored events of one case; columns must say what the signed bodies say. */
function judgeCase(
  { crypto, roster, presentRules, opened, forked, quarantine }: Judging,
  caseId: string,
  stored: readonly StoredEvent[],
): GateResult {
  const events: ChainEvent[] = [];
  let damaged = forked;
  for (const row of stored) {
    const event = opened.get(row.id) ?? checkEvent(crypto, roster, row).event;
    const { id, seq, type } = row;
    const agrees = event && event.id === id && event.body.seq === seq && event.body.type === type && event.body.case === caseId;
    if (agrees) {
      events.push(quarantine.flagged(event));
      opened.set(id, event);
    } else damaged = true;
  }
  return gate({ crypto, caseId, events, damaged, presentRules, ...settingsNow(roster.now) });
}
