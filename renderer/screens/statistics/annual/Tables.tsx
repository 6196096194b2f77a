import type { ReactNode } from 'react';
import { ACTIVE_TABLES, columnName, DISPUTES, OUTCOMES, REQUEST_COLUMNS, REQUEST_ROWS } from '../../../../review/model/index.ts';
import styles from './Annual.module.css';
import { TEXTS } from './texts.ts';

type CellOf = (cell: string) => ReactNode;

function Grid({ caption, head, rows }: { readonly caption: string; readonly head: readonly string[]; readonly rows: ReactNode }) {
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

/** 二: four small tables. */
export function ActiveTables({ cellOf }: { readonly cellOf: CellOf }) {
  return (
    <div className={styles.small}>
      {ACTIVE_TABLES.map(({ title, columns, rows }) => (
        <Grid
          key={title}
          caption={title}
          head={[TEXTS.item, ...Object.values(columns)]}
          rows={Object.entries(rows).map(([row, name]) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {Object.keys(columns).map((column) => (
                <td key={column}>{cellOf(`active.${row}.${column}`)}</td>
              ))}
            </tr>
          ))}
        />
      ))}
    </div>
  );
}

/** 三: applicants across, results down; a heading row before each group of results. */
export function RequestTable({ cellOf }: { readonly cellOf: CellOf }) {
  let group: string | undefined;
  const rows = REQUEST_ROWS.flatMap(({ key, name, group: of }) => {
    const heading = of !== undefined && of !== group;
    group = of;
    const row = (
      <tr key={key} className={key === 'total' ? styles.sum : undefined}>
        <th scope="row" className={of === undefined ? undefined : styles.inner}>
          {name}
        </th>
        {REQUEST_COLUMNS.map((column) => (
          <td key={column}>{cellOf(`request.${key}.${column}`)}</td>
        ))}
      </tr>
    );
    if (!heading) return [row];
    return [
      <tr key={of}>
        <th scope="rowgroup" colSpan={REQUEST_COLUMNS.length + 1} className={styles.group}>
          {of}
        </th>
      </tr>,
      row,
    ];
  });
  return <Grid caption={TEXTS.requests} head={[TEXTS.row, ...REQUEST_COLUMNS.map(columnName)]} rows={rows} />;
}

/** 四. */
export function DisputeTable({ cellOf }: { readonly cellOf: CellOf }) {
  return (
    <Grid
      caption={TEXTS.disputes}
      head={[TEXTS.kind, ...Object.values(OUTCOMES)]}
      rows={Object.entries(DISPUTES).map(([kind, name]) => (
        <tr key={kind}>
          <th scope="row">{name}</th>
          {Object.keys(OUTCOMES).map((outcome) => (
            <td key={outcome}>{cellOf(`dispute.${kind}.${outcome}`)}</td>
          ))}
        </tr>
      ))}
    />
  );
}
