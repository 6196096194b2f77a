import { useEffect, useRef } from 'react';
import { DeskError } from '../state/desk.ts';
import styles from './Trouble.module.css';

interface TroubleProps {
  readonly error: Error | null | undefined;
  /** Chinese sentence for an answer that never came; what is known for sure differs from act to act. */
  readonly unknown?: string;
}

/** What went wrong, beside the fields where the person is looking; read aloud when it comes. Draws nothing while nothing is wrong. */
export function Trouble({ error, unknown = '没有完成，什么也没有改动。请重试。' }: TroubleProps) {
  const frame = useRef<HTMLDivElement>(null);
  // In a dialog longer than the window it would come below the edge, and nothing would seem to have happened.
  useEffect(() => {
    if (error) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div role="alert" ref={frame}>
      {error ? (
        <p className={styles.error}>
          {error instanceof DeskError ? error.message : unknown}
          {error instanceof DeskError ? <span className={styles.code}>代码 {error.code}</span> : null}
        </p>
      ) : null}
    </div>
  );
}
