import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface KilledRun {
  /** Whole lines it had printed; a line that was cut in the middle was not said. */
  readonly lines: readonly string[];
  /** SIGKILL when it was our kill that ended it. */
  readonly signal: string;
  readonly errors: string;
}

/** Starts a script of this folder and kills it without warning, so long after it first printed `from` (or after its start). */
export async function killedRun(script: string, folder: string, from: string | undefined, afterMs: number): Promise<KilledRun> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const heard = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      output += data;
      if (from !== undefined && output.includes(from)) resolve();
    });
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const closed = once(child, 'close');
  if (from !== undefined) await Promise.race([heard, closed]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  const [, signal] = await closed;
  return { lines: output.split('\n').slice(0, -1), signal: String(signal), errors: signal === 'SIGKILL' ? '' : errors };
}
