import { useId } from 'react';
import styles from './Statistics.module.css';
import { TEXTS } from './texts.ts';
import { type MarkOf, useMarks } from './useMarks.ts';

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** Which of the patterns fills it; told apart without colour. */
  readonly pattern: 'full' | 'lines' | 'dots';
  /** Shows the cases behind the part of a column; its place among the labels. */
  readonly open?: ((at: number) => void) | undefined;
}

const WIDTH = 560;
const HEIGHT = 200;
const LEFT = 34;
const BOTTOM = 24;
const TOP = 10;

/** A round number not below the greatest value, so that the grid lines bear whole numbers. */
export function roundTop(most: number): number {
  if (most <= 4) return 4;
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 4, 5, 8, 10].map((times) => times * unit).find((top) => top >= most) ?? most) || 4;
}

/** Stacked columns, one for each label. The table beside it holds the same figures: the picture itself is read out in one sentence. */
export function ColumnChart(props: {
  readonly label: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}) {
  const { label, labels, series } = props;
  const id = useId();
  const markOf = useMarks();
  const sums = labels.map((_label, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const top = roundTop(Math.max(0, ...sums));
  const scale = (HEIGHT - TOP - BOTTOM) / top;
  const step = (WIDTH - LEFT) / Math.max(1, labels.length);
  const width = Math.min(34, step * 0.62);
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role={series.some(({ open }) => open) ? 'group' : 'img'}
        aria-label={label}
        className={styles.chart}
      >
        <Patterns id={id} />
        {[0, 1, 2, 3, 4].map((part) => {
          const y = HEIGHT - BOTTOM - (scale * top * part) / 4;
          return (
            <g key={part}>
              <line x1={LEFT} x2={WIDTH} y1={y} y2={y} className={styles.gridLine} />
              <text x={LEFT - 6} y={y + 4} textAnchor="end" className={styles.axis}>
                {Math.round(((top * part) / 4) * 10) / 10}
              </text>
            </g>
          );
        })}
        {labels.map((name, at) => (
          <Column
            key={name}
            name={name}
            x={LEFT + step * at + (step - width) / 2}
            width={width}
            scale={scale}
            parts={partsAt(series, at, id)}
            markOf={markOf}
          />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {series.map(({ name, pattern }) => (
          <span key={name}>
            <svg width="16" height="12" aria-hidden="true">
              <rect width="16" height="12" fill={`url(#${id}-${pattern})`} className={styles.block} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** The parts of one column that are drawn, from the axis upwards, each with its place among all parts of the chart. */
function partsAt(series: readonly Series[], at: number, id: string): ColumnProps['parts'] {
  const drawn = (label: number): number => series.filter(({ values }) => (values[label] ?? 0) > 0).length;
  const before = Array.from({ length: at }, (_, label) => drawn(label)).reduce((sum, count) => sum + count, 0);
  return series
    .filter(({ values }) => (values[at] ?? 0) > 0)
    .map(({ name, values, pattern, open }, place) => ({
      name,
      value: values[at] ?? 0,
      fill: `url(#${id}-${pattern})`,
      place: before + place,
      open: open && (() => open(at)),
    }));
}

interface ColumnProps {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly scale: number;
  readonly parts: readonly {
    readonly name: string;
    readonly value: number;
    readonly fill: string;
    readonly place: number;
    readonly open: (() => void) | undefined;
  }[];
  readonly markOf: MarkOf;
}

function Column({ name, x, width, scale, parts, markOf }: ColumnProps) {
  let y = HEIGHT - BOTTOM;
  return (
    <g>
      {parts.map(({ name: part, value, fill, place, open }) => {
        const height = value * scale;
        y -= height;
        const words = TEXTS.openBar(`${name}${part}`, value);
        return (
          <g key={fill} className={open && styles.mark} {...(open && markOf(place, words, open))}>
            <title>{words}</title>
            <rect x={x} y={y} width={width} height={height} fill={fill} className={styles.block} />
          </g>
        );
      })}
      <text x={x + width / 2} y={HEIGHT - 7} textAnchor="middle" className={styles.axis}>
        {name}
      </text>
    </g>
  );
}

/** Fills that stay apart in grey and for colour-blind eyes. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-full`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={styles.inkFull} />
      </pattern>
      <pattern id={`${id}-lines`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles.paper} />
        <rect width="3" height="6" className={styles.inkLines} />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className={styles.paper} />
        <circle cx="3" cy="3" r="1.7" className={styles.inkDots} />
      </pattern>
    </defs>
  );
}
