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
      else if (LEAVES.has(token.name)) part.remove(index);
      else if (token.name === 'blip' || token.name === 'imagedata' || token.name === 'fill') part.splices.remove(start, end);
      else throw new CannotSplice(`${token.name} 引用的部件不能带入脱敏稿`);
    }
  });
}
