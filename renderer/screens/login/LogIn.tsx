import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AppStatus } from '../../../review/contract.ts';
import { type Person, ROLES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { queryClient } from '../../state/client.ts';
import { forgetPlace } from '../../state/forgetPlace.ts';
import { useMessages } from '../../state/messages.ts';
import { useDeskCall, usePeople, useSetSession } from '../../state/queries.ts';
import { useSubmission } from '../../state/submission.ts';
import styles from './LogIn.module.css';
import { TEXTS } from './texts.ts';

interface LogInProps {
  readonly status: AppStatus;
  /** Who was signed in before the lock; chosen beforehand. */
  readonly lastPerson: string | undefined;
}

export function LogIn({ status, lastPerson }: LogInProps) {
  const people = usePeople();
  const [chosen, setChosen] = useState(lastPerson);
  const [pin, setPin] = useState('');
  const pinField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const setSession = useSetSession();
  const open = useDeskCall('session.open');
  const clearMessages = useMessages((state) => state.clear);
  const person = chosen ?? people.data?.[0]?.id;

  useEffect(() => {
    if (people.data) pinField.current?.focus();
  }, [people.data]);

  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (!person || pin === '' || open.isPending) return;
    open.mutate(
      { person, pin },
      {
        onSuccess: (session) => {
          if (lastPerson !== undefined && lastPerson !== session.person.id) forgetPlace();
          clearMessages();
          setSession(session);
          // What was asked for while nobody was signed in got no answer.
          void queryClient.invalidateQueries({ queryKey: ['case'] });
          void queryClient.invalidateQueries({ queryKey: ['cases'] });
          useSubmission.getState().unlocked();
        },
        onError: () => {
          setPin('');
          pinField.current?.focus();
        },
      },
    );
  };

  return (
    <main className={styles.screen}>
      <section className={styles.side} aria-label="先审">
        <p className={styles.name}>先审</p>
        <p className={styles.about}>{TEXTS.about}</p>
        {TEXTS.motto.map((line) => (
          <p key={line} className={styles.motto}>
            {line}
          </p>
        ))}
        <p className={styles.foot}>
          {TEXTS.offline}
          <br />
          {TEXTS.version} {status.version}
        </p>
      </section>
      <form className={styles.form} onSubmit={enter}>
        <div>
          <p className={styles.office}>{status.office}</p>
          <h1 className={styles.title}>{lastPerson ? TEXTS.locked : TEXTS.title}</h1>
        </div>
        <PeopleList people={people.data ?? []} chosen={person} onChoose={setChosen} />
        <Field
          label={TEXTS.pin}
          type="password"
          value={pin}
          onChange={setPin}
          hint={TEXTS.pinHint}
          max={128}
          required
          autoComplete="off"
          inputRef={pinField}
        />
        <Button kind="primary" large type="submit">
          {open.isPending ? TEXTS.entering : TEXTS.enter}
        </Button>
      </form>
    </main>
  );
}

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function PeopleList({ people, chosen, onChoose }: PeopleListProps) {
  return (
    <fieldset className={styles.people}>
      <legend className="only-read-aloud">{TEXTS.choose}</legend>
      {people.map((person) => (
        <label key={person.id} className={styles.person}>
          <input type="radio" name="person" checked={person.id === chosen} onChange={() => onChoose(person.id)} />
          <span className={styles.who}>{person.name}</span>
          <span>{person.department}</span>
          <span className={styles.role}>{ROLES[person.role]}</span>
        </label>
      ))}
    </fieldset>
  );
}
