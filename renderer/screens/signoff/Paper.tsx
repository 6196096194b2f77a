import type { ReactNode } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { ATTRIBUTES, CHANNELS, type State } from '../../../review/model/index.ts';
import { AttentionNote } from '../../components/AttentionNote.tsx';
import { SampleBadge, StateBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { DeadlineMark, deadlineWords } from '../../components/DeadlineMark.tsx';
import { timeText } from '../../components/timeText.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { useDifference } from '../../state/queries.ts';
import { ConflictNote } from '../conflict/ConflictNote.tsx';
import { useDeskPlace } from '../desk/deskPlace.ts';
import { fileCode } from '../signing/fileCode.ts';
import { decisionCounts } from '../signing/SigningFacts.tsx';
import { Chain, History } from './Chain.tsx';
import { Difference } from './Difference.tsx';
import { Pending } from './Pending.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

const OUT: readonly State[] = ['released', 'published', 'refused', 'withdrawn'];

interface PaperProps {
  readonly view: CaseView;
  /** Once for each document, with that one open. */
  readonly views: readonly CaseView[];
  readonly toSee: ReactNode;
}

/** One page on which a case can be judged in three minutes: differences and what stays first, then the chain. */
export function Paper({ view, views, toSee }: PaperProps) {
  const { openCase, compare } = usePlace();
  const openDocument = useDeskPlace((state) => state.openDocument);
  const { row } = view;
  const compareIn = (document: number) => {
    openDocument(row.id, document);
    compare(true);
  };
  const changed = views.find(({ versions }) => versions.length > 1);
  useCommand('paper.compare', () => changed && compareIn(changed.document), changed !== undefined);
  const chain = (
    <section className={styles.section}>
      <h2>
        <span>{TEXTS.chain}</span>
      </h2>
      <Chain view={view} />
      {view.whyNot.length > 0 && !OUT.includes(row.state) ? <WhyNot sentences={view.whyNot} /> : null}
    </section>
  );
  const signed = row.state === 'releasable' || OUT.includes(row.state);
  const parts = views.reduce((sum, { draft }) => sum + draft.unread.length, 0);
  const unseen = view.documents.reduce((sum, { unreadLeft }) => sum + unreadLeft, 0);
  return (
    <section className={styles.paper} aria-label={TEXTS.paper}>
      <div className={styles.sheet}>
        <header className={styles.sheetHead}>
          <h1>{row.title}</h1>
          <p className={styles.sheetLine}>
            <span>{row.number}</span>
            {row.sample ? <SampleBadge /> : null}
            <StateBadge state={row.state} />
          </p>
        </header>
        <AttentionNote attention={row.attention} />
        <ConflictNote row={row} />
        {view.simplified ? <p className={styles.note}>{view.simplified}</p> : null}
        <Facts view={view} />
        <Pending view={view} />
        {signed ? chain : null}
        {view.publications.length > 0 ? <Publications view={view} /> : null}
        {toSee}
        <section className={styles.section}>
          <h2>
            <span>{TEXTS.differences}</span>
          </h2>
          {views.map((one) => (
            <Differences key={one.document} view={one} first={one === changed} onCompare={() => compareIn(one.document)} />
          ))}
        </section>
        <section className={styles.section}>
          <h2>
            <span>{TEXTS.machine}</span>
            <Button onPress={() => openCase(row.id, 'desk')} command="paper.text">
              {TEXTS.openText}
            </Button>
          </h2>
          <p>{views.length < view.documents.length ? TEXTS.loadingDocuments : decisionCounts(views)}</p>
          {parts > 0 ? <p>{TEXTS.unread(unseen, parts)}</p> : null}
          <p className={styles.note}>{TEXTS.machineNote}</p>
        </section>
        {signed ? null : chain}
        <History entries={view.timeline} />
      </div>
    </section>
  );
}

function Facts({ view }: { readonly view: CaseView }) {
  const { row } = view;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [TEXTS.facts.drafter, `${row.department} ${row.drafter}`],
    [TEXTS.facts.createdOn, view.createdOn],
    [TEXTS.facts.documentNumber, view.documentNumber || TEXTS.none],
    [TEXTS.facts.attribute, ATTRIBUTES[row.attribute]],
  ];
  const wide: readonly (readonly [string, ReactNode])[] = [
    [TEXTS.facts.channels, view.channels.map((channel) => CHANNELS[channel]).join('、')],
    [
      TEXTS.facts.deadline,
      <span key="deadline">
        <DeadlineMark deadline={row.deadline} state={row.state} />
        <span className={styles.small}>　{deadlineWords(row.deadline)}</span>
      </span>,
    ],
    ...fileFacts(view),
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
        {wide.map(([name, value]) => (
          <Fact key={name} name={name} value={value} wide />
        ))}
      </dl>
      {view.documents.length > 1 ? <Files view={view} /> : null}
    </>
  );
}

/** Of a single file; several have a table of their own. */
function fileFacts({ documents }: CaseView): readonly (readonly [string, ReactNode])[] {
  const [file, ...others] = documents;
  if (!file || others.length > 0) return [];
  return [
    [
      TEXTS.facts.file,
      <span key="file">
        {TEXTS.fileLine('', file.version, file.fileName)}　
        <span className={styles.code}>
          <span className={styles.small}>{TEXTS.facts.code}</span> {fileCode(file.sha256)}
        </span>
      </span>,
    ],
  ];
}

/** What goes out together: each file with its code. */
function Files({ view }: { readonly view: CaseView }) {
  return (
    <table className={styles.table} aria-label={TEXTS.documents}>
      <tbody>
        {view.documents.map(({ number, label, version, fileName, sha256 }) => (
          <tr key={number}>
            <td>{TEXTS.fileLine(label, version, fileName)}</td>
            <td className={styles.code}>{fileCode(sha256)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ name, value, wide = false }: { readonly name: string; readonly value: ReactNode; readonly wide?: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={wide ? styles.wide : undefined}>{value}</dd>
    </>
  );
}

function WhyNot({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <section className={styles.whyNot} aria-label={TEXTS.whyNot}>
      <p>{TEXTS.whyNot}：</p>
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}

interface DifferencesProps {
  readonly view: CaseView;
  /** The first document that there is something to compare of: the key is for it. */
  readonly first: boolean;
  readonly onCompare: () => void;
}

/** What one document became since it was last judged. */
function Differences({ view, first, onCompare }: DifferencesProps) {
  const difference = useDifference(view);
  const { documents, document } = view;
  const label = documents.length > 1 ? documents.find(({ number }) => number === document)?.label : undefined;
  const carried = view.findings.filter((finding) => finding.decision?.carried).length;
  const head = label === undefined ? null : <span className={styles.documentHead}>{label}</span>;
  if (view.versions.length <= 1)
    return (
      <p className={styles.oneDocument}>
        <span>
          {head}
          {view.row.attention ? TEXTS.sameVersion : TEXTS.firstVersion}
        </span>
      </p>
    );
  return (
    <div className={styles.oneDocument}>
      <p>
        {head}
        <Button onPress={onCompare} command={first ? 'paper.compare' : undefined}>
          {TEXTS.compare}
        </Button>
      </p>
      {difference.data && difference.data.against !== 'none' ? <Difference difference={difference.data} /> : null}
      <p>{TEXTS.carried(carried, view.findings.length - carried)}</p>
      <table className={styles.table} aria-label={`${label ?? ''}${TEXTS.versions}`}>
        <tbody>
          {view.versions.map((version) => (
            <tr key={version.number}>
              <td>第{version.number}稿</td>
              <td>{version.fileName}</td>
              <td className={styles.code}>{fileCode(version.sha256)}</td>
              <td>{version.addedBy}</td>
              <td>{timeText(version.addedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Publications({ view }: { readonly view: CaseView }) {
  return (
    <section className={styles.section}>
      <h2>
        <span>{TEXTS.publications}</span>
      </h2>
      <table className={styles.table} aria-label={TEXTS.publications}>
        <tbody>
          {view.publications.map(({ channel, address, on, by }) => (
            <tr key={`${channel} ${address} ${on}`}>
              <td>{CHANNELS[channel]}</td>
              <td>{address}</td>
              <td>{on}</td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
