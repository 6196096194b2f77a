import type { Step } from '../../../review/model/index.ts';
import { Field } from '../../components/Field.tsx';
import styles from './Signing.module.css';
import { OPINIONS, TEXTS } from './texts.ts';

/** Opinion of a step, with the phrases offices use. */
export function OpinionField(props: { readonly step: Step; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <>
      <Field label={TEXTS.opinion} lines={2} value={props.value} onChange={props.onChange} max={500} required />
      <div className={styles.common}>
        {OPINIONS[props.step].map((phrase) => (
          <button key={phrase} type="button" onClick={() => props.onChange(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
    </>
  );
}
