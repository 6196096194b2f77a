import { useState } from 'react';
import type { PackageImported, PackageList } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { timeText } from '../../components/timeText.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { usePackageInbox } from '../../state/packageInbox.ts';
import { useSession } from '../../state/queries.ts';
import { whyNoImport } from '../../state/roles.ts';
import { Adoption } from './Adoption.tsx';
import styles from './Exchange.module.css';
import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ImportResult } from './ImportResult.tsx';
import { PackageRows } from './PackageRows.tsx';
import { RosterForks } from './RosterForks.tsx';
import { TEXTS } from './texts.ts';
import { usePackages } from './usePackages.ts';

const EXPORTERS: readonly string[] = ['reviewer', 'leader'];
const READERS: readonly string[] = [...EXPORTERS, 'drafter', 'head', 'secadmin', 'auditor'];

/** 交换包: what goes to other workstations of the office on a stick, and what comes from them. */
export function Exchange() {
  const session = useSession();
  const role = session?.person.role ?? '';
  const list = usePackages(READERS.includes(role));
  const [open, setOpen] = useState<'export' | 'import'>();
  const { file: brought, offer } = usePackageInbox();
  const [result, setResult] = useState<PackageImported>();
  const exportWhy = EXPORTERS.includes(role) ? undefined : TEXTS.exportOnly;
  const importWhy = whyNoImport(session);
  const importing = open === 'import' || brought !== undefined;
  const endImport = () => {
    setOpen(undefined);
    offer(undefined);
  };
  useCommand('exchange.export', () => (exportWhy ? undefined : setOpen('export')));
  useCommand('exchange.import', () => (importWhy ? undefined : setOpen('import')));
  if (!READERS.includes(role)) return <EmptyState title={TEXTS.title} sentence={TEXTS.notYours} />;
  if (!list.data) return <EmptyState sentence={list.error?.message ?? TEXTS.loading} />;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{TEXTS.title}</h1>
        <Button onPress={() => setOpen('import')} command="exchange.import" why={importWhy}>
          {TEXTS.import}
        </Button>
        <Button kind="primary" onPress={() => setOpen('export')} command="exchange.export" why={exportWhy}>
          {TEXTS.export}
        </Button>
      </header>
      <p className={styles.about}>{TEXTS.about}</p>
      <Forks list={list.data} />
      <RosterForks rows={list.data.rosterForks} />
      {result ? <ImportResult result={result} receiptWhy={exportWhy} onClose={() => setResult(undefined)} /> : null}
      <Stations rows={list.data.workstations} />
      <Adoption />
      <PackageRows rows={list.data.rows} receiptWhy={exportWhy} />
      {open === 'export' && !importing ? (
        <ExportDialog stations={list.data.workstations} onClose={() => setOpen(undefined)} />
      ) : null}
      {importing && importWhy === undefined ? (
        <ImportDialog key={brought?.name} brought={brought} onDone={setResult} onClose={endImport} />
      ) : null}
    </div>
  );
}

/** Red for ever: proof that somebody went on from an old copy, or forged. */
function Forks({ list: { forks, forkedCases } }: { readonly list: PackageList }) {
  if (forks.length === 0) return null;
  return (
    <section className={`${styles.panel} ${styles.alarm}`} aria-labelledby="exchange-forks">
      <h2 id="exchange-forks">{TEXTS.forks}</h2>
      <p>{TEXTS.forkLead}</p>
      <ul>
        {forks.map(({ ws, name, inc, seq, at }) => (
          <li key={`${ws} ${inc} ${seq} ${at}`}>{TEXTS.fork(name, inc, seq, timeText(at))}</li>
        ))}
      </ul>
      {forkedCases.length > 0 ? <p>{TEXTS.forkedCases(forkedCases)}</p> : null}
    </section>
  );
}

function Stations({ rows }: { readonly rows: PackageList['workstations'] }) {
  return (
    <section className={styles.panel} aria-labelledby="exchange-stations">
      <h2 id="exchange-stations">{TEXTS.stations}</h2>
      <ul className={styles.stations}>
        {rows.map(({ id, name, here, heardAt }) => (
          <li key={id}>
            <b>{name}</b>
            {here ? <Badge tone="notice">{TEXTS.here}</Badge> : null}
            {here ? null : (
              <span className={styles.small}>{heardAt === undefined ? TEXTS.neverHeard : TEXTS.heard(timeText(heardAt))}</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length < 2 ? <p className={styles.small}>{TEXTS.onlyHere}</p> : null}
    </section>
  );
}
