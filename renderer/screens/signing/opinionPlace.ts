import type { CaseView } from '../../../review/contract.ts';

/** Where a half-written opinion is kept: of these files only, since what was thought of others must not come back as if it were of them. */
export const opinionPlace = ({ row, documents }: CaseView): string =>
  `sign:${row.id}.${documents.reduce((sum, { version }) => sum + version, 0)}`;
