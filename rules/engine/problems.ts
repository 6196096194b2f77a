/** What is wrong with a rule or pack: which file, and a Chinese sentence why. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}
