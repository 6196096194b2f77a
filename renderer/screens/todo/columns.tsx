import type { CaseRow } from '../../../review/contract.ts';
import { ATTRIBUTES } from '../../../review/model/index.ts';
import { attentionLine } from '../../components/AttentionNote.tsx';
import { SampleBadge, StateBadge } from '../../components/Badge.tsx';
import { Counts } from '../../components/Counts.tsx';
import { DeadlineMark } from '../../components/DeadlineMark.tsx';
import type { Column } from '../../components/RowTable.tsx';
import styles from './Todo.module.css';
import { TEXTS } from './texts.ts';
import { waitText } from './waitText.ts';

export const TODO_COLUMNS: readonly Column<CaseRow>[] = [
  {
    head: '信息名称',
    width: 'minmax(150px, 1fr)',
    cell: (row) => (
      <>
        <div className={styles.name} title={row.title}>
          {row.sample ? <SampleBadge /> : null} {row.title}
        </div>
        <div className={styles.small}>
          {[
            row.number,
            row.version > 1 ? TEXTS.version(row.version) : '',
            row.attachments ? TEXTS.attachments(row.attachments) : '',
            row.attribute === 'active' ? '' : ATTRIBUTES[row.attribute],
          ]
            .filter((words) => words !== '')
            .join('　')}
          {row.waits?.map((wait) => (
            <span key={wait.name} className={styles.wait}>
              {waitText(wait)}
            </span>
          ))}
          {row.attention ? (
            <span className={styles.attention} data-kind={row.attention.kind} title={attentionLine(row.attention)}>
              {attentionLine(row.attention)}
            </span>
          ) : null}
        </div>
      </>
    ),
  },
  { head: '处室', width: 'clamp(76px, 8vw, 110px)', cell: (row) => row.department },
  { head: '状态', width: '104px', cell: (row) => <StateBadge state={row.state} /> },
  { head: '检查结果', width: '246px', cell: (row) => <Counts counts={row.counts} /> },
  { head: '期限', width: '92px', cell: (row) => <DeadlineMark deadline={row.deadline} state={row.state} /> },
  {
    head: '下一步',
    width: 'clamp(120px, 15vw, 230px)',
    cell: (row) =>
      row.next ? (
        <div className={styles.next}>
          <span>{row.next}</span>
          <span className={styles.small}>{TEXTS.days(row.waitingDays)}</span>
        </div>
      ) : (
        <span className={styles.small}>—</span>
      ),
  },
];
