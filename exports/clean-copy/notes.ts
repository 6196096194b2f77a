import type { PartEdit } from './part-edit.ts';

/** Numbers of the notes that the text still refers to, once revisions are settled. `kind` is footnote or endnote. */
export function referredNotes(main: PartEdit, kind: string): ReadonlySet<string> {
  const ids = new Set<string>();
  main.tokens.forEach((token, index) => {
    if (part(token.name, kind) && main.isElement(token) && !main.isGone(index)) ids.add(main.attribute(index, 'id') ?? '');
  });
  return ids;
}
const part = (name: string, kind: string): boolean => name === `${kind}Reference`;

/** Takes out the notes that nothing refers to; separators, which have a type, stay. */
export function cleanNotes(notes: PartEdit, kind: string, referred: ReadonlySet<string>): void {
  notes.tokens.forEach((token, index) => {
    if (token.name !== kind || !notes.isElement(token) || notes.isGone(index)) return;
    if (notes.attribute(index, 'type') !== undefined || referred.has(notes.attribute(index, 'id') ?? '')) return;
    notes.dropped.add('没有引用的注释');
    notes.remove(index);
  });
}
