import type { Session } from '../../review/contract.ts';
import { STEP_ROLE } from '../../review/model/index.ts';

/** Whether the person works on cases; the three administrators see none (the backend refuses them in any case). */
export const worksOnCases = (session: Session | undefined): boolean =>
  session !== undefined && Object.values(STEP_ROLE).includes(session.person.role);

const IMPORTERS: readonly string[] = ['drafter', 'reviewer', 'leader'];

/** Why the person cannot take in a package from another workstation; undefined when they can. */
export const whyNoImport = (session: Session | undefined): string | undefined =>
  IMPORTERS.includes(session?.person.role ?? '') ? undefined : '数据包由拟稿人、保密审查员或分管领导导入。';

/** Why the person cannot hand files in; undefined when they can. */
export const whyNoSubmission = (session: Session | undefined): string | undefined =>
  session?.person.role === STEP_ROLE.draft ? undefined : '由拟稿人送审，您的角色不送审文件。';
