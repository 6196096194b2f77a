import { useDeferredValue, useMemo, useState } from 'react';
import type { CaseRow } from '../../../review/contract.ts';
import { CATEGORIES, type Category, STATES, type State } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useRowKeys } from '../../components/useRowKeys.ts';
import { useLedgerPick } from '../../state/ledgerPick.ts';
import { screenOf, usePlace } from '../../state/place.ts';
import { useCases, useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';
import { LEDGER_COLUMNS } from './columns.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { departmentsOf, filterOf, type LedgerFields, ledgerRows, monthsOf, NO_FILTER, newestFirst } from './filters.ts';
import styles from './Ledger.module.css';
import { Tools } from './Tools.tsx';
import { TEXTS } from './texts.ts';
import { useCategories } from './useCategories.ts';

const idOf = (row: CaseRow): string => row.id;
const NO_ROWS: readonly CaseRow[] = [];

/** 台账: every case ever registered, what may be exported of them, and the check of the log. */
export function Ledger() {
  const cases = useCases();
  const rows = useMemo(() => newestFirst((cases.data ?? NO_ROWS).filter((row) => !row.sample)), [cases.data]);
  const departments = useMemo(() => departmentsOf(rows), [rows]);
  const months = useMemo(() => monthsOf(rows), [rows]);
  const seesCases = worksOnCases(useSession());
  const { go, openCase } = usePlace();
  const [fields, setFields] = useState(NO_FILTER);
  const { picked, pick } = useLedgerPick();
  const filter = useMemo(() => ({ ...fields, picked }), [fields, picked]);
  const deferred = useDeferredValue(filter);
  const categories = useCategories(filter.category !== '');
  const shown = useMemo(() => ledgerRows(rows, deferred, categories), [rows, deferred, categories]);
  const open = (row: CaseRow) => openCase(row.id, screenOf(row.state));
  const { chosen, choose } = useRowKeys(shown, idOf, open, 'ledger');
  const change = (part: Partial<LedgerFields>) => setFields((old) => ({ ...old, ...part }));
  const clear = () => {
    setFields(NO_FILTER);
    pick(undefined);
  };
  return (
    <ListScreen>
      <Tools total={seesCases ? TEXTS.total(shown.length, rows.length) : ''} filter={filterOf(filter)} months={months} />
      {seesCases ? (
        <div className={styles.filters}>
          {picked ? (
            <span className={styles.picked}>
              {TEXTS.picked(picked.name, picked.cases.length)}
              <Button kind="quiet" onPress={() => pick(undefined)}>
                {TEXTS.unpick}
              </Button>
            </span>
          ) : null}
          <FilterSelect
            label={TEXTS.state}
            value={filter.state}
            options={Object.entries(STATES)}
            onChange={(state) => change({ state: state as State | '' })}
          />
          <FilterSelect
            label={TEXTS.department}
            value={filter.department}
            options={departments.map((name) => [name, name] as const)}
            onChange={(department) => change({ department })}
          />
          <FilterSelect
            label={TEXTS.category}
            value={filter.category}
            options={Object.entries(CATEGORIES)}
            onChange={(category) => change({ category: category as Category | '' })}
          />
          <FilterSelect
            label={TEXTS.month}
            value={filter.month}
            options={months.map((month) => [month, month] as const)}
            onChange={(month) => change({ month })}
          />
          <SearchField
            label={TEXTS.search}
            value={filter.search}
            onChange={(search) => change({ search })}
            command="ledger.search"
          />
        </div>
      ) : null}
      <div className={styles.list}>
        {shown.length > 0 ? (
          <RowTable
            label={TEXTS.table}
            columns={LEDGER_COLUMNS}
            rows={shown}
            idOf={idOf}
            chosen={chosen}
            onChoose={(row) => choose(row.id)}
            onOpen={open}
            rowHeight={40}
          />
        ) : (
          <div className={styles.empty}>
            <EmptyState
              sentence={seesCases ? (rows.length === 0 ? TEXTS.empty : TEXTS.emptyFilter) : TEXTS.noCases}
              example={seesCases ? undefined : TEXTS.noCasesExample}
            >
              {!seesCases ? null : rows.length === 0 ? (
                <Button onPress={() => go('todo')}>{TEXTS.toTodo}</Button>
              ) : (
                <Button onPress={clear}>{TEXTS.clear}</Button>
              )}
            </EmptyState>
          </div>
        )}
      </div>
    </ListScreen>
  );
}
