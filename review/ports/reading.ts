/** Reading and scanning drafts, with progress and cancel. */
import type { RuleRow } from '../contract.ts';
import type { Draft, Encoding, ProofNote, Result, RuleSetIdentity, ScanResult } from '../model/index.ts';

export interface JobControl {
  /** 0..1 within the phase. */
  progress(phase: string, ratio?: number): void;
  readonly signal: AbortSignal;
}

/** Reads a draft file in a process of its own, within limits. */
export interface Reader {
  /** `encoding` is a person's choice for files that do not name theirs. */
  read(name: string, bytes: Uint8Array, job: JobControl, encoding?: Encoding): Promise<Result<Draft>>;
}

export interface Scanner {
  readonly identity: RuleSetIdentity;
  scan(draft: Draft, job: JobControl): Promise<Result<ScanResult>>;
  /** 文字关: slips of the pen. Pure, apart from the rules, bound to no review. */
  proofread(draft: Draft): readonly ProofNote[];
  /** Short Chinese name of a legal basis code. */
  basisName(code: string): string;
  rules(): readonly RuleRow[];
}
