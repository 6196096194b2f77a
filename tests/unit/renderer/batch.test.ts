import { expect, test } from 'vitest';
import { batchRows, sumsOf } from '../../../renderer/screens/submit/batch.ts';
import { isDraft } from '../../../renderer/state/droppedFiles.ts';
import type { Matter, MatterStatus } from '../../../renderer/state/submission.ts';

const matter = (name: string, status: MatterStatus): Matter => ({
  key: name,
  attachments: [],
  file: new File(['正文'], name),
  fields: { title: name, documentNumber: '', createdOn: '2026-11-21', attribute: 'active', channels: ['website'] },
  status,
});
const BATCH = [
  matter('甲.txt', { at: 'done', outcome: { outcome: 'imported', case: 'c-1', findings: 2, unread: 3 } }),
  matter('乙.txt', { at: 'done', outcome: { outcome: 'duplicate', case: 'c-1', number: 'XS-2026-001', message: '同一文件' } }),
  matter('丙.txt', { at: 'done', outcome: { outcome: 'marked', rule: 'mark', message: '已拒收' } }),
  matter('丁.docx', { at: 'failed', error: { code: 'file-encrypted', message: '文件有口令' } }),
  matter('戊.txt', { at: 'waiting' }),
  matter('己.txt', { at: 'running', job: 'j-1' }),
];

test('every file is counted once, by how it went', () => {
  expect(sumsOf(BATCH)).toEqual({ imported: 1, duplicate: 1, marked: 1, failed: 1, waiting: 2, unread: 3 });
});

test('the summary holds what has ended, and no name of a marked file', () => {
  expect(batchRows(BATCH)).toEqual([
    { name: '甲.txt', outcome: 'imported', case: 'c-1', reason: '' },
    { name: '乙.txt', outcome: 'duplicate', case: 'c-1', reason: '同一文件' },
    { name: '', outcome: 'marked', reason: '已拒收' },
    { name: '丁.docx', outcome: 'failed', reason: '文件有口令' },
  ]);
});

test('lock files and system files in a folder are no drafts', () => {
  const inside = (path: string): File =>
    Object.defineProperty(new File([''], path.split('/').at(-1) ?? ''), 'webkitRelativePath', { value: path });
  const paths = ['稿/通知.docx', '稿/~$通知.docx', '稿/Thumbs.db', '稿/.git/config', '稿/desktop.ini'];
  expect(paths.filter((path) => isDraft(inside(path)))).toEqual(['稿/通知.docx']);
});
