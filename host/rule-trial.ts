import type { RuleTrial } from '../review/contract.ts';
import { type Finding, fail, type OwnRule, ok, type PackContent, type Result, type RuleFault } from '../review/model/index.ts';
import { MATCH_FIELDS, ownRuleFaults, ruleOfForm } from '../rules/authoring/index.ts';
import { exampleDraft, loadPack, mergeFindings, type PassedOver } from '../rules/index.ts';
import type { Pack, Rule } from '../rules/model.ts';
import type { ProgramScanner } from './scanner.ts';
import { scanInSlices } from './scanner.ts';
import { createUserRules, type UserRules } from './user-rules.ts';

/** A new rule has no id yet. */
const NAMELESS = 'own-0';
const UNWATCHED = { progress: () => undefined, signal: new AbortController().signal };
/** So many places of one sample are shown. */
const MOST_SHOWN = 200;

export interface TrialParts {
  readonly scanner: ProgramScanner;
  /** The packs in force, and the worker that runs them. */
  readonly installed: () => { readonly packs: readonly Pack[]; readonly rules: UserRules };
  readonly today: () => string;
  readonly limitMs?: number;
}

/** Trying rules that are not in force, in a worker of their own; nothing is kept. */
export interface RuleTrials {
  try(text: string, form?: OwnRule): Promise<Result<RuleTrial>>;
  check(form: OwnRule): Promise<Result<readonly RuleFault[]>>;
  inspect(content: PackContent): Promise<Result<readonly string[]>>;
  close(): void;
}

const packOf = (rules: readonly Rule[]): Pack => ({
  name: 'trial',
  title: '试用',
  version: '1',
  issuer: '',
  inForceFrom: '',
  rules,
  builtIn: false,
  sha256: '',
});

const asFault = ({ kind, index, message }: RuleTrial['examples'][number]): RuleFault => ({
  field: kind,
  message: `第${index + 1}条：${message}`,
});
const ruleOf = (form: OwnRule): Rule => ruleOfForm({ ...form, id: form.id || NAMELESS, basis: [] });

/** trial/own-1.yaml → own-1 */
const ruleOfFile = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

class WorkerTrials implements RuleTrials {
  readonly #parts: TrialParts;
  readonly #worker: UserRules;
  readonly #titles = new Map<string, string>();
  /** Packs and question belong together: one trial at a time. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: TrialParts) {
    this.#parts = parts;
    this.#worker = createUserRules({
      basis: [...parts.scanner.ruleSet.basis.keys()],
      titleOf: (rule) => this.#titles.get(rule) || '未命名',
      ...(parts.limitMs !== undefined && { limitMs: parts.limitMs }),
    });
  }

  try(text: string, form?: OwnRule): Promise<Result<RuleTrial>> {
    return form ? this.#inTurn(() => this.#tryRule(text, form)) : this.#tryAll(text);
  }
  check(form: OwnRule): Promise<Result<readonly RuleFault[]>> {
    return this.#inTurn(() => this.#check(form));
  }
  inspect(content: PackContent): Promise<Result<readonly string[]>> {
    return this.#inTurn(() => this.#inspect(content));
  }
  close(): void {
    this.#worker.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #use(rules: readonly Rule[]): void {
    for (const rule of rules) this.#titles.set(rule.id, rule.title);
    this.#worker.use([packOf(rules)]);
  }

  #faultsOf(form: OwnRule): readonly RuleFault[] {
    return ownRuleFaults(form, (code) => this.#parts.scanner.ruleSet.basis.has(code));
  }

  /** Examples that do not come out as written. */
  async #exampleFaults(rule: Rule): Promise<Result<RuleTrial['examples']>> {
    const run = await this.#worker.examples(rule.id);
    if (!run.ok) return run;
    return ok(run.data.filter((one) => !one.ok).map(({ kind, index, message }) => ({ kind, index, message })));
  }

  async #tryRule(text: string, form: OwnRule): Promise<Result<RuleTrial>> {
    const faults = this.#faultsOf(form);
    const nothing = { findings: [], passedOver: [], examples: [], stopped: [], milliseconds: 0 };
    if (faults.some(({ field }) => MATCH_FIELDS.includes(field))) return ok({ ...nothing, faults });
    const rule = ruleOf(form);
    // Its examples are judged apart; a rule without good ones shall still be tried.
    this.#use([{ ...rule, examples: { hit: [], miss: [] } }]);
    const scan = await this.#worker.scan(exampleDraft(text), this.#parts.today(), { explain: true });
    if (!scan.ok) return scan;
    this.#use([{ ...rule, examples: { ...rule.examples, hit: rule.examples.hit.filter(({ find }) => find?.length) } }]);
    const { findings, passedOver, stopped, milliseconds } = scan.data;
    const examples = stopped.length > 0 ? ok([]) : await this.#exampleFaults(rule);
    return ok({
      ...placed(text, findings, passedOver),
      examples: examples.ok ? examples.data : [],
      faults: examples.ok ? faults : [...faults, { field: 'rule', message: '例句用时过长' }],
      stopped: stopped.map(({ message }) => message),
      milliseconds,
    });
  }

  async #tryAll(text: string): Promise<Result<RuleTrial>> {
    const draft = exampleDraft(text);
    const on = this.#parts.today();
    const notes: PassedOver[] = [];
    const explain = (note: PassedOver) => void notes.push(note);
    const { rules, packs } = this.#parts.installed();
    const started = performance.now();
    const program = await scanInSlices(this.#parts.scanner.ruleSet, draft, UNWATCHED, { on, explain });
    if (!program.ok) return program;
    const none = { findings: [], passedOver: [], stopped: [], milliseconds: 0 };
    const own = packs.length > 0 ? await rules.scan(draft, on, { explain: true }) : ok(none);
    if (!own.ok) return own;
    const findings = mergeFindings(program.data.findings, own.data.findings);
    return ok({
      ...placed(text, findings, [...notes, ...own.data.passedOver]),
      examples: [],
      faults: [],
      stopped: own.data.stopped.map(({ message }) => message),
      milliseconds: performance.now() - started,
    });
  }

  async #check(form: OwnRule): Promise<Result<readonly RuleFault[]>> {
    const faults = this.#faultsOf(form);
    if (faults.length > 0) return ok(faults);
    const rule = ruleOf(form);
    this.#use([rule]);
    const problems = await this.#worker.problems();
    if (!problems.ok) return problems;
    const [problem] = problems.data;
    if (problem) return ok([{ field: 'rule', message: problem.message }]);
    const examples = await this.#exampleFaults(rule);
    if (examples.ok) return ok(examples.data.map(asFault));
    return examples.error.code === 'user-rules-slow'
      ? fail(examples.error.code, '规则在例句上用时过长，没有保存。请改写。')
      : examples;
  }

  async #inspect(content: PackContent): Promise<Result<readonly string[]>> {
    const { pack, problems } = loadPack(content.name, content.files, { builtIn: false, sha256: () => '' });
    const read = problems.map(({ file, message }) => `${file}：${message}`);
    if (!pack) return ok(read);
    const said = [...read, ...this.#packFaults(pack, content)];
    if (said.length > 0) return ok(said);
    this.#use(pack.rules);
    const compiled = await this.#worker.problems();
    if (!compiled.ok) return compiled;
    const wrong = compiled.data.map(({ file, message }) => `${ruleOfFile(file)}：${message}`);
    for (const rule of wrong.length > 0 ? [] : pack.rules) {
      const examples = await this.#exampleFaults(rule);
      if (!examples.ok) wrong.push(`${rule.id}：例句用时过长`);
      else
        wrong.push(...examples.data.map((one) => `${rule.id}：${one.kind === 'hit' ? '正例' : '反例'}${asFault(one).message}`));
    }
    return ok(wrong);
  }

  /** What a pack may not be or hold, whatever its rules do. */
  #packFaults(pack: Pack, content: PackContent): readonly string[] {
    const known = new Set(this.#parts.scanner.ruleSet.packs.flatMap((one) => one.rules.map(({ id }) => id)));
    const said: string[] = [];
    if (pack.inForce) said.push('本单位清单请在“本单位清单”中导入，不作为规则包安装');
    if (pack.name !== content.name || pack.version !== content.version) said.push('pack.yaml 中的名称或版本与规则包不一致');
    if (pack.rules.length === 0) said.push('规则包里没有可用的规则');
    for (const { id, refuses } of pack.rules) {
      if (known.has(id)) said.push(`${id}：与随程序提供的规则编号相同`);
      if (refuses) said.push(`${id}：只有随程序提供的密级标志规则可以拒收文件`);
    }
    return said;
  }
}

/** Trials in a worker of their own; it starts with the first one. */
export function ruleTrials(parts: TrialParts): RuleTrials {
  return new WorkerTrials(parts);
}

/** Findings and passed-over places by their offsets in the sample, the first so many. */
function placed(
  text: string,
  findings: readonly Finding[],
  passedOver: readonly PassedOver[],
): Pick<RuleTrial, 'findings' | 'passedOver'> {
  const offsets = exampleDraft(text).pieces.map((piece) => piece.where.offset ?? 0);
  const at = ({ piece, start, end, text: found }: Pick<Finding, 'piece' | 'start' | 'end' | 'text'>) => {
    const offset = offsets[piece] ?? 0;
    return { start: offset + start, end: offset + end, text: found };
  };
  return {
    findings: findings.slice(0, MOST_SHOWN).map((finding) => ({
      ...at(finding),
      rule: finding.rule,
      title: finding.title,
      level: finding.level,
      evidence: finding.evidence.map(({ label }) => label),
    })),
    passedOver: passedOver.slice(0, MOST_SHOWN).map((note) => ({ ...at(note), why: note.why })),
  };
}
