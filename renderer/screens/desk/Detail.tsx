import type { CaseView, FindingView } from '../../../review/contract.ts';
import type { DecisionKind } from '../../../review/model/index.ts';
import { DecisionBadge, LevelBadge } from '../../components/Badge.tsx';
import { timeText } from '../../components/timeText.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import { DeskTools } from './DeskTools.tsx';
import styles from './Detail.module.css';
import type { Asking } from './deskPlace.ts';
import { progressOf } from './documents.ts';
import { isManual, MARK_TEXTS } from './markTexts.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { NextStep, Remaining } from './Remaining.tsx';
import { TEXTS } from './texts.ts';
import type { Choice } from './useDecisions.ts';

interface DetailProps {
  readonly view: CaseView;
  readonly finding: FindingView | undefined;
  readonly same: number;
  readonly asking: Asking | undefined;
  readonly onDecide: (kind: DecisionKind, everySame: boolean) => void;
  readonly onChoice: (choice: Choice) => void;
  readonly onCancel: () => void;
}

/** Why a passage was found, on what ground, and what becomes of it; the decision is taken here. */
export function Detail(props: DetailProps) {
  const { view, finding, same, asking } = props;
  if (!finding)
    return (
      <section className={styles.pane} aria-label={TEXTS.detail}>
        <Remaining view={view} />
      </section>
    );
  const { decide } = view.actions;
  const progress = progressOf(view);
  return (
    <section className={styles.pane} aria-label={TEXTS.detail}>
      {progress.decided === progress.total ? <NextStep view={view} /> : null}
      <div className={styles.head}>
        <h2 className={styles.title}>
          <LevelBadge level={finding.level} />
          {finding.title}
        </h2>
        <p className={styles.meta}>
          {finding.categoryName} · {view.draft.pieces[finding.piece]?.where.label}
        </p>
        <p className={styles.quote}>{finding.text}</p>
      </div>
      <DecisionButtons finding={finding} same={same} why={decide.enabled ? undefined : decide.why} onDecide={props.onDecide} />
      <DeskTools view={view} finding={finding} />
      {decide.enabled ? null : <p className={styles.grey}>{decide.why}</p>}
      {asking ? (
        <ReasonForm
          key={`${finding.id} ${asking.kind}`}
          finding={finding}
          asking={asking}
          onChoice={props.onChoice}
          onCancel={props.onCancel}
        />
      ) : null}
      {finding.decision ? (
        <p className={styles.decided}>
          <DecisionBadge kind={finding.decision.kind} carried={finding.decision.carried} />
          {TEXTS.decidedBy(finding.decision.by, timeText(finding.decision.at))}
          {finding.decision.replacement ? <span>改为：{finding.decision.replacement}</span> : null}
          {finding.decision.reason ? <span>理由：{finding.decision.reason}</span> : null}
        </p>
      ) : null}
      {finding.gathered ? <Gathered rows={finding.gathered} /> : null}
      <Explanation finding={finding} />
    </section>
  );
}

/** 汇聚: what is already out about the same work; this place would add to it. */
function Gathered({ rows }: { readonly rows: NonNullable<FindingView['gathered']> }) {
  return (
    <div className={`${styles.section} ${styles.gathered}`}>
      <h3>{TEXTS.gathered}</h3>
      <p>{TEXTS.gatheredNote(rows[0]?.work ?? '')}</p>
      <ul>
        {rows.map((row) => (
          <li key={`${row.number} ${row.categoryName}`}>
            {row.on} {row.number}：{row.categoryName}“{row.text}”
          </li>
        ))}
      </ul>
    </div>
  );
}

function Explanation({ finding }: { readonly finding: FindingView }) {
  return (
    <>
      <div className={styles.section}>
        <h3>{TEXTS.why}</h3>
        <p>{finding.reason}</p>
        <ul>
          {finding.evidence.map((evidence) => (
            <li key={`${evidence.label} ${evidence.span?.piece} ${evidence.span?.start}`}>
              {evidence.label}
              {evidence.span && evidence.span.text !== finding.text ? `：${evidence.span.text}` : null}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.section}>
        <h3>{TEXTS.basis}</h3>
        {finding.basisNames.length === 0 ? <p>{isManual(finding) ? MARK_TEXTS.noBasis : TEXTS.noBasis}</p> : null}
        <ul>
          {finding.basisNames.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
      <div className={styles.section}>
        <h3>{TEXTS.how}</h3>
        {finding.advice ? <p>{finding.advice}</p> : null}
        <p>
          {TEXTS.maskTo}
          {finding.suggestion ? (
            <>
              换成“<span className={styles.suggestion}>{finding.suggestion}</span>”
            </>
          ) : (
            TEXTS.maskDeletes
          )}
        </p>
      </div>
      <div className={styles.section}>
        <h3>{TEXTS.after}</h3>
        <p className={styles.after}>{finding.preview || TEXTS.afterDelete}</p>
        {isManual(finding) ? null : (
          <p className={styles.meta}>
            {TEXTS.rule} {finding.rule}
          </p>
        )}
      </div>
    </>
  );
}
