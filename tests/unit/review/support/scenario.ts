/** A story about a case and the state it must end in, and how stories begin. */
import type { State } from '../../../../review/model/index.ts';
import { ALL_ROLES, CaseBuilder, FOUR, officeClaims, officeLog } from './case-builder.ts';

export interface Scenario {
  readonly story: string;
  readonly build: () => CaseBuilder;
  readonly state: State;
  /** Part of a sentence of `whyNot` that must be there. */
  readonly why?: string;
  readonly presentRules?: string;
  readonly damaged?: boolean;
}

export const four = officeLog(officeClaims(FOUR));
export const anyRole = officeLog(officeClaims(ALL_ROLES));
export const fresh = (office = four): CaseBuilder => new CaseBuilder(office);
export const after = (change: (builder: CaseBuilder) => void, office = four): (() => CaseBuilder) => {
  return () => {
    const builder = fresh(office);
    change(builder);
    return builder;
  };
};
export const registered = (builder: CaseBuilder, numbers = '0-1', unread = 0): CaseBuilder => {
  builder.create();
  builder.document();
  builder.scan(1, numbers, { unread });
  return builder;
};
