import type { CallName, DeskBridge, Input, Output } from '../../review/contract.ts';
import type { Failure } from '../../review/model/index.ts';
import { readAnswer } from './readAnswer.ts';

declare global {
  interface Window {
    /** Laid down by the preload script; the only door of this window. */
    xianshen: DeskBridge;
  }
}

/** A failure of the desk as the query library wants it: thrown, with the stable code kept. */
export class DeskError extends Error {
  readonly code: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'DeskError';
    this.code = failure.code;
  }
}

/** Codes with which the backend says that nobody is signed in any more. */
const SIGNED_OUT = ['session-missing', 'session-expired'];
export const isSignedOut = (code: string): boolean => SIGNED_OUT.includes(code);

/** Makes one call; resolves with its data, rejects with `DeskError`. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await readAnswer<Output<N>>(await window.xianshen.call(name, input));
  if (!result.ok) throw new DeskError(result.error);
  return result.data;
}
