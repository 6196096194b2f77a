import { ROLES } from '../../review/model/index.ts';
import { usePeople, useSession } from '../state/queries.ts';
import { Field } from './Field.tsx';
import { SelectField } from './SelectField.tsx';

export interface SecondPersonValue {
  readonly person: string;
  readonly pin: string;
}

/** Who may be the second of two; the backend checks it again. */
const SECONDS: readonly string[] = ['reviewer', 'leader', 'secadmin', 'auditor', 'sysadmin'];

/** The other person of an act for two, and their own PIN. */
export function SecondPersonFields(props: {
  readonly value: SecondPersonValue;
  readonly onChange: (value: SecondPersonValue) => void;
}) {
  const { value, onChange } = props;
  const me = useSession()?.person.id;
  const people = (usePeople().data ?? []).filter(({ id, role }) => id !== me && SECONDS.includes(role));
  const options: readonly (readonly [string, string])[] = [
    ['', '请选择'],
    ...people.map(({ id, name, role }) => [id, `${name}（${ROLES[role]}）`] as const),
  ];
  return (
    <>
      <SelectField label="另一人" options={options} value={value.person} onChange={(person) => onChange({ ...value, person })} />
      <Field
        label="另一人的口令（PIN）"
        type="password"
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
        max={128}
        required
      />
    </>
  );
}
