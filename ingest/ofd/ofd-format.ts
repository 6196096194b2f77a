import { fail, ok, type Result } from '../../review/model/index.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { hasEntry } from '../package/entry-names.ts';
import { unpack } from '../package/unpack.ts';
import { OfdReader } from './ofd-reader.ts';

/** Open fixed-layout documents (GB/T 33190): pages, what is hidden on them, and every other part of the package. */
export const ofdFormat: Format = {
  id: 'ofd',
  title: 'OFD 版式文件（ofd）',
  extensions: ['ofd'],
  probe: (bytes) => hasEntry(bytes, 'OFD.xml'),
  read: readOfd,
};

async function readOfd(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  const unpacked = await unpack(bytes, control.budget, control.signal);
  if (!unpacked.ok) return unpacked;
  const reader = new OfdReader(unpacked.data, builder, control);
  if (reader.pages === 0) {
    return fail(
      'ofd-broken',
      '这份 OFD 的目录已损坏或不像正常文件，没有读取。请用原来的软件打开，另存为新的 OFD 或 docx 后再导入。',
    );
  }
  return ok({ page: await reader.read() });
}
