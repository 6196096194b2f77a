/** The parser process reads hostile files, so what it answers is checked like any other input before the backend believes it. */
import { z } from 'zod';
import { MOST_PICTURE_BYTES, MOST_PICTURES, type ReadablePicture } from '../ingest/index.ts';
import { type Draft, PIECE_KINDS, type Result } from '../review/model/index.ts';

const whole = z.int().min(0);
const kind = z.enum(Object.keys(PIECE_KINDS) as [keyof typeof PIECE_KINDS, ...(keyof typeof PIECE_KINDS)[]]);
const message = z.string().max(70_000);
const where = z.strictObject({
  label: z.string().max(70_000),
  part: z.string().max(70_000),
  paragraph: whole.optional(),
  offset: whole.optional(),
});
const cell = z.strictObject({ table: whole, row: whole, column: whole, header: z.string() });
const piece = z.strictObject({ index: whole, kind, visible: z.boolean(), text: z.string(), where, cell: cell.optional() });
const pageCell = z.strictObject({ pieces: z.array(whole), colspan: whole.optional(), rowspan: whole.optional() });
const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: whole, piece: whole, list: z.string().max(200).optional() }),
  z.strictObject({ type: z.literal('paragraph'), piece: whole, list: z.string().max(200).optional() }),
  z.strictObject({ type: z.literal('table'), rows: z.array(z.array(pageCell)) }),
]);
const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const draft = z.strictObject({
  source: z.strictObject({
    name: z.string().max(255),
    size: whole,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    format: z.string().max(20),
    encoding: z.string().max(20).optional(),
  }),
  pieces: z.array(piece),
  page: z.array(block),
  warnings: z.array(z.strictObject({ code, message })),
  unread: z.array(z.strictObject({ code, part: z.string().max(70_000), message })),
});
const pictures = z
  .array(z.strictObject({ part: z.string().max(70_000), bytes: z.instanceof(Uint8Array) }))
  .max(MOST_PICTURES)
  .refine((list) => list.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MOST_PICTURE_BYTES);
const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), phase: z.string().max(40), ratio: z.number().min(0).max(1).optional() }),
  z.strictObject({
    type: z.literal('result'),
    result: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), data: draft }),
      z.strictObject({ ok: z.literal(false), error: z.strictObject({ code, message }) }),
    ]),
    pictures: pictures.optional(),
  }),
]);

type Answer =
  | { readonly type: 'progress'; readonly phase: string; readonly ratio?: number | undefined }
  | { readonly type: 'result'; readonly result: Result<Draft>; readonly pictures?: readonly ReadablePicture[] | undefined };

/** Every piece stands at its index and the page names only pieces that exist. */
function hangsTogether({ pieces, page }: Draft): boolean {
  const exists = (index: number): boolean => index < pieces.length;
  return (
    pieces.every((one, index) => one.index === index) &&
    page.every((one) =>
      one.type === 'table' ? one.rows.every((row) => row.every((at) => at.pieces.every(exists))) : exists(one.piece),
    )
  );
}

/** A message of the parser process, or undefined when it is none. */
export function parserAnswer(value: unknown): Answer | undefined {
  const parsed = answer.safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  if (data.type === 'result' && data.result.ok && !hangsTogether(data.result.data)) return undefined;
  return data;
}
