import { useState } from 'react';
import type { CaseRow } from '../../../review/contract.ts';
import type { State } from '../../../review/model/index.ts';
import { StateBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { useCases } from '../../state/queries.ts';
import styles from './Exchange.module.css';
import { EXPORT_TEXTS } from './texts.ts';

/** Nothing more is done on these. */
const OVER: readonly State[] = ['published', 'refused', 'withdrawn', 'taken-down'];

interface CaseChoiceProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Cases whose text and files travel; the newest first, any of them by a word. */
export function CaseChoice({ chosen, onChange }: CaseChoiceProps) {
  const [search, setSearch] = useState('');
  const rows = (useCases().data ?? []).filter(({ sample }) => !sample).toReversed();
  if (rows.length === 0) return <p className={styles.small}>{EXPORT_TEXTS.noCases}</p>;
  const words = search.trim();
  const shown = rows.filter(({ number, title, department }) => `${number} ${title} ${department}`.includes(words));
  const toggle = ({ id }: CaseRow) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const allOpen = () => onChange(new Set(rows.filter(({ state }) => !OVER.includes(state)).map(({ id }) => id)));
  return (
    <fieldset className={styles.what}>
      <legend>
        <b>{EXPORT_TEXTS.what}</b>（{EXPORT_TEXTS.chosen(chosen.size)}）
      </legend>
      <p className={styles.small}>{EXPORT_TEXTS.whatHint}</p>
      <div className={styles.choosing}>
        <Field
          label={EXPORT_TEXTS.search}
          hideLabel
          placeholder={EXPORT_TEXTS.search}
          value={search}
          onChange={setSearch}
          max={60}
        />
        <Button onPress={allOpen}>{EXPORT_TEXTS.open}</Button>
        <Button onPress={() => onChange(new Set())}>{EXPORT_TEXTS.none}</Button>
      </div>
      <section className={styles.cases} aria-label={EXPORT_TEXTS.cases} {...{ tabIndex: 0 }}>
        {shown.length === 0 ? <p className={styles.small}>{EXPORT_TEXTS.noMatch}</p> : null}
        {shown.map((row) => (
          <label key={row.id}>
            <input type="checkbox" checked={chosen.has(row.id)} onChange={() => toggle(row)} />
            <span>{row.number}</span>
            <span title={row.title}>{row.title}</span>
            <StateBadge state={row.state} />
          </label>
        ))}
      </section>
    </fieldset>
  );
}
