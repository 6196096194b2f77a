import { COMMANDS, type CommandId, keyOf } from '../../keys/commands.ts';
import { usePlace } from '../../state/place.ts';
import styles from './Desk.module.css';

const SHOWN: readonly CommandId[] = [
  'finding.next',
  'finding.previous',
  'finding.next-open',
  'finding.to-text',
  'finding.to-list',
  'desk.hidden',
  'desk.unread',
  'desk.open-only',
  'desk.drawer',
  'desk.mark',
  'desk.record',
  'desk.undo',
];

/** The keys one forgets, at the foot of the desk; all others are on their buttons or under `?`. */
export function KeyHints() {
  const showHelp = usePlace((state) => state.showHelp);
  return (
    <footer className={styles.keys}>
      {SHOWN.map((id) => (
        <span key={id}>
          <kbd>{keyOf(id)}</kbd>
          {COMMANDS[id].name}
        </span>
      ))}
      <button type="button" className={styles.more} onClick={() => showHelp(true)}>
        <kbd>?</kbd>全部快捷键
      </button>
    </footer>
  );
}
