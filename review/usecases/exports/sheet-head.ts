import { type DeskParts, dateOf } from '../desk-parts.ts';
import { printedMark } from './printed-mark.ts';

/** What every printed sheet of the office bears: whose it is, when it was made, and what ties it to the log. */
export interface SheetHead {
  readonly office: string;
  readonly madeOn: string;
  /** Checkpoint printed under the table; absent while nothing was recorded. */
  readonly mark?: { readonly code: string; readonly seq: number };
}

export function sheetHead(parts: DeskParts): SheetHead {
  const printed = printedMark(parts);
  const { code = '', seq = 0 } = printed.ok ? printed.data : {};
  return {
    office: parts.roster().now?.office ?? '',
    madeOn: dateOf(parts.ports.clock.now().at),
    ...(seq > 0 ? { mark: { code, seq } } : {}),
  };
}
