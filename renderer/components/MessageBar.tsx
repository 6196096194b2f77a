import { useEffect } from 'react';
import { type Message, useMessages } from '../state/messages.ts';
import styles from './MessageBar.module.css';

/** Time a good news stays, in milliseconds; errors stay until they are closed. */
const GOOD_NEWS_STAYS = 8_000;

function Line({ message }: { readonly message: Message }) {
  const dismiss = useMessages((state) => state.dismiss);
  useEffect(() => {
    if (message.kind === 'error') return;
    const timer = setTimeout(() => dismiss(message.id), GOOD_NEWS_STAYS);
    return () => clearTimeout(timer);
  }, [message, dismiss]);
  return (
    <div className={`${styles.message} ${styles[message.kind]}`}>
      <p className={styles.text}>
        {message.text}
        {message.code ? <span className={styles.code}>代码 {message.code}</span> : null}
      </p>
      <button type="button" className={styles.close} onClick={() => dismiss(message.id)} aria-label="关闭这条消息">
        关闭
      </button>
    </div>
  );
}

/** The one place where calls tell how they went. Both live regions are always there, or screen readers would miss the first line. */
export function MessageBar() {
  const list = useMessages((state) => state.list);
  return (
    <div className={styles.bar}>
      <div role="alert">
        {list
          .filter((message) => message.kind === 'error')
          .map((message) => (
            <Line key={message.id} message={message} />
          ))}
      </div>
      <div aria-live="polite">
        {list
          .filter((message) => message.kind !== 'error')
          .map((message) => (
            <Line key={message.id} message={message} />
          ))}
      </div>
    </div>
  );
}
