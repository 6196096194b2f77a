import { ROLES } from '../../review/model/index.ts';
import { MessageBar } from '../components/MessageBar.tsx';
import { ScreenGuard } from '../components/ScreenGuard.tsx';
import { type CommandId, keyOf } from '../keys/commands.ts';
import { useCommand } from '../keys/useCommand.ts';
import { HelpSheet } from '../screens/help/HelpSheet.tsx';
import type { ScreenId } from '../screens/ids.ts';
import { SCREENS } from '../screens/index.ts';
import { usePlace } from '../state/place.ts';
import { useStatus } from '../state/queries.ts';
import { whyNoSubmission } from '../state/roles.ts';
import styles from './App.module.css';
import { chooseFiles, chooseFolder, FileGate } from './FileGate.tsx';
import { IncomingGate } from './IncomingGate.tsx';
import { SignedToday } from './SignedToday.tsx';

/** Head of the window, message bar, the present screen. Hidden and deaf while locked. */
export function Shell({ locked, onLock }: { readonly locked: boolean; readonly onLock: () => void }) {
  const { screen, help, showHelp } = usePlace();
  const status = useStatus().data;
  const Screen = SCREENS[screen].component;
  useCommand('lock', onLock, !locked);
  useCommand('help', () => showHelp(true), !locked);
  useCommand('files.folder', chooseFolder, !locked && !whyNoSubmission(status?.session));
  useCommand('files.choose', chooseFiles, !locked && !whyNoSubmission(status?.session));
  return (
    <div className={`${styles.shell} ${locked ? styles.locked : ''}`} inert={locked}>
      <header className={styles.head}>
        <span className={styles.name}>先审</span>
        <nav className={styles.places} aria-label="屏幕">
          {(Object.keys(SCREENS) as ScreenId[]).map((id) => (
            <PlaceButton key={id} id={id} />
          ))}
        </nav>
        <div className={styles.who}>
          <span className={styles.office}>{status?.office}</span>
          {status?.session ? (
            <span className={styles.person}>
              {status.session.person.name} · {ROLES[status.session.person.role]}
            </span>
          ) : null}
          <button type="button" className={styles.tool} onClick={() => showHelp(true)}>
            帮助 ?
          </button>
          <button type="button" className={styles.tool} onClick={onLock} title={`锁定（${keyOf('lock')}）`}>
            锁定
          </button>
        </div>
      </header>
      {locked ? null : <MessageBar />}
      <SignedToday locked={locked} />
      {status?.readOnly ? <p className={styles.notice}>只能查看：{status.readOnly}</p> : null}
      <main className={styles.main}>
        <ScreenGuard key={screen}>
          <Screen />
        </ScreenGuard>
        <FileGate disabled={locked} />
        <IncomingGate disabled={locked} />
      </main>
      {help && !locked ? <HelpSheet screen={screen} onClose={() => showHelp(false)} /> : null}
    </div>
  );
}

function PlaceButton({ id }: { readonly id: ScreenId }) {
  const { screen, go } = usePlace();
  const { name } = SCREENS[id];
  const command: CommandId = `go.${id}`;
  useCommand(command, () => go(id));
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={screen === id ? 'page' : undefined}
      onClick={() => go(id)}
      title={`${name}（${keyOf(command)}）`}
    >
      {name}
    </button>
  );
}
