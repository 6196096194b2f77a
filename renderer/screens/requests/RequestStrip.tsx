import { Button } from '../../components/Button.tsx';
import { usePlace } from '../../state/place.ts';
import { DayMark } from './DayMark.tsx';
import { byDeadline } from './order.ts';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';
import { useRequests } from './useRequests.ts';

const SHOWN = 3;

/** In 今日待办: the applications whose answer is due next. Nothing while there are none. */
export function RequestStrip() {
  const go = usePlace((state) => state.go);
  const open = (useRequests().data ?? []).filter(({ state }) => state !== 'closed').sort(byDeadline);
  if (open.length === 0) return null;
  return (
    <div className={styles.strip}>
      <b>{TEXTS.strip(open.length)}</b>
      {open.slice(0, SHOWN).map((row) => (
        <span key={row.id}>
          {row.number} {row.deadline ? <DayMark deadline={row.deadline} /> : null}
        </span>
      ))}
      <Button onPress={() => go('requests')} command="go.requests">
        {TEXTS.open}
      </Button>
    </div>
  );
}
