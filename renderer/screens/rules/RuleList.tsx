import { useState } from 'react';
import type { RuleRow } from '../../../review/contract.ts';
import { CATEGORIES, LEVEL_ORDER } from '../../../review/model/index.ts';
import { LevelBadge } from '../../components/Badge.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { useRules, useStatus } from '../../state/queries.ts';
import { fileCode } from '../signing/fileCode.ts';
import { PAGE_TEXTS } from './ownTexts.ts';
import { RulePage } from './RulePage.tsx';
import styles from './Rules.module.css';
import { TEXTS } from './texts.ts';

const CATEGORY_ORDER = Object.keys(CATEGORIES);
const byDanger = (a: RuleRow, b: RuleRow): number =>
  LEVEL_ORDER.indexOf(b.level) - LEVEL_ORDER.indexOf(a.level) ||
  CATEGORY_ORDER.indexOf(a.category) - CATEGORY_ORDER.indexOf(b.category) ||
  a.title.localeCompare(b.title, 'zh');

/** What the machine looks for, how strong, on what ground. */
export function RuleList() {
  const rules = useRules();
  const ruleSet = useStatus().data?.ruleSet;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string>();
  if (!rules.data) return <EmptyState sentence={rules.error?.message ?? TEXTS.loading} />;
  const shown = rules.data
    .filter((rule) => `${rule.id} ${rule.title} ${CATEGORIES[rule.category]}`.toLowerCase().includes(search.trim().toLowerCase()))
    .sort(byDanger);
  return (
    <div className={styles.list}>
      <div className={styles.top}>
        <span className={styles.meta} aria-live="polite">
          {TEXTS.total(shown.length)}
        </span>
        <span className={styles.meta}>
          {TEXTS.engine} {ruleSet?.engine}　{TEXTS.digest} <span className={styles.code}>{fileCode(ruleSet?.digest ?? '')}</span>
        </span>
        <div className={styles.search}>
          <Field label={TEXTS.search} hideLabel placeholder={TEXTS.search} value={search} onChange={setSearch} max={60} />
        </div>
      </div>
      <p className={styles.note}>{TEXTS.note}</p>
      {rules.data.length === 0 ? <EmptyState sentence={TEXTS.empty} /> : null}
      <div className={styles.both}>
        <RuleTable rules={shown} open={open} onOpen={setOpen} />
        {open === undefined ? null : <RulePage key={open} rule={open} onClose={() => setOpen(undefined)} />}
      </div>
    </div>
  );
}

interface RuleTableProps {
  readonly rules: readonly RuleRow[];
  readonly open: string | undefined;
  readonly onOpen: (rule: string) => void;
}

function RuleTable({ rules, open, onOpen }: RuleTableProps) {
  return (
    <section
      className={`${styles.frame} ${open === undefined ? '' : styles.beside}`}
      aria-label={TEXTS.table}
      {...{ tabIndex: 0 }}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {TEXTS.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.pack} ${rule.id}`} className={rule.id === open ? styles.chosen : undefined}>
              <td>
                <button
                  type="button"
                  className={styles.open}
                  aria-pressed={rule.id === open}
                  aria-label={PAGE_TEXTS.open(rule.title)}
                  onClick={() => onOpen(rule.id)}
                >
                  {rule.title}
                </button>
              </td>
              <td>
                <LevelBadge level={rule.level} />
              </td>
              <td>{CATEGORIES[rule.category]}</td>
              <td className={styles.small}>{rule.basisNames.join('；')}</td>
              <td className={styles.small}>{rule.packTitle}</td>
              <td className={`${styles.small} ${styles.version}`}>{rule.id}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
