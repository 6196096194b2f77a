import { z } from 'zod';
import { ascending, CIVIL_DATE, HASH } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * 节假日安排 of one year as the office entered it from the yearly notice: days off as ranges, make-up working days. The newest entry
 * of a year counts. Dates are public and stand here in clear; the notice is a text and therefore a commitment.
 */
export const calendarSet = kind({
  type: 'calendar.set',
  place: 'workstation',
  roles: ['drafter', 'reviewer', 'sysadmin', 'secadmin'],
  data: z
    .strictObject({
      year: z.int().min(2024).max(2100),
      off: z.array(z.array(CIVIL_DATE).length(2)).max(40),
      work: z.array(CIVIL_DATE).max(40).refine(ascending),
      notice: HASH,
    })
    .refine(({ off }) => ascending(off.map(([first]) => first ?? '')) && off.every(([first = '', last = '']) => first <= last)),
});
