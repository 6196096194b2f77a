import { ok, type PageBlock, type Result } from '../../review/model/index.ts';
import { adoptDraft } from '../adopt-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { type Format, type Reading, type ReadingControl, startsWith } from '../format.ts';
import { chineseRuns } from '../package/residue.ts';
import { unpack } from '../package/unpack.ts';

/** A bundle of drafts in a zip archive: every file in it is read by its own format. */
export const zipFormat: Format = {
  id: 'zip',
  title: '压缩包（zip）',
  extensions: ['zip'],
  probe: (bytes) => startsWith(bytes, 'PK\x03\x04'),
  read: readZip,
};

async function readZip(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const unpacked = await unpack(bytes, control.budget, control.signal);
  if (!unpacked.ok) return unpacked;
  const { entries, comments, stray } = unpacked.data;
  const page: PageBlock[] = [];
  const adopted = { tables: 0 };
  for (const [index, { name, bytes: inner }] of entries.entries()) {
    control.progress?.('正在读取包内文件', (index + 1) / entries.length);
    if (name.endsWith('/'))
      builder.add({ kind: 'file-name', visible: true, text: name.slice(0, -1), where: { label: '文件夹名', part: name } });
    else page.push(...adoptDraft(builder, name, await control.readMember(name, inner), adopted));
  }
  for (const comment of comments)
    builder.add({ kind: 'part-residue', visible: false, text: comment, where: { label: '压缩包注释', part: '' } });
  for (const run of stray.flatMap((part) => chineseRuns(part))) {
    builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: '压缩包记录之外的数据', part: '' } });
  }
  return ok({ page });
}
