import type { ReactNode } from 'react';
import type { CaseView, Input } from '../../../review/contract.ts';
import { DEPUTY_CALLS } from '../../../review/model/index.ts';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import type { FormDraft } from '../../state/formDraft.ts';
import { type CaseCall, useCaseCall } from '../../state/queries.ts';
import { SigningFacts } from './SigningFacts.tsx';
import { TEXTS } from './texts.ts';

const AS_DEPUTY: readonly CaseCall[] = DEPUTY_CALLS;

interface ActDialogProps<N extends CaseCall> {
  readonly call: N;
  /** What goes in beside the PIN; undefined while something is missing. */
  readonly input: (pin: string) => Input<N>;
  readonly view: CaseView;
  readonly title: string;
  readonly step: string;
  readonly confirm: string;
  /** Words to report; of the case as it is after the act, where they depend on it. */
  readonly done: string | ((after: CaseView) => string);
  /** What must still be filled in; the button is grey and says it. */
  readonly missing: string | undefined;
  readonly needsPin?: boolean;
  readonly danger?: boolean;
  /** Keeps what is typed until the act is recorded. */
  readonly draft?: FormDraft;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on a case, with its facts and its fields. */
export function ActDialog<N extends CaseCall>(props: ActDialogProps<N>) {
  const { call, input, view, step, done, children, needsPin = true, ...dialog } = props;
  const act = useCaseCall(call, 'beside');
  return (
    <SignedDialog
      {...dialog}
      signers={needsPin ? 'one' : 'none'}
      pinHint={TEXTS.pinHint}
      working={TEXTS.working}
      send={async ({ pin }) => {
        const after: CaseView = await act.mutateAsync(input(pin));
        return typeof done === 'string' ? done : done(after);
      }}
    >
      <SigningFacts view={view} step={step} deputy={AS_DEPUTY.includes(call) ? view.actingFor : undefined} />
      {children}
    </SignedDialog>
  );
}
