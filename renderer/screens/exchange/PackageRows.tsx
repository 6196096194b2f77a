import type { PackageRow } from '../../../review/contract.ts';
import { Badge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import styles from './Exchange.module.css';
import { REFUSALS, TEXTS } from './texts.ts';
import { useReceipt } from './usePackages.ts';

/** A digest as it is read aloud: its first twelve digits in fours. */
const shortCode = (digest: string): string => (digest.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');

const kindOf = ({ kind, receipt }: PackageRow): string =>
  receipt && kind !== 'refuse' ? TEXTS.receiptOf[kind] : TEXTS.kinds[kind];

/** Every package that left or came, newest first. */
export function PackageRows(props: { readonly rows: readonly PackageRow[]; readonly receiptWhy: string | undefined }) {
  const { rows, receiptWhy } = props;
  return (
    <section className={styles.panel} aria-labelledby="exchange-records">
      <h2 id="exchange-records">{TEXTS.records}</h2>
      {rows.length === 0 ? (
        <EmptyState sentence={TEXTS.empty} example={TEXTS.emptyExample} />
      ) : (
        <SheetTable label={TEXTS.table} head={TEXTS.heads} framed={false}>
          {rows.map((row) => (
            <Row key={`${row.kind} ${row.at} ${row.digest}`} row={row} receiptWhy={receiptWhy} />
          ))}
        </SheetTable>
      )}
    </section>
  );
}

function Row({ row, receiptWhy }: { readonly row: PackageRow; readonly receiptWhy: string | undefined }) {
  const refused = row.kind === 'refuse';
  return (
    <tr>
      <td className={styles.narrow}>{timeText(row.at)}</td>
      <td className={styles.narrow}>
        <Badge tone={refused ? 'warn' : row.kind === 'export' ? 'notice' : 'done'}>{kindOf(row)}</Badge>
      </td>
      <td>{refused ? '—' : (row.withName ?? TEXTS.anyone)}</td>
      <td className={styles.narrow}>{refused ? '—' : TEXTS.count(row.events)}</td>
      <td className={styles.narrow}>{TEXTS.items(row.contents)}</td>
      <td className={styles.narrow}>{row.by}</td>
      <td>
        <Outcome row={row} receiptWhy={receiptWhy} />
      </td>
      <td className={styles.code} title={row.digest}>
        {shortCode(row.digest)}
      </td>
    </tr>
  );
}

function Outcome({ row, receiptWhy }: { readonly row: PackageRow; readonly receiptWhy: string | undefined }) {
  const receipt = useReceipt();
  if (row.kind === 'refuse')
    return <span className={styles.bad}>{TEXTS.refused(REFUSALS[row.code ?? ''] ?? row.code ?? '')}</span>;
  if (row.kind === 'export') {
    if (row.receipt) return <span className={styles.small}>—</span>;
    return row.received ? TEXTS.received(row.received.name, timeText(row.received.at)) : TEXTS.notReceived;
  }
  const from = row.with;
  if (!row.receiptDue || from === undefined) return TEXTS.receiptDone;
  return (
    <span className={styles.due}>
      {TEXTS.receiptDue}
      <Button
        onPress={() => receipt.mutate({ to: from, receipt: row.id })}
        why={receiptWhy}
        label={TEXTS.sendReceiptFor(row.withName ?? from)}
      >
        {TEXTS.sendReceipt}
      </Button>
    </span>
  );
}
