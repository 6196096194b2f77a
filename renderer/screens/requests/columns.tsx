import type { RequestRow } from '../../../review/contract.ts';
import { APPLICANTS, REQUEST_RESULTS, REQUEST_STATES, type RequestState } from '../../../review/model/index.ts';
import { Badge, type Tone } from '../../components/Badge.tsx';
import type { Column } from '../../components/RowTable.tsx';
import { DayMark } from './DayMark.tsx';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';

const TONES: Readonly<Record<RequestState, Tone>> = { open: 'review', amending: 'warn', asking: 'notice', closed: 'plain' };

export const RequestStateBadge = ({ state }: { readonly state: RequestState }) => (
  <Badge tone={TONES[state]}>{REQUEST_STATES[state]}</Badge>
);

export const REQUEST_COLUMNS: readonly Column<RequestRow>[] = [
  {
    head: TEXTS.columns.number,
    width: '150px',
    cell: (row) => (
      <>
        <div className={styles.name}>{row.name}</div>
        <div className={styles.small}>
          {row.number}　{APPLICANTS[row.applicant]}
        </div>
      </>
    ),
  },
  {
    head: TEXTS.columns.content,
    width: 'minmax(140px, 1fr)',
    cell: (row) => (
      <div className={styles.content} title={row.content}>
        {row.content}
      </div>
    ),
  },
  { head: TEXTS.columns.received, width: '96px', cell: (row) => row.receivedOn },
  { head: TEXTS.columns.state, width: '116px', cell: (row) => <RequestStateBadge state={row.state} /> },
  {
    head: TEXTS.columns.deadline,
    width: '112px',
    cell: (row) =>
      row.deadline ? (
        <DayMark deadline={row.deadline} />
      ) : (
        <span className={styles.small}>{row.result ? REQUEST_RESULTS[row.result] : ''}</span>
      ),
  },
];
