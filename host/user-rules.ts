import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Draft, type Finding, fail, ok, type Result, type StoppedRule } from '../review/model/index.ts';
import type { ExampleResult, PassedOver, Problem } from '../rules/index.ts';
import type { Pack } from '../rules/model.ts';
import { PLACES, sharedNow, type UserRulesAnswer, type UserRulesSetup, type UserRulesTask } from './user-rules-protocol.ts';

/** Signoff-design 10.3: per rule and document. */
export const RULE_LIMIT_MS = 2000;
/** What belongs to no rule: compiling, folding the text, loading the dictionary. Linear; the limit only guards against a hang. */
const OTHER_LIMIT_MS = 60_000;
const COMPILE_LIMIT_MS = 20_000;
const LOOK_EVERY_MS = 25;
/** So many slow rules mean that the pack as a whole is unfit. */
const MOST_STOPPED = 8;

export interface UserRulesOptions {
  readonly basis: readonly string[];
  /** Chinese title of a rule, for the message that names it. */
  readonly titleOf: (rule: string) => string;
  readonly limitMs?: number;
}
export interface UserScan {
  readonly findings: readonly Finding[];
  readonly passedOver: readonly PassedOver[];
  readonly stopped: readonly StoppedRule[];
  readonly milliseconds: number;
}
export interface UserRules {
  /** Replaces the packs for every later call. */
  use(packs: readonly Pack[]): void;
  /** Codes: cancelled, user-rules-failed, user-rules-slow. A rule over the limit is named in `stopped`, and the others go on. */
  scan(draft: Draft, on: string, more?: { readonly explain?: boolean; readonly signal?: AbortSignal }): Promise<Result<UserScan>>;
  /** Runs the examples of one rule; code user-rules-slow when they take too long. */
  examples(rule: string): Promise<Result<readonly ExampleResult[]>>;
  /** What is wrong with packs or rules; those rules do not run. */
  problems(): Promise<Result<readonly Problem[]>>;
  /** Ends the worker; a later call starts it again. */
  close(): void;
  /** The same, once what was asked before has been answered. */
  closeWhenDone(): void;
}

/** Source in a checkout, the bundle beside us in a build. */
function workerEntry(here: string = import.meta.dirname): string {
  const source = join(here, 'user-rules-worker.ts');
  return existsSync(source) ? source : join(here, 'user-rules.js');
}

const FAILED = fail(
  'user-rules-failed',
  '本单位规则没有能够运行，检查没有完成，没有保存任何结果。请重试；仍不行请联系系统管理员。',
);
const CANCELLED = fail('cancelled', '已取消检查，没有保存任何结果。需要时可以重新检查。');
const UNFIT = fail(
  'user-rules-slow',
  '本单位规则用时过长，检查没有完成，没有保存任何结果。请保密审查员在“规则编辑”中改写用时过长的规则后重试。',
);
export const stoppedMessage = (title: string): string => `规则“${title}”用时过长，已停用本次检查，请对照该规则人工查看。`;

/** A worker at work: what it answers, or which rule it had to be ended for. */
type Ended = { readonly answer: UserRulesAnswer } | { readonly overtime: number } | { readonly gone: true };

class RunningWorker {
  readonly #worker: Worker;
  readonly #watch: Int32Array;
  readonly #base = sharedNow();
  readonly #limitMs: number;

  constructor(options: UserRulesOptions) {
    const watch = new SharedArrayBuffer(8);
    // Starting is timed like compiling: a worker that never comes up must not be waited for.
    this.#watch = new Int32Array(watch);
    Atomics.store(this.#watch, 0, PLACES.compiling);
    this.#limitMs = options.limitMs ?? RULE_LIMIT_MS;
    const setup: UserRulesSetup = { basis: options.basis, watch, base: this.#base };
    this.#worker = new Worker(workerEntry(), {
      workerData: setup,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    });
    // An idle worker must not keep the program alive; one at work is waited for by its caller's timer.
    this.#worker.unref();
  }

  #limitOf(place: number): number {
    if (place >= 0) return this.#limitMs;
    return place === PLACES.compiling ? COMPILE_LIMIT_MS : OTHER_LIMIT_MS;
  }

  /** Sends a task; the answer, or why there will be none. */
  ask(task: UserRulesTask, signal?: AbortSignal): Promise<Ended> {
    this.#worker.postMessage(task);
    return new Promise((resolve) => {
      const end = (how: Ended): void => {
        clearInterval(timer);
        this.#worker.off('message', onMessage).off('error', onGone).off('exit', onGone);
        resolve(how);
      };
      const onMessage = (answer: UserRulesAnswer): void => end({ answer });
      const onGone = (): void => end({ gone: true });
      const timer = setInterval(() => {
        if (signal?.aborted) return end({ gone: true });
        // Read from shared memory, not from messages: they would wait behind the backend's own work, and the wrong rule be ended.
        const place = Atomics.load(this.#watch, 0);
        const since = Atomics.load(this.#watch, 1);
        if (place === PLACES.idle) return;
        if (sharedNow() - this.#base - since > this.#limitOf(place)) end({ overtime: place });
      }, LOOK_EVERY_MS);
      this.#worker.on('message', onMessage).on('error', onGone).on('exit', onGone);
    });
  }

  stop(): void {
    // Its death is wanted; nobody waits for it, and what it says while dying says nothing.
    this.#worker.on('error', () => undefined);
    void this.#worker.terminate();
  }
}

class WorkerUserRules implements UserRules {
  readonly #options: UserRulesOptions;
  #worker: RunningWorker | undefined;
  #packs: readonly Pack[] = [];
  /** What the running worker was given; undefined when it must be given something else. */
  #loaded: Extract<UserRulesAnswer, { type: 'loaded' }> | undefined;
  /** One task at a time: the watch tells of one. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: UserRulesOptions) {
    this.#options = options;
  }

  use(packs: readonly Pack[]): void {
    this.#packs = packs;
    this.#loaded = undefined;
  }

  scan(draft: Draft, on: string, more: { readonly explain?: boolean; readonly signal?: AbortSignal } = {}) {
    return this.#inTurn(async (): Promise<Result<UserScan>> => {
      const stopped: string[] = [];
      while (stopped.length < MOST_STOPPED) {
        const ended = await this.#ask({ type: 'scan', draft, on, explain: more.explain ?? false }, stopped, more.signal);
        if (more.signal?.aborted) return CANCELLED;
        if ('answer' in ended && ended.answer.type === 'scanned') {
          const { type: _, ...answer } = ended.answer;
          if (stopped.length > 0) this.close();
          return ok({ ...answer, stopped: stopped.map((rule) => this.#stopped(rule)) });
        }
        const rule = 'overtime' in ended ? ended.rule : undefined;
        if (rule === undefined) return FAILED;
        stopped.push(rule);
      }
      return UNFIT;
    });
  }

  examples(rule: string) {
    return this.#inTurn(async (): Promise<Result<readonly ExampleResult[]>> => {
      const ended = await this.#ask({ type: 'examples', rule }, []);
      if ('answer' in ended && ended.answer.type === 'examined') return ok(ended.answer.examples);
      return 'overtime' in ended ? UNFIT : FAILED;
    });
  }

  problems() {
    return this.#inTurn(async (): Promise<Result<readonly Problem[]>> => {
      const loaded = await this.#load([]);
      if ('type' in loaded) return ok(loaded.problems);
      return 'overtime' in loaded ? UNFIT : FAILED;
    });
  }

  close(): void {
    this.#worker?.stop();
    this.#worker = undefined;
    this.#loaded = undefined;
  }

  closeWhenDone(): void {
    void this.#inTurn(async () => this.close());
  }

  #stopped(rule: string): StoppedRule {
    const title = this.#options.titleOf(rule);
    return { rule, title, message: stoppedMessage(title) };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Gives the worker what it must run, unless it has it; `without` needs a fresh one, for the old one did not end. */
  async #load(without: readonly string[], signal?: AbortSignal) {
    if (this.#loaded && without.length === 0) return this.#loaded;
    if (without.length > 0) this.close();
    this.#worker ??= new RunningWorker(this.#options);
    const packs = this.#packs;
    const ended = await this.#worker.ask({ type: 'load', packs, without }, signal);
    if (!('answer' in ended) || ended.answer.type !== 'loaded') {
      this.close();
      return 'answer' in ended ? ({ gone: true } as const) : ended;
    }
    // Other packs may have been put in force while these were compiled.
    if (packs === this.#packs) this.#loaded = ended.answer;
    return ended.answer;
  }

  async #ask(
    task: UserRulesTask,
    without: readonly string[],
    signal?: AbortSignal,
  ): Promise<Ended & { readonly rule?: string | undefined }> {
    const loaded = await this.#load(without, signal);
    if (!('type' in loaded)) return loaded;
    const ended = (await this.#worker?.ask(task, signal)) ?? { gone: true };
    if ('answer' in ended) return ended;
    this.close();
    return 'overtime' in ended ? { ...ended, rule: loaded.rules[ended.overtime] } : ended;
  }
}

/** Runs the packs of an office in a worker of its own. Nothing starts before the first call. */
export function createUserRules(options: UserRulesOptions): UserRules {
  return new WorkerUserRules(options);
}
