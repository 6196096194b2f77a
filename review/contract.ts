/**
 * Every call that the window, the command line and the tests make, on one screen. A call is a name, a zod schema for what goes
 * in, and a type for what comes out. Main checks sender and shape; the backend checks the shape again. JSON values only; bytes
 * travel as base64. The renderer imports types from here and nothing that runs.
 */
import type { z } from 'zod';
import { type AdoptionOutputs, adoptionInputs } from './contract/adoption.ts';
import { type AnnualOutputs, annualInputs } from './contract/annual.ts';
import { type AttachmentsOutputs, attachmentsInputs } from './contract/attachments.ts';
import { type AuditOutputs, auditInputs } from './contract/audit.ts';
import { type CalendarOutputs, calendarInputs } from './contract/calendar.ts';
import { type CasesOutputs, casesInputs } from './contract/cases.ts';
import { type ChainOutputs, chainInputs } from './contract/chain.ts';
import { type ExchangeOutputs, exchangeInputs } from './contract/exchange.ts';
import { type ExportsOutputs, exportsInputs } from './contract/exports.ts';
import { type FindingsOutputs, findingsInputs } from './contract/findings.ts';
import { type IncomingOutputs, incomingInputs } from './contract/incoming.ts';
import type { Progress } from './contract/jobs.ts';
import { type JobsOutputs, jobsInputs } from './contract/jobs.ts';
import { type JoinOutputs, joinInputs } from './contract/join.ts';
import { type ListsOutputs, listsInputs } from './contract/lists.ts';
import { type OfficeOutputs, officeInputs } from './contract/office.ts';
import { type OutcomesOutputs, outcomesInputs } from './contract/outcomes.ts';
import { type ProofreadingOutputs, proofreadingInputs } from './contract/proofreading.ts';
import { type RequestsOutputs, requestsInputs } from './contract/requests.ts';
import { type RosterOutputs, rosterInputs } from './contract/roster.ts';
import { type RulesOutputs, rulesInputs } from './contract/rules.ts';
import { type StashOutputs, stashInputs } from './contract/stash.ts';
import { type StatisticsOutputs, statisticsInputs } from './contract/statistics.ts';
import { type UpkeepOutputs, upkeepInputs } from './contract/upkeep.ts';
import type { Result } from './model/index.ts';

export type * from './contract/adoption.ts';
export type * from './contract/annual.ts';
export type * from './contract/attachments.ts';
export type * from './contract/audit.ts';
export type * from './contract/calendar.ts';
export type * from './contract/case-rows.ts';
export type * from './contract/case-view.ts';
export type * from './contract/cases.ts';
export type * from './contract/chain.ts';
export type * from './contract/comparisons.ts';
export type * from './contract/exchange.ts';
export type * from './contract/exports.ts';
export type * from './contract/findings.ts';
export type * from './contract/incoming.ts';
export type * from './contract/jobs.ts';
export type * from './contract/join.ts';
export type * from './contract/lists.ts';
export type * from './contract/office.ts';
export type * from './contract/outcomes.ts';
export type * from './contract/proofreading.ts';
export type * from './contract/requests.ts';
export type * from './contract/roster.ts';
export type * from './contract/rules.ts';
export { OWN_RULE } from './contract/rules.ts';
export { FILE } from './contract/shapes.ts';
export type * from './contract/stash.ts';
export type * from './contract/statistics.ts';
export type * from './contract/upkeep.ts';

/** Input schemas by call name. A call = one line in the inputs and one in the outputs of its part, one line of workflow/permissions.ts, one handler in usecases/. */
export const inputs = {
  ...auditInputs,
  ...upkeepInputs,
  ...officeInputs,
  ...rosterInputs,
  ...joinInputs,
  ...casesInputs,
  ...attachmentsInputs,
  ...findingsInputs,
  ...chainInputs,
  ...outcomesInputs,
  ...requestsInputs,
  ...calendarInputs,
  ...exchangeInputs,
  ...exportsInputs,
  ...rulesInputs,
  ...listsInputs,
  ...adoptionInputs,
  ...jobsInputs,
  ...incomingInputs,
  ...stashInputs,
  ...proofreadingInputs,
  ...statisticsInputs,
  ...annualInputs,
} as const;

export type CallName = keyof typeof inputs;
export type Input<N extends CallName> = z.input<(typeof inputs)[N]>;
export type Parsed<N extends CallName> = z.output<(typeof inputs)[N]>;

export interface Outputs
  extends AuditOutputs,
    UpkeepOutputs,
    OfficeOutputs,
    RosterOutputs,
    JoinOutputs,
    CasesOutputs,
    AttachmentsOutputs,
    FindingsOutputs,
    ChainOutputs,
    OutcomesOutputs,
    RequestsOutputs,
    CalendarOutputs,
    ExchangeOutputs,
    ExportsOutputs,
    RulesOutputs,
    ListsOutputs,
    AdoptionOutputs,
    JobsOutputs,
    IncomingOutputs,
    StashOutputs,
    ProofreadingOutputs,
    StatisticsOutputs,
    AnnualOutputs {}
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
