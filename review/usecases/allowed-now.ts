import type { ActionName } from '../contract.ts';
import { fail, type Result } from '../model/index.ts';
import type { GateResult } from '../workflow/gate.ts';
import { actionsOf } from './actions.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { standingOf } from './standing.ts';

/** The case when the person may do this now. Codes: case-missing, not-now. */
export function allowedNow(parts: DeskParts, session: OpenSession, caseId: string, action: ActionName): Result<GateResult> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const standing = standingOf(parts, read.data, session.person);
  const { enabled, why } = actionsOf(read.data, session.person, standing)[action];
  return enabled ? read : fail('not-now', `没有办理：${why}。`);
}
