import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { HOSTILE } from '../../fixtures/ingest/hostile-more.ts';
import { HOSTILE_NESTS } from '../../fixtures/ingest/hostile-nests.ts';
import { shortOrLong } from '../../short-or-long.ts';

const CHOSEN = [...HOSTILE, ...HOSTILE_NESTS].filter(({ heavy }) => shortOrLong(!heavy, true));

test.each(CHOSEN.map((hostile) => [hostile.what, hostile] as const))(
  '%s: refused in plain words, or read with what could not be read named',
  { timeout: 60_000 },
  async (_, { name, bytes, refused, unread = [], says }) => {
    const result = await readDraft(name, await bytes());
    expect(result.ok ? undefined : result.error.code).toBe(refused);
    if (!result.ok) {
      expect(result.error.message).toMatch(/[\u4e00-\u9fff].*[请须].*。$/);
      return;
    }
    const { pieces, unread: left } = result.data;
    expect(unread.filter((code) => !left.some((part) => part.code === code))).toEqual([]);
    if (says !== undefined) expect(pieces.some(({ text }) => text.includes(says))).toBe(true);
    // Never silence: something was read, or something is named as not read.
    expect(pieces.filter(({ kind }) => kind !== 'file-name').length + left.length).toBeGreaterThan(0);
  },
);
