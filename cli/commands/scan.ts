import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { sarif } from '../../exports/sarif.ts';
import { systemClock } from '../../host/clock.ts';
import { type PackScan, type PackScanned, packScan } from '../../host/pack-scan.ts';
import { type Draft, type Finding, LEVEL_ORDER, type Level } from '../../review/model/index.ts';
import { basisName, type PassedOver, proofread } from '../../rules/index.ts';
import { EXIT, type ExitCode, worse } from '../exit-codes.ts';
import { bytesOf, type FoundFile, readBytes, walk } from '../files.ts';
import { type FileFinding, jsonLine, placeOf, shownPath, textBlock } from '../findings-output.ts';
import { reportProblems } from '../rule-problems.ts';
import { openScanState, type ScanState } from '../scan-state.ts';
import { ProgressLine, type Terminal } from '../terminal.ts';

interface ScanFlags {
  readonly format: 'text' | 'jsonl' | 'sarif';
  readonly level: Level;
  readonly pack: readonly string[];
  readonly explain?: boolean;
  readonly continueIfMarked?: boolean;
  readonly proofreading?: boolean;
  /** Path of the file in which a run keeps what it has done. */
  readonly resume?: string;
}

interface Scanned {
  readonly exit: ExitCode;
  readonly findings: readonly FileFinding[];
  /** Findings of the file, also of one that an earlier run has listed. */
  readonly count: number;
}

const rank = (level: Level) => LEVEL_ORDER.indexOf(level);

class ScanRun {
  readonly #flags: ScanFlags;
  readonly #terminal: Terminal;
  readonly #rules: PackScan;
  readonly #progress: ProgressLine;
  readonly #state: ScanState | undefined;
  #skipped = 0;

  constructor(flags: ScanFlags, terminal: Terminal, rules: PackScan, state?: ScanState) {
    this.#flags = flags;
    this.#terminal = terminal;
    this.#rules = rules;
    this.#progress = new ProgressLine(terminal);
    this.#state = state;
  }

  async files(files: readonly FoundFile[]): Promise<ExitCode> {
    let exit: ExitCode = EXIT.clean;
    const all: FileFinding[] = [];
    let count = 0;
    for (const [index, file] of files.entries()) {
      this.#progress.show(shownPath(file.path), index / files.length);
      const scanned = await this.#file(file, (share) =>
        this.#progress.show(shownPath(file.path), (index + share) / files.length),
      );
      this.#progress.clear();
      exit = worse(exit, scanned.exit);
      all.push(...scanned.findings);
      count += scanned.count;
    }
    if (this.#flags.format === 'sarif') this.#terminal.out(`${JSON.stringify(this.#sarif(all), null, 2)}\n`);
    if (this.#flags.format === 'text') this.#sum(files.length, count, exit);
    return exit;
  }

  async #file(file: FoundFile, progress: (share: number) => void): Promise<Scanned> {
    const bytes = bytesOf(file);
    if (!bytes.ok) return this.#unread(file.path, bytes.error.message);
    const known = this.#state?.known(file.path, bytes.data);
    if (known) {
      this.#skipped += 1;
      return { exit: known.exit, findings: [], count: known.findings };
    }
    const scanned = await this.#scan(file.path, bytes.data, progress);
    this.#state?.record(file.path, bytes.data, { exit: scanned.exit, findings: scanned.count });
    return scanned;
  }

  #unread(path: string, message: string): Scanned {
    this.#terminal.error(`${shownPath(path)}：${message}\n`);
    return { exit: EXIT.unreadable, findings: [], count: 0 };
  }

  async #scan(path: string, bytes: Uint8Array, progress: (share: number) => void): Promise<Scanned> {
    const read = await readBytes(path, bytes);
    if (!read.ok) return this.#unread(path, read.error.message);
    const draft = read.data;
    const notes: PassedOver[] = [];
    const job = { progress: (_phase: string, ratio?: number) => progress(ratio ?? 0), signal: new AbortController().signal };
    const on = systemClock().now().at.slice(0, 10);
    const options = { on, ...(this.#flags.explain && { explain: (note: PassedOver) => void notes.push(note) }) };
    const scanned = await this.#rules.scan(draft, job, options);
    if (!scanned.ok) return this.#unread(path, scanned.error.message);
    return this.#report(path, draft, scanned.data, notes);
  }

  /** A marked draft yields its mark alone: the rest must not be spread by the very tool that looks for it. */
  #report(path: string, draft: Draft, result: PackScanned, notes: readonly PassedOver[]): Scanned {
    const stopped = result.refusal && !this.#flags.continueIfMarked ? result.refusal : undefined;
    const wanted = (finding: Finding) => rank(finding.level) >= rank(this.#flags.level);
    const findings = (stopped ? [stopped] : result.findings.filter(wanted)).map((finding) => ({ file: path, draft, finding }));
    this.#print(path, draft, findings);
    if (stopped) this.#terminal.error(`${shownPath(path)}：发现密级标志，已停止检查，没有保存内容。请按保密规定处理。\n`);
    else {
      this.#explain(path, draft, notes);
      if (this.#flags.proofreading) this.#proofread(path, draft);
    }
    // A rule that did not end has not looked at the file: as with a file that was not read, a person must.
    for (const { message } of result.stopped) this.#terminal.error(`${shownPath(path)}：${message}\n`);
    const isWhole = !stopped && result.stopped.length === 0;
    const exit = !isWhole ? EXIT.unreadable : findings.length > 0 ? EXIT.findings : EXIT.clean;
    return { exit, findings, count: findings.length };
  }

  #print(path: string, draft: Draft, findings: readonly FileFinding[]): void {
    if (this.#flags.format === 'jsonl') for (const item of findings) this.#terminal.out(jsonLine(item));
    if (this.#flags.format !== 'text') return;
    this.#terminal.out(`${shownPath(path)}\n`);
    for (const item of findings) this.#terminal.out(textBlock(item, (code) => basisName(this.#rules.basis, code)));
    if (findings.length === 0) this.#terminal.out('  未发现疑点，仍须人工审查。\n');
    for (const part of draft.unread) this.#terminal.out(`  须人工查看  ${part.part}  ${part.message}\n`);
  }

  /** 文字关 stands apart: not a finding, not in the sum, not in the exit code, not in SARIF. */
  #proofread(path: string, draft: Draft): void {
    for (const note of proofread(draft)) {
      const where = draft.pieces[note.piece]?.where;
      const { check, title, text, reason, suggestion } = note;
      const start = (where?.offset ?? 0) + note.start;
      if (this.#flags.format === 'jsonl')
        this.#terminal.out(
          `${JSON.stringify({ file: path, proofreading: check, start, end: start + text.length, text, reason, suggestion })}\n`,
        );
      else if (this.#flags.format === 'text') this.#terminal.out(`  文字  ${title}  ${where?.label ?? ''}  ${reason}\n`);
    }
  }

  #explain(path: string, draft: Draft, notes: readonly PassedOver[]): void {
    for (const note of notes) {
      const base = draft.pieces[note.piece]?.where.offset ?? 0;
      const { rule, title, text, why } = note;
      if (this.#flags.format === 'jsonl') {
        const line = { file: path, passedOver: rule, start: base + note.start, end: base + note.end, text, why };
        this.#terminal.out(`${JSON.stringify(line)}\n`);
      } else if (this.#flags.format === 'text') this.#terminal.out(`  未列出  ${title}  “${text.slice(0, 40)}”  ${why}\n`);
    }
  }

  #sarif(items: readonly FileFinding[]): object {
    const results = items.map((item) => ({ file: shownPath(item.file), ...placeOf(item), finding: item.finding }));
    return sarif(
      this.#rules.identity,
      this.#rules.packs.flatMap((pack) => pack.rules),
      results,
    );
  }

  #sum(files: number, findings: number, exit: ExitCode): void {
    const unread = exit === EXIT.unreadable ? '，有文件未能检查' : '';
    const skipped = this.#skipped > 0 ? `（其中 ${this.#skipped} 个上次已检查，不再重复列出）` : '';
    this.#terminal.error(`共 ${files} 个文件${skipped}，${findings} 处疑点${unread}。机器检查不代替人工审查。\n`);
  }
}

async function scanPaths(paths: readonly string[], flags: ScanFlags, terminal: Terminal, rules: PackScan): Promise<ExitCode> {
  const checked = await rules.problems();
  if (!checked.ok) {
    terminal.error(`${checked.error.message}\n`);
    return EXIT.usage;
  }
  reportProblems(checked.data.problems, terminal);
  if (checked.data.ownBroken) return EXIT.usage;
  if (flags.resume === undefined) return new ScanRun(flags, terminal, rules).files(walk(paths));
  if (flags.format === 'sarif') {
    terminal.error('--resume 不能与 sarif 格式同用：sarif 是一份完整的报告，不能分次接续。\n');
    return EXIT.usage;
  }
  const options = `${flags.level}${flags.continueIfMarked ? ' continue-if-marked' : ''}`;
  const state = openScanState(flags.resume, rules.identity.digest, options);
  if (!state.ok) {
    terminal.error(`${state.error.message}\n`);
    return EXIT.usage;
  }
  const own = resolve(flags.resume);
  return new ScanRun(flags, terminal, rules, state.data).files(walk(paths).filter(({ path }) => resolve(path) !== own));
}

/** xianshen scan: nothing is stored. */
export function scanCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  program
    .command('scan')
    .description('检查文稿，列出可能不宜公开之处；不保存任何内容')
    .argument('<路径...>', '文件或文件夹')
    .addOption(new Option('--format <格式>', '输出格式').choices(['text', 'jsonl', 'sarif']).default('text'))
    .addOption(new Option('--level <级别>', '只列出不低于此级别的疑点').choices([...LEVEL_ORDER]).default('notice'))
    .option('--pack <文件夹>', '另加一个规则包（可重复）', collect, [])
    .option('--resume <记录文件>', '逐个记下已检查的文件；中断后用同一记录文件再运行，从停下的地方继续')
    .option('--explain', '说明哪些地方看过而未列出，以及为什么')
    .option('--proofreading', '另列文字疑点（日期、文号、标点等），不计入疑点数')
    .option('--continue-if-marked', '带密级标志的文件也继续检查（仅限按该密级配备的计算机）')
    .action(async (paths: string[], flags: ScanFlags) => {
      const rules = packScan(flags.pack);
      try {
        finish(await scanPaths(paths, flags, terminal, rules));
      } finally {
        rules.close();
      }
    });
}
