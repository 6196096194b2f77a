import { z } from 'zod';
import { ATTRIBUTES, CHANNELS } from '../../model/index.ts';
import { ascending, CIVIL_DATE, HASH, keysOf } from '../fields.ts';
import { kind } from './kind.ts';

/** 送审登记. Title and document number are commitments; the number XS-YYYY-NNN, of a further workstation XS-YYYY-BNNN, is made by the program. */
export const caseCreate = kind({
  type: 'case.create',
  place: 'case',
  roles: ['drafter'],
  data: z
    .strictObject({
      number: z.string().regex(/^(XS|SL)-\d{4}-[A-Z]{0,2}\d{3,6}$/),
      title: HASH,
      documentNumber: HASH.optional(),
      /** 生成日期: day 0 of the 20 working days. */
      createdOn: CIVIL_DATE,
      attribute: keysOf(ATTRIBUTES),
      channels: z.array(keysOf(CHANNELS)).min(1).refine(ascending),
      /** The bundled sample, for trying the program out: its own number series, never in the ledger. */
      sample: z.literal(true).optional(),
    })
    // A matter must not leave the ledger by its number, nor a sample enter it.
    .refine(({ number, sample }) => number.startsWith('SL-') === (sample === true)),
});
