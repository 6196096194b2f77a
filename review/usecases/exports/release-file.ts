import { fail, ok, type Result } from '../../model/index.ts';
import { asJob } from '../checked-journal.ts';
import type { DeskParts, OpenSession } from '../desk-parts.ts';
import { actorOf } from '../examine.ts';
import { freshlyJudged, releaseBytes } from '../release.ts';
import type { Exporting } from './exporting.ts';

/** The exact bytes everybody signed for, in the format of the draft. */
export interface ReleaseFileModel {
  readonly number: string;
  /** docx, txt, pdf … */
  readonly format: string;
  readonly bytes: Uint8Array;
}

export const releaseFile: Exporting<ReleaseFileModel> = {
  name: '发布稿',
  needs: 'case',
  may: ['drafter', 'reviewer'],
  records: true,
  model: (parts, asked, session) => releaseModel(parts, asked.case, session),
};

/** The only door through which a release file leaves: gate read anew, bytes hashed anew, hand-out recorded. */
async function releaseModel(parts: DeskParts, caseId: string, session: OpenSession): Promise<Result<ReleaseFileModel>> {
  const fresh = await asJob(parts, undefined, (control) => freshlyJudged(parts, caseId, control));
  if (!fresh.ok) return fresh;
  const { release, graph, facts } = fresh.data;
  if (!release) return fail('gate-closed', `不能导出发布稿：${fresh.data.whyNot.join('；') || '还没有放行'}。`);
  const bytes = releaseBytes(parts, caseId, fresh.data);
  if (!bytes.ok) return bytes;
  const { version, sha256, format } = bytes.data;
  if (sha256 !== release.body.data.sha256) return fail('gate-closed', '不能导出发布稿：文件与放行的不是同一文件。');
  const written = parts.journal.append(
    actorOf(session),
    [{ type: 'export.file', case: caseId, data: { version, sha256 } }],
    graph.heads,
  );
  return written.ok ? ok({ number: facts.create?.body.data.number ?? caseId, format, bytes: bytes.data.bytes }) : written;
}
