import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { CaseRow } from '../../../review/contract.ts';
import { STATES, type State } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { useRowKeys } from '../../components/useRowKeys.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { screenOf, usePlace } from '../../state/place.ts';
import { useCases, useDeskCall, useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';
import { useExport } from '../signoff/Exports.tsx';
import { LEDGER_COLUMNS } from './columns.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { FullExportDialog } from './FullExportDialog.tsx';
import { departmentsOf, type LedgerFilter, ledgerRows, monthsOf, NO_FILTER } from './filters.ts';
import styles from './Ledger.module.css';
import { TEXTS } from './texts.ts';
import { VerifyResult } from './VerifyResult.tsx';

const idOf = (row: CaseRow): string => row.id;
const NO_ROWS: readonly CaseRow[] = [];

/** 台账: every case ever registered, what may be exported of them, and the check of the log. */
export function Ledger() {
  const cases = useCases();
  const rows = useMemo(() => (cases.data ?? NO_ROWS).filter((row) => !row.sample), [cases.data]);
  const seesCases = worksOnCases(useSession());
  const { go, openCase } = usePlace();
  const [filter, setFilter] = useState(NO_FILTER);
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => ledgerRows(rows, deferred), [rows, deferred]);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const open = (row: CaseRow) => openCase(row.id, screenOf(row.state));
  const { chosen, choose } = useRowKeys(shown, idOf, open, 'ledger');
  useCommand('ledger.search', () => field.current?.focus());
  const change = (part: Partial<LedgerFilter>) => setFilter((old) => ({ ...old, ...part }));
  return (
    <div className={styles.screen}>
      <Tools total={seesCases ? TEXTS.total(shown.length, rows.length) : ''} />
      {seesCases ? (
        <div className={styles.filters}>
          <FilterSelect
            label={TEXTS.state}
            value={filter.state}
            options={Object.entries(STATES)}
            onChange={(state) => change({ state: state as State | '' })}
          />
          <FilterSelect
            label={TEXTS.department}
            value={filter.department}
            options={departmentsOf(rows).map((name) => [name, name] as const)}
            onChange={(department) => change({ department })}
          />
          <FilterSelect
            label={TEXTS.month}
            value={filter.month}
            options={monthsOf(rows).map((month) => [month, month] as const)}
            onChange={(month) => change({ month })}
          />
          <div className={styles.search}>
            <Field
              label={TEXTS.search}
              hideLabel
              placeholder={`${TEXTS.search}（/）`}
              value={filter.search}
              onChange={(search) => change({ search })}
              max={60}
              inputRef={field}
            />
          </div>
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
                <Button onPress={() => setFilter(NO_FILTER)}>{TEXTS.clear}</Button>
              )}
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}

function Tools({ total }: { readonly total: string }) {
  const [asking, setAsking] = useState(false);
  const make = useExport();
  const verify = useDeskCall('log.verify');
  const mayMake = useSession()?.exports ?? [];
  const why = (kind: 'ledger' | 'log', full = false): string | undefined => {
    if (make.isPending) return TEXTS.exporting;
    const mine = mayMake.some((offer) => offer.kind === kind && (offer.full || !full));
    return mine ? undefined : TEXTS.notYours[full ? 'full' : 'masked'];
  };
  return (
    <>
      <div className={styles.top}>
        <h1>{TEXTS.title}</h1>
        <span className={styles.total} aria-live="polite">
          {total}
        </span>
        <div className={styles.exports}>
          <Button onPress={() => make.mutate({ kind: 'ledger' })} why={why('ledger')}>
            {TEXTS.masked}
          </Button>
          <Button onPress={() => setAsking(true)} why={why('ledger', true)}>
            {TEXTS.full}
          </Button>
          <Button onPress={() => make.mutate({ kind: 'log' })} why={why('log')}>
            {TEXTS.log}
          </Button>
          <Button kind="primary" onPress={() => verify.mutate({})} why={verify.isPending ? TEXTS.verifying : undefined}>
            {verify.isPending ? TEXTS.verifying : TEXTS.verify}
          </Button>
        </div>
      </div>
      {verify.data ? <VerifyResult report={verify.data} onClose={verify.reset} /> : null}
      {asking ? (
        <FullExportDialog
          onExport={(reason) => make.mutate({ kind: 'ledger', full: { reason } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
