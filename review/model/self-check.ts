/** One line of 自检. */
export interface CheckItem {
  readonly id: string;
  readonly name: string;
  /** `unknown`: this system does not say; a person must look. */
  readonly state: 'good' | 'attention' | 'unknown';
  /** What was found, and what to do when it is not good. */
  readonly detail: string;
}

/** A dated copy of the journal. */
export interface BackupCopy {
  /** 'own' lies in the data folder, 'second' where the office chose. */
  readonly place: 'own' | 'second';
  /** Civil date of the copy. */
  readonly day: string;
  readonly bytes: number;
}
