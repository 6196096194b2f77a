import type { Progress } from '../../review/contract.ts';
import { Button } from './Button.tsx';
import bar from './ProgressBar.module.css';
import styles from './ProgressLine.module.css';

/** Phase and share of a running job, spoken politely, with the way to stop it. */
export function ProgressLine(props: {
  readonly progress: Progress | undefined;
  readonly name: string;
  readonly onCancel?: () => void;
}) {
  const { progress, name, onCancel } = props;
  const share = progress?.ratio;
  return (
    <div className={styles.line}>
      <span aria-live="polite">{progress?.phase ?? '等待'}</span>
      <progress className={bar.bar} aria-label={`${name} 的进度`} max={1} value={share ?? 0} />
      {share === undefined ? null : <span>{Math.round(share * 100)}%</span>}
      {onCancel ? (
        <Button onPress={onCancel} label={`取消 ${name}`}>
          取消
        </Button>
      ) : null}
    </div>
  );
}
