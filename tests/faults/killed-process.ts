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

export interface KillMoment {
  /** The script has printed so many lines that begin so; left out: it was started. Progress, not time: a busy machine is only slower. */
  readonly heard?: { readonly word: string; readonly times: number };
  /** And then so long. */
  readonly thenMs: number;
}

/** Starts a script of this folder and kills it without warning at a moment of its work. */
export async function killedRun(script: string, folder: string, { heard, thenMs }: KillMoment): Promise<KilledRun> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const lines = () => output.split('\n').slice(0, -1);
  const isTime = () => heard && lines().filter((line) => line.startsWith(heard.word)).length >= heard.times;
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      output += data;
      if (isTime()) resolve();
    });
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const closed = once(child, 'close');
  if (heard) await Promise.race([reached, closed]);
  await new Promise((resolve) => setTimeout(resolve, thenMs));
  child.kill('SIGKILL');
  const [, signal] = await closed;
  return { lines: lines(), signal: String(signal), errors: signal === 'SIGKILL' ? '' : errors };
}
