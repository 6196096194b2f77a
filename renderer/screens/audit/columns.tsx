import type { AuditRow } from '../../../review/contract.ts';
import type { Column } from '../../components/RowTable.tsx';
import styles from './Audit.module.css';
import { TEXTS } from './texts.ts';

const { heads } = TEXTS;

export const AUDIT_COLUMNS: readonly Column<AuditRow>[] = [
  { head: heads.seq, width: '64px', cell: (row) => row.seq },
  {
    head: heads.at,
    width: '150px',
    cell: (row) => <span className={styles.small}>{row.at.slice(0, 19).replace('T', ' ')}</span>,
  },
  { head: heads.number, width: '112px', cell: (row) => row.number },
  { head: heads.what, width: 'minmax(150px, 1.2fr)', cell: (row) => <span className={styles.what}>{row.what}</span> },
  { head: heads.detail, width: 'minmax(120px, 1fr)', cell: (row) => <span className={styles.small}>{row.detail}</span> },
  { head: heads.by, width: 'clamp(120px, 14vw, 210px)', cell: (row) => `${row.by}（${row.role}）` },
  {
    head: heads.flags,
    width: 'clamp(90px, 10vw, 160px)',
    cell: (row) => <span className={styles.flags}>{row.flags.join('、')}</span>,
  },
];
