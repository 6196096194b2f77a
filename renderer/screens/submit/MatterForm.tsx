import { ATTRIBUTES, CHANNELS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Checks, Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { hostOf } from '../../state/joinMatters.ts';
import { type Matter, type MatterFields, useSubmission } from '../../state/submission.ts';
import { Attachments } from './Attachments.tsx';
import styles from './Submit.module.css';
import { TEXTS } from './texts.ts';

/** The fields of the review form that a file cannot know by itself. */
export function MatterForm({ matter, previous }: { readonly matter: Matter; readonly previous: Matter | undefined }) {
  const fill = useSubmission((state) => state.fill);
  const fillAll = useSubmission((state) => state.fillAll);
  const waiting = useSubmission(({ matters }) => matters.filter(({ status }) => status.at === 'waiting').length);
  const attach = useSubmission((state) => state.attach);
  const host = useSubmission(({ matters }) => hostOf(matters, matter.key));
  const { fields } = matter;
  const change = (part: Partial<MatterFields>) => fill(matter.key, part);
  const copyAbove = () => {
    if (!previous) return;
    const { title: _, ...rest } = previous.fields;
    change(rest);
  };
  useCommand('submit.copy', copyAbove, previous !== undefined);
  const { fields: names } = TEXTS;
  return (
    <div className={styles.fields}>
      <h2 className={styles.name}>{matter.file.name}</h2>
      <Attachments matter={matter} />
      <Field label={names.title} value={fields.title} onChange={(title) => change({ title })} max={200} required />
      <div className={styles.pair}>
        <Field
          label={names.documentNumber}
          hint={names.documentNumberHint}
          value={fields.documentNumber}
          onChange={(documentNumber) => change({ documentNumber })}
          max={60}
        />
        <Field
          label={names.createdOn}
          hint={names.createdOnHint}
          type="date"
          value={fields.createdOn}
          onChange={(createdOn) => change({ createdOn })}
          max={10}
          required
        />
      </div>
      <Radios
        legend={names.attribute}
        options={ATTRIBUTES}
        value={fields.attribute}
        onChange={(attribute) => change({ attribute })}
      />
      <Checks legend={names.channels} options={CHANNELS} value={fields.channels} onChange={(channels) => change({ channels })} />
      <p className={styles.copies}>
        {previous ? (
          <Button onPress={copyAbove} command="submit.copy">
            照上一件填写
          </Button>
        ) : null}
        {host ? (
          <Button onPress={() => attach(matter.key)} command="submit.attach">
            {TEXTS.attachments.attach(host.file.name)}
          </Button>
        ) : null}
        {waiting > 1 ? <Button onPress={() => fillAll(matter.key)}>{TEXTS.fillAll}</Button> : null}
      </p>
      <p className={styles.note}>{TEXTS.kept}</p>
    </div>
  );
}
