import { useDeferredValue, useMemo, useState } from 'react';
import type { CaseRow, Session } from '../../../review/contract.ts';
import { found, type Role } from '../../../review/model/index.ts';
import { chooseFiles } from '../../app/FileGate.tsx';
import { Button } from '../../components/Button.tsx';
import { clockRuns } from '../../components/DeadlineMark.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListHead, ListScreen } from '../../components/ListScreen.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useRowKeys } from '../../components/useRowKeys.ts';
import { keyOf } from '../../keys/commands.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { onCallError } from '../../state/client.ts';
import { screenOf, usePlace } from '../../state/place.ts';
import { useCases, useSession, useStatus } from '../../state/queries.ts';
import { whyNoSubmission, worksOnCases } from '../../state/roles.ts';
import { useSubmission } from '../../state/submission.ts';
import { RequestStrip } from '../requests/RequestStrip.tsx';
import { TODO_COLUMNS } from './columns.tsx';
import { byUrgency, countOf, FILTERS, type Filter, isMine, passes } from './filters.ts';
import styles from './Todo.module.css';
import { TEXTS } from './texts.ts';

const idOf = (row: CaseRow): string => row.id;

/** What must leave the house today: late and dangerous first, and for each row whose turn it is. */
export function Todo() {
  const session = useSession();
  const cases = useCases();
  if (!session) return null;
  if (!worksOnCases(session)) return <NoCases role={session.person.role} />;
  if (!cases.data) return <EmptyState sentence={cases.isError ? cases.error.message : TEXTS.loading} />;
  return <TodoList rows={cases.data} session={session} />;
}

function TodoList({ rows, session }: { readonly rows: readonly CaseRow[]; readonly session: Session }) {
  const openCase = usePlace((state) => state.openCase);
  const [filter, setFilter] = useState<Filter>(() => (rows.some((row) => isMine(row, session)) ? 'mine' : 'all'));
  const [search, setSearch] = useState('');
  const typed = useDeferredValue(search);
  const shown = useMemo(
    () => rows.filter((row) => passes(row, filter, session) && found(row, typed)).sort(byUrgency),
    [rows, filter, session, typed],
  );
  const open = (row: CaseRow) => openCase(row.id, screenOf(row.state));
  const { chosen, choose } = useRowKeys(shown, idOf, open, 'todo');
  return (
    <ListScreen>
      <Summary rows={rows} session={session} />
      <RequestStrip />
      <div className={styles.filters}>
        {(Object.keys(FILTERS) as Filter[]).map((id) => (
          <FilterChip key={id} id={id} count={countOf(rows, id, session)} active={id === filter} onPress={() => setFilter(id)} />
        ))}
        <SearchField label={TEXTS.search} value={search} onChange={setSearch} command="todo.search" />
      </div>
      <div className={styles.list}>
        {shown.length > 0 ? (
          <RowTable
            label={TEXTS.table}
            columns={TODO_COLUMNS}
            rows={shown}
            idOf={idOf}
            chosen={chosen}
            onChoose={(row) => choose(row.id)}
            onOpen={open}
          />
        ) : (
          <div className={styles.empty}>
            <Nothing none={rows.length === 0} mine={filter === 'mine' && typed === ''} onShowAll={() => setFilter('all')} />
          </div>
        )}
      </div>
    </ListScreen>
  );
}

/** The three administrators have no case to work on: where their own work is. */
function NoCases({ role }: { readonly role: Role }) {
  const go = usePlace((state) => state.go);
  const auditor = role === 'auditor';
  const places = auditor ? (['audit', 'ledger'] as const) : (['people', 'selfCheck'] as const);
  return (
    <EmptyState title={TEXTS.title} sentence={TEXTS.noCases} example={auditor ? TEXTS.auditorExample : TEXTS.adminExample}>
      {places.map((screen) => (
        <Button key={screen} onPress={() => go(screen)} command={`go.${screen}`}>
          {TEXTS.to[screen]}
        </Button>
      ))}
    </EmptyState>
  );
}

function Summary({ rows, session }: { readonly rows: readonly CaseRow[]; readonly session: Session }) {
  const noSubmission = whyNoSubmission(session);
  const running = rows.filter((row) => clockRuns(row.state));
  const overdue = running.filter((row) => row.deadline.left < 0).length;
  const figures = [
    [TEXTS.summary.today, running.filter((row) => row.deadline.left === 0).length, false],
    [TEXTS.summary.overdue, overdue, overdue > 0],
  ] as const;
  return (
    <ListHead title={TEXTS.title}>
      {figures.map(([name, count, alarm]) => (
        <span key={name} className={styles.figure} data-alarm={alarm}>
          {name}
          <b>{count}</b>
        </span>
      ))}
      <div className={styles.drop}>
        {noSubmission ? null : <span>{TEXTS.drop}</span>}
        <Button kind="primary" onPress={chooseFiles} command="files.choose" why={noSubmission}>
          {TEXTS.choose}
        </Button>
      </div>
    </ListHead>
  );
}

function FilterChip(props: {
  readonly id: Filter;
  readonly count: number;
  readonly active: boolean;
  readonly onPress: () => void;
}) {
  useCommand(`todo.${props.id}`, props.onPress);
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={props.active}
      onClick={props.onPress}
      title={keyOf(`todo.${props.id}`)}
    >
      {FILTERS[props.id]} {props.count}
    </button>
  );
}

function Nothing({ none, mine, onShowAll }: { readonly none: boolean; readonly mine: boolean; readonly onShowAll: () => void }) {
  const why = whyNoSubmission(useSession());
  const today = useStatus().data?.today ?? '';
  const trySample = useSubmission((state) => state.trySample);
  if (none)
    return (
      <EmptyState sentence={TEXTS.emptyAll} example={TEXTS.emptyAllExample}>
        <ol className={styles.steps}>
          {TEXTS.steps.map(([name, words], index) => (
            <li key={name}>
              <b className={styles.stepName}>
                {index + 1}　{name}
              </b>
              {words}
            </li>
          ))}
        </ol>
        <div className={styles.offers}>
          <Button kind="primary" large onPress={chooseFiles} command="files.choose" why={why}>
            {TEXTS.choose}
          </Button>
          <Button large onPress={() => void trySample(today).catch(onCallError)} why={why}>
            {TEXTS.trySample}
          </Button>
        </div>
        <p className={styles.small}>{TEXTS.sampleNote}</p>
      </EmptyState>
    );
  return (
    <EmptyState sentence={mine ? TEXTS.emptyMine : TEXTS.emptyFilter} example={mine ? TEXTS.emptyMineExample : undefined}>
      <Button onPress={onShowAll}>{TEXTS.showAll}</Button>
    </EmptyState>
  );
}
