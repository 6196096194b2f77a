import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runCommandLine } from '../../cli/main.ts';
import { type LabelledDraft, readLabels, type Span } from './labels.ts';

interface Counting {
  readonly file: string;
  readonly category: string;
  readonly level: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Score {
  /** Share of marked spans that were found, 1 when none is marked. */
  readonly recall: number;
  /** Share of findings that meet a mark of their category, 1 when there is no finding. */
  readonly precision: number;
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
}

/** Texts by file name as the command line sees them: findings at `block` and `review`, offsets in UTF-16. */
async function countingFindings(texts: ReadonlyMap<string, string>): Promise<Counting[]> {
  const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
  try {
    const paths = [...texts].map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    let out = '';
    let error = '';
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      error: (text: string) => {
        error += text;
      },
      showsProgress: false,
    };
    await runCommandLine(['scan', '--format', 'jsonl', '--continue-if-marked', ...paths], terminal);
    if (out === '' && error !== '') throw new Error(error);
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Counting)
      .filter(({ level }) => level === 'block' || level === 'review');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
const drawer = (category: string): string => (category.startsWith('personal-') ? 'personal' : category);

const isFound = (span: Span, findings: readonly Counting[]): boolean =>
  findings.some((finding) => finding.category === span.category && overlap(finding, span) * 2 >= span.end - span.start);

/**
 * Scores drafts by file name: a span is found when one finding of its category covers half of it; a finding that meets no span of its
 * category is an alarm, except on a span of another personal category, where it counts neither way.
 */
export async function scored(drafts: ReadonlyMap<string, LabelledDraft>): Promise<Score> {
  const all = await countingFindings(new Map([...drafts].map(([name, draft]) => [name, draft.text])));
  const missed: string[] = [];
  const alarms: string[] = [];
  let marked = 0;
  let right = 0;
  for (const [name, { spans }] of drafts) {
    const findings = all.filter(({ file }) => basename(file) === name);
    marked += spans.length;
    for (const span of spans) if (!isFound(span, findings)) missed.push(`${name} ${span.category} ${span.text}`);
    for (const finding of findings) {
      const touched = spans.filter((span) => overlap(span, finding) > 0);
      if (touched.some(({ category }) => category === finding.category)) right++;
      else if (!touched.some(({ category }) => drawer(category) === drawer(finding.category)))
        alarms.push(`${name} ${finding.category} ${finding.text} ${finding.rule}`);
    }
  }
  return {
    recall: marked === 0 ? 1 : 1 - missed.length / marked,
    precision: right + alarms.length === 0 ? 1 : right / (right + alarms.length),
    missed,
    alarms,
  };
}

/** The drafts of a folder by the file name the scanner sees; labelled (`NAME.gold.txt`) or plain (`NAME.txt`, nothing marked). */
export function draftsOf(folder: string): Map<string, LabelledDraft> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Map(
    names.sort().map((name) => [name.replace('.gold.txt', '.txt'), readLabels(readFileSync(join(folder, name), 'utf8'))]),
  );
}
