/** Where a command writes. Results go to `out`, everything for people at the terminal to `error`. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Only a terminal gets a progress bar: a log file would fill with it. */
  readonly showsProgress: boolean;
  /** Whether what is broken may be red: where a person reads it, and did not ask for none (NO_COLOR). */
  readonly colours?: boolean;
}

/** Node's streams; a reader that goes away (`| head`) ends the run quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    showsProgress: process.stderr.isTTY === true,
    colours: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
}

const WIDTH = 24;
const ERASE = '\r\u001b[K';

/** One line that redraws itself; nothing at all where there is no terminal. */
export class ProgressLine {
  readonly #terminal: Terminal;
  #last = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(label: string, ratio: number): void {
    if (!this.#terminal.showsProgress) return;
    const filled = Math.round(Math.min(1, Math.max(0, ratio)) * WIDTH);
    const line = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(Math.round(ratio * 100)).padStart(3)}% ${label}`;
    if (line === this.#last) return;
    this.#last = line;
    this.#terminal.error(`${ERASE}${line}`);
  }

  clear(): void {
    if (this.#last !== '') this.#terminal.error(ERASE);
    this.#last = '';
  }
}
