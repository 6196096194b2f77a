import type { FindingCounts } from '../../review/contract.ts';
import type { Level } from '../../review/model/index.ts';
import styles from './Counts.module.css';

const SHORT: Readonly<Record<Level, string>> = { block: '必处', review: '需审', notice: '提示' };
const SHOWN: readonly Level[] = ['block', 'review', 'notice'];

/** 必处 5 需审 19 提示 13 and how many of them are decided; no finding is never called safe. */
export function Counts({ counts }: { readonly counts: FindingCounts }) {
  if (counts.total === 0) return <span className={styles.none}>未发现疑点</span>;
  return (
    <span className={styles.counts}>
      {SHOWN.map((level) => (
        <span key={level} className={counts[level] === 0 ? styles.zero : styles[level]}>
          {SHORT[level]} {counts[level]}
        </span>
      ))}
      <span className={styles.decided}>
        {counts.decided}/{counts.total}
        <span className={styles.word}> 已处理</span>
      </span>
    </span>
  );
}
