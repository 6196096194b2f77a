import { useEffect, useRef } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import { DecisionBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { usePlace } from '../../state/place.ts';
import { placeKey, useDeskPlace } from '../desk/deskPlace.ts';
import { Paragraph, placed } from './Difference.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';
import { type SeeItem, surroundings } from './toSee.ts';

interface ToSeeProps {
  readonly list: readonly SeeItem[];
  readonly opened: string | undefined;
  readonly isSeen: (item: SeeItem) => boolean;
  readonly onOpen: (item: SeeItem | undefined) => void;
  readonly onNext: () => void;
}

/** What stays in or was rewritten into the published text: to be opened one by one before agreeing. */
export function ToSee({ list, opened, isSeen, onOpen, onNext }: ToSeeProps) {
  const seen = list.filter(isSeen).length;
  return (
    <section className={styles.section} aria-label={TEXTS.toSee}>
      <h2>
        <span>{TEXTS.toSeeCount(seen, list.length)}</span>
        {seen < list.length ? (
          <Button onPress={onNext} command="paper.next-to-see">
            {TEXTS.nextToSee}
          </Button>
        ) : null}
      </h2>
      <p className={styles.note}>{list.length === 0 ? TEXTS.toSeeNothing : TEXTS.toSeeNote}</p>
      <ul>
        {list.map((item) => (
          <li key={item.id} className={styles.item}>
            <button
              type="button"
              className={styles.itemHead}
              aria-expanded={item.id === opened}
              onClick={() => onOpen(item.id === opened ? undefined : item)}
            >
              {labelOf(item.view) === '' ? null : <span className={styles.itemLabel}>{labelOf(item.view)}</span>}
              {item.kind === 'finding' ? <FindingHead finding={item.finding} /> : <ChangesHead changes={item.changes} />}
              {isSeen(item) ? (
                <span className={styles.seen}>{TEXTS.seen}</span>
              ) : (
                <span className={styles.unseen}>{TEXTS.unseen}</span>
              )}
            </button>
            {item.id === opened && item.kind === 'finding' ? <Opened view={item.view} finding={item.finding} /> : null}
            {item.id === opened && item.kind === 'changes' ? <OpenedChanges item={item} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Label of the document that is open; empty where the case has but one. */
const labelOf = ({ documents, document }: CaseView): string =>
  documents.length === 1 ? '' : (documents.find(({ number }) => number === document)?.label ?? '');

function FindingHead({ finding }: { readonly finding: FindingView }) {
  return (
    <>
      {finding.decision ? <DecisionBadge kind={finding.decision.kind} carried={finding.decision.carried} /> : null}
      <span>{finding.categoryName}</span>
      <span className={styles.itemText}>{finding.text}</span>
    </>
  );
}

type Changes = Extract<SeeItem, { readonly kind: 'changes' }>;

function ChangesHead({ changes }: Pick<Changes, 'changes'>) {
  const first = changes[0];
  return (
    <>
      <span>{TEXTS.changedText(changes.length)}</span>
      <span className={styles.itemText}>
        {first?.label} {first?.runs.map(({ text }) => text).join('')}
      </span>
    </>
  );
}

function OpenedChanges({ item }: { readonly item: Changes }) {
  return (
    <div className={styles.itemBody}>
      <ul>
        {placed(item.changes).map(({ item: change, place }) => (
          <Paragraph key={place} change={change} />
        ))}
      </ul>
      {item.left > 0 && item.changes.length > 1 ? <p className={styles.note}>{TEXTS.moreChanges(item.left)}</p> : null}
    </div>
  );
}

function Opened({ view, finding }: { readonly view: CaseView; readonly finding: FindingView }) {
  const openCase = usePlace((state) => state.openCase);
  const { move, openDocument } = useDeskPlace();
  const { before, after } = surroundings(view, finding);
  const { decision } = finding;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const toText = () => {
    move(placeKey(view.row.id, view.document), { finding: finding.id, tab: 'body' });
    openDocument(view.row.id, view.document);
    useDeskPlace.getState().set({ openOnly: false });
    openCase(view.row.id, 'desk');
  };
  return (
    <div ref={frame} className={styles.itemBody}>
      <p className={styles.quote}>
        {before}
        <mark>{finding.text}</mark>
        {after}
      </p>
      {decision?.replacement ? (
        <p>
          {TEXTS.becomes}：{decision.replacement}
        </p>
      ) : null}
      {decision?.reason ? (
        <p>
          {TEXTS.reason}：{decision.reason}（{decision.by}）
        </p>
      ) : null}
      <p className={styles.note}>{finding.reason}</p>
      <p>
        <Button onPress={toText}>{TEXTS.openInText}</Button>
      </p>
    </div>
  );
}
