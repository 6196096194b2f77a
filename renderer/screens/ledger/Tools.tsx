import { useState } from 'react';
import type { LedgerFilter } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { ListHead } from '../../components/ListScreen.tsx';
import { useDeskCall, useSession } from '../../state/queries.ts';
import { useExport } from '../signoff/Exports.tsx';
import { FullExportDialog } from './FullExportDialog.tsx';
import styles from './Ledger.module.css';
import { SheetDialog } from './SheetDialog.tsx';
import { TEXTS } from './texts.ts';
import { VerifyResult } from './VerifyResult.tsx';

interface ToolsProps {
  readonly total: string;
  /** What the list is narrowed to; an export of the ledger is narrowed alike. */
  readonly filter: LedgerFilter | undefined;
  /** Months in which anything happened, newest first. */
  readonly months: readonly string[];
}

/** What may be exported of all cases, and the check of the log. */
export function Tools({ total, filter, months }: ToolsProps) {
  const [asking, setAsking] = useState<'full' | 'sheet'>();
  const make = useExport();
  const verify = useDeskCall('log.verify');
  const offers = useSession()?.exports ?? [];
  const sheets = offers.filter(({ kind, needs }) => needs !== 'case' && needs !== 'batch' && kind !== 'ledger' && kind !== 'log');
  const narrowed = filter ? { filter } : {};
  const why = (kind: 'ledger' | 'log', full = false): string | undefined => {
    if (make.isPending) return TEXTS.exporting;
    const mine = offers.some((offer) => offer.kind === kind && (offer.full || !full));
    return mine ? undefined : TEXTS.notYours[full ? 'full' : 'masked'];
  };
  return (
    <>
      <ListHead title={TEXTS.title} total={total}>
        <div className={styles.exports}>
          <Button onPress={() => setAsking('sheet')} why={sheets.length === 0 ? TEXTS.noSheets : undefined}>
            {TEXTS.sheets}
          </Button>
          <Button onPress={() => make.mutate({ kind: 'ledger', ...narrowed })} why={why('ledger')}>
            {TEXTS.masked}
          </Button>
          <Button onPress={() => setAsking('full')} why={why('ledger', true)}>
            {TEXTS.full}
          </Button>
          <Button onPress={() => make.mutate({ kind: 'log' })} why={why('log')}>
            {TEXTS.log}
          </Button>
          <Button kind="primary" onPress={() => verify.mutate({})} why={verify.isPending ? TEXTS.verifying : undefined}>
            {verify.isPending ? TEXTS.verifying : TEXTS.verify}
          </Button>
        </div>
      </ListHead>
      {verify.data ? <VerifyResult report={verify.data} onClose={verify.reset} /> : null}
      {asking === 'full' ? (
        <FullExportDialog
          narrowed={filter !== undefined}
          onExport={(reason) => make.mutate({ kind: 'ledger', ...narrowed, full: { reason } })}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
      {asking === 'sheet' ? (
        <SheetDialog offers={sheets} months={months} onExport={make.mutate} onClose={() => setAsking(undefined)} />
      ) : null}
    </>
  );
}
