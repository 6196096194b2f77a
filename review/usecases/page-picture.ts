import { toBase64 } from '../chain/base64.ts';
import { fail, ok } from '../model/index.ts';
import { newestOf } from '../workflow/documents.ts';
import { documentNow } from './document-now.ts';
import type { Feature } from './handler.ts';

/** Pages of a clean copy that is a picture PDF, for reading it through: it leaves the program by release alone. */
export const pagePicture: Feature<'case.pagePicture'> = {
  'case.pagePicture': (parts, input) => {
    const read = parts.cases.read(input.case);
    const document = read.ok ? documentNow(read.data, input.document) : read;
    if (!document.ok) return document;
    const newest = newestOf(document.data);
    if (!newest) return fail('no-page-picture', '这一件还没有文件，没有可以显示的页面。');
    const bytes = parts.cases.bytes(input.case, newest.sha256);
    const picture = bytes.ok ? parts.ports.pagePictures.page(bytes.data, input.page) : bytes;
    if (!picture.ok) return picture;
    const { bytes: file, ...rest } = picture.data;
    return ok({ ...rest, base64: toBase64(file) });
  },
};
