import type { ReactNode } from 'react';
import { DECISIONS, type DecisionKind, LEVELS, type Level, STATES, type State } from '../../review/model/index.ts';
import styles from './Badge.module.css';

export type Tone = 'block' | 'review' | 'notice' | 'done' | 'warn' | 'plain';

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}

export function LevelBadge({ level }: { readonly level: Level }) {
  return <Badge tone={level}>{LEVELS[level]}</Badge>;
}

/** The bundled sample: for trying out, in no ledger. */
export function SampleBadge() {
  return <Badge tone="notice">示例</Badge>;
}

const STATE_TONES: Readonly<Record<State, Tone>> = {
  drafting: 'plain',
  scanned: 'notice',
  deciding: 'notice',
  conflict: 'block',
  'awaiting-head': 'review',
  'awaiting-secrecy': 'review',
  'awaiting-approve': 'review',
  releasable: 'done',
  released: 'done',
  published: 'done',
  returned: 'warn',
  recalled: 'warn',
  held: 'warn',
  referred: 'warn',
  consulting: 'review',
  'taken-down': 'block',
  reexamining: 'warn',
  refused: 'plain',
  withdrawn: 'plain',
  stale: 'warn',
};

export function StateBadge({ state }: { readonly state: State }) {
  return <Badge tone={STATE_TONES[state]}>{STATES[state]}</Badge>;
}

export function DecisionBadge({ kind, carried }: { readonly kind: DecisionKind; readonly carried: boolean }) {
  const tone = kind === 'escalate' ? 'warn' : kind === 'keep' || kind === 'false-alarm' ? 'plain' : 'done';
  return <Badge tone={tone}>{carried ? `${DECISIONS[kind]} · 上次已定` : DECISIONS[kind]}</Badge>;
}
