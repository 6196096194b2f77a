import type { ConflictFinding, ConflictPlace, ConflictSide, ConflictVersion, ConflictView } from '../../../review/contract.ts';
import { DecisionBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { timeText } from '../../components/timeText.ts';
import { Paragraph, placed } from '../signoff/Difference.tsx';
import styles from './Conflict.module.css';
import { TEXTS } from './texts.ts';
import { type Chosen, useChoose, useConflict } from './useConflict.ts';

/** Both sides of every conflict of a case, and the choice between them. */
export function ConflictDialog({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const conflict = useConflict(caseId);
  const choose = useChoose(caseId);
  const view = conflict.data;
  const why = choose.isPending ? TEXTS.working : view?.whyNot || undefined;
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose} wide>
      <div className={styles.stack}>
        <p className={styles.small}>{TEXTS.note}</p>
        {view ? <Sides view={view} why={why} onChoose={choose.mutate} /> : <p>{conflict.error?.message ?? TEXTS.loading}</p>}
        <Trouble error={choose.error} />
        <div className={styles.actions}>
          <Button onPress={onClose}>{TEXTS.close}</Button>
        </div>
      </div>
    </ModalDialog>
  );
}

interface ChoiceProps {
  /** Why nothing can be chosen now; undefined when it can. */
  readonly why: string | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

function Sides({ view: { versions, findings }, why, onChoose }: ChoiceProps & { readonly view: ConflictView }) {
  return (
    <>
      {versions.length > 0 ? <Versions versions={versions} why={why} onChoose={onChoose} /> : null}
      {findings.length > 0 ? (
        <>
          <h3>{TEXTS.findings}</h3>
          {findings.map((finding) => (
            <Finding
              key={finding.finding}
              finding={finding}
              why={versions.length > 0 ? TEXTS.findingsFirstVersions : why}
              onChoose={onChoose}
            />
          ))}
          <p className={styles.small}>{TEXTS.third}</p>
        </>
      ) : null}
    </>
  );
}

const placeWords = ({ by, role, at, workstation }: ConflictPlace): string => TEXTS.place(by, role, timeText(at), workstation);

function Versions({ versions, why, onChoose }: ChoiceProps & { readonly versions: readonly ConflictVersion[] }) {
  return (
    <>
      <h3>{TEXTS.versions}</h3>
      <p className={styles.small}>{TEXTS.versionsNote}</p>
      <div className={styles.sides}>
        {versions.map((version, index) => (
          <section key={version.event} className={styles.side} aria-label={TEXTS.side(index)}>
            <b>
              {TEXTS.side(index)}　{TEXTS.version(version.document, version.number, version.fileName)}
            </b>
            <span>{placeWords(version)}</span>
            <span className={styles.small}>{TEXTS.decisions(version.decisions)}</span>
            {index === 0 ? null : <Changes version={version} />}
            <Button onPress={() => onChoose({ keep: version.event })} why={why} label={TEXTS.keepVersionOf(TEXTS.side(index))}>
              {TEXTS.keepVersion}
            </Button>
          </section>
        ))}
      </div>
    </>
  );
}

function Changes({ version: { changes, left } }: { readonly version: ConflictVersion }) {
  if (changes.length === 0) return <span className={styles.small}>{TEXTS.same}</span>;
  return (
    <>
      <span className={styles.small}>{TEXTS.changes(changes.length + left)}</span>
      <ul>
        {placed(changes).map(({ item, place }) => (
          <Paragraph key={place} change={item} />
        ))}
      </ul>
      {left > 0 ? <span className={styles.small}>{TEXTS.more(left)}</span> : null}
    </>
  );
}

function Finding({ finding, why, onChoose }: ChoiceProps & { readonly finding: ConflictFinding }) {
  return (
    <section className={styles.finding} aria-label={finding.text}>
      <p>
        <b>{finding.text}</b> <span className={styles.small}>{[finding.title, finding.label].filter(Boolean).join('，')}</span>
      </p>
      <div className={styles.sides}>
        {placed(finding.sides).map(({ item, place }) => (
          <Side
            key={place}
            side={item}
            name={TEXTS.side(place)}
            text={finding.text}
            why={why}
            onChoose={() => onChoose({ finding, side: item })}
          />
        ))}
      </div>
    </section>
  );
}

interface SideProps {
  readonly side: ConflictSide;
  readonly name: string;
  readonly text: string;
  readonly why: string | undefined;
  readonly onChoose: () => void;
}

function Side({ side, name, text, why, onChoose }: SideProps) {
  return (
    <div className={styles.side}>
      <span>
        <b>{name}</b>　<DecisionBadge kind={side.kind} carried={false} />
      </span>
      {side.replacement === undefined ? null : <span>{TEXTS.replacement(side.replacement)}</span>}
      {side.reason === '' ? null : <span>{TEXTS.reason(side.reason)}</span>}
      <span className={styles.small}>{placeWords(side)}</span>
      <Button onPress={onChoose} why={why} label={TEXTS.useOf(name, text)}>
        {TEXTS.use}
      </Button>
    </div>
  );
}
