import { useEffect, useRef } from 'react';
import type { CaseView, FindingView, ParagraphChange } from '../../../review/contract.ts';
import { DecisionBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { usePlace } from '../../state/place.ts';
import { placeKey, useDeskPlace } from '../desk/deskPlace.ts';
import { Paragraph, placed } from './Difference.tsx';
import styles from './SignOff.module.css';
import own from './ToSee.module.css';
import { TEXTS } from './texts.ts';
import { isCleared, type SeeItem, surroundings } from './toSee.ts';

interface ToSeeProps {
  readonly list: readonly SeeItem[];
  /** The person is to sign, and before that to have opened every item; else the list is there to be looked up. */
  readonly asked: boolean;
  readonly opened: string | undefined;
  readonly isSeen: (item: SeeItem) => boolean;
  readonly onOpen: (item: SeeItem | undefined) => void;
  readonly onNext: () => void;
}

/** What stays in or was rewritten into the published text: to be opened one by one before agreeing. */
export function ToSee({ list, asked, opened, isSeen, onOpen, onNext }: ToSeeProps) {
  const seen = list.filter(isSeen).length;
  const note = asked ? TEXTS.toSeeNote : TEXTS.staysNote;
  return (
    <section className={styles.section} aria-label={asked ? TEXTS.toSee : TEXTS.stays}>
      <h2>
        <span>{asked ? TEXTS.toSeeCount(seen, list.length) : TEXTS.staysCount(list.length)}</span>
        {asked && seen < list.length ? (
          <Button onPress={onNext} command="paper.next-to-see">
            {TEXTS.nextToSee}
          </Button>
        ) : null}
      </h2>
      <p className={styles.note}>{list.length === 0 ? TEXTS.toSeeNothing : note}</p>
      <ul>
        {list.map((item) => (
          <li key={item.id} className={own.item}>
            <button
              type="button"
              className={own.itemHead}
              aria-expanded={item.id === opened}
              onClick={() => onOpen(item.id === opened ? undefined : item)}
            >
              {labelOf(item.view) === '' ? null : <span className={own.itemLabel}>{labelOf(item.view)}</span>}
              {item.kind === 'finding' ? <FindingHead finding={item.finding} /> : <ChangesHead changes={item.changes} />}
              {asked ? <SeenMark seen={isSeen(item)} /> : null}
            </button>
            {item.id === opened && item.kind === 'finding' ? <Opened view={item.view} finding={item.finding} /> : null}
            {item.id === opened && item.kind === 'changes' ? <OpenedChanges item={item} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SeenMark = ({ seen }: { readonly seen: boolean }) => (
  <span className={seen ? own.seen : own.unseen}>{seen ? TEXTS.seen : TEXTS.unseen}</span>
);

/** Label of the document that is open; empty where the case has but one. */
const labelOf = ({ documents, document }: CaseView): string =>
  documents.length === 1 ? '' : (documents.find(({ number }) => number === document)?.label ?? '');

function FindingHead({ finding }: { readonly finding: FindingView }) {
  return (
    <>
      {finding.decision ? <DecisionBadge kind={finding.decision.kind} carried={finding.decision.carried} /> : null}
      <span>{finding.categoryName}</span>
      <span className={own.itemText}>{finding.text}</span>
    </>
  );
}

type Changes = Extract<SeeItem, { readonly kind: 'changes' }>;

/** A paragraph as it reads now; one that is gone, as it read. Old and new words in one line would be neither. */
const presentText = ({ kind, runs }: ParagraphChange): string =>
  runs
    .filter((run) => kind === 'deleted' || run.kind !== 'deleted')
    .map(({ text }) => text)
    .join('');

function ChangesHead({ changes }: Pick<Changes, 'changes'>) {
  const first = changes[0];
  return (
    <>
      <span>{changes.every(isCleared) ? TEXTS.cleared(changes.length) : TEXTS.changedText(changes.length)}</span>
      <span className={own.itemText}>
        {changes.every(isCleared)
          ? changes.map(({ label }) => label).join('、')
          : first && `${first.label} ${presentText(first)}`}
      </span>
    </>
  );
}

/** Brings what was just opened into sight: what counts as seen must have been on the screen. */
function useInSight() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return frame;
}

function OpenedChanges({ item }: { readonly item: Changes }) {
  const frame = useInSight();
  return (
    <div ref={frame} className={own.itemBody}>
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
  const frame = useInSight();
  const toText = () => {
    move(placeKey(view.row.id, view.document), { finding: finding.id, tab: 'body' });
    openDocument(view.row.id, view.document);
    useDeskPlace.getState().set({ openOnly: false });
    openCase(view.row.id, 'desk');
  };
  return (
    <div ref={frame} className={own.itemBody}>
      <p className={own.quote}>
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
