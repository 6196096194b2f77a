import type { CaseView } from '../../../review/contract.ts';
import styles from './Mark.module.css';
import { MARK_TEXTS as TEXTS } from './markTexts.ts';

/** Marks of earlier versions whose text is gone: nothing to do, but not forgotten either. */
export function GoneMarks({ marks }: { readonly marks: CaseView['goneMarks'] }) {
  if (marks.length === 0) return null;
  return (
    <details className={styles.gone}>
      <summary>{TEXTS.gone(marks.length)}</summary>
      <ul>
        {marks.map(({ text, reason }) => (
          <li key={`${text} ${reason}`}>
            “{text}”：{reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
