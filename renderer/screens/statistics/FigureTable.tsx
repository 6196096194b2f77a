import styles from './Statistics.module.css';

interface FigureTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** First cell of a row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** The last row is a sum. */
  readonly total?: boolean;
}

/** The figures behind a picture. */
export function FigureTable({ caption, head, rows, total = false }: FigureTableProps) {
  return (
    <table className={styles.table}>
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={String(cells[0])} className={total && at === rows.length - 1 ? styles.total : undefined}>
            <th scope="row">{cells[0]}</th>
            {cells.slice(1).map((value, column) => (
              <td key={head[column + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
