import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView, ComparedRun, ComparisonRow, CopyComparison, DroppedKind } from '../../../review/contract.ts';
import { PIECE_KINDS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { readingOf, useComparison } from '../../state/queries.ts';
import styles from './Comparison.module.css';
import { TEXTS } from './texts.ts';

/** 前后对比: the newest version of a document beside the one before, and what was taken out of it. */
export function Comparison({ view }: { readonly view: CaseView }) {
  const { row, document, documents } = view;
  const compare = usePlace((state) => state.compare);
  const { data, error } = useComparison(row.id, document, readingOf(view));
  const label = documents.length > 1 ? documents.find(({ number }) => number === document)?.label : undefined;
  const title = label === undefined ? row.title : `${row.title}　${label}`;
  const close = () => compare(false);
  useCommand('compare.close', close);
  if (!data || data.to === 0)
    return (
      <EmptyState sentence={data ? TEXTS.single : (error?.message ?? TEXTS.loading)}>
        <Button onPress={close} command="compare.close">
          {TEXTS.back}
        </Button>
      </EmptyState>
    );
  return <SideBySide comparison={data} title={title} onClose={close} />;
}

interface SideBySideProps {
  readonly comparison: CopyComparison;
  readonly title: string;
  readonly onClose: () => void;
}

function SideBySide({ comparison, title, onClose }: SideBySideProps) {
  const { from, to, origin, record, rows, left, changed, deleted, inserted } = comparison;
  const changes = useMemo(() => rows.flatMap((row, at) => (isChange(row) ? [at] : [])), [rows]);
  const [place, setPlace] = useState(0);
  const move = (by: number) => setPlace(Math.max(0, Math.min(place + by, changes.length - 1)));
  useCommand('compare.next', () => move(1));
  useCommand('compare.previous', () => move(-1));
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        <h1 className={styles.title}>
          {TEXTS.title}　{title}
        </h1>
        <span className={styles.counts}>{TEXTS.counts(changed, deleted, inserted)}</span>
        <span className={styles.place} aria-live="polite">
          {TEXTS.place(place + 1, changes.length)}
        </span>
        <div className={styles.buttons}>
          <Button onPress={() => move(-1)} command="compare.previous" why={changes.length === 0 ? TEXTS.same : undefined}>
            {TEXTS.previous}
          </Button>
          <Button onPress={() => move(1)} command="compare.next" why={changes.length === 0 ? TEXTS.same : undefined}>
            {TEXTS.next}
          </Button>
          <Button kind="primary" onPress={onClose} command="compare.close">
            {TEXTS.back}
          </Button>
        </div>
      </header>
      <section className={styles.scroll} aria-label={TEXTS.title} {...{ tabIndex: 0 }}>
        <table className={styles.table} aria-label={TEXTS.rows}>
          <thead>
            <tr>
              <th scope="col">{TEXTS.before(from)}</th>
              <th scope="col">{TEXTS.after(to, origin === 'clean-copy')}</th>
            </tr>
          </thead>
          <tbody>
            {placed(rows).map(({ item, at }) => (
              <Row key={at} row={item} current={changes[place] === at} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && record !== '' ? <p className={styles.note}>{TEXTS.pictures}</p> : null}
        {left > 0 ? <p className={styles.note}>{TEXTS.left(left)}</p> : null}
        <Dropped comparison={comparison} />
      </section>
    </div>
  );
}

const isChange = (row: ComparisonRow): boolean => row.kind !== 'same' && row.kind !== 'folded';
/** Rows and runs may be alike word for word; their place alone tells them apart, and they are only replaced as a whole. */
const placed = <T,>(items: readonly T[]) => items.map((item, at) => ({ item, at }));

function Row({ row, current }: { readonly row: ComparisonRow; readonly current: boolean }) {
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'center' });
  }, [current]);
  if (row.kind === 'folded')
    return (
      <tr>
        <td className={styles.gap} colSpan={2}>
          {TEXTS.folded(row.count)}
        </td>
      </tr>
    );
  return (
    <tr ref={element} aria-current={current ? 'true' : undefined} data-kind={row.kind}>
      <td>
        <Side runs={row.before} tag="del" absent={TEXTS.absentBefore} label={row.label} />
      </td>
      <td>
        <Side runs={row.after} tag="ins" absent={TEXTS.absentAfter} label={row.label} />
      </td>
    </tr>
  );
}

interface SideProps {
  readonly runs: readonly ComparedRun[];
  readonly tag: 'del' | 'ins';
  readonly absent: string;
  readonly label: string;
}

function Side({ runs, tag: Tag, absent, label }: SideProps) {
  return (
    <>
      <span className={styles.where}>{label}</span>
      {runs.length === 0 ? <p className={styles.absent}>{absent}</p> : null}
      <p className={styles.text}>
        {placed(runs).map(({ item: { changed, text }, at }) =>
          changed ? <Tag key={at}>{text}</Tag> : <span key={at}>{text}</span>,
        )}
      </p>
    </>
  );
}

function Dropped({ comparison: { dropped, record } }: { readonly comparison: CopyComparison }) {
  return (
    <section className={styles.dropped}>
      <h2>{TEXTS.dropped}</h2>
      {dropped.length === 0 ? <p className={styles.note}>{TEXTS.nothingDropped}</p> : null}
      {dropped.map((each) => (
        <DroppedList key={each.kind} dropped={each} />
      ))}
      {record === '' ? null : (
        <>
          <h2>{TEXTS.record}</h2>
          <p className={styles.record}>{record}</p>
        </>
      )}
    </section>
  );
}

function DroppedList({ dropped: { kind, count, items } }: { readonly dropped: DroppedKind }) {
  return (
    <>
      <h3>
        {PIECE_KINDS[kind]} {count}
      </h3>
      <ul>
        {placed(items).map(({ item: { label, text }, at }) => (
          <li key={at}>
            <span className={styles.where}>{label}</span>
            <del>{text}</del>
          </li>
        ))}
      </ul>
      {count > items.length ? <p className={styles.note}>{TEXTS.moreItems(count - items.length)}</p> : null}
    </>
  );
}
