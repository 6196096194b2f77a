import { partAt } from '../../review/model/index.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';
import { colorOf, type DrawColors, numbers } from './ofd-content.ts';

export interface OfdPageEntry {
  readonly part: string;
  readonly templates: readonly string[];
  /** Width and height, millimetres. */
  readonly width: number;
  readonly height: number;
}
export interface OfdAttachment {
  readonly part: string;
  readonly name: string;
}

/** Where the parts of an OFD file lead (GB/T 33190, 7). Names are local and paths are compared without case. */
export class OfdPackage {
  readonly pages: OfdPageEntry[] = [];
  /** Parts of template pages by part name. */
  readonly templates = new Map<string, string>();
  /** Annotation parts with the number of their page. */
  readonly annotations: { readonly part: string; readonly page: number }[] = [];
  readonly attachments: OfdAttachment[] = [];
  /** Roots of all documents, without older versions. */
  readonly roots: string[] = [];
  /** Folders of versions that are not the current one. */
  readonly versions: string[] = [];
  private readonly entries = new Map<string, PackageEntry>();
  private readonly paramColors = new Map<string, number>();
  private readonly sizes: [number, number][] = [];
  private readonly known = new Map<string, OfdPageEntry>();

  constructor(entries: readonly PackageEntry[]) {
    for (const entry of entries)
      if (!this.entries.has(entry.name.toLowerCase())) this.entries.set(entry.name.toLowerCase(), entry);
    this.readRoot();
  }

  get colors(): DrawColors {
    return this.paramColors;
  }

  entry(part: string): PackageEntry | undefined {
    return this.entries.get(part.toLowerCase());
  }

  private readRoot(): void {
    this.hear('OFD.xml', (name, attributes, text) => {
      if (name === 'DocRoot') this.roots.push(partAt('OFD.xml', text));
      else if (name === 'Version' && attributeOf(attributes, 'Current') !== 'true') {
        this.versions.push(partAt('OFD.xml', attributeOf(attributes, 'BaseLoc') ?? ''));
      }
    });
    for (const root of this.roots) this.readDocument(root);
  }

  private readDocument(root: string): void {
    const ids = new Map<string, number>();
    const templateIds = new Map<string, string>();
    const pages: string[] = [];
    this.hear(root, (name, attributes, text) => {
      const location = attributeOf(attributes, 'BaseLoc');
      if (name === 'Page' && location) {
        ids.set(attributeOf(attributes, 'ID') ?? '', this.pages.length + pages.length + 1);
        pages.push(partAt(root, location));
      } else if (name === 'TemplatePage' && location)
        templateIds.set(attributeOf(attributes, 'ID') ?? '', partAt(root, location));
      else if (name === 'PhysicalBox') this.sizes.push(sizeOf(text));
      else if (name === 'PublicRes' || name === 'DocumentRes') this.readColors(partAt(root, text));
      else if (name === 'Attachments') this.readAttachments(partAt(root, text));
      else if (name === 'Annotations') this.readAnnotations(partAt(root, text), ids);
    });
    for (const part of templateIds.values()) this.templates.set(part.toLowerCase(), part);
    for (const part of pages) this.readPage(part, templateIds);
  }

  private readPage(part: string, templateIds: ReadonlyMap<string, string>): void {
    // One content may stand on any number of pages.
    const known = this.known.get(part);
    if (known) {
      this.pages.push(known);
      return;
    }
    const templates: string[] = [];
    let size = this.sizes.at(-1) ?? [210, 297];
    this.hear(part, (name, attributes, text) => {
      const template = name === 'Template' ? templateIds.get(attributeOf(attributes, 'TemplateID') ?? '') : undefined;
      if (template) templates.push(template);
      else if (name === 'PhysicalBox') size = sizeOf(text);
    });
    const page = { part, templates, width: size[0], height: size[1] };
    this.known.set(part, page);
    this.pages.push(page);
  }

  private readColors(part: string): void {
    let id = '';
    this.hear(
      part,
      (name, attributes) => {
        if (name === 'DrawParam') id = attributeOf(attributes, 'ID') ?? '';
        const color = name === 'FillColor' ? colorOf(attributeOf(attributes, 'Value')) : undefined;
        if (color !== undefined) this.paramColors.set(id, color);
      },
      true,
    );
  }

  private readAttachments(part: string): void {
    let name = '';
    this.hear(
      part,
      (element, attributes, text) => {
        if (element === 'Attachment') name = attributeOf(attributes, 'Name') ?? '附件';
        else if (element === 'FileLoc') this.attachments.push({ part: partAt(part, text), name });
      },
      true,
    );
  }

  private readAnnotations(part: string, pages: ReadonlyMap<string, number>): void {
    let page = 0;
    this.hear(
      part,
      (element, attributes, text) => {
        if (element === 'Page') page = pages.get(attributeOf(attributes, 'PageID') ?? '') ?? 0;
        else if (element === 'FileLoc') this.annotations.push({ part: partAt(part, text), page });
      },
      true,
    );
  }

  /** Calls back at the end of each element with its text; `early` calls for elements with children when they open. */
  private hear(part: string, take: (name: string, attributes: Attributes, text: string) => void, early = false): void {
    const entry = this.entry(part);
    if (!entry) return;
    const stack: { readonly attributes: Attributes; text: string }[] = [];
    walkXml(entry.bytes, {
      open: (name, attributes) => {
        stack.push({ attributes, text: '' });
        if (early && !LEAVES.test(name)) take(name, attributes, '');
      },
      close: (name) => {
        const element = stack.pop();
        if (element && (!early || LEAVES.test(name))) take(name, element.attributes, element.text.trim());
      },
      text: (text) => {
        const top = stack.at(-1);
        if (top) top.text += text;
      },
      aside: () => undefined,
    });
  }
}

const LEAVES = /^(FileLoc|FillColor)$/;

function sizeOf(text: string): [number, number] {
  const [, , width = 210, height = 297] = numbers(text);
  return [width || 210, height || 297];
}
