/** Names of lock files of office programs, system files, version control: they lie beside drafts and never are one. */
export const NEVER_A_DRAFT = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/i;
