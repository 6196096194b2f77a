import type { CallName, Output, Parsed } from '../contract.ts';
import type { Result } from '../model/index.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';

type Answer<N extends CallName> = Result<Output<N>> | Promise<Result<Output<N>>>;

/** Calls that are possible before anybody has signed in. */
export type OpenCall =
  | 'app.status'
  | 'office.setUp'
  | 'people.list'
  | 'session.open'
  | 'session.close'
  | 'incoming.list'
  | 'incoming.give';

/** A handler gets input that has the right shape, and a session wherever the permission table asks for one. */
export type Handlers = {
  readonly [N in CallName]: N extends OpenCall
    ? (parts: DeskParts, input: Parsed<N>) => Answer<N>
    : (parts: DeskParts, input: Parsed<N>, session: OpenSession) => Answer<N>;
};
/** The handlers of one feature file. */
export type Feature<N extends CallName> = Pick<Handlers, N>;
