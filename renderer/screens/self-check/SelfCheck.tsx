import type { UpkeepView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useUpkeep } from '../../state/queries.ts';
import { Backups } from './Backups.tsx';
import { Recovery } from './Recovery.tsx';
import styles from './SelfCheck.module.css';
import { Shredding } from './Shredding.tsx';
import { TEXTS } from './texts.ts';

/** 自检与备份: what the machine says of itself, copies of the journal, the way on after damage, contents that must go. */
export function SelfCheck() {
  const view = useUpkeep();
  if (!view.data) return <EmptyState sentence={view.error?.message ?? TEXTS.loading} />;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{TEXTS.title}</h1>
        <Button onPress={() => void view.refetch()} why={view.isFetching ? TEXTS.loading : undefined}>
          {TEXTS.again}
        </Button>
      </header>
      {view.data.recovery ? <Recovery recovery={view.data.recovery} /> : null}
      <Items items={view.data.items} />
      <div className={styles.stack}>
        <Backups view={view.data} />
        {view.data.recovery ? null : <Shredding />}
      </div>
    </div>
  );
}

function Items({ items }: { readonly items: UpkeepView['items'] }) {
  return (
    <section className={styles.panel} aria-labelledby="self-check-items">
      <h2 id="self-check-items">{TEXTS.items}</h2>
      <ul className={styles.items}>
        {items.map(({ id, name, state, detail }) => (
          <li key={id} className={styles.item}>
            <span className={styles.state} data-state={state}>
              {TEXTS.states[state]}
            </span>
            <span className={styles.name}>{name}</span>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
