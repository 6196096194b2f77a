import { useState } from 'react';
import type { CaseRow } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { useCase, useCases, useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { useDeskPlace } from '../desk/deskPlace.ts';
import { byUrgency, isMine } from '../todo/filters.ts';
import { CasePaper } from './CasePaper.tsx';
import { Queue } from './Queue.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

/** 签批: one paper after the other, each judged by itself. */
export function SignOff() {
  const { caseId, comparing, openCase, go } = usePlace();
  const session = useSession();
  const cases = useCases();
  const rows = cases.data ?? [];
  const mine = session ? rows.filter((row) => row.nextStep !== 'draft' && isMine(row, session)).sort(byUrgency) : [];
  const [fallback, setFallback] = useState<string>();
  const chosen = caseId ?? fallback ?? mine[0]?.id;
  const view = useCase(chosen);
  const document = useDeskPlace((state) => (chosen === undefined ? undefined : state.documents[chosen])) ?? 0;
  const compared = useCase(chosen, comparing ? document : 0);
  const other = mine.some((row) => row.id === chosen) ? undefined : rows.find((row) => row.id === chosen);
  const choose = (id: string) => {
    setFallback(id);
    openCase(id, 'signoff');
  };
  const step = (by: number) => {
    const target = mine[Math.max(0, Math.min(indexOf(mine, chosen) + by, mine.length - 1))];
    if (target) choose(target.id);
  };
  useCommand('paper.next', () => step(1), !comparing);
  useCommand('paper.previous', () => step(-1), !comparing);

  if (chosen === undefined)
    return (
      <EmptyState
        title={TEXTS.title}
        sentence={cases.isLoading ? TEXTS.loading : worksOnCases(session) ? TEXTS.nothingMine : TEXTS.noCases}
        example={worksOnCases(session) ? TEXTS.nothingMineExample : undefined}
      >
        <Button onPress={() => go('todo')} command="go.todo">
          {TEXTS.toTodo}
        </Button>
      </EmptyState>
    );
  if (comparing && compared.data) return <Comparison view={compared.data} />;
  return (
    <div className={styles.screen}>
      <Queue mine={mine} other={other} chosen={chosen} onChoose={choose} />
      {view.data ? (
        <CasePaper
          key={`${chosen} ${view.data.documents.map(({ sha256 }) => sha256).join()}`}
          view={view.data}
          next={other ? mine[0] : undefined}
          onNext={() => step(1)}
        />
      ) : (
        <EmptyState sentence={view.error?.message ?? TEXTS.loading} />
      )}
    </div>
  );
}

const indexOf = (rows: readonly CaseRow[], id: string | undefined): number => rows.findIndex((row) => row.id === id);
