/** Entry of the offline verifier: one page, one file, no network. */
import './no-eval.ts';
import { buildControls, type Controls } from './controls.ts';
import { contentsView, reportView } from './report-view.ts';
import { browserVerify, selfTest } from './strict-crypto.ts';
import { TEXTS } from './texts.ts';
import { isContents, openContents, verifyFile } from './verify-file.ts';

/** A turn of the event loop that a hidden or throttled tab does not stretch to a second, as timers would be. */
const channel = new MessageChannel();
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

const controls = buildControls();
let chosen: readonly File[] = [];
let abort = new AbortController();

const tell = (text: string): void => {
  controls.status.textContent = text;
};

function choose(given: FileList | null | undefined): void {
  if (given && given.length > 0) chosen = [...given];
  if (chosen.length > 0) controls.show(chosen.map(({ name, size }) => TEXTS.file(name, size)).join('、'));
}

async function textOf(file: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    // The browser says no more than that it cannot be read.
    return undefined;
  }
}

async function verifyChosen(files: readonly File[], { codes, root, answer }: Controls): Promise<void> {
  const texts = await Promise.all(files.map(textOf));
  const logs = texts.filter((text) => text !== undefined && !isContents(text));
  const [log] = logs;
  if (log === undefined || texts.includes(undefined)) return tell(TEXTS.unreadable);
  const later = await browserVerify();
  const progress = (phase: string, ratio: number): void => tell(TEXTS.working(phase, ratio));
  const began = performance.now();
  const typed = codes.value.split('\n').filter((line) => line.trim() !== '');
  const paper = { codes: typed, root: root.value };
  const report = await verifyFile(log, paper, later, { signal: abort.signal, pause, progress });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  tell(report ? `${TEXTS.by(later !== undefined)}，${TEXTS.took(seconds)}` : TEXTS.cancelled);
  if (!report) return;
  answer.append(reportView(report));
  for (const text of texts) if (text !== undefined && isContents(text)) answer.append(contentsView(openContents(log, text)));
}

async function run(): Promise<void> {
  controls.answer.replaceChildren();
  if (!selfTest()) return tell(TEXTS.broken);
  if (chosen.length === 0) return tell(TEXTS.noFile);
  abort = new AbortController();
  controls.start.disabled = true;
  controls.cancel.hidden = false;
  tell(TEXTS.reading);
  try {
    await verifyChosen(chosen, controls);
  } finally {
    controls.start.disabled = false;
    controls.cancel.hidden = true;
  }
}

controls.file.addEventListener('change', () => {
  choose(controls.file.files);
  // The same name chosen again must be read again: a browser does not read a file that changed since it was chosen.
  controls.file.value = '';
});
controls.start.addEventListener('click', () => void run());
controls.cancel.addEventListener('click', () => abort.abort());
for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    controls.drop.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
    if (kind === 'drop') choose(event.dataTransfer?.files);
  });
}
