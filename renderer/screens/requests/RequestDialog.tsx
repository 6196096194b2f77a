import type { ReactNode } from 'react';
import type { Input, RequestView } from '../../../review/contract.ts';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import type { FormDraft } from '../../state/formDraft.ts';
import styles from './Requests.module.css';
import { TEXTS } from './texts.ts';
import { type RequestCall, useRequestCall } from './useRequests.ts';

interface RequestDialogProps<N extends RequestCall> {
  readonly call: N;
  readonly input: (pin: string) => Input<N>;
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly done: (view: RequestView) => string;
  /** Fields that must be filled in, by name. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly needsPin?: boolean;
  /** Keeps what is typed until the act is recorded. */
  readonly draft?: FormDraft;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on an application, with its fields. */
export function RequestDialog<N extends RequestCall>(props: RequestDialogProps<N>) {
  const { call, input, hint, done, fields, children, needsPin = false, ...dialog } = props;
  const act = useRequestCall(call);
  const empty = fields.find(([, value]) => value.trim() === '');
  return (
    <SignedDialog
      {...dialog}
      signers={needsPin ? 'one' : 'none'}
      missing={empty ? TEXTS.fill(empty[0]) : undefined}
      send={async ({ pin }) => done((await act.mutateAsync(input(pin))) as RequestView)}
    >
      <p className={styles.note}>{hint}</p>
      {children}
    </SignedDialog>
  );
}
