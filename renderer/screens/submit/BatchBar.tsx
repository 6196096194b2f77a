import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/Button.tsx';
import bar from '../../components/ProgressBar.module.css';
import { exportAndSave } from '../../state/files.ts';
import { reportDone } from '../../state/messages.ts';
import { type Matter, useSubmission } from '../../state/submission.ts';
import { batchRows, sumsOf } from './batch.ts';
import styles from './Submit.module.css';
import { TEXTS } from './texts.ts';

const WORDS = TEXTS.batch;

/** How many files went which way; the way to pause, to stop, and to take a summary along. */
export function BatchBar({ matters }: { readonly matters: readonly Matter[] }) {
  const { running, paused, doneBefore, pause, stop, start } = useSubmission();
  const sums = sumsOf(matters);
  const ended = sums.imported + sums.marked + sums.duplicate + sums.failed;
  const save = useMutation({
    mutationFn: () => exportAndSave({ kind: 'submission-summary', batch: batchRows(matters) }),
    onSuccess: ({ name, saved }) => (saved ? reportDone(WORDS.saved(name)) : undefined),
  });
  return (
    <section className={styles.batch} aria-label={WORDS.title}>
      <progress className={bar.bar} aria-label={WORDS.progress(ended, matters.length)} max={matters.length} value={ended} />
      <span aria-live="polite">{WORDS.progress(ended, matters.length)}</span>
      <span>{WORDS.sums(sums)}</span>
      {sums.unread > 0 ? <span>{WORDS.unread(sums.unread)}</span> : null}
      {doneBefore > 0 ? <span>{WORDS.doneBefore(doneBefore)}</span> : null}
      <span className={styles.batchButtons}>
        {running && !paused ? <Button onPress={pause}>{WORDS.pause}</Button> : null}
        {paused && sums.waiting > 0 ? <Button onPress={() => void start()}>{WORDS.goOn}</Button> : null}
        {running ? <Button onPress={stop}>{WORDS.stop}</Button> : null}
        <Button onPress={() => save.mutate()} why={ended === 0 ? WORDS.nothingYet : save.isPending ? WORDS.saving : undefined}>
          {WORDS.save}
        </Button>
      </span>
    </section>
  );
}
