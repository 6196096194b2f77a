import { ANNUAL_CELLS, type AnnualFault } from '../../../../review/model/index.ts';
import styles from './Annual.module.css';

interface CellFieldProps {
  readonly cell: string;
  readonly text: string;
  readonly fault: AnnualFault | undefined;
  /** Why it cannot be changed. */
  readonly locked: boolean;
  readonly onChange: (cell: string, text: string) => void;
}

/** One cell of the report; red when the arithmetic says so, and its fault is read out with it. */
export function CellField({ cell, text, fault, locked, onChange }: CellFieldProps) {
  return (
    <input
      className={styles.cell}
      data-fault={fault?.kind}
      inputMode="decimal"
      maxLength={16}
      value={text}
      readOnly={locked}
      aria-label={ANNUAL_CELLS.get(cell)}
      aria-invalid={fault?.kind === 'wrong' ? true : undefined}
      title={fault?.kind === 'wrong' ? fault.message : undefined}
      onChange={(event) => onChange(cell, event.target.value)}
    />
  );
}
