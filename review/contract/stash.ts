/** What a person typed and has not sent off (存为草稿): kept under their own key until they go on, see usecases/stash.ts. */
import { z } from 'zod';

/** Which form: a word of the window's own and what it is about, never a title or a name. */
const place = z.string().regex(/^[a-z-]{1,30}(?::[A-Za-z0-9.-]{1,80})?$/);

export const stashInputs = {
  'stash.read': z.object({ place }),
  'stash.keep': z.object({ place, text: z.string().max(60_000) }),
  'stash.drop': z.object({ place }),
} as const;

export interface StashOutputs {
  'stash.read': { text?: string };
  'stash.keep': null;
  'stash.drop': null;
}
