import { isOn, type PartEdit } from './part-edit.ts';
import { type Attribute, localName } from './xml-tokens.ts';

/** Attributes that are worth a look; all others of a tag are left unread, which is most of a big document. */
const WORTH =
  /[^\x00-\x7f]|&#|@|\d{11}|(?:\d{1,3}\.){3}\d|[A-Za-z]:\\|\\\\|:rsid|\b(?:descr|title|tooltip|display|alt|gfxdata|name|author|initials|userId|hidden)=/;
/** Attributes that name a thing a program needs by its name: taken out they would change what the page looks like. */
const NAMES =
  /^(rFonts|font|latin|ea|cs|sym|buFont|buChar|altName|themeFontLang|chr|begChr|endChr|sepChr|noLineBreaksAfter|noLineBreaksBefore|numFmt)@|@(typeface|font|eastAsia|ascii|hAnsi|formatCode|styleId|styleName|spid|id|anchor|Ignorable|Requires)$|^(pStyle|rStyle|tblStyle|basedOn|next|link|name|lvlText|style|styleLink|numStyleLink|bookmarkStart|shapetype|aliases)@|@name$/;
/** Visible text in an attribute: spliced, not blanked. */
const SHOWN: ReadonlySet<string> = new Set(['textpath@string', 'sheet@name']);
/** Says something of its own: not ASCII, an e-mail address, a long number, a network address, a path. */
const TELLING = /[^\x00-\x7f]|\S@\S+\.\S|(?<![\d.])\d{11}|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[A-Za-z]:\\|\\\\/;
const PICTURES: ReadonlySet<string> = new Set(['docPr', 'cNvPr']);
const LINKS: ReadonlySet<string> = new Set(['hyperlink', 'hlinkClick', 'hlinkHover', 'hlinkMouseOver']);

/**
 * Blanks what attributes say to nobody: alternative texts, tooltips, names of pictures, save marks (rsid), packed copies of
 * drawings, and words in attributes that name no style or font. Bookmarks that say something get a name that says nothing, the same
 * wherever they are named; `bookmarks` is one map for all parts of a file.
 */
export function cleanAttributes(part: PartEdit, bookmarks: Map<string, string>): void {
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index)) return;
    if (!WORTH.test(part.xml.slice(token.start, token.end))) return;
    for (const attribute of part.attributes(index)) {
      if (attribute.qname === 'xmlns' || attribute.qname.startsWith('xmlns:')) continue;
      if (BOOKMARKS.has(`${token.name}@${attribute.name}`) && TELLING.test(attribute.value)) {
        part.dropped.add('书签名称');
        part.splices.replace(attribute.valueStart, attribute.valueEnd, bookmarkName(bookmarks, attribute.value));
        continue;
      }
      const verdict = judge(token.name, attribute);
      if (verdict === undefined) continue;
      if (verdict.kind !== '' && attribute.value !== '') part.dropped.add(verdict.kind);
      if (verdict.whole) part.splices.remove(attribute.start, attribute.end);
      else part.splices.remove(attribute.valueStart, attribute.valueEnd);
    }
  });
}

const BOOKMARKS: ReadonlySet<string> = new Set(['bookmarkStart@name', 'hyperlink@anchor']);

function bookmarkName(bookmarks: Map<string, string>, said: string): string {
  const name = bookmarks.get(said) ?? `mark${bookmarks.size + 1}`;
  bookmarks.set(said, name);
  return name;
}

function judge(
  element: string,
  { qname, name, value }: Attribute,
): { readonly kind: string; readonly whole: boolean } | undefined {
  if (localName(qname).startsWith('rsid')) return { kind: '', whole: true };
  if (PICTURES.has(element) && (name === 'descr' || name === 'title')) return { kind: '替代文字', whole: true };
  if (PICTURES.has(element) && name === 'name') return value === '' ? undefined : { kind: '', whole: false };
  if ((name === 'tooltip' || name === 'display') && LINKS.has(element)) return { kind: '链接提示', whole: true };
  if (name === 'alt' || (element === 'imagedata' && name === 'title')) return { kind: '替代文字', whole: true };
  if (name === 'gfxdata') return { kind: '图形副本', whole: true };
  const spot = `${element}@${name}`;
  if (SHOWN.has(spot) || NAMES.test(spot) || !TELLING.test(value)) return undefined;
  return { kind: '其他隐含属性', whole: false };
}

const SHAPES: ReadonlySet<string> = new Set(['sp', 'pic', 'graphicFrame', 'grpSp', 'cxnSp']);

/** Takes out what only the source holds: comments in the markup, extensions of pictures (an uncropped or undrawn original), hidden shapes. */
export function cleanMarkup(part: PartEdit): void {
  part.tokens.forEach((token, index) => {
    if (part.isGone(index)) return;
    if (token.kind === 'aside') {
      if (part.xml.startsWith('<?xml ', token.start)) return;
      part.dropped.add('代码注释');
      part.splices.remove(token.start, token.end);
    } else if (token.name === 'extLst' && part.ancestor(token) === 'blip') part.remove(index);
    else if (token.name === 'cNvPr' && part.isElement(token)) {
      const hidden = part.attribute(index, 'hidden');
      const shape = hidden !== undefined && isOn(hidden) ? part.above(index, SHAPES) : undefined;
      if (shape === undefined) return;
      part.dropped.add('隐藏的图形');
      part.remove(part.above(shape, ANCHORS) ?? shape);
    }
  });
}
/** A shape on a worksheet hangs in an anchor that may not stand empty. */
const ANCHORS: ReadonlySet<string> = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);
