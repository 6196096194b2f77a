import { CannotSplice } from './cannot-splice.ts';
import type { PartEdit } from './part-edit.ts';

/** Elements that are nothing without the part they name. */
const LEAVES: ReadonlySet<string> = new Set(
  (
    'headerReference footerReference attachedTemplate altChunk subDoc OLEObject control externalData legacyDrawing legacyDrawingHF ' +
    'oleObject tablePart externalReference pivotCache notesMasterId handoutMasterId sldId tags custData snd sndTgt wavAudioFile ' +
    'audioFile videoFile quickTimeFile media contentPart imgLayer svgBlip hlinkClick hlinkHover hlinkMouseOver hyperlink printSettings ' +
    'sheet legacyDiagramText webExtensionRef embedRegular embedBold embedItalic embedBoldItalic dataModelExt relIds movie smartTags'
  ).split(' '),
);

/**
 * Takes out the elements that name a relationship which is gone: left standing they make programs call the file damaged. Throws
 * CannotSplice for an element nobody has thought of.
 */
export function cleanReferences(part: PartEdit, lost: ReadonlySet<string>): void {
  if (lost.size === 0) return;
  const prefixes = [...part.xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["'][^"']*\/relationships["']/g)].map((match) => `${match[1]}:`);
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index) || !part.xml.slice(token.start, token.end).includes(':')) return;
    for (const { qname, name, value, start, end } of part.attributes(index)) {
      const refers = prefixes.some((prefix) => qname.startsWith(prefix)) || name === 'relid';
      if (!refers || !lost.has(value) || part.isGone(index)) continue;
      if (token.name === 'pageSetup') part.splices.remove(start, end);
      else if (token.name === 'hyperlink' && token.kind === 'open') part.unwrap(index);
      else if (LEAVES.has(token.name)) removeLeaf(part, index);
      else if (token.name === 'blip' || token.name === 'imagedata' || token.name === 'fill') part.splices.remove(start, end);
      else throw new CannotSplice(`${token.name} 引用的部件不能带入脱敏稿`);
    }
  });
}

/** Lists that may not stand empty. */
const LISTS: ReadonlySet<string> = new Set(['tableParts', 'hyperlinks']);

function removeLeaf(part: PartEdit, index: number): void {
  part.remove(index);
  const list = part.token(index).parent;
  if (list < 0 || !LISTS.has(part.token(list).name)) return;
  for (let at = list + 1; at < part.token(list).mate; at += 1) if (part.isElement(part.token(at)) && !part.isGone(at)) return;
  part.remove(list);
}
