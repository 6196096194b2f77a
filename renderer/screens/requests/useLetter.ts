import { useMutation } from '@tanstack/react-query';
import type { Input } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { reportDone, reportInfo } from '../../state/messages.ts';
import { TEXTS } from './texts.ts';

/** Makes a 征求意见函, asks where to put it and says how it went. */
export function useLetter() {
  return useMutation({
    mutationFn: async (input: Input<'request.letter'>) => {
      const { name, base64 } = await call('request.letter', input);
      const { saved } = await call('file.save', { name, base64 });
      return { name, saved };
    },
    onSuccess: ({ name, saved }) => (saved ? reportDone(TEXTS.saved(name)) : reportInfo(TEXTS.notSaved)),
  });
}
