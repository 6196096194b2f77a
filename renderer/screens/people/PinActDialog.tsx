import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SignedDialog } from '../../components/SignedDialog.tsx';
import type { FormDraft } from '../../state/formDraft.ts';

interface PinActDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly done: string | undefined;
  readonly pinLabel?: string;
  readonly pinHint?: string;
  readonly missing?: string | undefined;
  readonly danger?: boolean;
  readonly wide?: boolean;
  readonly draft?: FormDraft;
  readonly act: (pin: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One act on the roster, after which people, status and cases may all look different. */
export function PinActDialog({ act, done, ...props }: PinActDialogProps) {
  const client = useQueryClient();
  return (
    <SignedDialog
      {...props}
      send={async ({ pin }) => {
        await act(pin);
        for (const queryKey of [['roster'], ['people'], ['status'], ['cases']]) void client.invalidateQueries({ queryKey });
        return done;
      }}
    />
  );
}
