import { useState } from 'react';
import type { RosterPerson, RosterView } from '../../../review/contract.ts';
import { ROLES } from '../../../review/model/index.ts';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { SheetTable } from '../../components/SheetTable.tsx';
import { timeText } from '../../components/timeText.ts';
import { useSession } from '../../state/queries.ts';
import styles from './People.module.css';
import { AssignDialog, EnrollDialog, ResetDialog, RevokeDialog } from './PersonDialogs.tsx';
import { TEXTS } from './texts.ts';

const TONES: Readonly<Record<RosterPerson['state'], Tone>> = {
  usable: 'done',
  locked: 'warn',
  missing: 'notice',
  revoked: 'warn',
  left: 'plain',
};
type Act = 'assign' | 'reset' | 'revoke';

/** Who is in the roster, as what, with which key; what can be proposed about them. */
export function PeopleList({ view }: { readonly view: RosterView }) {
  const [enrolling, setEnrolling] = useState(false);
  const [chosen, setChosen] = useState<{ readonly act: Act; readonly person: RosterPerson }>();
  const proposes = view.whyNotPropose === '';
  const close = () => setChosen(undefined);
  const Dialog = chosen && { assign: AssignDialog, reset: ResetDialog, revoke: RevokeDialog }[chosen.act];
  const head = [TEXTS.name, TEXTS.department, TEXTS.role, TEXTS.state, TEXTS.key, TEXTS.since, ...(proposes ? [TEXTS.acts] : [])];
  return (
    <>
      <section className={styles.how} aria-label={TEXTS.how}>
        <p>
          {TEXTS.how}：{view.how}
        </p>
        {view.administered ? null : <p className={styles.small}>{TEXTS.addAdministrators}</p>}
        <Button kind="primary" onPress={() => setEnrolling(true)} why={view.whyNotPropose || undefined}>
          {TEXTS.enroll}
        </Button>
      </section>
      <SheetTable label={TEXTS.people} head={head}>
        {view.people.map((person) => (
          <PersonRow key={person.id} person={person} onAct={proposes ? (act) => setChosen({ act, person }) : undefined} />
        ))}
      </SheetTable>
      {view.failures.length > 0 ? <Failures view={view} /> : null}
      {enrolling ? <EnrollDialog onClose={() => setEnrolling(false)} /> : null}
      {chosen && Dialog ? <Dialog person={chosen.person} onClose={close} /> : null}
    </>
  );
}

interface PersonRowProps {
  readonly person: RosterPerson;
  readonly onAct: ((act: Act) => void) | undefined;
}

function PersonRow({ person, onAct }: PersonRowProps) {
  const own = useSession()?.person.id === person.id;
  const whyNot = own ? '本人不能提出关于自己的变更' : person.state === 'left' ? '已离任，不再变更' : undefined;
  const noKey = person.state === 'revoked' ? TEXTS.noKey : undefined;
  return (
    <tr data-dim={person.state === 'left'}>
      <th scope="row">
        {person.name}
        {own ? <span className={styles.small}>（{TEXTS.self}）</span> : null}
      </th>
      <td>{person.department}</td>
      <td>{ROLES[person.role]}</td>
      <td>
        <Badge tone={TONES[person.state]}>{TEXTS.states[person.state]}</Badge>
      </td>
      <td className={styles.code}>{person.keyCode || '—'}</td>
      <td>{person.since.slice(0, 10)}</td>
      {onAct ? (
        <td className={styles.acts}>
          <Button kind="quiet" onPress={() => onAct('assign')} why={whyNot ?? noKey} label={`${TEXTS.assign}：${person.name}`}>
            {TEXTS.assign}
          </Button>
          <Button kind="quiet" onPress={() => onAct('reset')} why={whyNot} label={`${TEXTS.reset}：${person.name}`}>
            {TEXTS.reset}
          </Button>
          <Button kind="quiet" onPress={() => onAct('revoke')} why={whyNot ?? noKey} label={`${TEXTS.revoke}：${person.name}`}>
            {TEXTS.revoke}
          </Button>
        </td>
      ) : null}
    </tr>
  );
}

function Failures({ view }: { readonly view: RosterView }) {
  return (
    <section className={styles.part} aria-label={TEXTS.failures}>
      <h2>{TEXTS.failures}</h2>
      <SheetTable label={TEXTS.failures} head={TEXTS.failureHead}>
        {view.failures.map((failure) => (
          <tr key={`${failure.at} ${failure.name} ${failure.purpose}`}>
            <td>{timeText(failure.at)}</td>
            <td>{failure.name}</td>
            <td>{TEXTS.purposes[failure.purpose]}</td>
            <td>{failure.locked ? TEXTS.locked : TEXTS.wrong}</td>
          </tr>
        ))}
      </SheetTable>
    </section>
  );
}
