import { useMutation } from '@tanstack/react-query';
import type { IncomingFile } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { timeText } from '../../components/timeText.ts';
import { call } from '../../state/desk.ts';
import { askIncoming, settleIncoming, takeIncoming, useIncoming } from '../../state/incoming.ts';
import { reportDone } from '../../state/messages.ts';
import { useSession } from '../../state/queries.ts';
import { useReceive } from '../../state/receive.ts';
import { whyNoSubmission } from '../../state/roles.ts';
import { sizeText } from './size.ts';
import { TEXTS } from './texts.ts';
import styles from './WatchedFolder.module.css';

const WORDS = TEXTS.watched;

/** The button that begins to watch; nothing for those who hand nothing in, or while a folder is watched. */
export function WatchButton() {
  const session = useSession();
  const { data } = useIncoming(session !== undefined);
  const choose = useMutation({
    mutationFn: () => call('incoming.chooseFolder', {}),
    onSuccess: async ({ chosen }) => {
      await askIncoming();
      if (chosen) reportDone(WORDS.begun);
    },
  });
  if (!data || data.watched || whyNoSubmission(session)) return null;
  return (
    <Button large kind="quiet" onPress={() => choose.mutate()} why={choose.isPending ? WORDS.choosing : undefined}>
      {WORDS.begin}
    </Button>
  );
}

/** Which folder is watched, and what is new in it: proposals that a person takes or passes over, one by one or all. */
export function WatchedFolder() {
  const session = useSession();
  const receive = useReceive();
  const { data } = useIncoming(session !== undefined);
  const stop = useMutation({ mutationFn: () => call('incoming.stopWatching', {}), onSuccess: askIncoming });
  const watched = data?.watched;
  if (!watched || !session) return null;
  const take = (files: readonly IncomingFile[]) => void takeIncoming(files, (read) => void receive(read));
  const { folder, files, problem } = watched;
  return (
    <section className={styles.watched} aria-label={WORDS.title}>
      <p className={styles.head}>
        <strong>{WORDS.title}</strong>
        <span className={styles.folder} title={folder}>
          {folder}
        </span>
        <span aria-live="polite">{files.length === 0 ? WORDS.nothing : WORDS.count(files.length)}</span>
        <span className={styles.buttons}>
          {files.length > 1 ? <Button onPress={() => take(files)}>{WORDS.takeAll(files.length)}</Button> : null}
          <Button kind="quiet" onPress={() => stop.mutate()}>
            {WORDS.stop}
          </Button>
        </span>
      </p>
      {problem === undefined ? null : <p className={styles.problem}>{problem}</p>}
      {files.length === 0 ? null : (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <span className={styles.name} title={file.name}>
                {file.name}
              </span>
              <span className={styles.facts}>
                {WORDS.facts(sizeText(file.size), timeText(new Date(file.changed).toISOString()))}
              </span>
              <Button onPress={() => take([file])} label={`${WORDS.take} ${file.name}`}>
                {WORDS.take}
              </Button>
              <Button kind="quiet" onPress={() => void settleIncoming([file])} label={`${WORDS.pass} ${file.name}`}>
                {WORDS.pass}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
