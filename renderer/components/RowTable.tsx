import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useId, useRef } from 'react';
import chosenRow from './ChosenRow.module.css';
import { bodyRoles, cellRoles, gridRoles, headCellRoles, headRowRoles, rowRoles } from './gridRoles.ts';
import styles from './RowTable.module.css';

export interface Column<T> {
  readonly head: string;
  /** CSS grid width: `90px`, `minmax(200px, 1fr)`. */
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
}

interface RowTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (row: T) => void;
  readonly onOpen: (row: T) => void;
  readonly rowHeight?: number;
}

const HEAD = 34;

/** Table of any length: only the rows in sight are drawn. A click chooses, a double click or Enter opens. */
export function RowTable<T>(props: RowTableProps<T>) {
  const { label, columns, rows, idOf, chosen, onChoose, onOpen, rowHeight = 48 } = props;
  const prefix = useId();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const index = rows.findIndex((row) => idOf(row) === chosen);
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index);
  }, [index, virtual]);
  const template = columns.map((column) => column.width).join(' ');
  return (
    <div
      ref={frame}
      className={`${chosenRow.rows} ${styles.grid}`}
      {...gridRoles(label, rows.length, index >= 0 ? `${prefix}${chosen}` : undefined)}
    >
      <div {...bodyRoles}>
        <div className={styles.head} style={{ gridTemplateColumns: template }} {...headRowRoles}>
          {columns.map((column) => (
            <span key={column.head} {...headCellRoles}>
              {column.head}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.body} style={{ height: virtual.getTotalSize() }} {...bodyRoles}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const id = idOf(row);
          const roles = rowRoles({
            id: `${prefix}${id}`,
            index: item.index,
            selected: id === chosen,
            onChoose: () => onChoose(row),
            onOpen: () => onOpen(row),
          });
          return (
            <div
              key={id}
              className={`${chosenRow.row} ${styles.row}`}
              style={{ gridTemplateColumns: template, height: item.size, transform: `translateY(${item.start - HEAD}px)` }}
              {...roles}
            >
              <Cells columns={columns as readonly Column<unknown>[]} row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Scrolling moves rows; what stands in them is drawn once. */
const Cells = memo(function Cells({ columns, row }: { readonly columns: readonly Column<unknown>[]; readonly row: unknown }) {
  return columns.map((column) => (
    <div key={column.head} className={styles.cell} {...cellRoles}>
      {column.cell(row)}
    </div>
  ));
});
