/**
 * Errors are values. `code` is stable (tests, exit codes and screens key on it); `message` is Chinese and says what happened,
 * what is safe and what to do next. Neither ever contains draft text.
 */
export interface Failure {
  readonly code: string;
  readonly message: string;
}
export type Result<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(data: T): Result<T> => ({ ok: true, data });
export const fail = (code: string, message: string): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: { code, message },
});
