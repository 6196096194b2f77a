import type { DraftPieces } from './draft-pieces.ts';
import { cleanNotes, referredNotes } from './notes.ts';
import type { PackageMap } from './package-map.ts';
import type { PartEdit } from './part-edit.ts';
import { editPlainTexts, editTextPaths } from './plain-texts.ts';
import { cleanSettings } from './settings.ts';
import { editStory } from './story-align.ts';
import { cleanFields } from './story-fields.ts';
import { cleanStructure } from './story-structure.ts';
import { readStory } from './story-text.ts';

const STORIES: ReadonlySet<string> = new Set(['officeDocument', 'header', 'footer', 'footnotes', 'endnotes']);

/** Headers and footers that no page shows: hidden text, which goes whole. */
export function unseenHeaders(map: PackageMap, pieces: DraftPieces): ReadonlySet<string> {
  const headers = map.relationsAsRead(map.main).filter(({ type }) => type === 'header' || type === 'footer');
  const unseen = headers.filter(({ target }) => pieces.of(target).some((piece) => piece.where.label.includes('（未显示）')));
  return new Set(unseen.map(({ target }) => target));
}

/** Cleans and edits the parts of a Word document. Throws CannotSplice. */
export function editWord(parts: ReadonlyMap<string, PartEdit>, map: PackageMap, pieces: DraftPieces): void {
  const stories = [...parts.values()].filter((part) => STORIES.has(map.types.get(part.name) ?? ''));
  for (const part of stories) {
    cleanStructure(part);
    cleanFields(part);
  }
  const main = parts.get(map.main);
  for (const part of stories) {
    const kind = map.types.get(part.name) === 'footnotes' ? 'footnote' : 'endnote';
    if (main && /notes$/.test(map.types.get(part.name) ?? '')) cleanNotes(part, kind, referredNotes(main, kind));
  }
  for (const part of stories) {
    editStory(part, readStory(part), pieces);
    editTextPaths(part, pieces);
  }
  for (const part of parts.values()) {
    const type = map.types.get(part.name) ?? '';
    if (type === 'settings') cleanSettings(part);
    else if (!STORIES.has(type)) editPlainTexts(part, pieces);
  }
}
