import type { UseQueryResult } from '@tanstack/react-query';
import type { RuleTrial } from '../../../review/contract.ts';
import type { OwnRule } from '../../../review/model/index.ts';
import { LevelBadge } from '../../components/Badge.tsx';
import { Segments } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { useWriting } from '../../state/ruleDraft.ts';
import styles from './OwnRules.module.css';
import { OWN_TEXTS, TRIAL_TEXTS } from './ownTexts.ts';

interface TrialPaneProps {
  readonly rule: OwnRule | undefined;
  readonly alone: boolean;
  readonly onAlone: (alone: boolean) => void;
  readonly trial: UseQueryResult<RuleTrial>;
}

/** A sample, and what the rule does to it while it is being written. */
export function TrialPane({ rule, alone, onAlone, trial }: TrialPaneProps) {
  const { sample, setSample } = useWriting();
  const asked = (alone && rule !== undefined) || sample.trim() !== '';
  return (
    <section className={styles.trial} aria-label={TRIAL_TEXTS.title}>
      <div className={styles.sideHead}>
        <h2>{TRIAL_TEXTS.title}</h2>
        {rule ? (
          <Segments
            legend={TRIAL_TEXTS.what}
            options={TRIAL_TEXTS.ways}
            value={alone ? 'one' : 'all'}
            onChange={(way) => onAlone(way === 'one')}
          />
        ) : null}
      </div>
      <Field
        label={TRIAL_TEXTS.sample}
        value={sample}
        onChange={setSample}
        hint={TRIAL_TEXTS.sampleHint}
        lines={6}
        max={20_000}
      />
      <section className={styles.result} aria-label={TRIAL_TEXTS.result} aria-live="polite" {...{ tabIndex: 0 }}>
        {asked && trial.data ? (
          <Result trial={trial.data} sample={sample} alone={alone && rule !== undefined} rule={rule} />
        ) : (
          <p className={styles.small}>{asked ? (trial.error?.message ?? OWN_TEXTS.trying) : TRIAL_TEXTS.noText}</p>
        )}
      </section>
    </section>
  );
}

interface ResultProps {
  readonly trial: RuleTrial;
  readonly sample: string;
  readonly alone: boolean;
  readonly rule: OwnRule | undefined;
}

/** Fields without which there is nothing to try. */
const MATCH_FIELDS = ['keywords', 'pattern', 'anchors'];

function Result({ trial, sample, alone, rule }: ResultProps) {
  const { findings, passedOver, stopped, faults } = trial;
  if (alone && faults.some(({ field }) => MATCH_FIELDS.includes(field)))
    return <p className={styles.small}>{TRIAL_TEXTS.noRule}</p>;
  return (
    <>
      {stopped.map((message) => (
        <p key={message} className={styles.error}>
          {message}
        </p>
      ))}
      {sample.trim() === '' ? (
        <p className={styles.small}>{TRIAL_TEXTS.noText}</p>
      ) : (
        <>
          <p className={styles.figures}>
            <b>{TRIAL_TEXTS.found(findings.length)}</b>
            <span className={styles.small}>{TRIAL_TEXTS.took(trial.milliseconds)}</span>
          </p>
          <Marked sample={sample} spans={findings} />
          {findings.length === 0 ? <p className={styles.small}>{TRIAL_TEXTS.nothing}</p> : null}
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.start} ${finding.end}`}>
                <LevelBadge level={finding.level} /> <b>{finding.text}</b>
                <span className={styles.small}>
                  {alone ? '' : `${finding.title}（${finding.rule}）；`}
                  {finding.evidence.join('；')}
                </span>
              </li>
            ))}
          </ul>
          {passedOver.length > 0 ? (
            <details>
              <summary>{TRIAL_TEXTS.passed(passedOver.length)}</summary>
              <ul>
                {passedOver.map((note) => (
                  <li key={`${note.start} ${note.end} ${note.why}`}>
                    {note.text}
                    <span className={styles.small}>{note.why}</span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
      {alone && rule ? <ExampleResults trial={trial} rule={rule} /> : null}
    </>
  );
}

/** The sample with what was found in it marked; overlapping finds share their mark. */
function Marked({
  sample,
  spans,
}: {
  readonly sample: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}) {
  const pieces: { readonly text: string; readonly found: boolean; readonly at: number }[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (from >= end || end > sample.length) continue;
    pieces.push({ text: sample.slice(at, from), found: false, at }, { text: sample.slice(from, end), found: true, at: from });
    at = end;
  }
  pieces.push({ text: sample.slice(at), found: false, at });
  return (
    <section className={styles.marked} aria-label={TRIAL_TEXTS.marked}>
      {pieces.map((piece) =>
        piece.found ? <mark key={piece.at}>{piece.text}</mark> : <span key={`-${piece.at}`}>{piece.text}</span>,
      )}
    </section>
  );
}

function ExampleResults({ trial, rule }: { readonly trial: RuleTrial; readonly rule: OwnRule }) {
  const written = rule.hit.length + rule.miss.length;
  return (
    <div className={styles.exampleResults}>
      <h3>{TRIAL_TEXTS.examples}</h3>
      {written === 0 ? <p className={styles.small}>{TRIAL_TEXTS.examplesWait}</p> : null}
      {written > 0 && trial.examples.length === 0 ? <p className={styles.good}>{TRIAL_TEXTS.examplesGood}</p> : null}
      <ul>
        {trial.examples.map(({ kind, index, message }) => (
          <li key={`${kind} ${index}`} className={styles.bad}>
            {TRIAL_TEXTS.kinds[kind]} {TRIAL_TEXTS.at(index)}：{message}
          </li>
        ))}
      </ul>
    </div>
  );
}
