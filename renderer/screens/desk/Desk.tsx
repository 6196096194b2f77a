import { useDeferredValue, useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { readingOf, useCase } from '../../state/queries.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { CaseDesk } from './CaseDesk.tsx';
import { useDeskPlace } from './deskPlace.ts';
import { TEXTS } from './texts.ts';

/** 审查台: the findings of one case, one decision each. */
export function Desk() {
  const { caseId, comparing, go } = usePlace();
  const document = useDeskPlace((state) => (caseId === undefined ? undefined : state.documents[caseId])) ?? 0;
  const view = useCase(caseId, document);
  // An attachment that was taken out meanwhile is answered with the main text.
  const shown = view.data?.document;
  useEffect(() => {
    if (caseId !== undefined && shown !== undefined && shown !== document) useDeskPlace.getState().openDocument(caseId, shown);
  }, [caseId, shown, document]);
  const draft = caseId && view.data ? `${caseId} ${view.data.document} ${readingOf(view.data)}` : '';
  // A draft comes to the screen as a deferred value: what is drawn for the first time may then be drawn in slices.
  const drawn = useDeferredValue(draft, '');
  // Bound here, not in the desk of one version: while that of the next is being drawn there is none.
  const comparable = !comparing && (view.data?.versions.length ?? 0) > 1;
  useCommand('desk.compare', () => usePlace.getState().compare(true), comparable);
  if (caseId && comparing && view.data) return <Comparison view={view.data} />;
  if (view.data && draft !== '' && drawn === draft) return <CaseDesk key={draft} view={view.data} />;
  const sentence = caseId === undefined ? TEXTS.noCase : (view.error?.message ?? TEXTS.loading);
  return (
    <EmptyState title={TEXTS.title} sentence={sentence}>
      <Button onPress={() => go('todo')} command="go.todo">
        {TEXTS.toTodo}
      </Button>
    </EmptyState>
  );
}
