import { useEffect } from 'react';
import { takeIncoming, useIncoming } from '../state/incoming.ts';
import { reportInfo } from '../state/messages.ts';
import { usePlace } from '../state/place.ts';
import { useSession } from '../state/queries.ts';
import { useReceive } from '../state/receive.ts';
import { whyNoImport, whyNoSubmission } from '../state/roles.ts';

/** What the system hands over (打开方式, a second start) goes to 送审, ready to be handed in, or to 交换包 when it is a package; new files in a watched folder are told of. */
export function IncomingGate({ disabled }: { readonly disabled: boolean }) {
  const session = useSession();
  const receive = useReceive();
  const { data } = useIncoming(!disabled && session !== undefined);
  const noSubmission = whyNoSubmission(session);
  const noImport = whyNoImport(session);
  const given = data?.given;
  const proposed = data?.watched?.files.length ?? 0;
  useEffect(() => {
    if (disabled || !given || given.length === 0) return;
    const theirs = given.filter((file) => (file.package ? noImport : noSubmission) === undefined);
    const left = given.length - theirs.length;
    if (left > 0)
      reportInfo(
        `收到 ${left} 个文件。${given.some((file) => !file.package) ? noSubmission : noImport}文件留到能办的人登录后再取。`,
      );
    void takeIncoming(theirs, (files) => void receive(files));
  }, [disabled, given, noSubmission, noImport, receive]);
  useEffect(() => {
    if (proposed > 0 && usePlace.getState().screen !== 'submit')
      reportInfo(`监视的文件夹里有 ${proposed} 个新文件，在“送审”里等您决定是否送审。`);
  }, [proposed]);
  return null;
}
