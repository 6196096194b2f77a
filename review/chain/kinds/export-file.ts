import { z } from 'zod';
import { DOCUMENT, HASH, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** 发布稿 handed out: who got the bytes and when, so that a leak can be followed back. */
export const exportFile = kind({
  type: 'export.file',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ document: DOCUMENT.optional(), version: VERSION, sha256: HASH }),
});
