import { z } from 'zod';
import { DOCUMENT, RANGES, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/** 已人工查看: a person vouches for parts of a version that no reader understood (numbers in `Draft.unread`). */
export const unreadConfirm = kind({
  type: 'unread.confirm',
  place: 'case',
  roles: ['drafter', 'reviewer'],
  data: z.strictObject({ document: DOCUMENT.optional(), version: VERSION, parts: RANGES.min(1) }),
});
