import { useState } from 'react';
import type { RosterView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { panelRoles, TabRow } from '../../components/TabRow.tsx';
import { useRoster } from '../../state/queries.ts';
import { ActsDialog } from './ActsDialog.tsx';
import { Delegations } from './Delegations.tsx';
import styles from './People.module.css';
import { PeopleList } from './PeopleList.tsx';
import { PinDialog } from './PersonDialogs.tsx';
import { PolicyPanel } from './PolicyPanel.tsx';
import { Proposals } from './Proposals.tsx';
import { POLICY_TEXTS } from './policyTexts.ts';
import { RootKey } from './RootKey.tsx';
import { RosterHistory } from './RosterHistory.tsx';
import { TEXTS } from './texts.ts';
import { Workstations } from './Workstations.tsx';
import { WORKSTATION_TEXTS } from './workstationTexts.ts';

type Tab = 'people' | 'workstations' | 'delegations' | 'proposals' | 'policy' | 'history' | 'root';
const PANELS = {
  people: PeopleList,
  delegations: Delegations,
  proposals: Proposals,
  policy: PolicyPanel,
  history: RosterHistory,
  workstations: Workstations,
  root: RootKey,
} as const;
const tabsOf = (view: RosterView): readonly { readonly id: Tab; readonly content: string }[] => [
  { id: 'people', content: TEXTS.people },
  { id: 'delegations', content: TEXTS.delegations },
  { id: 'proposals', content: TEXTS.proposals(view.proposals.length) },
  { id: 'policy', content: POLICY_TEXTS.tab },
  { id: 'history', content: TEXTS.history },
  { id: 'workstations', content: WORKSTATION_TEXTS.tab },
  { id: 'root', content: TEXTS.root },
];

/** 人员与权限: who may do what, who signs for whom, how that came about. */
export function People() {
  const roster = useRoster();
  const [tab, setTab] = useState<Tab>('people');
  const [open, setOpen] = useState<'pin' | 'acts'>();
  if (!roster.data) return <EmptyState sentence={roster.error?.message ?? TEXTS.loading} />;
  const view = roster.data;
  const Panel = PANELS[tab];
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{TEXTS.title}</h1>
        <Button onPress={() => setOpen('acts')}>{TEXTS.myActs}</Button>
        <Button onPress={() => setOpen('pin')}>{TEXTS.changePin}</Button>
      </header>
      <TabRow label={TEXTS.tabs} prefix="people" tabs={tabsOf(view)} selected={tab} onSelect={setTab} />
      {tabsOf(view).map(({ id }) => (
        <div key={id} className={styles.panel} {...panelRoles('people', id, id === tab)}>
          {id === tab ? <Panel view={view} /> : null}
        </div>
      ))}
      {open === 'pin' ? <PinDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'acts' ? <ActsDialog onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}
