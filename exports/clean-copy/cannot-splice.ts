/**
 * Thrown deep inside the splicing of a package and caught by `spliceOffice` alone: a walk over tokens cannot return early from
 * every level. `why` is Chinese, names a part or a construct and never holds draft text.
 */
export class CannotSplice extends Error {
  override readonly name = 'CannotSplice';
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}
