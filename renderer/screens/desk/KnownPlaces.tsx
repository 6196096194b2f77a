import type { CaseView } from '../../../review/contract.ts';
import styles from './Mark.module.css';
import { RECORD_TEXTS as TEXTS } from './recordTexts.ts';

/** 清单已有: what the office's list silenced is still seen, with the row that did it. */
export function KnownPlaces({ view }: { readonly view: CaseView }) {
  if (view.known.length === 0) return null;
  return (
    <details className={styles.gone}>
      <summary>{TEXTS.known(view.known.length)}</summary>
      <ul>
        {view.known.map(({ piece, start, text, why }) => (
          <li key={`${piece} ${start}`}>
            {view.draft.pieces[piece]?.where.label} “{text}”：{why}
          </li>
        ))}
      </ul>
    </details>
  );
}
