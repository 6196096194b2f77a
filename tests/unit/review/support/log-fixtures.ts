/** Exported logs as an inspector gets them, honest and tampered with: what every verifier must judge alike. */
import { crypto } from '../../../../host/crypto.ts';
import { checkpointAt, checkpointData, sealCheckpoint } from '../../../../review/chain/checkpoint.ts';
import { writeEnvelope, writeLog } from '../../../../review/chain/log-text.ts';
import { merkleTree } from '../../../../review/chain/merkle.ts';
import { CaseBuilder, workstation } from './case-builder.ts';
import { SCENARIOS } from './gate-scenarios.ts';

export interface LogFixture {
  readonly name: string;
  readonly text: string;
}

/** The mark over everything a builder has written. */
export function markOf(builder: CaseBuilder) {
  const tree = merkleTree(crypto);
  for (const { id } of builder.events) tree.add(id);
  const last = builder.events.at(-1);
  if (!last) throw new Error('an empty journal has no checkpoint');
  return { mark: checkpointAt(crypto, last, tree.size, tree.root()), root: tree.root() };
}

/** Adds a stored checkpoint, as the program does after every act. */
export function withCheckpoint(builder: CaseBuilder): CaseBuilder {
  const { mark, root } = markOf(builder);
  const data = checkpointData(crypto, mark, root, 'act');
  builder.add('workstation', 'checkpoint', data, { role: 'workstation', case: '-' });
  return builder;
}

/** The log of a builder with its seal. */
export function sealedText(builder: CaseBuilder): string {
  const events = builder.written.map(({ stored }) => stored);
  return writeLog({ roster: builder.log, events, seal: sealCheckpoint(workstation, markOf(builder).mark) });
}

const scenarioLogs = (): LogFixture[] =>
  SCENARIOS.filter(({ damaged, presentRules }) => !damaged && presentRules === undefined).map(({ story, build }) => ({
    name: story,
    text: sealedText(withCheckpoint(build())),
  }));

type Tampering = (lines: readonly string[]) => readonly string[];
const middle = (lines: readonly string[]): number => Math.floor(lines.length * 0.6);
const bent = (line: string, field: 'payload' | 'sig'): string =>
  line.replace(new RegExp(`("${field}":")(.{20})(.)`), (_, head: string, before: string, letter: string) => {
    return `${head}${before}${letter === 'A' ? 'B' : 'A'}`;
  });

/** Crude hands on the file, without any key. */
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a line left out': (lines) => lines.toSpliced(middle(lines), 1),
  'two lines swapped': (lines) => {
    const at = middle(lines);
    return lines.with(at, lines[at + 1] ?? '').with(at + 1, lines[at] ?? '');
  },
  'a line given twice': (lines) => lines.toSpliced(middle(lines), 0, lines[middle(lines)] ?? ''),
  'a letter of a payload changed': (lines) => lines.with(middle(lines), bent(lines[middle(lines)] ?? '', 'payload')),
  'a letter of a signature changed': (lines) => lines.with(middle(lines), bent(lines[middle(lines)] ?? '', 'sig')),
  'the seal taken off': (lines) => lines.slice(0, -1),
  'the tail cut off before the seal': (lines) => [...lines.slice(0, -4), lines.at(-1) ?? ''],
  'the first event taken out': (lines) =>
    lines.toSpliced(
      lines.findIndex((line) => line.includes('event.v1')),
      1,
    ),
  'an entry of the roster changed': (lines) => lines.with(4, bent(lines[4] ?? '', 'payload')),
  'the first entry of the roster taken out': (lines) => lines.slice(1),
  'a blank added to a line': (lines) => lines.with(middle(lines), `${lines[middle(lines)]} `),
  'a line of other words': (lines) => lines.toSpliced(middle(lines), 0, '{"hello":1}'),
};

/** The same workstation went on from a copy of its disk: what the copy wrote stands behind the seal. */
export function forkedLog(): { readonly text: string; readonly builder: CaseBuilder; readonly copy: CaseBuilder } {
  const builder = new CaseBuilder().ready();
  const copy = builder.fork();
  builder.signAll();
  copy.decide('1', 'keep');
  copy.sign('zhang', 'draft');
  const forks = copy.written.slice(5).map(({ stored }) => `${writeEnvelope(stored)}\n`);
  return { text: sealedText(builder) + forks.join(''), builder, copy };
}

/** All fixtures; the honest ones first. */
export function logFixtures(): readonly LogFixture[] {
  const honest = scenarioLogs();
  const whole = honest.toSorted((a, b) => b.text.length - a.text.length)[0];
  const lines = (whole?.text ?? '').trimEnd().split('\n');
  const tampered = Object.entries(TAMPERINGS).map(([name, tamper]) => ({ name, text: `${tamper(lines).join('\n')}\n` }));
  return [...honest, ...tampered, { name: 'a fork, kept apart', text: forkedLog().text }];
}
