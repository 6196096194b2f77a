import { useDeferredValue, useState } from 'react';
import type { RequestRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Check } from '../../components/Choice.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ListHead, ListScreen } from '../../components/ListScreen.tsx';
import { RowTable } from '../../components/RowTable.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { useRowKeys } from '../../components/useRowKeys.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';
import { useExport } from '../signoff/Exports.tsx';
import { REQUEST_COLUMNS } from './columns.tsx';
import { byDeadline, matchesSearch } from './order.ts';
import { ReceiveDialog } from './ReceiveDialog.tsx';
import { RequestDetail } from './RequestDetail.tsx';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';
import { useRequest, useRequests } from './useRequests.ts';

const idOf = (row: RequestRow): string => row.id;

/** 依申请公开: the register, nearest deadline first, and one application beside it. */
export function Requests() {
  const session = useSession();
  const requests = useRequests();
  if (!worksOnCases(session)) return <EmptyState title={TEXTS.title} sentence={TEXTS.noCases} />;
  if (!requests.data) return <EmptyState sentence={requests.isError ? requests.error.message : TEXTS.loading} />;
  const mayReceive = session?.person.role === 'drafter' || session?.person.role === 'reviewer';
  return <Register rows={requests.data} why={mayReceive ? undefined : TEXTS.whyNotReceive} />;
}

function Register({ rows, why }: { readonly rows: readonly RequestRow[]; readonly why: string | undefined }) {
  const [openOnly, setOpenOnly] = useState(false);
  const [search, setSearch] = useState('');
  const [receiving, setReceiving] = useState(false);
  const typed = useDeferredValue(search);
  const shown = rows.filter((row) => !(openOnly && row.state === 'closed') && matchesSearch(row, typed)).sort(byDeadline);
  const { chosen, choose } = useRowKeys(shown, idOf, (row) => choose(row.id), 'requests');
  const view = useRequest(chosen);
  const register = useExport();
  const open = rows.filter(({ state }) => state !== 'closed').length;
  useCommand('requests.receive', () => setReceiving(true), why === undefined);
  const receive = (
    <Button kind="primary" onPress={() => setReceiving(true)} command="requests.receive" why={why}>
      {TEXTS.receive}
    </Button>
  );
  return (
    <ListScreen>
      <ListHead title={TEXTS.title} total={TEXTS.total(open, rows.length)}>
        <Check label={TEXTS.openOnly} checked={openOnly} onChange={setOpenOnly} />
        <SearchField label={TEXTS.search} value={search} onChange={setSearch} command="requests.search" />
        <Button
          onPress={() => register.mutate({ kind: 'request-register' })}
          why={register.isPending ? TEXTS.exporting : undefined}
        >
          {TEXTS.export}
        </Button>
        {receive}
      </ListHead>
      {shown.length > 0 ? (
        <div className={styles.columns}>
          <RowTable
            label={TEXTS.table}
            columns={REQUEST_COLUMNS}
            rows={shown}
            idOf={idOf}
            chosen={chosen}
            onChoose={(row) => choose(row.id)}
            onOpen={(row) => choose(row.id)}
          />
          {view.data ? (
            <RequestDetail key={view.data.row.id} view={view.data} />
          ) : (
            <EmptyState sentence={view.error?.message ?? TEXTS.choose} />
          )}
        </div>
      ) : (
        <div className={styles.empty}>
          {rows.length === 0 ? (
            <EmptyState sentence={TEXTS.empty} example={TEXTS.emptyExample} />
          ) : (
            <EmptyState sentence={TEXTS.emptyFilter}>
              <Button
                onPress={() => {
                  setSearch('');
                  setOpenOnly(false);
                }}
              >
                {TEXTS.showAll}
              </Button>
            </EmptyState>
          )}
        </div>
      )}
      {receiving ? <ReceiveDialog onClose={() => setReceiving(false)} onDone={choose} /> : null}
    </ListScreen>
  );
}
