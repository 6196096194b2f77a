/**
 * Reading of long files beside the libraries alone, in one run: each way of reading in a process of its own, so that its memory is its
 * own. A figure is one first reading in a process that has its readers loaded: nothing is warm, start and loading are a row of their
 * own, memory is that of the whole process. The long files need LibreOffice once; without it, and in short runs, small made-up ones take their place.
 */
import { execFileSync } from 'node:child_process';
import mammoth from 'mammoth';
import { readDraft } from '../../ingest/index.ts';
import { LIMITS } from '../../ingest/limits.ts';
import { sweepPackage } from '../../ingest/office/sweep-package.ts';
import { openPdf } from '../../ingest/pdf/pdfjs.ts';
import { makeDocx, paragraph } from '../fixtures/ingest/make-docx.ts';
import { makeLargeDocx } from '../fixtures/ingest/make-large-docx.ts';
import { makeLargePdf } from '../fixtures/ingest/make-large-pdf.ts';
import { line, makePdf } from '../fixtures/ingest/make-pdf.ts';
import { figure, type Goal, megabytes, ms, peakMemory } from './figures.ts';

const SENTENCE = '本次抽查的人防工程位于某路某号，建筑面积三千平方米。';
const BUDGET = { unpacked: LIMITS.unpacked, entries: LIMITS.entries, nesting: LIMITS.nesting };

interface Reading {
  /** One reading, loading of libraries included; answers the number of characters. */
  readonly read: (bytes: Uint8Array) => Promise<number>;
  readonly make: (short: boolean) => Uint8Array;
}
interface Measured {
  readonly milliseconds: number;
  /** Of all threads: the figure to compare on a machine that is busy with other things. */
  readonly atWork: number;
  readonly peak: number;
  readonly characters: number;
}

const docx = (short: boolean): Uint8Array => (short ? makeDocx({ body: paragraph(SENTENCE).repeat(50) }) : makeLargeDocx());
const pdf = (short: boolean): Uint8Array => (short ? makePdf({ content: line(60, 700, SENTENCE) }) : makeLargePdf());

const whole =
  (name: string) =>
  async (bytes: Uint8Array): Promise<number> => {
    const result = await readDraft(name, bytes);
    if (!result.ok) throw new Error(result.error.code);
    return result.data.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  };

async function pdfjsAlone(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes, 0);
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) characters += 'str' in item ? item.str.length : 0;
  }
  return characters;
}

const READINGS: Readonly<Record<string, Reading>> = {
  nothing: { read: async () => 0, make: docx },
  sweep: { read: async (bytes) => sweepPackage(bytes, { budget: BUDGET }).then(() => 0), make: docx },
  docx: { read: whole('大稿.docx'), make: docx },
  mammoth: {
    read: async (bytes) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.length,
    make: docx,
  },
  pdf: { read: whole('大稿.pdf'), make: pdf },
  pdfjs: { read: pdfjsAlone, make: pdf },
  line: { read: whole('长行.txt'), make: (short) => Buffer.from(SENTENCE.repeat(short ? 1000 : 270_000)) },
};

/** Reads once, in this process. */
async function measureHere(name: string, short: boolean): Promise<Measured> {
  const reading = READINGS[name];
  if (!reading) throw new Error(`no such reading: ${name}`);
  const bytes = reading.make(short);
  const started = performance.now();
  const before = process.cpuUsage();
  const characters = await reading.read(bytes);
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: performance.now() - started, atWork: (user + system) / 1000, peak: peakMemory(), characters };
}

function measureInChild(name: string, short: boolean): Measured {
  const words = [import.meta.filename, name, ...(short ? ['--short'] : [])];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

const STARTS = 3;

/** Fastest of some processes, and the least of their memory. A short run starts no process but the first. */
async function measured(name: string, short: boolean): Promise<Measured> {
  if (short) return name === 'nothing' ? measureInChild(name, short) : measureHere(name, short);
  const runs = Array.from({ length: STARTS }, () => measureInChild(name, short));
  const least = (value: (run: Measured) => number): number => Math.min(...runs.map(value));
  return {
    characters: runs[0]?.characters ?? 0,
    milliseconds: least((run) => run.milliseconds),
    atWork: least((run) => run.atWork),
    peak: least((run) => run.peak),
  };
}

/** Prints the rows of issue 4 about speed and memory; `short`: small files. */
export async function benchIngest(short = false): Promise<void> {
  const size = (bytes: Uint8Array): string => megabytes(bytes.length);
  const pages = short ? 'small' : 'long';
  const row = (name: string, { milliseconds, atWork, peak }: Measured, goal?: Goal) =>
    figure(name, `${ms(milliseconds)} (${ms(atWork)} at work), ${megabytes(peak)}`, goal, short);
  const begun = performance.now();
  const empty = await measured('nothing', short);
  const starts = short ? 1 : STARTS;
  figure(
    'start of a process from source, readers loaded',
    `${ms((performance.now() - begun) / starts)}, ${megabytes(empty.peak)}`,
  );
  const sweep = await measured('sweep', short);
  row(`${pages} .docx (${size(docx(short))}), swept`, sweep, {
    text: 'at most 0.5 s and 200 MB',
    met: sweep.milliseconds <= 500 && sweep.peak <= 200e6,
  });
  const mammothAlone = await measured('mammoth', short);
  row('  mammoth alone', mammothAlone);
  const draft = await measured('docx', short);
  row(`  whole reading, ${draft.characters} characters`, draft);
  figure('  sweep beside mammoth', `${(sweep.milliseconds / mammothAlone.milliseconds).toFixed(2)} ×`);
  const ours = await measured('pdf', short);
  row(`${pages} .pdf (${size(pdf(short))}), ${ours.characters} characters`, ours, {
    text: 'at most 6 s',
    met: ours.milliseconds <= 6000,
  });
  const library = await measured('pdfjs', short);
  row(`  pdfjs alone, ${library.characters} characters`, library);
  figure('  ours beside pdfjs', `${(ours.milliseconds / library.milliseconds).toFixed(2)} ×`);
  row(`text in one line, ${short ? '0.1' : '20'} MB`, await measured('line', short));
}

if (import.meta.main) console.log(JSON.stringify(await measureHere(process.argv[2] ?? '', process.argv.includes('--short'))));
