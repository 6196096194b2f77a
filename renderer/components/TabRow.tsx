import { type HTMLAttributes, type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './TabRow.module.css';

interface TabRowProps<K extends string> {
  readonly label: string;
  readonly prefix: string;
  readonly tabs: readonly { readonly id: K; readonly content: ReactNode }[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs over panels that stay mounted. The library's own panels walk through all their text after each change to look for
 * focusable elements, which took 100 ms in a draft of 200,000 characters.
 */
export function TabRow<K extends string>({ label, prefix, tabs, selected, onSelect }: TabRowProps<K>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[(place + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    row.current?.querySelector<HTMLElement>(`#${prefix}-tab-${next.id}`)?.focus();
  };
  const rowRoles: HTMLAttributes<HTMLElement> = { role: 'tablist', 'aria-label': label, onKeyDown };
  return (
    <div ref={row} className={styles.row} {...rowRoles}>
      {tabs.map(({ id, content }) => (
        <button
          key={id}
          type="button"
          className={styles.tab}
          onClick={() => onSelect(id)}
          {...tabRoles(prefix, id, id === selected)}
        >
          {content}
        </button>
      ))}
    </div>
  );
}

const tabRoles = (prefix: string, id: string, selected: boolean): HTMLAttributes<HTMLElement> => ({
  role: 'tab',
  id: `${prefix}-tab-${id}`,
  'aria-selected': selected,
  'aria-controls': `${prefix}-panel-${id}`,
  tabIndex: selected ? 0 : -1,
});

/** Attributes of the panel that belongs to a tab; it can take the focus, so that it can be scrolled by keys. */
export const panelRoles = (prefix: string, id: string, selected: boolean): HTMLAttributes<HTMLElement> => ({
  role: 'tabpanel',
  id: `${prefix}-panel-${id}`,
  'aria-labelledby': `${prefix}-tab-${id}`,
  tabIndex: 0,
  hidden: !selected,
});
