import { z } from 'zod';
import { CIVIL_DATE, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/** 延期答复: at most 20 working days more, with the consent of the head of the disclosure office, the applicant told (条例 33). */
export const requestExtend = kind({
  type: 'request.extend',
  place: 'case',
  roles: ['head', 'reviewer', 'leader'],
  data: z.strictObject({ reason: HASH, told: CIVIL_DATE }),
});
