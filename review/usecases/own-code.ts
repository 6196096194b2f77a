import { workstationCode } from '../workflow/numbering.ts';
import type { DeskParts } from './desk-parts.ts';

/** What stands in the numbers that this workstation gives. */
export const ownCode = ({ ports, roster }: DeskParts): string =>
  workstationCode([...(roster().now?.workstations.keys() ?? [])], ports.store.head().ws);
