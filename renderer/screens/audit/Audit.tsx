import { useState } from 'react';
import type { AuditLog, AuditRow } from '../../../review/contract.ts';
import { AUDIT_GROUPS, type AuditGroup } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { ListScreen } from '../../components/ListScreen.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useRowKeys } from '../../components/useRowKeys.ts';
import { useAuditLog, useSession } from '../../state/queries.ts';
import styles from './Audit.module.css';
import { AuditTools } from './AuditTools.tsx';
import { AUDIT_COLUMNS } from './columns.tsx';
import { Quarantine } from './Quarantine.tsx';
import { TEXTS } from './texts.ts';

export interface AuditFilter {
  readonly group: AuditGroup;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}
const NO_FILTER: AuditFilter = { group: 'all', person: '', from: '', to: '' };
const READERS: readonly string[] = ['auditor', 'secadmin', 'reviewer', 'leader'];

/** 审计: who did what and when, without a word of any draft; the check of the whole log; the auditor's review. */
export function Audit() {
  const session = useSession();
  const [filter, setFilter] = useState(NO_FILTER);
  const mayRead = READERS.includes(session?.person.role ?? '');
  const log = useAuditLog(filter, mayRead);
  if (!mayRead) return <EmptyState title={TEXTS.title} sentence={TEXTS.notYours} />;
  const pages = log.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const newest = pages[0];
  return (
    <ListScreen>
      <AuditTools
        total={newest ? TEXTS.total(rows.length, newest.events, log.hasNextPage) : TEXTS.loading}
        reviewed={newest?.reviewed ? TEXTS.reviewed(newest.reviewed.size, newest.reviewed.at) : TEXTS.neverReviewed}
      />
      <Quarantine />
      <Filters filter={filter} counts={newest?.counts} people={newest?.people ?? []} onChange={setFilter} />
      <div className={styles.list}>
        {rows.length > 0 ? (
          <Rows rows={rows} />
        ) : (
          <div className={styles.empty}>
            {newest ? (
              <EmptyState sentence={newest.events === 0 ? TEXTS.empty : TEXTS.emptyFilter}>
                {newest.events === 0 ? null : <Button onPress={() => setFilter(NO_FILTER)}>{TEXTS.clear}</Button>}
              </EmptyState>
            ) : null}
          </div>
        )}
      </div>
      {log.hasNextPage ? (
        <Button onPress={() => void log.fetchNextPage()} why={log.isFetching ? TEXTS.loading : undefined}>
          {TEXTS.older}
        </Button>
      ) : null}
    </ListScreen>
  );
}

const idOf = (row: AuditRow): string => String(row.position);

function Rows({ rows }: { readonly rows: readonly AuditRow[] }) {
  const nothing = () => undefined;
  const { chosen, choose } = useRowKeys(rows, idOf, nothing, 'audit');
  return (
    <RowTable
      label={TEXTS.table}
      columns={AUDIT_COLUMNS}
      rows={rows}
      idOf={idOf}
      chosen={chosen}
      onChoose={(row) => choose(idOf(row))}
      onOpen={nothing}
      rowHeight={34}
    />
  );
}

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly counts: AuditLog['counts'] | undefined;
  readonly people: AuditLog['people'];
  readonly onChange: (filter: AuditFilter) => void;
}

function Filters({ filter, counts, people, onChange }: FiltersProps) {
  const change = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part });
  const options: readonly (readonly [string, string])[] = [
    ['', TEXTS.everybody],
    ...people.map(({ id, name }) => [id, name] as const),
  ];
  return (
    <>
      <fieldset className={styles.groups} aria-label={TEXTS.group}>
        {(Object.entries(AUDIT_GROUPS) as [AuditGroup, string][]).map(([group, name]) => (
          <Button key={group} kind="quiet" pressed={filter.group === group} onPress={() => change({ group })}>
            {name} {counts?.[group] ?? 0}
          </Button>
        ))}
      </fieldset>
      <div className={styles.filters}>
        <div className={styles.person}>
          <SelectField label={TEXTS.person} options={options} value={filter.person} onChange={(person) => change({ person })} />
        </div>
        <div className={styles.date}>
          <Field label={TEXTS.from} type="date" value={filter.from} onChange={(from) => change({ from })} max={10} />
        </div>
        <div className={styles.date}>
          <Field label={TEXTS.to} type="date" value={filter.to} onChange={(to) => change({ to })} max={10} />
        </div>
      </div>
    </>
  );
}
