import { picturePlan, readablePictures, readDraft } from '../ingest/index.ts';
import type { ParserPort } from './parser-protocol.ts';

/** Reads the one file it is sent and answers; the process ends when its line is closed. Never writes, never logs. */
export function serveParser(port: ParserPort): void {
  port.onTask((task) => {
    const progress = (phase: string, ratio?: number) =>
      port.send(ratio === undefined ? { type: 'progress', phase } : { type: 'progress', phase, ratio });
    if (task.marks) {
      void picturePlan(task.bytes, task.marks, { progress }).then((result) => port.send({ type: 'plan', result }));
      return;
    }
    // readDraft answers every failure of a file; a rejection is a mistake of ours and ends the process as a crash.
    const control = { progress, ...(task.encoding && { encoding: task.encoding }) };
    void readDraft(task.name, task.bytes, control).then(async (result) => {
      const pictures = task.pictures && result.ok ? await readablePictures(result.data, task.bytes) : [];
      port.send({ type: 'result', result, ...(pictures.length > 0 && { pictures }) });
    });
  });
}
