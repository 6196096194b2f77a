import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import { Badge, DecisionBadge, LevelBadge } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { Check, Segments } from '../../components/Choice.tsx';
import chosenRow from '../../components/ChosenRow.module.css';
import { EmptyState } from '../../components/EmptyState.tsx';
import { listRoles, noRole, optionRoles } from '../../components/gridRoles.ts';
import { useDeskPlace, useOpenOnly } from './deskPlace.ts';
import styles from './FindingList.module.css';
import { GoneMarks } from './GoneMarks.tsx';
import { KnownPlaces } from './KnownPlaces.tsx';
import { isManual, MARK_TEXTS } from './markTexts.ts';
import type { ListItem } from './order.ts';
import { ORDERS, TEXTS } from './texts.ts';

const ROW = 54;
const GROUP = 25;

interface FindingListProps {
  readonly view: CaseView;
  readonly items: readonly ListItem[];
  readonly count: number;
  readonly chosen: string | undefined;
  readonly onChoose: (finding: FindingView) => void;
  readonly focusRef: Ref<{ focus(): void }>;
}

/** All findings, grouped; the way to every highlight for people who do not see the text. */
export function FindingList({ view, items, count, chosen, onChoose, focusRef }: FindingListProps) {
  const { order, set } = useDeskPlace();
  const openOnly = useOpenOnly();
  const frame = useRef<HTMLDivElement>(null);
  useImperativeHandle(focusRef, () => ({ focus: () => frame.current?.focus() }));
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (items[index]?.type === 'group' ? GROUP : ROW),
    getItemKey: (index) => keyOf(items[index]),
    overscan: 6,
  });
  const place = items.findIndex((item) => item.type === 'finding' && item.finding.id === chosen);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place === 1 ? 0 : place);
  }, [place, virtual]);
  const positions = positionsOf(items);
  return (
    <section className={styles.pane} aria-label={TEXTS.list}>
      <div className={styles.tools}>
        <Segments legend={TEXTS.order} options={ORDERS} value={order} onChange={(next) => set({ order: next })} />
        <Check label={TEXTS.openOnly} checked={openOnly} onChange={(next) => set({ openOnly: next })} />
      </div>
      {count === 0 ? (
        <Nothing none={view.findings.length === 0} />
      ) : (
        <div
          ref={frame}
          className={`${chosenRow.rows} ${styles.list}`}
          {...listRoles(TEXTS.list, place >= 0 ? `finding-${chosen}` : undefined)}
        >
          <div style={{ height: virtual.getTotalSize() }} {...noRole}>
            {virtual.getVirtualItems().map(({ index, start, size }) => {
              const item = items[index];
              if (!item) return null;
              const style = { height: size, transform: `translateY(${start}px)` };
              if (item.type === 'group')
                return (
                  <div key={keyOf(item)} className={styles.group} style={style} {...noRole}>
                    {item.name} {item.count}
                  </div>
                );
              const { finding } = item;
              const roles = optionRoles({
                id: `finding-${finding.id}`,
                index: positions[index] ?? 0,
                count,
                selected: finding.id === chosen,
                onChoose: () => onChoose(finding),
              });
              return (
                <div key={finding.id} className={`${chosenRow.row} ${styles.row}`} style={style} {...roles}>
                  <Row finding={finding} where={view.draft.pieces[finding.piece]?.where.label ?? ''} />
                </div>
              );
            })}
          </div>
        </div>
      )}
      <KnownPlaces view={view} />
      <GoneMarks marks={view.goneMarks} />
    </section>
  );
}

const keyOf = (item: ListItem | undefined): string => (item?.type === 'finding' ? item.finding.id : `group ${item?.name}`);

/** Number of each finding among the findings, group headings not counted. */
function positionsOf(items: readonly ListItem[]): readonly number[] {
  let position = -1;
  return items.map((item) => {
    if (item.type === 'finding') position += 1;
    return position;
  });
}

const Row = memo(function Row({ finding, where }: { readonly finding: FindingView; readonly where: string }) {
  return (
    <>
      <div className={styles.line}>
        <LevelBadge level={finding.level} />
        <span className={styles.category}>{finding.categoryName}</span>
        {isManual(finding) ? <Badge tone="plain">{MARK_TEXTS.badge}</Badge> : null}
        {finding.decision ? (
          <span className={styles.status}>
            <DecisionBadge kind={finding.decision.kind} carried={finding.decision.carried} />
          </span>
        ) : (
          <span className={styles.status}>{TEXTS.undone}</span>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.text}>{finding.text}</span>
        <span className={styles.where}>{where}</span>
      </div>
    </>
  );
});

function Nothing({ none }: { readonly none: boolean }) {
  const set = useDeskPlace((state) => state.set);
  if (none) return <EmptyState sentence={TEXTS.nothingFound} example={TEXTS.nothingFoundMore} />;
  return (
    <EmptyState sentence={TEXTS.allDecided}>
      <Button onPress={() => set({ openOnly: false })}>{TEXTS.showAll}</Button>
    </EmptyState>
  );
}
