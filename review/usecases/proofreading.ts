import type { ProofNoteView } from '../contract.ts';
import { fail, ok } from '../model/index.ts';
import { documentNow } from './document-now.ts';
import type { Feature } from './handler.ts';

/** How much of the sentence is shown on each side, in UTF-16 units. */
const AROUND = 16;

export const proofreading: Feature<'case.proofread'> = {
  'case.proofread': (parts, input) => {
    const read = parts.cases.read(input.case);
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    if (!document.ok) return document;
    const { scan } = document.data;
    if (!scan) return fail('not-now', '还没有检查结果，不能看文字。');
    const draft = parts.cases.draft(input.case, scan);
    if (!draft.ok) return draft;
    const { pieces } = draft.data;
    return ok(
      parts.ports.scanner.proofread(draft.data).map((note): ProofNoteView => {
        const { text = '', where } = pieces[note.piece] ?? {};
        const before = text.slice(Math.max(0, note.start - AROUND), note.start).toWellFormed();
        const after = text.slice(note.end, note.end + AROUND).toWellFormed();
        return { ...note, where: where?.label ?? '', before, after };
      }),
    );
  },
};
