/** What is left of the ceilings of one import; shared by the archive and all archives inside it. */
export interface Budget {
  unpacked: number;
  entries: number;
  nesting: number;
}
