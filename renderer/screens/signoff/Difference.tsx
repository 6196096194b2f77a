import type { ParagraphChange, TextDifference } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { timeText } from '../../components/timeText.ts';
import styles from './Difference.module.css';
import { TEXTS } from './texts.ts';

const TAGS = { same: 'span', deleted: 'del', inserted: 'ins' } as const;
const KINDS = { inserted: '新增', deleted: '删去', changed: '改动' } as const;
const TONES = { inserted: 'done', deleted: 'warn', changed: 'review' } as const;

/** What a reader will find different from the version that was last judged, paragraph by paragraph. */
export function Difference({ difference }: { readonly difference: TextDifference }) {
  const { paragraphs, left } = difference;
  return (
    <div className={styles.difference}>
      <p>
        {headOf(difference)}：{countsOf(difference)}
      </p>
      {/* Long lists scroll by themselves: the keys must reach them. */}
      <ul className={styles.list} aria-label={TEXTS.differences} {...{ tabIndex: 0 }}>
        {placed(paragraphs).map(({ item, place }) => (
          <Paragraph key={place} change={item} />
        ))}
      </ul>
      {left > 0 ? <p className={styles.more}>{TEXTS.moreChanges(left)}</p> : null}
    </div>
  );
}

/** Runs and paragraphs may be alike word for word; their place alone tells them apart, and the list is only replaced as a whole. */
export const placed = <T,>(items: readonly T[]) => items.map((item, place) => ({ item, place }));

function headOf({ against, from, to, by, at }: TextDifference): string {
  const versions = from === to ? `第${to}稿` : `第${to}稿比第${from}稿`;
  if (against === 'returned') return `${TEXTS.sinceReturn(by, timeText(at))}，${versions}`;
  return against === 'signed' ? `${TEXTS.sinceSigned(by, timeText(at))}，${versions}` : versions;
}

function countsOf({ inserted, deleted, changed, freshFindings }: TextDifference): string {
  if (inserted + deleted + changed === 0) return TEXTS.sameText;
  return TEXTS.changes(changed, inserted, deleted, freshFindings);
}

/** A paragraph of the present version against the earlier one. */
export function Paragraph({ change }: { readonly change: ParagraphChange }) {
  return (
    <li className={styles.paragraph}>
      <span className={styles.where}>
        <Badge tone={TONES[change.kind]}>{KINDS[change.kind]}</Badge>
        <span>{change.label}</span>
        {change.visible ? null : <span className={styles.hidden}>{TEXTS.hidden}</span>}
      </span>
      <p className={styles.text}>
        {placed(change.runs).map(({ item: { kind, text }, place }) => {
          const Tag = TAGS[kind];
          return <Tag key={place}>{text}</Tag>;
        })}
      </p>
    </li>
  );
}
