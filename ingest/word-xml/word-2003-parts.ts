import { unwrapActiveMime } from '../ole/active-mime.ts';
import { isPicture } from '../picture/picture-format.ts';
import type { FlatParts } from './flat-package.ts';
import { writtenAttribute, type XmlToken, xmlTokens } from './xml-tokens.ts';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Parts that are a part of their own in a package: element, part, relationship type. */
const APART: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['body', ['word/document.xml', '']],
  ['styles', ['word/styles.xml', 'styles']],
  ['lists', ['word/numbering.xml', 'numbering']],
  ['fonts', ['word/fontTable.xml', 'fontTable']],
  ['docPr', ['word/settings.xml', 'settings']],
  ['DocumentProperties', ['docProps/app.xml', 'extended-properties']],
  ['CustomDocumentProperties', ['docProps/custom.xml', 'custom-properties']],
]);
/** What an annotation is (w:type), as the element that later versions write. */
const TRACKED: Readonly<Record<string, string>> = {
  'Word.Deletion': 'del',
  'Word.Insertion': 'ins',
  'Word.Formatting': 'rPrChange',
  'Word.Numbering': 'numberingChange',
  'Word.Bookmark.Start': 'bookmarkStart',
  'Word.Bookmark.End': 'bookmarkEnd',
  'Word.Comment.Start': 'commentRangeStart',
  'Word.Comment.End': 'commentRangeEnd',
};
const RENAMED: Readonly<Record<string, string>> = { vmerge: 'vMerge', hmerge: 'hMerge' };
const PAGES: Readonly<Record<string, string>> = { odd: 'default', even: 'even', first: 'first' };

/** A text that is written to, and how its element closes. */
interface Output {
  readonly part: string;
  readonly chunks: string[];
  readonly closing: string;
}

/**
 * The parts of a package from a document in the XML of Word 2003 (w:wordDocument): body, headers, notes, comments, styles and
 * properties each in its own, annotations under the names that later versions use. `xml` is well formed; what has no such place comes
 * as a part that nothing leads to.
 */
export function word2003Parts(xml: string): FlatParts {
  return new Word2003(xml).read();
}

class Word2003 {
  private readonly xml: string;
  private readonly parts: Record<string, string | Uint8Array> = {};
  private readonly relations: string[] = [];
  private readonly outputs: Output[] = [];
  /** How each open element that was renamed or moved closes; undefined for those that stay as they are. */
  private readonly closings: (string | undefined)[] = [];
  private readonly notes: Record<'footnote' | 'endnote' | 'comment', string[]> = { footnote: [], endnote: [], comment: [] };
  private namespaces = '';
  private count = 0;
  private binary: { readonly name: string; text: string } | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  read(): FlatParts {
    const rest: Output = { part: 'word/rest.xml', chunks: [], closing: '' };
    this.outputs.push(rest);
    for (const token of xmlTokens(this.xml)) this.take(token);
    this.parts[rest.part] = rest.chunks.join('');
    for (const kind of ['footnote', 'endnote', 'comment'] as const) {
      const texts = this.notes[kind];
      if (texts.length > 0) this.part(`word/${kind}s.xml`, `${kind}s`, `${kind}s`, texts.join(''));
    }
    this.parts['_rels/.rels'] = relationships([relation('rMain', 'officeDocument', 'word/document.xml')]);
    this.parts['word/_rels/document.xml.rels'] = relationships(this.relations);
    this.parts['[Content_Types].xml'] = CONTENT_TYPES;
    return this.parts;
  }

  private take(token: XmlToken): void {
    if (this.binary && token.type === 'other') this.binary.text += token.raw;
    else if (token.type === 'open' || token.type === 'empty') this.open(token);
    else if (token.type === 'close') this.close(token.raw);
    else this.write(token.raw);
  }

  private open(token: XmlToken): void {
    const { name, attributes } = token;
    const empty = token.type === 'empty';
    if (name === 'wordDocument') this.namespaces = attributes.replaceAll(/xmlns:w\s*=\s*("[^"]*"|'[^']*')/g, `xmlns:w="${MAIN}"`);
    const apart = APART.get(name);
    if (apart && this.outputs.length === 1 && !empty) this.openPart(apart[0], apart[1], name);
    else if ((name === 'hdr' || name === 'ftr') && !empty) this.openHeader(name, attributes);
    else if ((name === 'footnote' || name === 'endnote') && !empty) this.openNote(name, attributes);
    else if (name === 'annotation') this.openAnnotation(token);
    else if (name === 'binData' && !empty) {
      this.binary = { name: writtenAttribute(attributes, 'name') ?? '', text: '' };
      this.closings.push('');
    } else if (name === 'content') {
      if (!empty) this.closings.push('');
    } else this.rename(token, RENAMED[name]);
  }

  /** Writes a tag under another name of the main namespace, or as it stands. */
  private rename({ raw, type, attributes }: XmlToken, name: string | undefined): void {
    this.write(name === undefined ? raw : `<w:${name}${attributes}${type === 'empty' ? '/' : ''}>`);
    if (type === 'open') this.closings.push(name === undefined ? undefined : `</w:${name}>`);
  }

  private close(raw: string): void {
    const closing = this.closings.pop();
    if (this.binary) this.closeBinary();
    else if (closing === POP) this.closeOutput();
    else this.write(closing ?? raw);
  }

  private openPart(part: string, type: string, name: string): void {
    const element = name === 'body' ? 'document' : name;
    const inner = name === 'body' ? '<w:body>' : '';
    const opening = `<w:${element}${this.namespaces}>${inner}`;
    this.push({ part, chunks: [opening], closing: `${name === 'body' ? '</w:body>' : ''}</w:${element}>` });
    if (type !== '') this.relations.push(relation(`r${this.relations.length}`, type, `/${part}`));
  }

  private openHeader(name: 'hdr' | 'ftr', attributes: string): void {
    this.count += 1;
    const kind = name === 'hdr' ? 'header' : 'footer';
    const page = PAGES[writtenAttribute(attributes, 'type') ?? 'odd'] ?? 'default';
    this.write(`<w:${kind}Reference w:type="${page}" r:id="rH${this.count}"/>`);
    this.relations.push(relation(`rH${this.count}`, kind, `/word/${kind}${this.count}.xml`));
    this.push({ part: `word/${kind}${this.count}.xml`, chunks: [`<w:${name}${this.namespaces}>`], closing: `</w:${name}>` });
  }

  /** A note stands where its number does; later versions keep the two apart. */
  private openNote(name: 'footnote' | 'endnote', attributes: string): void {
    this.count += 1;
    this.write(`<w:${name}Reference w:id="${this.count}"/>`);
    this.push({ part: name, chunks: [`<w:${name} w:id="${this.count}"${withoutId(attributes)}>`], closing: `</w:${name}>` });
  }

  private openAnnotation(token: XmlToken): void {
    const type = writtenAttribute(token.attributes, 'type') ?? '';
    if (type === 'Word.Comment' && token.type === 'open')
      this.push({ part: 'comment', chunks: [`<w:comment${token.attributes}>`], closing: '</w:comment>' });
    else this.rename(token, TRACKED[type]);
  }

  private push(output: Output): void {
    this.outputs.push(output);
    this.closings.push(POP);
  }

  private closeOutput(): void {
    const output = this.outputs.pop();
    if (!output) return;
    const text = output.chunks.join('') + output.closing;
    const { part } = output;
    if (part === 'footnote' || part === 'endnote' || part === 'comment') this.notes[part].push(text);
    else this.parts[this.parts[part] === undefined ? part : `${part}.${this.count}`] = text;
  }

  /** Pictures, objects and macros lie in the text in Base64. */
  private closeBinary(): void {
    const { name = '', text = '' } = this.binary ?? {};
    this.binary = undefined;
    this.count += 1;
    const packed = Uint8Array.from(Buffer.from(text, 'base64'));
    const bytes = unwrapActiveMime(packed) ?? packed;
    const part = `word/media/${this.count}-${name.replace(/^[^:]*:\/+/, '').replaceAll(/[^\w.\u4e00-\u9fff-]/g, '') || 'data.bin'}`;
    this.parts[part] = bytes;
    this.relations.push(relation(`rB${this.count}`, isPicture(bytes) ? 'image' : 'package', `/${part}`));
  }

  private part(name: string, root: string, type: string, inner: string): void {
    this.parts[name] = `<w:${root}${this.namespaces}>${inner}</w:${root}>`;
    this.relations.push(relation(`r${this.relations.length}`, type, `/${name}`));
  }

  private write(text: string): void {
    this.outputs.at(-1)?.chunks.push(text);
  }
}

/** Marks the end of an element whose text goes to a part of its own. */
const POP = ' ';
const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

const withoutId = (attributes: string): string => attributes.replaceAll(/\s[\w.-]+:id\s*=\s*("[^"]*"|'[^']*')/g, '');
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${TYPE}${type}" Target="${target}"/>`;
const relationships = (rows: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
