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

export function ruleTrials(parts: TrialParts): RuleTrials {
  const titles = new Map<string, string>();
  const basis = [...parts.scanner.ruleSet.basis.keys()];
  const worker = createUserRules({
    basis,
    titleOf: (rule) => titles.get(rule) || '未命名',
    ...(parts.limitMs !== undefined && { limitMs: parts.limitMs }),
  });
  let turn: Promise<unknown> = Promise.resolve();
  /** Packs and question belong together: one trial at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const use = (rules: readonly Rule[]): void => {
    for (const rule of rules) titles.set(rule.id, rule.title);
    worker.use([packOf(rules)]);
  };
  const faultsOf = (form: OwnRule): readonly RuleFault[] => ownRuleFaults(form, (code) => parts.scanner.ruleSet.basis.has(code));
  const ruleOf = (form: OwnRule): Rule => ruleOfForm({ ...form, id: form.id || NAMELESS, basis: [] });

  /** Examples that do not come out as written, at their field. */
  const exampleFaults = async (rule: Rule): Promise<Result<RuleTrial['examples']>> => {
    const run = await worker.examples(rule.id);
    if (!run.ok) return run;
    return ok(run.data.filter((one) => !one.ok).map(({ kind, index, message }) => ({ kind, index, message })));
  };
  const asFault = ({ kind, index, message }: RuleTrial['examples'][number]): RuleFault => ({
    field: kind,
    message: `第${index + 1}条：${message}`,
  });

  const tryRule = async (text: string, form: OwnRule): Promise<Result<RuleTrial>> => {
    const faults = faultsOf(form);
    const nothing = { findings: [], passedOver: [], examples: [], stopped: [], milliseconds: 0 };
    if (faults.some(({ field }) => MATCH_FIELDS.includes(field))) return ok({ ...nothing, faults });
    const rule = ruleOf(form);
    // Its examples are judged apart; a rule without good ones shall still be tried.
    use([{ ...rule, examples: { hit: [], miss: [] } }]);
    const scan = await worker.scan(exampleDraft(text), parts.today(), { explain: true });
    if (!scan.ok) return scan;
    use([{ ...rule, examples: { ...rule.examples, hit: rule.examples.hit.filter(({ find }) => find?.length) } }]);
    const examples = scan.data.stopped.length > 0 ? ok([]) : await exampleFaults(rule);
    const { findings, passedOver, stopped, milliseconds } = scan.data;
    return ok({
      ...placed(text, findings, passedOver),
      examples: examples.ok ? examples.data : [],
      faults: examples.ok ? faults : [...faults, { field: 'rule', message: '例句用时过长' }],
      stopped: stopped.map(({ message }) => message),
      milliseconds,
    });
  };

  const tryAll = async (text: string): Promise<Result<RuleTrial>> => {
    const draft = exampleDraft(text);
    const notes: PassedOver[] = [];
    const explain = (note: PassedOver) => void notes.push(note);
    const { rules, packs } = parts.installed();
    const program = await scanInSlices(parts.scanner.ruleSet, draft, UNWATCHED, { on: parts.today(), explain });
    if (!program.ok) return program;
    const none = { findings: [], passedOver: [], stopped: [], milliseconds: 0 };
    const own = packs.length > 0 ? await rules.scan(draft, parts.today(), { explain: true }) : ok(none);
    if (!own.ok) return own;
    const findings = mergeFindings(program.data.findings, own.data.findings);
    return ok({
      ...placed(text, findings, [...notes, ...own.data.passedOver]),
      examples: [],
      faults: [],
      stopped: own.data.stopped.map(({ message }) => message),
      milliseconds: own.data.milliseconds,
    });
  };

  const inspect = async (content: PackContent): Promise<Result<readonly string[]>> => {
    const loaded = loadPack(content.name, content.files, { builtIn: false, sha256: () => '' });
    if (!loaded.pack) return ok(loaded.problems.map(({ message }) => message));
    const { pack } = loaded;
    const said: string[] = loaded.problems.map(({ file, message }) => `${file}：${message}`);
    if (pack.inForce) said.push('本单位清单请在“本单位清单”中导入，不作为规则包安装');
    if (pack.name !== content.name || pack.version !== content.version) said.push('pack.yaml 中的名称或版本与规则包不一致');
    if (pack.rules.length === 0) said.push('规则包里没有可用的规则');
    const known = new Set(parts.scanner.ruleSet.packs.flatMap((one) => one.rules.map(({ id }) => id)));
    for (const { id, refuses } of pack.rules) {
      if (known.has(id)) said.push(`${id}：与随程序提供的规则编号相同`);
      if (refuses) said.push(`${id}：只有随程序提供的密级标志规则可以拒收文件`);
    }
    if (said.length > 0) return ok(said);
    use(pack.rules);
    const problems = await worker.problems();
    if (!problems.ok) return problems;
    if (problems.data.length > 0) return ok(problems.data.map(({ file, message }) => `${file}：${message}`));
    for (const rule of pack.rules) {
      const examples = await exampleFaults(rule);
      if (!examples.ok) said.push(`${rule.id}：例句用时过长`);
      else said.push(...examples.data.map((one) => `${rule.id}：${one.kind === 'hit' ? '正例' : '反例'}${asFault(one).message}`));
    }
    return ok(said);
  };

  return {
    try: (text, form) => (form ? inTurn(() => tryRule(text, form)) : tryAll(text)),
    check: (form) =>
      inTurn(async () => {
        const faults = faultsOf(form);
        if (faults.length > 0) return ok(faults);
        const rule = ruleOf(form);
        use([rule]);
        const problems = await worker.problems();
        if (!problems.ok) return problems;
        const [problem] = problems.data;
        if (problem) return ok([{ field: 'rule', message: problem.message }]);
        const examples = await exampleFaults(rule);
        if (examples.ok) return ok(examples.data.map(asFault));
        return examples.error.code === 'user-rules-slow'
          ? fail(examples.error.code, '规则在例句上用时过长，没有保存。请改写。')
          : examples;
      }),
    inspect: (content) => inTurn(() => inspect(content)),
    close: () => worker.close(),
  };
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
