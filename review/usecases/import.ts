import { fromBase64 } from '../chain/base64.ts';
import { toHex } from '../chain/hex.ts';
import type { ImportOutcome, Parsed } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import { nextNumber } from '../workflow/numbering.ts';
import { isCivilDate } from '../workflow/working-days.ts';
import { examineAttachments } from './attachments.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import { actorOf, type Examined, examine, importedAs, numbering, refuseMarked, versionEvents } from './examine.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { ownCode } from './own-code.ts';
import { isSample } from './sample.ts';

type ImportInput = Parsed<'case.import'>;

export const importing: Feature<'case.import'> = {
  'case.import': (parts, input, session) =>
    parts.jobs.run(input.job, async (job): Promise<Result<ImportOutcome>> => {
      const { ports } = parts;
      const today = dateOf(ports.clock.now().at);
      if (!isCivilDate(input.createdOn) || input.createdOn > today) {
        return fail('date-invalid', '生成日期不对：要写已经到了的日期。没有登记，请改正后再导入。');
      }
      const bytes = fromBase64(input.file.base64);
      if (!bytes) return fail('file-damaged', '文件在传递中损坏，没有登记。请重新选择文件。');
      if (input.sample) {
        const own = isSample(parts, bytes);
        if (!own.ok) return own;
        if (!own.data || input.attachments.length > 0)
          return fail('sample-differs', '这不是随程序带的示例文件，没有登记。请按正式事项送审。');
      }
      const known = duplicateOf(parts, toHex(ports.crypto.sha256(bytes)));
      if (known) return ok(known);
      const examined = await examine(ports, input.file.name, bytes, job);
      if (!examined.ok) return examined;
      const { refusal } = examined.data.scan;
      if (refusal) return refuseMarked(parts, session, refusal);
      const whole = await examineAttachments(parts, session, examined.data, input.attachments, job);
      if (!whole.ok) return whole;
      if (whole.data.turnedAway) return ok(whole.data.turnedAway);
      // The same file may have been registered by another job meanwhile.
      const late = duplicateOf(parts, examined.data.sha256);
      return late ? ok(late) : register(parts, input, session, whole.data.examined ?? []);
    }),
};

/** The case whose main text these bytes are. The same form may be attached to many notices. A withdrawn case does not stand in the way: the matter may be taken up again. */
export function duplicateOf(parts: DeskParts, sha256: string): ImportOutcome | undefined {
  if (parts.ports.store.caseOfFile(sha256) === undefined) return undefined;
  for (const caseId of parts.ports.store.caseIds()) {
    const read = parts.cases.read(caseId);
    if (!read.ok || read.data.state === 'withdrawn') continue;
    const { main, create } = read.data.facts;
    if (!main.versions.some(({ body }) => body.data.sha256 === sha256)) continue;
    const number = create?.body.data.number ?? '';
    const message = `这个文件与${number}是同一文件，没有重复登记。请到${number}办理；内容改过的，请作为新版本加入。`;
    return { outcome: 'duplicate', case: caseId, number, message };
  }
  return undefined;
}

/** Registration, documents and scans in one append: one command, all or nothing. */
function register(
  parts: DeskParts,
  input: ImportInput,
  session: OpenSession,
  examined: readonly Examined[],
): Result<ImportOutcome> {
  const { ports } = parts;
  const caseId = `c-${toHex(ports.random.bytes(16))}`;
  const title = textBlob(ports, caseId, input.title || input.file.name.replace(/\.[^.]{1,8}$/, ''));
  const documentNumber = input.documentNumber ? textBlob(ports, caseId, input.documentNumber) : undefined;
  const create: NewEvent = {
    type: 'case.create',
    case: caseId,
    data: {
      number: nextNumber(takenNumbers(parts), ports.clock.now().at, input.sample ? 'SL' : 'XS', ownCode(parts)),
      title: title.commitment,
      ...(documentNumber ? { documentNumber: documentNumber.commitment } : {}),
      createdOn: input.createdOn,
      attribute: input.attribute,
      channels: [...new Set(input.channels)].sort(),
      ...(input.sample ? { sample: true as const } : {}),
    },
  };
  const numbers = numbering(parts.cases, caseId);
  const versions = examined.map((one, document) =>
    versionEvents(parts, caseId, one, { document, version: 1, origin: 'given' }, numbers),
  );
  const blobs = [title, ...(documentNumber ? [documentNumber] : []), ...versions.flatMap((version) => version.blobs)];
  const events = [create, ...versions.flatMap((version) => version.events)];
  const written = parts.journal.append(actorOf(session), events, [], blobs);
  return written.ok ? ok(importedAs(caseId, examined)) : written;
}

function takenNumbers(parts: DeskParts): readonly string[] {
  return parts.ports.store.caseIds().map((caseId) => {
    const read = parts.cases.read(caseId);
    return read.ok ? (read.data.facts.create?.body.data.number ?? '') : '';
  });
}
