import { useState } from 'react';
import type { RosterView } from '../../../review/contract.ts';
import { coveredBy, STEP_ORDER, STEPS, type Step } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Checks } from '../../components/Choice.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { call } from '../../state/desk.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import styles from './People.module.css';
import { PinActDialog } from './PinActDialog.tsx';
import { POLICY_TEXTS as TEXTS } from './policyTexts.ts';
import { DIALOGS } from './texts.ts';

/** 流程设置: which steps are signed, which checks come first, when the window locks. Changed by two people, like the roster. */
export function PolicyPanel({ view }: { readonly view: RosterView }) {
  const [editing, setEditing] = useState(false);
  const { chain, checks, idleMinutes } = view.policy;
  return (
    <div className={styles.sheet}>
      <dl className={styles.facts}>
        <dt>{TEXTS.chain}</dt>
        <dd>
          {chain.map((step) => STEPS[step]).join(' → ')}
          {view.policy.simplified ? <p className={styles.note}>{view.policy.simplified}</p> : null}
        </dd>
        <dt>{TEXTS.checks}</dt>
        <dd>{checks.length === 0 ? TEXTS.noChecks : checks.map((check) => TEXTS.check[check]).join('、')}</dd>
        <dt>{TEXTS.idle}</dt>
        <dd>{TEXTS.minutes(idleMinutes)}</dd>
      </dl>
      <ul className={styles.about}>
        {TEXTS.about.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.bar}>
        <Button kind="primary" onPress={() => setEditing(true)} why={view.whyNotPropose || undefined}>
          {TEXTS.change}
        </Button>
      </div>
      {editing ? <PolicyDialog view={view} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

/** Steps that a small office may leave out; the first and the last never. */
const MERGEABLE = { head: TEXTS.merge.head, secrecy: TEXTS.merge.secrecy } as const;
const MINUTES = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at + 1}`, TEXTS.minutes(at + 1)]));

/** The keys of `options` that a kept list names; what an office of today no longer knows is passed over. */
const namedIn = <K extends string>(list: string, options: Readonly<Record<K, string>>): readonly K[] =>
  (Object.keys(options) as K[]).filter((key) => list.split(',').includes(key));

function PolicyDialog({ view, onClose }: { readonly view: RosterView; readonly onClose: () => void }) {
  const { policy } = view;
  const draft = useFormDraft('policy');
  const [leftList, setLeft] = fieldOf<string>(draft, 'left', STEP_ORDER.filter((step) => !policy.chain.includes(step)).join());
  const [checkList, setChecks] = fieldOf<string>(draft, 'checks', policy.checks.join());
  const [idle, setIdle] = fieldOf<string>(draft, 'idle', `${policy.idleMinutes}`);
  const left = namedIn(leftList, MERGEABLE);
  const checks = namedIn(checkList, TEXTS.check);
  const chain = STEP_ORDER.filter((step) => !(left as readonly Step[]).includes(step));
  const same =
    chain.join() === policy.chain.join() &&
    [...checks].sort().join() === policy.checks.join() &&
    idle === `${policy.idleMinutes}`;
  return (
    <PinActDialog
      title={TEXTS.change}
      confirm={DIALOGS.enroll}
      done={DIALOGS.proposed}
      missing={same ? TEXTS.same : undefined}
      draft={draft}
      act={(pin) =>
        call('roster.propose', {
          change: { policy: { chain, checks: [...checks].sort(), idleMinutes: Number(idle) } },
          pin,
        })
      }
      onClose={onClose}
    >
      <p className={styles.note}>{TEXTS.hint}</p>
      <Checks legend={TEXTS.mergeLegend} options={MERGEABLE} value={left} onChange={(chosen) => setLeft(chosen.join())} />
      {left.map((step) => (
        <p key={step} className={styles.note}>
          {TEXTS.covered(STEPS[step], STEPS[coveredBy(chain, step)])}
        </p>
      ))}
      <Checks legend={TEXTS.checksLegend} options={TEXTS.check} value={checks} onChange={(chosen) => setChecks(chosen.join())} />
      <SelectField label={TEXTS.idle} options={MINUTES} value={idle} onChange={setIdle} />
    </PinActDialog>
  );
}
