import { Button } from '../../components/Button.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { COMMANDS, type CommandId, type CommandPlace, command, PLACES } from '../../keys/commands.ts';
import { usePlace } from '../../state/place.ts';
import type { ScreenId } from '../ids.ts';
import styles from './HelpSheet.module.css';
import { ABOUT, TEXTS } from './texts.ts';

const IDS = Object.keys(COMMANDS) as CommandId[];

/** What this screen is for, and every key of it; printed from the same table the keys are matched with. */
export function HelpSheet({ screen, onClose }: { readonly screen: ScreenId; readonly onClose: () => void }) {
  const comparing = usePlace((state) => state.comparing);
  const places = (Object.keys(PLACES) as CommandPlace[]).filter(
    (place) => place === (comparing ? 'comparison' : screen) || place === 'everywhere',
  );
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose} wide>
      <div className={styles.about}>
        {ABOUT[screen].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p className={styles.note}>{TEXTS.note}</p>
      <div className={styles.groups}>
        {places.toReversed().map((place) => (
          <KeyGroup key={place} place={place} />
        ))}
      </div>
      <div className={styles.actions}>
        <Button kind="primary" onPress={onClose}>
          {TEXTS.close}
        </Button>
      </div>
    </ModalDialog>
  );
}

function KeyGroup({ place }: { readonly place: CommandPlace }) {
  return (
    <section className={styles.group}>
      <h3>{PLACES[place]}</h3>
      {IDS.filter((id) => command(id).place === place).map((id) => (
        <p key={id} className={styles.line}>
          <span>{command(id).name}</span>
          <span>
            {command(id).keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        </p>
      ))}
    </section>
  );
}
