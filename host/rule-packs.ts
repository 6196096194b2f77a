import type { OwnRuleView, RuleRow, RuleView } from '../review/contract.ts';
import { fail, OWN_PACK, ok, type PackContent, type Result, type RuleSetIdentity } from '../review/model/index.ts';
import type { OwnChange, PackInForce, RulePacks, Scanner } from '../review/ports.ts';
import {
  ownPackHead,
  ownRuleForm,
  ownRuleYaml,
  packDifference,
  readPackContent,
  ruleInWords,
  sinceOf,
  writePackContent,
} from '../rules/authoring/index.ts';
import { basisName, identityWith, loadPack, mergeFindings } from '../rules/index.ts';
import type { Example, Pack, Rule } from '../rules/model.ts';
import { type RuleSet, textHash } from './rule-files.ts';
import { type RuleTrials, ruleTrials } from './rule-trial.ts';
import type { ProgramScanner } from './scanner.ts';
import { createUserRules, type UserRules } from './user-rules.ts';

export interface OfficeRules {
  /** The program's scanner with the installed packs beside it. */
  readonly scanner: Scanner;
  readonly rulePacks: RulePacks;
  /** Ends the workers. */
  close(): void;
}
export interface OfficeRulesOptions {
  /** Civil date of a scan. */
  readonly today: () => string;
  /** Tests lower it. */
  readonly limitMs?: number;
}

const rowOf = (pack: Pack, rule: Rule, basis: RuleSet['basis']): RuleRow => ({
  id: rule.id,
  title: rule.title,
  category: rule.category,
  level: rule.level,
  pack: pack.inForce || !pack.builtIn ? pack.title : pack.name,
  packTitle: pack.title,
  since: rule.since,
  basis: rule.basis,
  basisNames: rule.basis.map((code) => basisName(basis, code)),
});

const load = (content: PackContent): Pack | undefined =>
  loadPack(content.name, content.files, { builtIn: false, sha256: () => '' }).pack;

/** The identity of a rule set with the installed packs in it. */
const withPacks = (identity: RuleSetIdentity, inForce: readonly PackInForce[]): RuleSetIdentity =>
  identityWith(
    identity,
    inForce.map(({ content: { name, version }, sha256 }) => ({ name, version, sha256 })),
    textHash,
  );

interface Installed {
  readonly inForce: readonly PackInForce[];
  readonly packs: readonly Pack[];
  readonly rules: UserRules;
}

/**
 * The rules of an office beside those of the program. They run in a worker, each within its time; what they find is merged into what
 * the program finds (see `mergeFindings`); a rule that takes too long is named in the result, and the rest goes on.
 */
export function officeRules(program: ProgramScanner, options: OfficeRulesOptions): OfficeRules {
  const workerFor = (packs: readonly Pack[]): UserRules => {
    const titles = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule.title])));
    const rules = createUserRules({
      basis: [...program.ruleSet.basis.keys()],
      titleOf: (rule) => titles.get(rule) ?? rule,
      ...(options.limitMs !== undefined && { limitMs: options.limitMs }),
    });
    rules.use(packs);
    return rules;
  };
  let installed: Installed = { inForce: [], packs: [], rules: workerFor([]) };
  const trials = ruleTrials({ scanner: program, installed: () => installed, ...options });

  const use = (inForce: readonly PackInForce[]): void => {
    installed.rules.closeWhenDone();
    const packs = inForce.flatMap(({ content }) => load(content) ?? []);
    installed = { inForce, packs, rules: workerFor(packs) };
  };
  return {
    scanner: scannerOver(program, () => installed, options.today),
    rulePacks: { ...rulePacksOver(program, () => installed, trials), use },
    close() {
      installed.rules.close();
      trials.close();
    },
  };
}

/** The scanner port: the program's rules here, the office's in their worker, both at once. */
function scannerOver(program: ProgramScanner, installed: () => Installed, today: () => string): Scanner {
  return {
    get identity() {
      return withPacks(program.identity, installed().inForce);
    },
    async scan(draft, job) {
      const { inForce, packs, rules } = installed();
      if (packs.length === 0) return program.scan(draft, job);
      const own = rules.scan(draft, today(), { signal: job.signal });
      const found = await program.scan(draft, job);
      const ownFound = await own;
      if (!found.ok) return found;
      if (!ownFound.ok) return ownFound;
      const { findings, stopped } = ownFound.data;
      return ok({
        ...found.data,
        findings: mergeFindings(found.data.findings, findings),
        ruleSet: withPacks(found.data.ruleSet, inForce),
        ...(stopped.length > 0 && { stopped }),
      });
    },
    proofread: program.proofread,
    basisName: (code) => program.basisName(code),
    rules: () => [
      ...program.rules(),
      ...installed().packs.flatMap((pack) => pack.rules.map((rule) => rowOf(pack, rule, program.ruleSet.basis))),
    ],
  };
}

function rulePacksOver(program: ProgramScanner, installed: () => Installed, trials: RuleTrials): Omit<RulePacks, 'use'> {
  return {
    view: (id) => viewOf(id, program, installed()),
    bases: () => [...program.ruleSet.basis.values()].map(({ code, name }) => ({ code, name })),
    programPacks: program.ruleSet.packs.map((pack) => pack.name),
    try: (text, rule) => trials.try(text, rule),
    check: (rule) => trials.check(rule),
    inspect: (content) => trials.inspect(content),
    next: nextOwn,
    compare: (before, after) => packDifference(before && load(before), load(after) ?? { rules: [] }),
    describe(content) {
      const pack = load(content);
      return { title: pack?.title ?? content.name, rules: (pack?.rules ?? []).map(ownRuleRow) };
    },
    write: writePackContent,
    parse(text) {
      try {
        return ok(readPackContent(text));
      } catch {
        // Whatever is wrong with it: somebody made it by hand, or it was damaged.
        return fail('pack-format', '规则包的内容不符合规定格式，没有改动。请向制作人重新索取。');
      }
    },
  };
}

function ownRuleRow(rule: Rule): OwnRuleView {
  const form = ownRuleForm(rule);
  const { id, title, category, level, since } = rule;
  return { id, title, category, level, since, ...(form && { form }) };
}

function viewOf(id: string, program: ProgramScanner, { packs, inForce }: Installed): RuleView | undefined {
  for (const pack of [...program.ruleSet.packs, ...packs]) {
    const rule = pack.rules.find((one) => one.id === id);
    if (!rule) continue;
    const content = inForce.find((one) => one.content.name === pack.name)?.content;
    const file = content?.files.find(({ path }) => path === `${id}.yaml` || path.endsWith(`/${id}.yaml`));
    const example = ({ text, find, note }: Example) => ({ text, find: find ?? [], note: note ?? '' });
    return {
      row: rowOf(pack, rule, program.ruleSet.basis),
      packTitle: pack.title,
      packVersion: pack.version,
      reason: rule.reason,
      advice: rule.advice,
      suggestion: rule.suggestion,
      basisNames: rule.basis.map((code) => basisName(program.ruleSet.basis, code)),
      match: ruleInWords(rule),
      refuses: rule.refuses,
      examples: { hit: rule.examples.hit.map(example), miss: rule.examples.miss.map(example) },
      ...(file && { yaml: file.text }),
    };
  }
  return undefined;
}

/** The next version of the office's own pack. A new rule is numbered by the version that brings it, so that no number comes twice. */
function nextOwn(before: PackContent | undefined, change: OwnChange, issuer: string, on: string): Result<PackContent> {
  const version = String(Number(before?.version.split('.')[0] ?? 0) + 1);
  const id = 'remove' in change ? change.remove : change.save.id || `own-${version}`;
  const path = `${id}.yaml`;
  const rules = (before?.files ?? []).filter((file) => file.path !== 'pack.yaml');
  const old = rules.find((file) => file.path === path);
  if (!old && ('remove' in change || change.save.id !== ''))
    return fail('rule-missing', '本单位规则中没有这一条，可能已被删除，没有改动。请刷新后再办。');
  const others = rules.filter((file) => file !== old);
  const kept =
    'remove' in change
      ? others
      : [...others, { path, text: ownRuleYaml({ ...change.save, id }, (old && sinceOf(old.text)) ?? version) }];
  return ok({ name: OWN_PACK, version, files: [ownPackHead(version, issuer, on), ...kept] });
}
