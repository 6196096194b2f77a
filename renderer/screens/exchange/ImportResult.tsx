import type { ImportedCase, PackageImported } from '../../../review/contract.ts';
import { Badge, StateBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { screenOf, usePlace } from '../../state/place.ts';
import styles from './Exchange.module.css';
import { TEXTS } from './texts.ts';
import { useReceipt } from './usePackages.ts';

interface ImportResultProps {
  readonly result: PackageImported;
  /** Why the person may not send a receipt; undefined when they may. */
  readonly receiptWhy: string | undefined;
  readonly onClose: () => void;
}

/** What an import brought: counts, the cases that changed, what contradicts, and the receipt that should go back. */
export function ImportResult({ result, receiptWhy, onClose }: ImportResultProps) {
  const receipt = useReceipt();
  const conflicts = result.cases.filter(({ conflict }) => conflict).length;
  return (
    <section className={`${styles.panel} ${styles.result}`} aria-labelledby="exchange-result">
      <div className={styles.resultHead}>
        <h2 id="exchange-result">{TEXTS.result}</h2>
        <Button kind="quiet" onPress={onClose}>
          {TEXTS.close}
        </Button>
      </div>
      <div role="status">
        <p>
          <b>{result.known ? TEXTS.known(result.fromName) : TEXTS.taken(result.fromName)}</b>
          {result.known ? null : ` ${TEXTS.counts(result.events, result.contents, result.roster)}。`}
        </p>
        {result.receipt ? <p>{TEXTS.isReceipt}</p> : null}
        {result.otherName === undefined ? null : <p>{TEXTS.forOther(result.otherName)}</p>}
        {result.forks > 0 ? <p className={styles.bad}>{TEXTS.newForks(result.forks)}</p> : null}
        {result.late > 0 ? <p className={styles.bad}>{TEXTS.late(result.late)}</p> : null}
        {result.cleared ? <p>{TEXTS.cleared(result.cleared.items)}</p> : null}
        {result.cleared?.whyCopiesStay ? <p className={styles.bad}>{TEXTS.copiesStay(result.cleared.whyCopiesStay)}</p> : null}
        {conflicts > 0 ? <p className={styles.bad}>{TEXTS.conflicts(conflicts)}</p> : null}
      </div>
      {result.cases.length > 0 ? <Cases cases={result.cases} /> : null}
      {result.receiptDue ? (
        <div className={styles.actions}>
          <span>{TEXTS.proposeReceipt}</span>
          <Button
            kind="primary"
            onPress={() => receipt.mutate({ to: result.from, receipt: result.id }, { onSuccess: onClose })}
            why={receiptWhy}
          >
            {TEXTS.sendReceipt}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Cases({ cases }: { readonly cases: readonly ImportedCase[] }) {
  const openCase = usePlace((state) => state.openCase);
  return (
    <SheetTable label={TEXTS.cases} head={TEXTS.caseHeads} framed={false}>
      {cases.map((row) => (
        <tr key={row.id}>
          <td className={styles.narrow}>{row.number}</td>
          <td>{row.readable ? row.title : <span className={styles.small}>{TEXTS.unreadable}</span>}</td>
          <td className={styles.narrow}>
            <StateBadge state={row.state} />
          </td>
          <td className={styles.narrow}>
            {row.conflict ? <Badge tone="block">{TEXTS.conflict}</Badge> : row.fresh ? TEXTS.fresh : TEXTS.changed}
          </td>
          <td className={styles.narrow}>
            {row.readable ? (
              <Button
                onPress={() => openCase(row.id, row.conflict ? 'desk' : screenOf(row.state))}
                label={TEXTS.openCaseOf(row.number)}
              >
                {TEXTS.openCase}
              </Button>
            ) : null}
          </td>
        </tr>
      ))}
    </SheetTable>
  );
}
