import type { Parsed, ShredReport } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { StoredEvent } from '../ports.ts';
import { eventsOf } from '../workflow/case-facts.ts';
import { documentName } from '../workflow/documents.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { nameOf } from './people-of.ts';
import { actsOfTwo } from './two-people.ts';

/** Most commitments one event names; a case with more is cleared by several events of one act. */
const A_EVENT = 200;

export const shredding: Feature<'case.shred'> = {
  'case.shred': (parts, input, session) => shred(parts, input, session),
};

/**
 * Destroys every text and file of one case (signoff-design 8): a secret found in a draft must be nowhere on this machine, while the
 * record that there was a case, who decided and who signed stays whole. Codes: case-missing, shred-nothing, those of two people.
 */
async function shred(parts: DeskParts, input: Parsed<'case.shred'>, session: OpenSession): Promise<Result<ShredReport>> {
  const { store, upkeep } = parts.ports;
  const found = store.caseIds().find((caseId) => {
    const read = parts.cases.read(caseId);
    return read.ok && read.data.facts.create?.body.data.number === input.number.trim().toUpperCase();
  });
  const read = found === undefined ? undefined : parts.cases.read(found);
  if (found === undefined || !read?.ok) return fail('case-missing', '没有这个编号的事项，没有清除。请核对编号，如 XS-2026-001。');
  const blobs = store.blobsOf(found);
  if (blobs.length === 0) return fail('shred-nothing', '这一件没有可清除的内容，可能已经清除过。');
  const reason = textBlob(parts.ports, '-', input.reason);
  const events = Array.from({ length: Math.ceil(blobs.length / A_EVENT) }, (_, chunk): NewEvent => {
    const some = blobs.slice(chunk * A_EVENT, (chunk + 1) * A_EVENT);
    return { type: 'blob.shred', case: found, data: { blobs: [...some], reason: reason.commitment } };
  });
  const acts = await actsOfTwo(parts, session, input, ...events);
  if (!acts.ok) return acts;
  const written = parts.journal.appendActs(acts.data, read.data.graph.heads, [reason], (events: readonly StoredEvent[]) =>
    store.shred(events, [{ caseId: found, commitments: blobs }], [reason]),
  );
  if (!written.ok) return written;
  parts.cases.forget();
  parts.published.forget();
  const copies = upkeep.rewriteCopies();
  return ok({
    cleared: blobs.length,
    copies: copies.ok ? copies.data : 0,
    collect: [...handedOut(parts, found), ...(copies.ok ? [] : [`备份没有重写：${copies.error.message}`])],
  });
}

/** What of the case has left the program, for people to collect. */
function handedOut(parts: DeskParts, caseId: string): string[] {
  const read = parts.cases.read(caseId);
  if (!read.ok) return [];
  const { facts, graph } = read.data;
  const { ordered } = graph;
  const day = (at: string): string => at.slice(0, 16).replace('T', ' ');
  const files = eventsOf(ordered, 'export.file').map(
    ({ body }) =>
      `发布稿${documentName(facts, body.data.document)}第${body.data.version}稿：${nameOf(parts.roster(), body.actor.p)}，${day(body.at)}`,
  );
  const published = eventsOf(ordered, 'publish.record').map(({ body }) => `已发布（${body.data.on}）：请立即撤下，并登记撤下`);
  return [...files, ...published, '打印的审查表、修改清单、脱敏稿，以及导出到其他介质的文件'];
}
