/** Lists and packs of the office. */
import type { OwnRuleView, RuleTrial, RuleView } from '../contract.ts';
import type {
  ListDifference,
  ListInForce,
  ListKind,
  ListReading,
  OfficeList,
  OwnRule,
  PackContent,
  PackDifference,
  Result,
  RuleFault,
} from '../model/index.ts';
import type { JobControl } from './reading.ts';

/** The office's own lists: read from a workbook, compared, kept as text, put in force. */
export interface OfficeLists {
  /** Rows and what is wrong with the others. Codes: list-unreadable, list-too-large, those of the reader. */
  read(kind: ListKind, name: string, bytes: Uint8Array, job: JobControl): Promise<Result<ListReading>>;
  compare(before: OfficeList | undefined, after: OfficeList): ListDifference;
  /** The one text of a list, which an import commits to; `parse` takes nothing else (code list-content). */
  write(list: OfficeList): string;
  parse(text: string): Result<OfficeList>;
  /** Scans that begin from now on rest on these lists, which become part of `Scanner.identity`. */
  use(lists: readonly ListInForce[]): void;
}

/** A pack in force with the digest that reviews are bound to. */
export interface PackInForce {
  readonly content: PackContent;
  /** Lower-case hex SHA-256 of its text. */
  readonly sha256: string;
}
/** Change to the office's own pack: a rule put in (new without id), or taken out. */
export type OwnChange = { readonly save: OwnRule } | { readonly remove: string };

/** The rules themselves: shown, written, tried, compared, put in force. What others wrote runs apart from the backend, within limits. */
export interface RulePacks {
  view(rule: string): RuleView | undefined;
  /** Every basis a rule may cite. */
  bases(): readonly { readonly code: string; readonly name: string }[];
  /** Names that no installed pack may take. */
  readonly programPacks: readonly string[];
  /** Tries a rule (or, without one, everything in force) on a text; keeps nothing. Codes: those of a scan. */
  try(text: string, rule?: OwnRule): Promise<Result<RuleTrial>>;
  /** Whether a rule may be saved: what is wrong, at which field; empty when nothing is. Codes: those of a scan. */
  check(rule: OwnRule): Promise<Result<readonly RuleFault[]>>;
  /** The office's own pack after a change, in its next version. Code: rule-missing. */
  next(before: PackContent | undefined, change: OwnChange, issuer: string, on: string): Result<PackContent>;
  /** Every rule compiled and its examples run; one Chinese sentence for each fault. */
  inspect(content: PackContent): Promise<Result<readonly string[]>>;
  compare(before: PackContent | undefined, after: PackContent): PackDifference;
  /** Title from pack.yaml and the number of rules. */
  describe(content: PackContent): { readonly title: string; readonly rules: readonly OwnRuleView[] };
  /** The one text of a pack, which is committed to and signed; `parse` takes nothing else (code pack-format). */
  write(content: PackContent): string;
  parse(text: string): Result<PackContent>;
  /** Scans that begin from now on rest on these packs too, which become part of `Scanner.identity`. */
  use(packs: readonly PackInForce[]): void;
}
