import { Button } from '../../components/Button.tsx';
import { type Matter, useSubmission } from '../../state/submission.ts';
import styles from './Submit.module.css';
import { sizeText } from './size.ts';
import { TEXTS } from './texts.ts';

/** Main text and attachments of one matter: which is which, in which order, and the way out. */
export function Attachments({ matter }: { readonly matter: Matter }) {
  const { raise, detach } = useSubmission();
  const { attachments } = TEXTS;
  if (matter.attachments.length === 0) return null;
  return (
    <section className={styles.attachments} aria-label={attachments.title}>
      <p className={styles.note}>{attachments.note}</p>
      <ol>
        <li className={styles.attachment}>
          <span className={styles.label}>{attachments.main}</span>
          <span className={styles.file}>{matter.file.name}</span>
        </li>
        {matter.attachments.map((file, place) => {
          const label = attachments.label(place + 1);
          return (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className={styles.attachment}>
              <span className={styles.label}>{label}</span>
              <span className={styles.file} title={file.name}>
                {file.name}
              </span>
              <span className={styles.size}>{sizeText(file.size)}</span>
              <Button
                kind="quiet"
                onPress={() => raise(matter.key, place)}
                label={`${place === 0 ? attachments.toMain : attachments.up} ${label}`}
              >
                {place === 0 ? attachments.toMain : attachments.up}
              </Button>
              <Button kind="quiet" onPress={() => detach(matter.key, place)} label={`${attachments.detach} ${label}`}>
                {attachments.detach}
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** A folder of drafts is no notice with attachments; put one after the other they can still be joined. */
const MOST_ASKED = 20;

/** Files that came in together: whether they are one matter is asked once, where it can be. */
export function JoinBar() {
  const count = useSubmission((state) => state.together().length);
  const { join, keepApart } = useSubmission();
  const { attachments } = TEXTS;
  if (count < 2 || count > MOST_ASKED) return null;
  return (
    <section className={styles.join} aria-label={attachments.join}>
      <span>{attachments.together(count)}</span>
      <Button onPress={join} command="submit.join">
        {attachments.join}
      </Button>
      <Button kind="quiet" onPress={keepApart}>
        {attachments.apart}
      </Button>
    </section>
  );
}
