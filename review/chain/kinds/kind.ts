import type { z } from 'zod';
import type { Role } from '../../model/index.ts';

/** Who acts in an event: a person in a role, or the workstation itself. */
export type ActorRole = Role | 'workstation';

/** What one kind of event must look like, wherever it is read: in the store, in a package, in an exported log. */
export interface Kind<Type extends string, Data extends z.ZodType> {
  readonly type: Type;
  readonly data: Data;
  /** Whether it belongs to a case or to the workstation (`case` is '-'). */
  readonly place: 'case' | 'workstation';
  /** Roles that may be the actor. Separation of administrators and reviewers begins here. */
  readonly roles: readonly ActorRole[];
  /** Whether a deputy may be the actor; the role is then the one acted in, and `actor.for` names whose it is. */
  readonly deputies?: true;
}

export const kind = <Type extends string, Data extends z.ZodType>(of: Kind<Type, Data>): Kind<Type, Data> => of;

export const BUSINESS: readonly Role[] = ['drafter', 'head', 'reviewer', 'leader'];
