import { readBody } from '../chain/event.ts';
import { ROSTER_FORK_CODES } from '../chain/roster-fork.ts';
import type { DeskParts } from './desk-parts.ts';

const STOPPED =
  '名册已经移交给别的工作站，本机在移交之后又有自己的名册变更，那些变更不予认定，所以本机只能查看。请不要删除任何文件，报告保密办；要继续使用，先留存本机的账本文件夹，再重新加入单位。';

/**
 * Stops a workstation whose own changes of the roster a hand-over has overtaken: what it signs on top of them nobody else would take.
 * Its journal says so, so that it is stopped after a restart too.
 */
export function stopIfOvertaken(parts: DeskParts): void {
  const refusal = parts.ports.store.newestOf('pkg.refuse');
  const body = refusal && readBody(refusal.body);
  if (!body?.ok || body.data.type !== 'pkg.refuse') return;
  if (body.data.data.code === ROSTER_FORK_CODES.other) parts.block(STOPPED);
}
