import type { CaseView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { useDeskPlace, useOpenOnly } from './deskPlace.ts';
import { documentFrom, openIn } from './documents.ts';

/** Which document of a case is open, and the ways from one to the next. */
export function useDocumentKeys(view: CaseView, openAttachments: () => void) {
  const openDocument = useDeskPlace((state) => state.openDocument);
  const openOnly = useOpenOnly();
  const open = (document: number) => openDocument(view.row.id, document);
  const step = (by: 1 | -1) => {
    const row = documentFrom(view, by, () => true, true);
    if (row) open(row.number);
  };
  /** From the last finding on to the next document that has one to look at. */
  const leave = (by: 1 | -1) => {
    const row = documentFrom(view, by, (one) => (openOnly ? openIn(one) : one.findings) > 0, false);
    if (row) open(row.number);
  };
  /** To the next document with something undecided, from the end to the beginning. */
  const leaveToOpen = (by: 1 | -1) => {
    const row = documentFrom(view, by, (one) => openIn(one) > 0, true);
    if (row) open(row.number);
  };
  const many = view.documents.length > 1;
  useCommand('desk.next-document', () => step(1), many);
  useCommand('desk.previous-document', () => step(-1), many);
  useCommand('desk.attachments', openAttachments);
  return { open, leave, leaveToOpen };
}
