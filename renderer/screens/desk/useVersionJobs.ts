import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView, ImportOutcome } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { toBase64 } from '../../state/files.ts';
import { forgetJob, newJob } from '../../state/jobs.ts';
import { reportDone, reportError, useMessages } from '../../state/messages.ts';
import type { ChosenCopy } from './CopyDialog.tsx';
import { placeKey, useDeskPlace } from './deskPlace.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { TEXTS } from './texts.ts';
import { decisionsAnswered } from './useDecisions.ts';

export interface VersionJob {
  readonly id: string;
  readonly name: string;
}

function reportOutcome(outcome: ImportOutcome, done: string): void {
  const { say } = useMessages.getState();
  if (outcome.outcome === 'imported') reportDone(done);
  else say({ kind: 'error', text: outcome.outcome === 'marked' ? `${TEXTS.markedVersion}${outcome.message}` : outcome.message });
}

/** Work that brings the next version of a case: the clean copy, or a file edited elsewhere. */
export function useVersionJobs({ row: { id: caseId }, document }: CaseView) {
  const client = useQueryClient();
  const [job, setJob] = useState<VersionJob>();
  const run = async (name: string, done: string, work: (id: string) => Promise<ImportOutcome>) => {
    const id = newJob();
    setJob({ id, name });
    try {
      await decisionsAnswered(client, caseId);
      const outcome = await work(id);
      // A new version is read from its beginning, wherever the person stood in the old one.
      if (outcome.outcome === 'imported')
        useDeskPlace.getState().move(placeKey(caseId, document), { tab: 'body', finding: undefined, asking: undefined });
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      // The words name keys of the new version: they come when it is there.
      reportOutcome(outcome, done);
      await client.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
    } catch (error) {
      reportError(error);
    } finally {
      forgetJob(id);
      setJob(undefined);
    }
  };
  return {
    job,
    cleanCopy: (chosen?: ChosenCopy) =>
      run(TEXTS.copying, TEXTS.copied, (id) => call('case.cleanCopy', { job: id, case: caseId, document, ...chosen })),
    addVersion: (file: File) =>
      run(TEXTS.importing, TEXTS.added, async (id) => {
        const base64 = await toBase64(file);
        return call('case.addVersion', { job: id, case: caseId, document, file: { name: file.name, base64 } });
      }),
    attach: async (files: readonly File[]) => {
      for (const file of files)
        await run(DOCUMENT_TEXTS.attaching, DOCUMENT_TEXTS.attached(file.name), async (id) => {
          const base64 = await toBase64(file);
          return call('attachment.add', { job: id, case: caseId, file: { name: file.name, base64 } });
        });
    },
  };
}
