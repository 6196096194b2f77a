import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { JoinRequested } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { call } from '../../state/desk.ts';
import { useStatus } from '../../state/queries.ts';
import { JoinAnswer } from './JoinAnswer.tsx';
import { JOIN_TEXTS } from './joinTexts.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { type Entry, errorsOf, newEntry } from './people.ts';
import styles from './SetUp.module.css';
import { TEXTS } from './texts.ts';

/** First run on a further workstation: a request to the office, and its answer. */
export function JoinOffice({ version, choice }: { readonly version: string; readonly choice: ReactNode }) {
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <div>
          <h1 className={styles.title}>先审 · {TEXTS.title}</h1>
          {choice}
          <p className={styles.intro}>{JOIN_TEXTS.intro}</p>
        </div>
        <Request />
        <JoinAnswer />
        <p className={styles.foot}>版本 {version}</p>
      </div>
    </main>
  );
}

function Request() {
  const [name, setName] = useState('');
  const [entries, setEntries] = useState<readonly Entry[]>([newEntry('reviewer', '保密办')]);
  const [tried, setTried] = useState(false);
  const minimum = useStatus().data?.pinMinimum ?? 10;
  const request = useMutation({ mutationFn: (input: Parameters<typeof call<'join.request'>>[1]) => call('join.request', input) });
  const sound = name.trim().length >= 2 && entries.every((entry) => Object.keys(errorsOf(entry, entries, minimum)).length === 0);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!sound || request.isPending) return;
    const people = entries.map(({ name: own, role, department, pin }) => ({ name: own, role, department, pin }));
    request.mutate({ name, people });
  };
  // What was asked for stands; another request begins by opening the program anew.
  if (request.data) return <Requested made={request.data} />;
  return (
    <form className={styles.step} onSubmit={send} noValidate>
      <h2>{JOIN_TEXTS.ask}</h2>
      <div className={styles.office}>
        <Field
          label={JOIN_TEXTS.workstation}
          value={name}
          onChange={setName}
          hint={JOIN_TEXTS.workstationHint}
          error={tried && name.trim().length < 2 ? JOIN_TEXTS.workstationMissing : undefined}
          max={30}
          required
        />
      </div>
      <p>{JOIN_TEXTS.names}</p>
      <PeopleTable entries={entries} onChange={setEntries} tried={tried} minimum={minimum} fewest={1} />
      <p className={styles.small}>{TEXTS.rules(minimum).join('')}</p>
      <div>
        <Button kind="primary" type="submit">
          {request.isPending ? JOIN_TEXTS.requesting : JOIN_TEXTS.request}
        </Button>
      </div>
    </form>
  );
}

/** The request lies in memory until it is on the stick; its codes are what people compare. */
function Requested({ made }: { readonly made: JoinRequested }) {
  const save = useMutation({ mutationFn: () => call('file.save', { name: made.name, base64: made.base64 }) });
  const saved = save.data?.saved === true;
  return (
    <section className={styles.codes} aria-label={JOIN_TEXTS.codes}>
      <p>{JOIN_TEXTS.codes}</p>
      <dl>
        {made.keys.map(({ name, code }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd>{code}</dd>
          </div>
        ))}
      </dl>
      <p role="status">{saved ? JOIN_TEXTS.saved(made.name) : save.data ? JOIN_TEXTS.notSaved : null}</p>
      <div>
        <Button kind={saved ? 'plain' : 'primary'} onPress={() => save.mutate()}>
          {saved ? JOIN_TEXTS.saveAgain : JOIN_TEXTS.save}
        </Button>
      </div>
    </section>
  );
}
