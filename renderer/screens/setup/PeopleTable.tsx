import { ROLES, type Role } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { administrators, type Entry, errorsOf, newEntry } from './people.ts';
import styles from './SetUp.module.css';
import { TEXTS } from './texts.ts';

/** Backend's limits for the number of people. */
const MOST = 50;

interface PeopleTableProps {
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
  /** After the first try to save, what is wrong is shown. */
  readonly tried: boolean;
  /** Shortest PIN on this machine. */
  readonly minimum: number;
  /** So many rows stay. */
  readonly fewest: number;
}

export function PeopleTable({ entries, onChange, tried, minimum, fewest }: PeopleTableProps) {
  const change = (key: string, part: Partial<Entry>) =>
    onChange(entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  return (
    <div>
      <table className={styles.table} aria-label={TEXTS.people}>
        <thead>
          <tr>
            {[TEXTS.name, TEXTS.role, TEXTS.department, TEXTS.pin, TEXTS.again].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <PersonRow
              key={entry.key}
              entry={entry}
              number={index + 1}
              errors={tried ? errorsOf(entry, entries, minimum) : {}}
              onChange={(part) => change(entry.key, part)}
              onRemove={entries.length > fewest ? () => onChange(entries.filter((other) => other.key !== entry.key)) : undefined}
            />
          ))}
        </tbody>
      </table>
      <p>
        <Button
          kind="quiet"
          onPress={() => onChange([...entries, newEntry('drafter', '')])}
          why={entries.length >= MOST ? `最多${MOST}人` : undefined}
        >
          {TEXTS.add}
        </Button>{' '}
        <Button
          kind="quiet"
          onPress={() => onChange([...entries, ...administrators()])}
          why={entries.some(({ role }) => role === 'sysadmin') ? '已经添加' : undefined}
        >
          {TEXTS.addAdministrators}
        </Button>
      </p>
    </div>
  );
}

interface PersonRowProps {
  readonly entry: Entry;
  readonly number: number;
  readonly errors: ReturnType<typeof errorsOf>;
  readonly onChange: (part: Partial<Entry>) => void;
  readonly onRemove: (() => void) | undefined;
}

function PersonRow({ entry, number, errors, onChange, onRemove }: PersonRowProps) {
  const label = (what: string) => `第${number}人 ${what}`;
  return (
    <tr>
      <td>
        <Field
          label={label(TEXTS.name)}
          hideLabel
          value={entry.name}
          onChange={(name) => onChange({ name })}
          error={errors.name}
          max={30}
        />
      </td>
      <td>
        <select
          className={styles.select}
          aria-label={label(TEXTS.role)}
          value={entry.role}
          onChange={(event) => onChange({ role: event.target.value as Role })}
        >
          {Object.entries(ROLES).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Field
          label={label(TEXTS.department)}
          hideLabel
          value={entry.department}
          onChange={(department) => onChange({ department })}
          error={errors.department}
          max={30}
          suggestions={TEXTS.departments}
        />
      </td>
      <td>
        <Field
          label={label(TEXTS.pin)}
          hideLabel
          type="password"
          autoComplete="new-password"
          value={entry.pin}
          onChange={(pin) => onChange({ pin })}
          error={errors.pin}
          max={128}
        />
      </td>
      <td>
        <Field
          label={label(TEXTS.again)}
          hideLabel
          type="password"
          autoComplete="new-password"
          value={entry.again}
          onChange={(again) => onChange({ again })}
          error={errors.again}
          max={128}
        />
      </td>
      <td>
        {onRemove ? (
          <Button kind="quiet" onPress={onRemove} label={label(TEXTS.remove)}>
            {TEXTS.remove}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
