import { z } from 'zod';
import { HASH, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** 发布稿 handed out: who got the bytes and when, so that a leak can be followed back. */
export const exportFile = kind({
  type: 'export.file',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ version: VERSION, sha256: HASH }),
});
