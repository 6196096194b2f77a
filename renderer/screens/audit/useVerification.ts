import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { VerifyReport } from '../../../review/contract.ts';
import { call, DeskError } from '../../state/desk.ts';
import { forgetJob, newJob, useProgress } from '../../state/jobs.ts';
import { reportError } from '../../state/messages.ts';

/** The check of the whole log as a job: its progress, the way to stop it, its answer. A stopped one leaves no message. */
export function useVerification() {
  const [job, setJob] = useState<string>();
  const progress = useProgress(job);
  const verify = useMutation<VerifyReport, Error, readonly string[]>({
    meta: { inline: true },
    mutationFn: async (codes) => {
      const id = newJob();
      setJob(id);
      try {
        return await call('log.verify', { job: id, codes: [...codes] });
      } finally {
        forgetJob(id);
        setJob(undefined);
      }
    },
    onError: (error) => (error instanceof DeskError && error.code === 'cancelled' ? undefined : reportError(error)),
  });
  const cancel = () => (job === undefined ? undefined : void call('job.cancel', { job }));
  return { verify, progress, cancel };
}
