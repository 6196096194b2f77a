import type { OwnRulesView, OwnRuleView } from '../../../review/contract.ts';
import { CATEGORIES } from '../../../review/model/index.ts';
import { LevelBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import type { RuleChange } from './ChangeDialog.tsx';
import styles from './OwnRules.module.css';
import { OWN_TEXTS } from './ownTexts.ts';

interface OwnRuleListProps {
  readonly own: OwnRulesView;
  readonly chosen: string | undefined;
  readonly onChoose: (rule: OwnRuleView) => void;
  readonly onNew: () => void;
  readonly onChange: (change: RuleChange) => void;
}

/** The rules of the office, and every pack that did not come with the program. */
export function OwnRuleList({ own, chosen, onChoose, onNew, onChange }: OwnRuleListProps) {
  const why = own.mayEdit ? undefined : OWN_TEXTS.mayNot;
  return (
    <section className={styles.side} aria-label={OWN_TEXTS.list}>
      <div className={styles.sideHead}>
        <h2>
          {OWN_TEXTS.list}
          {own.version === '' ? null : <span className={styles.version}>{OWN_TEXTS.version(own.version)}</span>}
        </h2>
        <Button onPress={onNew} why={why}>
          {OWN_TEXTS.new}
        </Button>
      </div>
      {own.rules.length === 0 ? <p className={styles.small}>{OWN_TEXTS.none}</p> : null}
      <ul className={styles.rules}>
        {own.rules.map((rule) => (
          <li key={rule.id}>
            <button
              type="button"
              className={styles.rule}
              aria-pressed={rule.id === chosen}
              onClick={() => onChoose(rule)}
              disabled={!own.mayEdit || !rule.form}
            >
              <span className={styles.ruleTitle}>
                <LevelBadge level={rule.level} />
                {rule.title}
              </span>
              <span className={styles.small}>
                {rule.id} · {CATEGORIES[rule.category]}
              </span>
            </button>
            {rule.form ? null : (
              <p className={styles.small}>
                {OWN_TEXTS.notInForm}{' '}
                <Button
                  kind="quiet"
                  onPress={() => onChange({ remove: rule })}
                  why={why}
                  label={`${OWN_TEXTS.remove}${rule.title}`}
                >
                  {OWN_TEXTS.remove}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.packs}>
        <h2>{OWN_TEXTS.packs}</h2>
        <ul>
          {own.packs.map((pack) => (
            <li key={pack.name}>
              <b>{OWN_TEXTS.packHead(pack.title, pack.version)}</b>
              <span className={styles.small}>{OWN_TEXTS.packFacts(pack.rules, pack.code)}</span>
              <span className={styles.small}>{OWN_TEXTS.packBy(pack.origin, pack.by)}</span>
            </li>
          ))}
        </ul>
        <div className={styles.packButtons}>
          <Button onPress={() => onChange({ install: true })} why={why}>
            {OWN_TEXTS.install}
          </Button>
          <Button onPress={() => onChange({ pack: true })} why={why ?? (own.version === '' ? OWN_TEXTS.exportNone : undefined)}>
            {OWN_TEXTS.export}
          </Button>
        </div>
      </div>
    </section>
  );
}
