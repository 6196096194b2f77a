import { cleanName } from '../exports/clean-name.ts';
import { type Draft, fail, ok, PIECE_KINDS, type PieceKind } from '../review/model/index.ts';
import type { CleanCopier, CleanRecord } from '../review/ports.ts';
import { type PictureParts, pictureCopy } from './picture-copy.ts';

/** A page shows these, and what a recogniser made out of its pictures. */
const ON_THE_PAGE: readonly PieceKind[] = ['body', 'heading', 'table-cell', 'header', 'footer', 'file-name', 'ocr'];
/** These say what a person must do, or that they did it: no other way is taken in their place. */
const FOR_A_PERSON = ['cancelled', 'clean-copy-picture-words'];

/**
 * The clean copier of a host that can draw: a PDF becomes pictures of its pages unless a new document is wanted. Where pictures cannot
 * be made and nobody asked for them, the document is made and the record says why; who asked for them is told (clean-copy-picture).
 */
export function drawingCleanCopier(base: CleanCopier, parts: PictureParts): CleanCopier {
  return {
    async make(draft, bytes, edits, anew, wish) {
      if (draft.source.format !== 'pdf' || anew !== undefined || !wish || wish.as === 'document')
        return base.make(draft, bytes, edits, anew, wish);
      const pictures = await pictureCopy(parts, draft, bytes, edits, wish);
      if (pictures.ok) {
        const { bytes: file, ...rewrites } = pictures.data;
        const record: CleanRecord = { way: 'picture', replaced: edits.length, ...rewrites, dropped: droppedFrom(draft) };
        return ok({ name: cleanName(draft, edits, '.pdf'), bytes: file, record });
      }
      const { code, message } = pictures.error;
      if (FOR_A_PERSON.includes(code)) return pictures;
      if (wish.as === 'picture')
        return fail('clean-copy-picture', `图片 PDF 没有生成（${message}）。原稿和处置都在；可以改选“新的 docx”再生成。`);
      return base.make(draft, bytes, edits, `没有画成图片 PDF：${message}`, wish);
    },
  };
}

/** What no picture shows, by kind: hidden text, properties, annotations, bookmarks, files inside. */
function droppedFrom({ pieces }: Draft): CleanRecord['dropped'] {
  const gone = pieces.filter(({ kind, visible }) => !visible || !ON_THE_PAGE.includes(kind));
  return [...Map.groupBy(gone, ({ kind }) => kind)].map(([kind, own]) => ({ kind: PIECE_KINDS[kind], count: own.length }));
}
