import type { CaseRow } from '../../../review/contract.ts';
import { ATTRIBUTES } from '../../../review/model/index.ts';
import { StateBadge } from '../../components/Badge.tsx';
import { Counts } from '../../components/Counts.tsx';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';
import type { Column } from '../../components/RowTable.tsx';
import styles from './Ledger.module.css';

export const LEDGER_COLUMNS: readonly Column<CaseRow>[] = [
  { head: '编号', width: '104px', cell: (row) => row.number },
  {
    head: '信息名称',
    width: 'minmax(150px, 1fr)',
    cell: (row) => (
      <span className={styles.name} title={row.title}>
        {row.title}
        {row.attachments ? <span className={styles.small}>　附件{row.attachments}个</span> : null}
        {row.attribute === 'active' ? null : <span className={styles.small}>　{ATTRIBUTES[row.attribute]}</span>}
      </span>
    ),
  },
  { head: '处室 承办人', width: 'clamp(110px, 12vw, 190px)', cell: (row) => `${row.department} ${row.drafter}` },
  { head: '状态', width: '104px', cell: (row) => <StateBadge state={row.state} /> },
  { head: '检查与处置', width: 'clamp(168px, 18vw, 246px)', cell: (row) => <Counts counts={row.counts} /> },
  { head: '期限', width: '92px', cell: (row) => <DeadlineMark deadline={row.deadline} state={row.state} /> },
  { head: '最近办理', width: '84px', cell: (row) => <span className={styles.small}>{row.updatedAt.slice(0, 10)}</span> },
];
