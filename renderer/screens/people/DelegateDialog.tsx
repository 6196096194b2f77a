import type { DelegationRow, RosterPerson, RosterView } from '../../../review/contract.ts';
import {
  DELEGABLE_STEPS,
  DELEGATION_REASONS,
  type DelegableStep,
  type DelegationReason,
  ROLES,
  STEP_ROLE,
  STEPS,
} from '../../../review/model/index.ts';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { useSession, useStatus } from '../../state/queries.ts';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { DIALOGS } from './texts.ts';

const stepsOf = ({ role }: RosterPerson): readonly DelegableStep[] => DELEGABLE_STEPS.filter((step) => STEP_ROLE[step] === role);
const label = ({ name, role, department }: RosterPerson): string =>
  `${name}（${[department, ROLES[role]].filter(Boolean).join('，')}）`;
const optionsOf = (people: readonly RosterPerson[]): Readonly<Record<string, string>> =>
  Object.fromEntries([['', '请选择'], ...people.map((person) => [person.id, label(person)])]);
const works = ({ state, role }: RosterPerson): boolean =>
  state !== 'left' && state !== 'revoked' && (Object.values(STEP_ROLE) as string[]).includes(role);

interface DelegateDialogProps {
  readonly view: RosterView;
  /** Whether somebody else's steps are given away, which two people must want. */
  readonly forOther: boolean;
  readonly onClose: () => void;
}

/** 代签: who, which steps, from when to when, why. */
export function DelegateDialog({ view, forOther, onClose }: DelegateDialogProps) {
  const today = useStatus().data?.today ?? '';
  const own = useSession()?.person.id ?? '';
  const draft = useFormDraft(forOther ? 'delegate-other' : 'delegate');
  const [from, setFrom] = fieldOf<string>(draft, 'from', forOther ? '' : own);
  const [to, setTo] = fieldOf<string>(draft, 'to', '');
  const [since, setSince] = fieldOf<string>(draft, 'since', today);
  const [until, setUntil] = fieldOf<string>(draft, 'until', '');
  const [reason, setReason] = fieldOf<DelegationReason>(draft, 'reason', 'trip');
  const people = view.people.filter(works);
  const delegator = people.find(({ id }) => id === from);
  const steps = delegator ? stepsOf(delegator) : [];
  const deputies = people.filter(({ id }) => id !== from);
  const wish = { to, steps: [...steps], since, until, reason };
  return (
    <PinActDialog
      title={forOther ? DIALOGS.delegateOtherTitle : DIALOGS.delegateTitle}
      confirm={forOther ? DIALOGS.enroll : DIALOGS.delegate}
      done={forOther ? DIALOGS.proposed : DIALOGS.delegated}
      missing={missingIn(from, to, since, until)}
      draft={draft}
      act={(pin) =>
        forOther
          ? call('roster.propose', { change: { delegate: { from, ...wish } }, pin })
          : call('delegation.make', { ...wish, pin })
      }
      onClose={onClose}
    >
      {forOther ? (
        <SelectField
          label={DIALOGS.from}
          options={optionsOf(people.filter((person) => stepsOf(person).length > 0))}
          value={from}
          onChange={setFrom}
        />
      ) : null}
      <SelectField label={DIALOGS.to} options={optionsOf(deputies)} value={to} onChange={setTo} />
      <p>
        {DIALOGS.steps}：{steps.map((step) => STEPS[step]).join('、') || '—'}
      </p>
      <div className={styles.pair}>
        <Field label={DIALOGS.since} type="date" value={since} onChange={setSince} max={10} required />
        <Field label={DIALOGS.until} type="date" value={until} onChange={setUntil} max={10} required />
      </div>
      <SelectField label={DIALOGS.reason} options={DELEGATION_REASONS} value={reason} onChange={setReason} />
      <p className={styles.note}>{DIALOGS.delegateHint}</p>
    </PinActDialog>
  );
}

function missingIn(from: string, to: string, since: string, until: string): string | undefined {
  if (from === '') return DIALOGS.choose(DIALOGS.from);
  if (to === '') return DIALOGS.choose(DIALOGS.to);
  if (since === '') return DIALOGS.fill(DIALOGS.since);
  if (until === '') return DIALOGS.fill(DIALOGS.until);
  return until < since ? '止日不能早于起日' : undefined;
}

interface RecallDialogProps {
  readonly row: DelegationRow;
  readonly onClose: () => void;
}

export function RecallDialog({ row, onClose }: RecallDialogProps) {
  return (
    <PinActDialog
      title={DIALOGS.recallTitle(row.fromName, row.toName)}
      confirm={row.mine ? DIALOGS.recall : DIALOGS.enroll}
      done={row.mine ? DIALOGS.recalled : DIALOGS.proposed}
      act={(pin) =>
        row.mine
          ? call('delegation.recall', { delegation: row.id, pin })
          : call('roster.propose', { change: { recall: { delegation: row.id } }, pin })
      }
      onClose={onClose}
    >
      <p className={styles.note}>{DIALOGS.recallHint}</p>
    </PinActDialog>
  );
}
