import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdoptionRow } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import { timeText } from '../../components/timeText.ts';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';
import styles from './Exchange.module.css';
import { ADOPTION_TEXTS as TEXTS } from './texts.ts';

const KEEPERS: readonly string[] = ['reviewer', 'secadmin'];

/** Lists and rules that other workstations have in force and this one has not; nothing while there are none. */
export function Adoption() {
  const role = useSession()?.person.role ?? '';
  // Below the key of the packages: what brings a package in asks for these anew.
  const rows = useQuery({
    queryKey: ['packages', 'adoption'],
    queryFn: () => call('adoption.view', {}),
    refetchOnMount: 'always',
    enabled: KEEPERS.includes(role),
  }).data;
  const [chosen, setChosen] = useState<AdoptionRow>();
  if (!rows || rows.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="exchange-adoption">
      <h2 id="exchange-adoption">{TEXTS.title}</h2>
      <p className={styles.small}>{TEXTS.lead}</p>
      <SheetTable label={TEXTS.table} head={TEXTS.head} framed={false}>
        {rows.map((row) => (
          <tr key={row.event}>
            <th scope="row">{row.title}</th>
            <td>
              {TEXTS.there(row)}
              <span className={styles.small}>（{TEXTS.put(row.by, timeText(row.at))}）</span>
            </td>
            <td>{TEXTS.version(row.here)}</td>
            <td>
              {row.difference ? TEXTS.difference(row.difference) : '—'}{' '}
              {row.state === 'conflict' ? <Badge tone="warn">{TEXTS.conflict}</Badge> : null}
            </td>
            <td>
              <Button onPress={() => setChosen(row)} why={row.whyNot || undefined} label={TEXTS.takeThis(row)}>
                {TEXTS.take}
              </Button>
            </td>
          </tr>
        ))}
      </SheetTable>
      {chosen ? <AdoptionDialog row={chosen} onClose={() => setChosen(undefined)} /> : null}
    </section>
  );
}

/** What stands here, what would, and the PIN of who answers for it. */
function AdoptionDialog({ row, onClose }: { readonly row: AdoptionRow; readonly onClose: () => void }) {
  const client = useQueryClient();
  return (
    <SignedDialog
      title={TEXTS.takeOf(row)}
      confirm={TEXTS.confirm}
      danger={row.state === 'conflict'}
      send={async ({ pin }) => {
        await call('adoption.take', { event: row.event, after: row.here, pin });
        // Scans rest on other rules from now on.
        for (const queryKey of [['packages'], ['status'], ['cases'], ['lists'], ['rules']])
          void client.invalidateQueries({ queryKey });
        return TEXTS.taken(row);
      }}
      onClose={onClose}
    >
      <p>{TEXTS.change(row)}</p>
      {row.difference ? <p>{TEXTS.difference(row.difference)}</p> : null}
      {row.state === 'conflict' ? (
        <p>
          <Badge tone="warn">{TEXTS.conflict}</Badge> {TEXTS.conflictNote(row)}
        </p>
      ) : null}
      <p className={styles.small}>{TEXTS.note}</p>
    </SignedDialog>
  );
}
