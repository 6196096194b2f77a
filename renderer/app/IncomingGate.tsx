import { useEffect } from 'react';
import { takeIncoming, useIncoming } from '../state/incoming.ts';
import { reportInfo } from '../state/messages.ts';
import { usePlace } from '../state/place.ts';
import { useSession, useStatus } from '../state/queries.ts';
import { whyNoSubmission } from '../state/roles.ts';
import { useSubmission } from '../state/submission.ts';

/** What the system hands over (打开方式, a second start) goes to 送审, ready to be handed in; new files in a watched folder are told of. */
export function IncomingGate({ disabled }: { readonly disabled: boolean }) {
  const session = useSession();
  const today = useStatus().data?.today ?? '';
  const add = useSubmission((state) => state.add);
  const go = usePlace((state) => state.go);
  const { data } = useIncoming(!disabled && session !== undefined);
  const person = session?.person.id ?? '';
  const noSubmission = whyNoSubmission(session);
  const given = data?.given;
  const proposed = data?.watched?.files.length ?? 0;
  useEffect(() => {
    if (disabled || !given || given.length === 0) return;
    if (noSubmission) {
      reportInfo(`收到 ${given.length} 个文件。${noSubmission}文件留到拟稿人登录后再取。`);
      return;
    }
    void takeIncoming(given, (files) => {
      void add(files, today, person);
      go('submit');
    });
  }, [disabled, given, noSubmission, today, person, add, go]);
  useEffect(() => {
    if (proposed > 0 && usePlace.getState().screen !== 'submit')
      reportInfo(`监视的文件夹里有 ${proposed} 个新文件，在“送审”里等您决定是否送审。`);
  }, [proposed]);
  return null;
}
