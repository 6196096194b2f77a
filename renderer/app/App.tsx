import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { MessageBar } from '../components/MessageBar.tsx';
import { LogIn } from '../screens/login/LogIn.tsx';
import { SetUp } from '../screens/setup/SetUp.tsx';
import { onCallError } from '../state/client.ts';
import { call } from '../state/desk.ts';
import { flushDrafts } from '../state/formDraft.ts';
import { useIdle } from '../state/idle.ts';
import { reportError, reportInfo } from '../state/messages.ts';
import { useSetSession, useStatus } from '../state/queries.ts';
import styles from './App.module.css';
import { Shell } from './Shell.tsx';

const keepSession = (): void => void call('session.keep', {}).catch(onCallError);

/** Set-up, log-in or the desk. The desk stays mounted behind the log-in, so that a lock loses no place and no half sentence. */
export function App() {
  const status = useStatus();
  const setSession = useSetSession();
  const session = status.data?.session;
  const [lastPerson, setLastPerson] = useState<string>();
  const person = session?.person.id ?? lastPerson;

  const lock = useCallback(
    (why: string) => {
      setSession(undefined);
      if (why) reportInfo(why);
      // What somebody was typing is kept while their key is still here.
      void flushDrafts().then(() => call('session.close', {}).catch(reportError));
    },
    [setSession],
  );
  const lockIdle = useCallback(() => lock('一段时间没有操作，已锁定。登录后回到原来的地方。'), [lock]);
  useIdle(session?.idleMinutes, lockIdle, keepSession);

  useEffect(() => {
    if (session) setLastPerson(session.person.id);
  }, [session]);
  useEffect(() => {
    document.title = status.data?.office ? `先审 · ${status.data.office}` : '先审';
  }, [status.data?.office]);

  if (status.isPending) return <EmptyState sentence="正在打开……" />;
  if (status.isError)
    return (
      <EmptyState sentence={status.error.message}>
        <Button onPress={() => void status.refetch()}>重试</Button>
      </EmptyState>
    );
  if (!status.data.setUp)
    return (
      <Page>
        <SetUp version={status.data.version} />
      </Page>
    );
  return (
    <>
      {person === undefined ? null : <Shell locked={!session} onLock={() => lock('')} key={person} />}
      {session ? null : (
        <Page>
          <LogIn status={status.data} lastPerson={lastPerson} />
        </Page>
      )}
    </>
  );
}

function Page({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.page} data-modal="">
      <MessageBar />
      {children}
    </div>
  );
}
