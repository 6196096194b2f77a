import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { STATEMENT, STATEMENTS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Segments } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { reportDone } from '../../state/messages.ts';
import { useDeskCall, useStatus } from '../../state/queries.ts';
import { JoinOffice } from './JoinOffice.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { type Entry, errorsOf, firstEntries, missingRoles } from './people.ts';
import styles from './SetUp.module.css';
import { TEXTS } from './texts.ts';

/** First run: a new office, or a further workstation of one that is there. */
export function SetUp({ version }: { readonly version: string }) {
  const [way, setWay] = useState<'found' | 'join'>('found');
  const choice = <Segments legend={TEXTS.way} options={TEXTS.ways} value={way} onChange={setWay} />;
  return way === 'found' ? <Found version={version} choice={choice} /> : <JoinOffice version={version} choice={choice} />;
}

/** The office and the people of the chain, each with a PIN of their own. */
function Found({ version, choice }: { readonly version: string; readonly choice: ReactNode }) {
  const [office, setOffice] = useState('');
  const [entries, setEntries] = useState<readonly Entry[]>(firstEntries);
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const setUp = useDeskCall('office.setUp');
  const minimum = useStatus().data?.pinMinimum ?? 10;
  const missing = missingRoles(entries);
  const sound =
    office.trim().length >= 2 &&
    missing.length === 0 &&
    entries.every((entry) => Object.keys(errorsOf(entry, entries, minimum)).length === 0);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    // Drawn first: then the first field that is wrong takes the cursor.
    if (!sound) requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    if (!sound || setUp.isPending) return;
    const people = entries.map(({ name, role, department, pin }) => ({ name, role, department, pin }));
    setUp.mutate(
      { office, people },
      {
        onSuccess: (status) => {
          client.removeQueries({ queryKey: ['people'] });
          client.setQueryData(['status'], status);
          reportDone('设置已完成。请选择姓名，用自己的口令登录。');
        },
      },
    );
  };

  return (
    <main className={styles.screen}>
      <form className={styles.sheet} onSubmit={save} noValidate>
        <div>
          <h1 className={styles.title}>先审 · {TEXTS.title}</h1>
          {choice}
          <p className={styles.intro}>{TEXTS.intro}</p>
        </div>
        <div className={styles.office}>
          <Field
            label={TEXTS.office}
            value={office}
            onChange={setOffice}
            hint={TEXTS.officeHint}
            error={tried && office.trim().length < 2 ? TEXTS.officeMissing : undefined}
            max={60}
            required
          />
        </div>
        <PeopleTable entries={entries} onChange={setEntries} tried={tried} minimum={minimum} fewest={4} />
        <section className={styles.rules}>
          <h2>{TEXTS.rulesTitle}</h2>
          <ol>
            {TEXTS.rules(minimum).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
            <li>
              {TEXTS.statement}：{STATEMENTS[STATEMENT]}
            </li>
            <li>{TEXTS.administrators}</li>
          </ol>
        </section>
        <div className={styles.actions}>
          {tried && missing.length > 0 ? <span className={styles.missing}>{TEXTS.missingRole(missing.join('、'))}</span> : null}
          <span>版本 {version}</span>
          <Button kind="primary" large type="submit">
            {setUp.isPending ? TEXTS.saving : TEXTS.save}
          </Button>
        </div>
      </form>
    </main>
  );
}
