// Parsers that were taken over: the file's name says which lie to tell.
const draft = {
  source: { name: 'a.txt', size: 3, sha256: 'ab'.repeat(32), format: 'txt' },
  pieces: [],
  page: [],
  warnings: [],
  unread: [],
};
const LIES: Readonly<Record<string, unknown>> = {
  'digest.txt': { type: 'result', result: { ok: true, data: draft } },
  'shape.txt': { type: 'result', result: { ok: true, data: { ...draft, pieces: [{ index: 7 }] } } },
  'extra.txt': { type: 'result', result: { ok: true, data: { ...draft, html: '<script>' } } },
  'rubbish.txt': 'rubbish',
  'code.txt': { type: 'result', result: { ok: false, error: { code: 'Any Code', message: '' } } },
};
process.on('message', (task: { readonly name: string }) => process.send?.(LIES[task.name] ?? null));
