import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crypto } from '../../../host/crypto.ts';
import { verifyLog } from '../../../review/chain/verify.ts';
import { verifyFile } from '../../../verifier/verify-file.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'logs');

/** Files written by earlier versions of the program; a file is added with each new format and none is ever made anew. */
const KEPT = [
  {
    file: 'v1-released-and-published.jsonl',
    events: 12,
    root: '717fc473a78bd2fc24f15c7ba1702e5b',
    code: 'S27K-81ZJ-K4Q4-2C97-NB1V-46VY-CW80',
    cases: [{ number: 'XS-2026-001', state: 'published', whyNot: ['本件已放行'] }],
  },
  {
    file: 'v1-released-with-attachments.jsonl',
    events: 18,
    root: '717fc473a78bd2fc24f15c7ba1702e5b',
    code: 'EM3C-6MKS-D3B8-VS7G-63XW-SY82-P76F',
    cases: [{ number: 'XS-2026-001', state: 'published', whyNot: ['本件已放行'] }],
  },
] as const;

test.each(KEPT)(
  '$file, written long ago, is judged as on the day it was written',
  async ({ file, events, root, code, cases }) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const paper = { root, codes: [code] };
    const report = verifyLog(text, crypto, paper);
    expect(report).toMatchObject({ valid: true, problems: [], events, root, anchored: events, unanchored: 0, cases });
    expect(await verifyFile(text, paper, undefined, { pause: () => Promise.resolve() })).toEqual(report);
  },
);
