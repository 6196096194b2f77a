import type { CaseView, DocumentRow } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { keyOf } from '../../keys/commands.ts';
import styles from './DocumentBar.module.css';
import { openIn } from './documents.ts';
import { DOCUMENT_TEXTS as TEXTS } from './documentTexts.ts';

interface DocumentBarProps {
  readonly view: CaseView;
  readonly onOpen: (document: number) => void;
  readonly onAttachments: () => void;
}

/** The documents of a case with what is left in each; nothing where there is one alone. */
export function DocumentBar({ view, onOpen, onAttachments }: DocumentBarProps) {
  if (view.documents.length === 1) return null;
  const open = view.findings.filter(({ decision }) => !decision).length;
  return (
    <nav className={styles.bar} aria-label={TEXTS.bar}>
      <ul className={styles.list}>
        {view.documents.map((row) => (
          <li key={row.number}>
            <button
              type="button"
              className={styles.document}
              aria-current={row.number === view.document ? 'true' : undefined}
              title={row.fileName}
              onClick={() => onOpen(row.number)}
            >
              <span className={styles.label}>{row.label}</span>
              <span className={styles.name}>{row.fileName}</span>
              <Left row={row} open={row.number === view.document ? open : openIn(row)} />
            </button>
          </li>
        ))}
      </ul>
      <span className={styles.keys} aria-hidden="true">
        {TEXTS.keys(keyOf('desk.previous-document'), keyOf('desk.next-document'))}
      </span>
      <Button kind="quiet" command="desk.attachments" onPress={onAttachments}>
        {TEXTS.attachments}
      </Button>
    </nav>
  );
}

function Left({ row, open }: { readonly row: DocumentRow; readonly open: number }) {
  if (open === 0 && row.unreadLeft === 0) {
    // No finding is no leave: somebody must read it all the same.
    return row.findings === 0 ? <Badge tone="plain">{TEXTS.nothingFound}</Badge> : <Badge tone="done">{TEXTS.settled}</Badge>;
  }
  return (
    <>
      {open > 0 ? <Badge tone="review">{TEXTS.left(open)}</Badge> : null}
      {row.unreadLeft > 0 ? <Badge tone="warn">{TEXTS.unread(row.unreadLeft)}</Badge> : null}
    </>
  );
}
