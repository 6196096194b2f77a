import { CLOCK_FLAGS } from '../../chain/kinds/index.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { printedMark } from './printed-mark.ts';

/** What every printed sheet of the office bears: whose it is, when it was made, and what ties it to the log. */
export interface SheetHead {
  readonly office: string;
  readonly madeOn: string;
  /** Checkpoint printed under the table; absent while nothing was recorded. */
  readonly mark?: { readonly code: string; readonly seq: number; readonly flags?: readonly string[] };
}

export function sheetHead(parts: DeskParts): SheetHead {
  const printed = printedMark(parts);
  const { code = '', seq = 0, note = '' } = printed.ok ? printed.data : {};
  const flags = flagsOf(note);
  return {
    office: parts.roster().now?.office ?? '',
    madeOn: dateOf(parts.ports.clock.now().at),
    ...(seq > 0 ? { mark: { code, seq, ...(flags.length > 0 ? { flags } : {}) } } : {}),
  };
}

/** Clock flags that the checkpoint itself bears, in Chinese: a code made under a clock that was set back says so on paper. */
const flagsOf = (note: string): readonly string[] => {
  const line = /^flags (.+)$/m.exec(note)?.[1]?.split(',') ?? [];
  return line.flatMap((flag) => (flag in CLOCK_FLAGS ? [CLOCK_FLAGS[flag as keyof typeof CLOCK_FLAGS]] : []));
};
