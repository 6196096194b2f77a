/** 年度报告: its cells and its parts in prose, prefilled from the records of the office. */
import { z } from 'zod';
import type { AnnualCells, AnnualFault, AnnualPart } from '../model/index.ts';
import { ANNUAL_CELLS, ANNUAL_PARTS } from '../model/index.ts';
import { keys, line } from './shapes.ts';

const year = z.int().min(2000).max(2999);
const cells = z.record(
  z.string().refine((cell) => ANNUAL_CELLS.has(cell)),
  z.number().min(0).max(1e12),
);
const parts = z.partialRecord(keys(ANNUAL_PARTS), line(20_000));

export const annualInputs = {
  'annual.view': z.object({ year }),
  'annual.save': z.object({ year, cells, parts }),
} as const;

export interface AnnualOutputs {
  'annual.view': AnnualView;
  'annual.save': AnnualView;
}

export interface AnnualView {
  readonly year: number;
  /** What was saved, over what the records say. */
  readonly cells: AnnualCells;
  /** What the records of the office say. */
  readonly recorded: AnnualCells;
  /** Last year's report, when it was made here. */
  readonly before?: AnnualCells;
  readonly parts: Readonly<Record<AnnualPart, string>>;
  readonly faults: readonly AnnualFault[];
  readonly saved?: { readonly by: string; readonly at: string };
}
