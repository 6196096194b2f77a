import { z } from 'zod';
import { LIST_KINDS } from '../../model/index.ts';
import { COUNT, HASH, keysOf, MADE_ID, VERSION } from '../fields.ts';
import { kind } from './kind.ts';

/**
 * A version of one of the office's own lists came into force. `content` is the salted commitment to its rows (a short list could be
 * guessed from a plain digest) and the name by which the rules of later scans know them. Versions of a list only rise, one by one.
 */
export const listImport = kind({
  type: 'list.import',
  place: 'workstation',
  roles: ['reviewer', 'secadmin'],
  data: z.strictObject({
    list: keysOf(LIST_KINDS),
    version: VERSION,
    rows: COUNT.min(1),
    content: HASH,
    /** The import on another workstation that this one takes over, with the same content; its number may then rise by more than one. */
    from: z.strictObject({ ws: MADE_ID, event: HASH }).optional(),
  }),
});
