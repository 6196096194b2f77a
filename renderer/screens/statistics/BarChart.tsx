import styles from './Statistics.module.css';
import { TEXTS } from './texts.ts';
import { useMarks } from './useMarks.ts';

interface Bar {
  readonly name: string;
  readonly value: number;
  /** The part of it that is drawn hatched, such as false alarms. */
  readonly part?: number;
  /** Shows the cases behind the bar. */
  readonly open?: (() => void) | undefined;
}

const WIDTH = 560;
const ROW = 24;
const LEFT = 170;
/** Room for figure and part behind the longest bar: 1234（误报567）. */
const RIGHT = 104;

/** Horizontal bars, longest first as given; names on the left, figures at the end. */
export function BarChart({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const markOf = useMarks();
  const opening = bars.filter(({ open }) => open).map(({ name }) => name);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${WIDTH} ${Math.max(1, bars.length) * ROW + 6}`}
        role={bars.some(({ open }) => open) ? 'group' : 'img'}
        aria-label={label}
        className={styles.chart}
      >
        {bars.map(({ name, value, part = 0, open }, at) => (
          <g
            key={name}
            className={open && styles.mark}
            {...(open && markOf(opening.indexOf(name), TEXTS.openBar(name, value), open))}
          >
            <title>{name}</title>
            <text x={LEFT - 8} y={at * ROW + 18} textAnchor="end" className={styles.axis}>
              {name.length > 12 ? `${name.slice(0, 12)}…` : name}
            </text>
            <rect x={LEFT} y={at * ROW + 5} width={value * scale} height={ROW - 8} className={styles.inkFull} />
            <rect
              x={LEFT + (value - part) * scale}
              y={at * ROW + 5}
              width={part * scale}
              height={ROW - 8}
              className={styles.inkPart}
            />
            <text x={LEFT + value * scale + 6} y={at * ROW + 18} className={styles.axis}>
              {part > 0 ? `${value}（误报${part}）` : value}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
