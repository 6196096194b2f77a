import type { Draft } from '../../review/model/index.ts';
import type { Edit } from '../edited-text.ts';
import type { OfficeKind } from './part-types.ts';
import { decodePart } from './part-xml.ts';
import { decodeEntities } from './xml-tokens.ts';

/**
 * Tables of a workbook that name a column by a text which is edited or hidden. The name must be the text of the header cell, or
 * programs repair the file, so such a table becomes a plain range.
 */
export function tablesToDrop(
  kind: OfficeKind,
  draft: Draft,
  edits: readonly Edit[],
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlySet<string> {
  const dropped = new Set<string>();
  if (kind !== 'xlsx') return dropped;
  const edited = edits.flatMap((edit) => draft.pieces[edit.piece]?.text.slice(edit.start, edit.end) ?? []);
  const hidden = new Set(draft.pieces.filter((piece) => piece.kind === 'hidden-text').map((piece) => piece.text));
  for (const [name, bytes] of files) {
    if (!/(^|\/)tables\/[^/]+\.xml$/i.test(name)) continue;
    const xml = decodePart(bytes)?.xml ?? '';
    const columns = [...xml.matchAll(/\sname="([^"]*)"/g)].map((match) => decodeEntities(match[1] ?? ''));
    if (columns.some((column) => hidden.has(column) || edited.some((text) => text !== '' && column.includes(text))))
      dropped.add(name);
  }
  return dropped;
}
