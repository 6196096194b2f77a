import { fail, ok, type Result } from '../../model/index.ts';
import { documentLabel, isSameFiles } from '../../workflow/documents.ts';
import { asJob } from '../checked-journal.ts';
import type { DeskParts, OpenSession } from '../desk-parts.ts';
import { actorOf, namedDocument } from '../examine.ts';
import type { NewEvent } from '../journal-writer.ts';
import { freshlyJudged, releaseFiles } from '../release.ts';
import type { Exporting } from './exporting.ts';

/** The exact bytes everybody signed for, in the formats of the drafts. */
export interface ReleaseFileModel {
  readonly number: string;
  /** The main text, then the attachments. */
  readonly files: readonly {
    /** 正文, 附件1 … */
    readonly label: string;
    readonly name: string;
    /** docx, txt, pdf … */
    readonly format: string;
    readonly bytes: Uint8Array;
  }[];
}

export const releaseFile: Exporting<ReleaseFileModel> = {
  name: '发布稿',
  needs: 'case',
  may: ['drafter', 'reviewer'],
  records: true,
  model: (parts, asked, session) => releaseModel(parts, asked.case, session),
};

/** The only door through which released files leave: gate read anew, all bytes hashed anew, each hand-out recorded. */
async function releaseModel(parts: DeskParts, caseId: string, session: OpenSession): Promise<Result<ReleaseFileModel>> {
  const fresh = await asJob(parts, undefined, (control) => freshlyJudged(parts, caseId, control));
  if (!fresh.ok) return fresh;
  const { release, graph, facts } = fresh.data;
  if (!release) return fail('gate-closed', `不能导出发布稿：${fresh.data.whyNot.join('；') || '还没有放行'}。`);
  const files = releaseFiles(parts, caseId, fresh.data);
  if (!files.ok) return files;
  const [main, ...attachments] = files.data;
  const { sha256, attachments: released = [] } = release.body.data;
  if (main?.sha256 !== sha256 || !isSameFiles(released, attachments))
    return fail('gate-closed', '不能导出发布稿：文件与放行的不是同一文件。');
  const events = files.data.map(({ document, version, sha256: of }): NewEvent => {
    return { type: 'export.file', case: caseId, data: { ...namedDocument(document), version, sha256: of } };
  });
  const written = parts.journal.append(actorOf(session), events, graph.heads);
  if (!written.ok) return written;
  return ok({
    number: facts.create?.body.data.number ?? caseId,
    files: files.data.map(({ name, format, bytes }, place) => ({ label: documentLabel(place), name, format, bytes })),
  });
}
