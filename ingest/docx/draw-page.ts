import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { PartRoles } from '../office/part-role.ts';
import { isRelationshipPart } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';

/** Parts mammoth needs to draw text; pictures, objects and everything odd never reach it. */
const NEEDED: ReadonlySet<string> = new Set(['officeDocument', 'styles', 'numbering', 'footnotes', 'endnotes']);

/** Bytes of XML above which the page is drawn without mammoth: its tree takes some fifty times as much memory. */
const MOST = 5 * 1024 * 1024;

/**
 * mammoth's HTML of a document, from a package rebuilt of parts the sweep has read whole (no DTD, bounded depth, true sizes).
 * Undefined for giants, and when mammoth gives up: its parser throws on constructs it does not know, and the page can do without it.
 */
export async function drawPage(entries: readonly PackageEntry[], roles: PartRoles): Promise<string | undefined> {
  const files: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const entry of entries) {
    const type = roles.typeOf(entry.name);
    const needed =
      (type !== undefined && NEEDED.has(type)) || isRelationshipPart(entry.name) || entry.name === '[Content_Types].xml';
    if (needed) files[entry.name] = [entry.bytes, { level: 0 }];
  }
  if (Object.values(files).reduce((sum, [bytes]) => sum + bytes.length, 0) > MOST) return undefined;
  try {
    const noPicture = mammoth.images.imgElement(async () => ({ src: '' }));
    const buffer = Buffer.from(zipSync(files));
    return (await mammoth.convertToHtml({ buffer }, { convertImage: noPicture, includeEmbeddedStyleMap: false })).value;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
