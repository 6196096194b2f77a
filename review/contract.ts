/**
 * Every call that the window, the command line and the tests make, on one screen. A call is a name, a zod schema for what goes
 * in, and a type for what comes out. Main checks sender and shape; the backend checks the shape again. JSON values only; bytes
 * travel as base64. The renderer imports types from here and nothing that runs.
 */
import { z } from 'zod';
import type {
  Attribute,
  Category,
  Channel,
  Decision,
  Draft,
  Finding,
  Level,
  ListDifference,
  ListError,
  ListKind,
  OwnRule,
  PackDifference,
  Person,
  Result,
  RuleFault,
  RuleSetIdentity,
  State,
  Step,
} from './model/index.ts';
import { ATTRIBUTES, CATEGORIES, CHANNELS, CONTEXT_SCOPES, DECISIONS, LEVELS, LIST_KINDS, ROLES, STEPS } from './model/index.ts';

const keys = <T extends Record<string, unknown>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);
const id = z.string().min(1).max(64);
const pin = z.string().min(1).max(128);
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const line = (max: number) => z.string().trim().max(max);
/** 200 MB as base64. */
const fileBytes = z.string().max(280_000_000);

export const FILE = z.object({ name: z.string().min(1).max(255), base64: fileBytes });
const caseOnly = z.object({ case: id });

const ruleId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/);
const packVersion = z.string().regex(/^(?:\d{1,6}(?:\.\d{1,6}){0,2})?$/);
const lines = (most: number, longest: number) => z.array(z.string().trim().min(1).max(longest)).max(most).readonly();
/** The form of a rule; what is wrong with it in its own words is told field by field, so that drafts of it pass here. */
export const OWN_RULE = z.strictObject({
  id: z.union([z.literal(''), ruleId]),
  title: line(60),
  category: keys(CATEGORIES),
  level: keys(LEVELS),
  how: z.enum(['keywords', 'pattern']),
  keywords: lines(2000, 60),
  pattern: z.string().max(2000),
  anchors: lines(60, 60),
  needs: lines(200, 60),
  unless: lines(200, 60),
  scope: keys(CONTEXT_SCOPES),
  allow: lines(200, 60),
  reason: line(300),
  advice: line(300),
  suggestion: line(100),
  basis: lines(10, 40),
  hit: lines(50, 500),
  miss: lines(50, 500),
});
const RULE_CHANGE = z.union([z.object({ save: OWN_RULE }), z.object({ remove: ruleId }), z.object({ file: FILE })]);

/** Input schemas by call name. Adding a call = one line here, one line in `Outputs`, one handler in usecases/. */
export const inputs = {
  'app.status': z.object({}),
  'office.setUp': z.object({
    office: line(60).min(2),
    people: z
      .array(z.object({ name: line(30).min(2), role: keys(ROLES), department: line(30), pin: z.string().min(6).max(128) }))
      .min(4)
      .max(50),
  }),
  'people.list': z.object({}),
  'session.open': z.object({ person: id, pin }),
  'session.close': z.object({}),
  /** Sent while a person reads without calling anything else, so that the session does not idle under their hands. */
  'session.keep': z.object({}),
  'case.list': z.object({}),
  'case.import': z.object({
    job: id,
    file: FILE,
    title: line(200).optional(),
    documentNumber: line(60).optional(),
    /** 生成日期: day 0 of the 20 working days. */
    createdOn: civilDate,
    attribute: keys(ATTRIBUTES),
    channels: z.array(keys(CHANNELS)).min(1),
    /** The bundled sample: tried out like any draft, but numbered apart and never in the ledger. Only its own bytes may say so. */
    sample: z.literal(true).optional(),
  }),
  'case.open': caseOnly,
  /** What the present version changed in the text, against the version that was returned or signed before. */
  'case.difference': caseOnly,
  'case.addVersion': z.object({ job: id, case: id, file: FILE }),
  'case.cleanCopy': z.object({ job: id, case: id }),
  'case.rescan': z.object({ job: id, case: id }),
  'case.withdraw': z.object({ case: id, reason: line(500).min(1), pin }),
  'finding.decide': z.object({
    case: id,
    findings: z.array(id).min(1).max(5000),
    decision: keys(DECISIONS),
    reason: line(500).default(''),
    replacement: z.string().max(2000).optional(),
  }),
  'finding.undo': caseOnly,
  'unread.confirm': z.object({ case: id, part: z.string().max(400) }),
  'chain.sign': z.object({ case: id, step: keys(STEPS), opinion: line(500).min(1), pin }),
  'chain.return': z.object({ case: id, reason: line(500).min(1), pin }),
  'chain.refuse': z.object({ case: id, reason: line(500).min(1), basis: line(100).min(1), pin }),
  'release.register': z.object({ case: id, pin }),
  'publish.record': z.object({ case: id, channel: keys(CHANNELS), address: line(300).min(1), publishedOn: civilDate }),
  'export.make': z.object({
    kind: z.enum(['form', 'ledger', 'log', 'change-list', 'release-file']),
    case: id.optional(),
    /** Full exports need a reason and are logged; masked is the default. */
    full: z.object({ reason: line(200).min(2) }).optional(),
  }),
  'log.verify': z.object({}),
  'rules.list': z.object({}),
  'rules.view': z.object({ rule: ruleId }),
  /** Tries a rule as it stands in the form (or all rules in force) on a sample; keeps nothing. */
  'rules.try': z.object({ text: z.string().max(20_000), rule: OWN_RULE.optional() }),
  /** The office's own rules and the installed packs. */
  'rules.own': z.object({}),
  /** What a change of the own pack, or a pack file, would change against the version in force; changes nothing. */
  'rules.difference': z.object({ change: RULE_CHANGE }),
  'rules.save': z.object({
    change: z.union([z.object({ save: OWN_RULE }), z.object({ remove: ruleId })]),
    /** Version in force ('' for none) that the person saw: nobody overwrites what they have not seen. */
    after: packVersion,
    pin,
  }),
  /** The own pack as a signed file. */
  'rules.pack': z.object({ pin }),
  'rules.install': z.object({ file: FILE, after: packVersion, pin }),
  'lists.view': z.object({}),
  /** What importing this workbook would do; changes nothing. */
  'lists.preview': z.object({ kind: keys(LIST_KINDS), file: FILE }),
  'lists.import': z.object({
    kind: keys(LIST_KINDS),
    file: FILE,
    /** Take the right rows although others are wrong. */
    onlyCorrect: z.boolean(),
    /** Version in force (0: none) that the preview was compared with: nobody replaces a list they have not seen. */
    after: z.int().min(0).max(9999),
    pin,
  }),
  'lists.template': z.object({ kind: keys(LIST_KINDS) }),
  'job.cancel': z.object({ job: id }),
  'sample.file': z.object({}),
  /** Handled by the host: asks the person where to put the file. */
  'file.save': z.object({ name: z.string().min(1).max(255), base64: fileBytes }),
} as const;

export type CallName = keyof typeof inputs;
export type Input<N extends CallName> = z.input<(typeof inputs)[N]>;
export type Parsed<N extends CallName> = z.output<(typeof inputs)[N]>;

export interface Outputs {
  'app.status': AppStatus;
  'office.setUp': AppStatus;
  'people.list': Person[];
  'session.open': Session;
  'session.close': null;
  'session.keep': null;
  'case.list': CaseRow[];
  'case.import': ImportOutcome;
  'case.open': CaseView;
  'case.difference': TextDifference;
  'case.addVersion': ImportOutcome;
  'case.cleanCopy': ImportOutcome;
  'case.rescan': CaseView;
  'case.withdraw': CaseView;
  'finding.decide': CaseDelta;
  'finding.undo': CaseDelta;
  'unread.confirm': CaseView;
  'chain.sign': CaseView;
  'chain.return': CaseView;
  'chain.refuse': CaseView;
  'release.register': CaseView;
  'publish.record': CaseView;
  'export.make': ExportedFile;
  'log.verify': VerifyReport;
  'rules.list': RuleRow[];
  'rules.view': RuleView;
  'rules.try': RuleTrial;
  'rules.own': OwnRulesView;
  'rules.difference': PackPreview;
  'rules.save': OwnRulesView;
  'rules.pack': ExportedFile;
  'rules.install': OwnRulesView;
  'lists.view': ListsView;
  'lists.preview': ListPreview;
  'lists.import': ListsView;
  'lists.template': ExportedFile;
  'job.cancel': null;
  'sample.file': { name: string; base64: string };
  'file.save': { saved: boolean };
}
export type Output<N extends CallName> = Outputs[N];

/** What every host implements. */
export interface Desk {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** Progress of running jobs; returns the way to stop listening. */
  onProgress(listener: (progress: Progress) => void): () => void;
}

/**
 * What `window.xianshen` offers the renderer. The answer travels as JSON text of the `Result`, one line unless it holds long lists
 * (electron/answer-lines.ts): copying a long draft as an object from one world of the window into the other would hold it up for
 * more than a tenth of a second.
 */
export interface DeskBridge {
  call<N extends CallName>(name: N, input: Input<N>): Promise<string>;
  onProgress(listener: (progress: Progress) => void): () => void;
}

export interface Progress {
  readonly job: string;
  /** Chinese: 正在读取, 正在检查 … */
  readonly phase: string;
  /** 0..1; absent when unknown. */
  readonly ratio?: number;
}

export interface Session {
  readonly person: Person;
  /** Minutes without a call after which the PIN is asked again. */
  readonly idleMinutes: number;
  /** Kinds of export the person's role may make; a full ledger is `full-ledger`. */
  readonly exports: readonly ExportKind[];
}

export type ExportKind = Input<'export.make'>['kind'] | 'full-ledger';

export interface AppStatus {
  readonly setUp: boolean;
  readonly version: string;
  readonly office?: string;
  readonly session?: Session;
  readonly ruleSet: RuleSetIdentity;
  /** Civil date of today on this workstation. */
  readonly today: string;
  /** Last day the shipped holiday table covers; later deadlines are marked 推算. */
  readonly calendarUntil: string;
  /** Set when the store may be read only: Chinese sentence why, and what to do. */
  readonly readOnly?: string;
}

/** Deadline in working days (条例 26: 20 工作日 from the day the information was made). */
export interface Deadline {
  /** Civil date of the last day. */
  readonly on: string;
  /** Working days left; 0 = today is the last day; negative = overdue. */
  readonly left: number;
  /** True when the holiday table does not cover the span (推算). */
  readonly estimated: boolean;
}

export interface FindingCounts {
  readonly block: number;
  readonly review: number;
  readonly notice: number;
  readonly decided: number;
  readonly total: number;
}

export interface CaseRow {
  readonly id: string;
  /** 审查编号, XS-2026-001. */
  readonly number: string;
  readonly title: string;
  readonly department: string;
  readonly drafter: string;
  readonly attribute: Attribute;
  readonly state: State;
  /** Whose turn it is, in Chinese (李某 保密审查); empty when nobody's. */
  readonly next: string;
  /** Role that must act next, for 待我办理. */
  readonly nextStep?: Step;
  /** Whole days since the case came to that person. */
  readonly waitingDays: number;
  readonly deadline: Deadline;
  readonly counts: FindingCounts;
  readonly version: number;
  readonly updatedAt: string;
  /** Set while somebody must know before anything else: the case came back, or what was signed is no longer what is there. */
  readonly attention?: Attention;
  /** The bundled sample, never in the ledger. */
  readonly sample?: true;
}

/** Why a case needs a second look. */
export interface Attention {
  /** `returned`: with the drafter; `resubmitted`: on its way again after a return; `stale`: signatures no longer count. */
  readonly kind: 'returned' | 'resubmitted' | 'stale';
  /** Who returned it, or whose act made the signatures void; empty when nobody's did (new rules). */
  readonly by: string;
  readonly role: string;
  /** ISO time with offset; empty when no act stands behind it. */
  readonly at: string;
  /** The reason given, or exactly what changed since the newest void signature. */
  readonly words: string;
  /** How often the case was returned. */
  readonly times: number;
  /** Stale: whose signatures no longer count, as 李某（保密审查员）. */
  readonly voided: readonly string[];
}

export interface FindingView extends Finding {
  readonly categoryName: string;
  readonly levelName: string;
  /** Short law names with articles, in the order of `basis`. */
  readonly basisNames: readonly string[];
  /** The sentence after masking, for 处理后预览. */
  readonly preview: string;
  readonly decision?: Decision;
}

export interface VersionRow {
  readonly number: number;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly format: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface StepView {
  readonly step: Step;
  readonly name: string;
  /** Signatures of this step, oldest first; a stale one stays visible with its reason. */
  readonly signatures: readonly {
    readonly by: string;
    readonly at: string;
    readonly opinion: string;
    readonly counts: boolean;
    readonly why?: string;
  }[];
  readonly done: boolean;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  /** Chinese: 送审登记, 机器检查, 处置 5 处, 同意 … */
  readonly what: string;
  readonly detail: string;
  /** Chinese clock flags, empty when the clock was fine. */
  readonly flags: readonly string[];
}

/** A button of the case screens: enabled, or grey with the reason. */
export interface ActionView {
  readonly enabled: boolean;
  readonly why: string;
}
export type ActionName =
  | 'decide'
  | 'undo'
  | 'addVersion'
  | 'cleanCopy'
  | 'sign'
  | 'return'
  | 'refuse'
  | 'withdraw'
  | 'release'
  | 'publish'
  | 'exportForm'
  | 'exportRelease';

export interface CaseView {
  readonly row: CaseRow;
  readonly documentNumber: string;
  readonly createdOn: string;
  readonly channels: readonly Channel[];
  readonly versions: readonly VersionRow[];
  readonly draft: Draft;
  readonly findings: readonly FindingView[];
  readonly confirmedUnread: readonly string[];
  readonly steps: readonly StepView[];
  readonly timeline: readonly TimelineEntry[];
  /** Chinese sentences: why the case cannot be released now; empty when it can. */
  readonly whyNot: readonly string[];
  /** The step the signed-in person would sign now. */
  readonly myStep?: Step;
  readonly actions: Readonly<Record<ActionName, ActionView>>;
  /** Name of the decision 撤销 would take back; empty when none. */
  readonly undoLabel: string;
  readonly publications: readonly {
    readonly channel: Channel;
    readonly address: string;
    readonly on: string;
    readonly by: string;
  }[];
}

/**
 * What one decision or its undoing changed. A long draft must not travel again for each key: the window lays this over the case
 * it has. Parts that are absent have not changed.
 */
export interface CaseDelta {
  readonly row: CaseRow;
  /** The findings whose decision changed, whole. */
  readonly findings: readonly FindingView[];
  readonly actions: CaseView['actions'];
  readonly undoLabel: string;
  readonly whyNot: readonly string[];
  /** Absent when the signed-in person would sign nothing now. */
  readonly myStep?: Step;
  readonly steps?: readonly StepView[];
  /** Entries to put behind those already known. */
  readonly timeline: readonly TimelineEntry[];
}

/** Text of the present version against an earlier one, paragraph by paragraph. */
export interface TextDifference {
  /** Why this version is compared with; `none` when there is nothing to compare: the fields below are then empty. */
  readonly against: 'returned' | 'signed' | 'previous' | 'none';
  readonly from: number;
  readonly to: number;
  /** When that version was returned or signed, and by whom; empty for `previous`. */
  readonly at: string;
  readonly by: string;
  readonly inserted: number;
  readonly deleted: number;
  readonly changed: number;
  /** Findings of the present version that the earlier one did not have. */
  readonly freshFindings: number;
  /** In reading order; the first so many only, `left` counts the rest. */
  readonly paragraphs: readonly ParagraphChange[];
  readonly left: number;
}
export interface ParagraphChange {
  readonly kind: 'inserted' | 'deleted' | 'changed';
  /** Where it stands (第3段), in the version that has it; in the present one when both do. */
  readonly label: string;
  /** Whether a reader of the page sees it. */
  readonly visible: boolean;
  readonly runs: readonly { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }[];
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly case: string; readonly findings: number }
  | { readonly outcome: 'marked'; readonly rule: string; readonly message: string }
  | { readonly outcome: 'duplicate'; readonly case: string; readonly number: string; readonly message: string };

export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly base64: string;
}

export interface VerifyReport {
  readonly valid: boolean;
  readonly events: number;
  /** Chinese lines: 结构完整, 签名有效, 名册可信 … */
  readonly lines: readonly string[];
  readonly problems: readonly { readonly seq: number; readonly message: string }[];
  readonly cases: readonly { readonly number: string; readonly state: State; readonly whyNot: readonly string[] }[];
}

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly pack: string;
  /** Chinese title of the pack. */
  readonly packTitle: string;
  readonly since: string;
  readonly basis: readonly string[];
  /** Short law names with articles, in the order of `basis`. */
  readonly basisNames: readonly string[];
}

/** 本单位清单: what is in force and what was before. */
export interface ListsView {
  /** Whether the signed-in person may import. */
  readonly mayImport: boolean;
  readonly lists: readonly ListView[];
}
export interface ListView {
  readonly kind: ListKind;
  readonly name: string;
  /** Newest first; empty while nothing was imported. The first one is in force. */
  readonly versions: readonly ListVersionRow[];
}
export interface ListVersionRow {
  readonly version: number;
  readonly rows: number;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  /** First 12 hex characters of the digest that reviews are bound to, in groups of four. */
  readonly code: string;
}
export interface ListPreview {
  readonly kind: ListKind;
  /** Rows that hold something, and how many of them are right. */
  readonly rows: number;
  readonly good: number;
  /** The first errors in the order of the workbook, and how many there are. */
  readonly errors: readonly ListError[];
  readonly errorCount: number;
  /** Version in force that it was compared with; 0 for none. */
  readonly after: number;
  /** What the right rows would change. */
  readonly difference: ListDifference;
  /** The first right rows as they would be taken. */
  readonly head: readonly string[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** The page of a rule: everything it says. */
export interface RuleView {
  readonly row: RuleRow;
  readonly packTitle: string;
  readonly packVersion: string;
  readonly reason: string;
  readonly advice: string;
  readonly suggestion: string;
  readonly basisNames: readonly string[];
  /** How it matches, in words; `code` is the expression a sentence speaks of. */
  readonly match: readonly { readonly text: string; readonly code?: string }[];
  readonly refuses: boolean;
  readonly examples: Readonly<Record<'hit' | 'miss', readonly RuleExample[]>>;
  /** Text of the rule's file, for rules that did not come with the program. */
  readonly yaml?: string;
}
export interface RuleExample {
  readonly text: string;
  readonly find: readonly string[];
  readonly note: string;
}

/** What a rule does on a sample. Offsets are UTF-16 offsets into the sample. */
export interface RuleTrial {
  readonly findings: readonly TrialFinding[];
  readonly passedOver: readonly { readonly start: number; readonly end: number; readonly text: string; readonly why: string }[];
  /** How the rule's own examples come out; empty without a rule. */
  readonly examples: readonly { readonly kind: 'hit' | 'miss'; readonly index: number; readonly message: string }[];
  /** What is wrong with the rule; with faults that keep it from running nothing is found. */
  readonly faults: readonly RuleFault[];
  /** Rules that took too long, in Chinese. */
  readonly stopped: readonly string[];
  readonly milliseconds: number;
}
export interface TrialFinding {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** 规则编辑: the office's own pack, and every pack that did not come with the program. */
export interface OwnRulesView {
  /** Whether the signed-in person may change rules. */
  readonly mayEdit: boolean;
  /** Version of the own pack in force; '' while there is none. */
  readonly version: string;
  readonly rules: readonly OwnRuleView[];
  readonly packs: readonly PackRow[];
  readonly bases: readonly { readonly code: string; readonly name: string }[];
}
export interface OwnRuleView {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly since: string;
  /** Absent when the rule says something that the form has no field for: it can be read and removed, not edited. */
  readonly form?: OwnRule;
}
export interface PackRow {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly rules: number;
  readonly at: string;
  readonly by: string;
  readonly origin: 'own' | 'file';
  readonly code: string;
}
export interface PackPreview {
  readonly name: string;
  readonly title: string;
  /** The version that would come into force, and the one that is ('' for none). */
  readonly version: string;
  readonly before: string;
  readonly difference: PackDifference;
  /** Who signed the file; '' for a change of the own pack. */
  readonly signedBy: string;
  /** Chinese sentences: what keeps it from coming into force; empty when nothing does. */
  readonly whyNot: readonly string[];
}
