import type { Format } from '../format.ts';
import { packageReader } from '../office/read-package.ts';
import { hasEntry } from '../package/entry-names.ts';

/** Presentations in Office Open XML: slides in order, notes, comments, hidden slides and shapes, masters. */
export const pptxFormat: Format = {
  id: 'pptx',
  title: 'PowerPoint/WPS 演示（pptx）',
  extensions: ['pptx', 'pptm', 'potx', 'ppsx'],
  probe: (bytes) => hasEntry(bytes, 'ppt/presentation.xml') && !hasEntry(bytes, 'word/document.xml'),
  read: packageReader('presentation', {
    code: 'pptx-broken',
    message: '演示文稿的目录已损坏或不像正常文件，没有读取。请用原来的软件打开，另存为新的 pptx 后再导入。',
  }),
};
