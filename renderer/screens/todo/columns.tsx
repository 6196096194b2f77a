import type { CaseRow } from '../../../review/contract.ts';
import { ATTRIBUTES } from '../../../review/model/index.ts';
import { StateBadge } from '../../components/Badge.tsx';
import { Counts } from '../../components/Counts.tsx';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';
import type { Column } from '../../components/RowTable.tsx';
import styles from './Todo.module.css';
import { TEXTS } from './texts.ts';

export const TODO_COLUMNS: readonly Column<CaseRow>[] = [
  {
    head: '信息名称',
    width: 'minmax(180px, 1fr)',
    cell: (row) => (
      <span className={styles.name}>
        <span title={row.title}>{row.title}</span>
        {row.version > 1 ? <span className={styles.small}>{TEXTS.version(row.version)}</span> : null}
        {row.attribute === 'active' ? null : <span className={styles.small}>{ATTRIBUTES[row.attribute]}</span>}
      </span>
    ),
  },
  { head: '编号', width: '108px', cell: (row) => <span className={styles.small}>{row.number}</span> },
  { head: '处室', width: '92px', cell: (row) => row.department },
  { head: '状态', width: '104px', cell: (row) => <StateBadge state={row.state} /> },
  { head: '检查结果', width: '258px', cell: (row) => <Counts counts={row.counts} /> },
  { head: '期限', width: '92px', cell: (row) => <DeadlineMark deadline={row.deadline} state={row.state} /> },
  {
    head: '下一步',
    width: '190px',
    cell: (row) =>
      row.next ? (
        <span className={styles.next}>
          <span>{row.next}</span>
          <span className={styles.small}>{TEXTS.days(row.waitingDays)}</span>
        </span>
      ) : (
        <span className={styles.small}>—</span>
      ),
  },
];
