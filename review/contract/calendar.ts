/** 节假日安排: the working days that deadlines count. */
import { z } from 'zod';
import { civilDate, line, pin } from './shapes.ts';

export const calendarInputs = {
  'calendar.view': z.object({}),
  /** Replaces one year's table; deadlines follow at once. */
  'calendar.set': z.object({
    year: z.int().min(2024).max(2100),
    /** Number or title of the yearly notice. */
    notice: line(100).min(2),
    /** 放假: first and last day of each. */
    off: z
      .array(z.tuple([civilDate, civilDate]))
      .min(1)
      .max(40),
    /** 调休上班. */
    work: z.array(civilDate).max(40),
    pin,
  }),
} as const;

export interface CalendarOutputs {
  'calendar.view': CalendarView;
  'calendar.set': CalendarView;
}

export interface CalendarView {
  /** Newest first. */
  readonly years: readonly {
    readonly year: number;
    readonly notice: string;
    readonly off: readonly (readonly [string, string])[];
    readonly work: readonly string[];
    /** Who entered it and when; absent for the table that came with the program. */
    readonly set?: { readonly by: string; readonly at: string };
  }[];
  /** Last day that is covered; later deadlines are marked 推算. */
  readonly until: string;
  /** Chinese reason why the signed-in person cannot change it; empty when they can. */
  readonly whyNot: string;
}
