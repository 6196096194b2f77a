import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../review/contract.ts';
import type { Span } from '../../../review/model/index.ts';
import { call } from '../../state/desk.ts';
import styles from './Proofreading.module.css';
import { PROOF_TEXTS } from './proofTexts.ts';
import text from './Text.module.css';

interface ProofreadingProps {
  readonly view: CaseView;
  /** Shows the place in the draft. */
  readonly onPlace: (span: Span) => void;
}

/** 文字关: slips of the pen in this version, for whoever likes to mend them. Nothing here is counted, decided or signed. */
export function Proofreading({ view, onPlace }: ProofreadingProps) {
  const { row, document, versions } = view;
  const notes = useQuery({
    queryKey: ['proofread', row.id, document, versions.at(-1)?.number],
    queryFn: () => call('case.proofread', { case: row.id, document }),
  });
  if (!notes.data) return <p className={text.note}>{notes.error?.message ?? PROOF_TEXTS.loading}</p>;
  if (notes.data.length === 0) return <p className={text.note}>{PROOF_TEXTS.empty}</p>;
  return (
    <div className={text.part}>
      <p className={text.note}>{PROOF_TEXTS.note(notes.data.length)}</p>
      <ul className={styles.list} aria-label={PROOF_TEXTS.list}>
        {notes.data.map(({ piece, start, end, check, title, where, before, text: words, after, reason, suggestion }) => (
          <li key={`${piece} ${start} ${check}`} className={styles.item}>
            <p className={styles.head}>
              <span className={styles.kind}>{title}</span>
              <span className={text.where}>{where}</span>
              <button
                type="button"
                className={text.jump}
                onClick={() => onPlace({ piece, start, end, text: words })}
                aria-label={PROOF_TEXTS.jumpTo(where, words)}
              >
                {PROOF_TEXTS.jump}
              </button>
            </p>
            <p className={styles.words}>
              {before}
              <mark>{words}</mark>
              {after}
            </p>
            <p>
              {reason}
              {suggestion === '' ? null : <span className={styles.suggestion}>{PROOF_TEXTS.suggestion(suggestion)}</span>}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
