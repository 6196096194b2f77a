import type { CaseView, DocumentRow } from '../../../review/contract.ts';

export const openIn = ({ findings, decided }: DocumentRow): number => findings - decided;

/** Findings of all documents and how many are decided; of the open one as it stands on the screen, ahead of the answer. */
export function progressOf({ documents, document, findings }: CaseView): { readonly decided: number; readonly total: number } {
  const others = documents.filter(({ number }) => number !== document);
  const sum = (pick: (row: DocumentRow) => number): number => others.reduce((all, row) => all + pick(row), 0);
  return {
    decided: findings.filter(({ decision }) => decision).length + sum(({ decided }) => decided),
    total: findings.length + sum((row) => row.findings),
  };
}

/** The next document after (or before) the open one that the test picks; `round` goes on from the other end. */
export function documentFrom(
  { documents, document }: CaseView,
  step: 1 | -1,
  picks: (row: DocumentRow) => boolean,
  round: boolean,
): DocumentRow | undefined {
  const start = documents.findIndex(({ number }) => number === document);
  for (let turn = 1; turn < documents.length; turn += 1) {
    const place = start + turn * step;
    if (!round && (place < 0 || place >= documents.length)) return undefined;
    const row = documents[(place + documents.length) % documents.length];
    if (row && picks(row)) return row;
  }
  return undefined;
}
