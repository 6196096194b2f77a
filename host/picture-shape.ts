/** The parser process reads hostile files: a plan it makes for the picture of a PDF is checked like any other input. */
import { z } from 'zod';
import type { PicturePlan } from '../ingest/index.ts';
import type { Result } from '../review/model/index.ts';

const length = z.number().positive().max(100_000);
const place = z.number().min(-1_000_000).max(1_000_000);
const box = z.tuple([place, place, place, place]);
const whole = z.int().min(0);
const page = z.strictObject({
  width: length,
  height: length,
  bars: z.array(z.strictObject({ mark: whole, box, size: z.number().min(0).max(100_000) })),
  veils: z.array(z.strictObject({ box, how: z.enum(['level', 'cover', 'paint']), color: z.int().min(0).max(0xffffff) })),
  pictures: z.array(box),
  scanned: z.string(),
});
const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), phase: z.string().max(40), ratio: z.number().min(0).max(1).optional() }),
  z.strictObject({
    type: z.literal('plan'),
    result: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), data: z.strictObject({ pages: z.array(page), unplaced: z.array(whole) }) }),
      z.strictObject({ ok: z.literal(false), error: z.strictObject({ code, message: z.string().max(70_000) }) }),
    ]),
  }),
]);

type PlanAnswer =
  | { readonly type: 'progress'; readonly phase: string; readonly ratio?: number | undefined }
  | { readonly type: 'plan'; readonly result: Result<PicturePlan> };

/** A message of a parser that was asked for a plan, or undefined when it is none. */
export function planAnswer(value: unknown): PlanAnswer | undefined {
  const parsed = answer.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
