import { ok } from '../../review/model/index.ts';
import { type Format, startsWith } from '../format.ts';
import { readRtfObjects } from './rtf-objects.ts';
import { RtfReader } from './rtf-reader.ts';

/** Rich text, which offices also keep under the name .doc. */
export const rtfFormat: Format = {
  id: 'rtf',
  title: 'RTF 文档（rtf）',
  extensions: ['rtf'],
  probe: (bytes) => startsWith(bytes, '{\\rtf'),
  read: async (bytes, builder, control) => {
    control.progress?.('正在读取文字');
    const reader = new RtfReader(builder);
    // Not TextDecoder('latin1'): that is windows-1252 and would change bytes 80 to 9F.
    reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
    await readRtfObjects(reader.objects, builder, control);
    return ok({ page: reader.page.blocks });
  },
};
