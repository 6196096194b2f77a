import { type Piece, TEXT_GROUPS } from '../../review/model/index.ts';
import { CannotSplice } from './cannot-splice.ts';
import type { DraftPieces } from './draft-pieces.ts';
import { Flow } from './flow.ts';
import type { PartEdit } from './part-edit.ts';

/** The texts of a drawing, chart, diagram or master, as the reader groups them. */
function textsOf(part: PartEdit): Flow[] {
  const texts: Flow[] = [];
  const open: { readonly name: string; flow: Flow; readonly start: number }[] = [];
  part.tokens.forEach((token) => {
    if (token.kind === 'open' && TEXT_GROUPS.has(token.name))
      open.push({ name: token.name, flow: new Flow(), start: token.start });
    else if (token.kind === 'close' && open.at(-1)?.name === token.name) closeGroup(open, texts);
    else if (token.kind === 'text' || token.kind === 'cdata') {
      const group = open.at(-1);
      const flow = group?.flow ?? new Flow();
      const between = TEXT_GROUPS.get(group?.name ?? '') ?? '';
      if (flow.text !== '') flow.addGap(between);
      flow.addText(part.xml, token, token.parent);
      if (!group) texts.push(flow);
    }
  });
  return texts.filter((flow) => flow.text.trim() !== '');
}

function closeGroup(open: { flow: Flow; readonly name: string }[], texts: Flow[]): void {
  const group = open.pop();
  const outer = open.at(-1);
  if (!group || group.flow.text === '') return;
  if (!outer) {
    texts.push(group.flow);
    return;
  }
  if (outer.flow.text !== '') outer.flow.addGap(TEXT_GROUPS.get(outer.name) ?? '');
  outer.flow.append(group.flow);
}

/**
 * Puts the replacements into a part that the reader takes text by text. The n-th text that says something is the n-th piece that
 * says it. Throws CannotSplice when a visible piece with an edit has no such text.
 */
export function editPlainTexts(part: PartEdit, pieces: DraftPieces): void {
  const own = pieces.of(part.name);
  if (!pieces.isEdited(own)) return;
  const texts = Map.groupBy(textsOf(part), (flow) => flow.text);
  const met = new Map<string, number>();
  for (const group of wholeTexts(own, texts)) {
    const text = group.map((piece) => piece.text).join('');
    const turn = met.get(text) ?? 0;
    met.set(text, turn + 1);
    if (!pieces.isEdited(group)) continue;
    const flow = texts.get(text)?.[turn];
    if (flow) for (const edit of pieces.take(group)) flow.replace(edit, part.splices);
    else if (group.some((piece) => piece.visible)) throw new CannotSplice(`${group[0]?.where.label ?? ''}的文字在原文件里对不上`);
  }
}

/** Pieces that together make one text: the reader cuts long ones. */
function wholeTexts(own: readonly Piece[], texts: ReadonlyMap<string, unknown>): Piece[][] {
  const groups: Piece[][] = [];
  for (let at = 0; at < own.length; ) {
    let end = at + 1;
    let text = own[at]?.text ?? '';
    while (!texts.has(text) && end < own.length && end - at < 1000) {
      text += own[end]?.text ?? '';
      end += 1;
    }
    if (!texts.has(text)) end = at + 1;
    groups.push(own.slice(at, end));
    at = end;
  }
  return groups;
}

/** Puts the replacements into WordArt, whose text stands in an attribute. */
export function editTextPaths(part: PartEdit, pieces: DraftPieces): void {
  const boxes = pieces.of(part.name).filter((piece) => piece.kind === 'text-box' && piece.where.paragraph === undefined);
  if (!pieces.isEdited(boxes)) return;
  for (const piece of boxes) {
    const edits = pieces.isEdited([piece]) ? pieces.take([piece]) : [];
    let found = edits.length === 0;
    part.tokens.forEach((token, index) => {
      if (!part.isElement(token) || token.name !== 'textpath' || part.isGone(index)) return;
      const string = part.attributes(index).find((attribute) => attribute.name === 'string');
      if (string?.value !== piece.text) return;
      const flow = new Flow();
      flow.addText(part.xml, { ...token, kind: 'text', start: string.valueStart, end: string.valueEnd }, index);
      for (const edit of edits) flow.replace(edit, part.splices);
      found = true;
    });
    if (!found) throw new CannotSplice(`${piece.where.label}的文字在原文件里对不上`);
  }
}
