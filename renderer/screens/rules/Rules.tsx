import { useState } from 'react';
import { panelRoles, TabRow } from '../../components/TabRow.tsx';
import { Holidays } from './Holidays.tsx';
import { HOLIDAY_TEXTS } from './holidayTexts.ts';
import { OfficeLists } from './OfficeLists.tsx';
import { OwnRules } from './OwnRules.tsx';
import { RuleList } from './RuleList.tsx';
import styles from './Rules.module.css';
import { TEXTS } from './texts.ts';

type Tab = 'rules' | 'own' | 'lists' | 'holidays';
const TABS = [
  { id: 'rules', content: TEXTS.rulesTab },
  { id: 'own', content: TEXTS.ownTab },
  { id: 'lists', content: TEXTS.listsTab },
  { id: 'holidays', content: HOLIDAY_TEXTS.tab },
] as const satisfies readonly { readonly id: Tab; readonly content: string }[];

/** 规则: what the program brings, and the lists that are the office's own. */
export function Rules() {
  const [tab, setTab] = useState<Tab>('rules');
  return (
    <div className={styles.screen}>
      <h1>{TEXTS.title}</h1>
      <TabRow label={TEXTS.tabs} prefix="rules" tabs={TABS} selected={tab} onSelect={setTab} />
      <div className={styles.panel} {...panelRoles('rules', 'rules', tab === 'rules')}>
        <RuleList />
      </div>
      <div className={styles.panel} {...panelRoles('rules', 'own', tab === 'own')}>
        {tab === 'own' ? <OwnRules /> : null}
      </div>
      <div className={styles.panel} {...panelRoles('rules', 'lists', tab === 'lists')}>
        {tab === 'lists' ? <OfficeLists /> : null}
      </div>
      <div className={styles.panel} {...panelRoles('rules', 'holidays', tab === 'holidays')}>
        {tab === 'holidays' ? <Holidays /> : null}
      </div>
    </div>
  );
}
