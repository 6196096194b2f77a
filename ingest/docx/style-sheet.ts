import { attributeOf, walkXml } from '../package/walk-xml.ts';
import { applyRunProperty, type RunFormat } from './run-format.ts';

interface Style {
  readonly id: string;
  readonly run: RunFormat;
  basedOn?: string;
  name?: string;
  outline?: number;
  numId?: string;
  level?: number;
  shaded?: boolean;
}

/** Chain length after which styles that rest on each other in a ring are given up. */
const LONGEST_CHAIN = 20;

const NONE: readonly RunFormat[] = [];

/** The styles of a document, resolved along w:basedOn. */
export class StyleSheet {
  readonly defaults: RunFormat = {};
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, RunFormat[]>();
  private defaultParagraph: string | undefined;

  /** Reads word/styles.xml; undefined gives an empty sheet. */
  constructor(bytes?: Uint8Array) {
    if (!bytes) return;
    const parents: string[] = [];
    let style: Style | undefined;
    walkXml(bytes, {
      open: (name, attributes) => {
        const parent = parents.at(-1);
        const value = attributeOf(attributes, 'val');
        parents.push(name);
        if (name === 'style') {
          style = { id: attributeOf(attributes, 'styleId') ?? '', run: {} };
          this.styles.set(style.id, style);
          const isDefault = attributeOf(attributes, 'default') === '1' && attributeOf(attributes, 'type') === 'paragraph';
          if (isDefault) this.defaultParagraph = style.id;
        } else if (parent === 'rPr') {
          if (parents.includes('rPrDefault')) applyRunProperty(this.defaults, name, attributes);
          else if (style && !parents.includes('tblStylePr')) applyRunProperty(style.run, name, attributes);
        } else if (style) readStyleProperty(style, name, value, attributeOf(attributes, 'fill'));
      },
      close: (name) => {
        parents.pop();
        if (name === 'style') style = undefined;
      },
      text: () => undefined,
      aside: () => undefined,
    });
  }

  /** Formats of a style from itself to its ancestors. */
  formats(id: string | undefined): readonly RunFormat[] {
    if (id === undefined) return NONE;
    const known = this.resolved.get(id);
    if (known) return known;
    const formats = this.chain(id).map((style) => style.run);
    this.resolved.set(id, formats);
    return formats;
  }

  /** Formats of the paragraph style named, or of the default one. */
  paragraphFormats(id: string | undefined): readonly RunFormat[] {
    return this.formats(id ?? this.defaultParagraph);
  }

  /** 1 to 9 for a heading style, by outline level or by name. */
  headingLevel(id: string | undefined): number | undefined {
    for (const style of this.chain(id)) {
      if (style.outline !== undefined) return style.outline < 9 ? style.outline + 1 : undefined;
      const named = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name ?? '')?.[1];
      if (named) return Number(named);
      if (/^(title|标题)$/i.test(style.name ?? '')) return 1;
    }
    return undefined;
  }

  numbering(id: string | undefined): { readonly numId: string; readonly level: number } | undefined {
    const style = this.chain(id).find((candidate) => candidate.numId !== undefined);
    return style?.numId === undefined ? undefined : { numId: style.numId, level: style.level ?? 0 };
  }

  /** True when a style paints what lies behind the text, so that light text on it is nothing hidden. */
  shades(id: string | undefined): boolean {
    return this.chain(id).some((style) => style.shaded === true);
  }

  private chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let style = id === undefined ? undefined : this.styles.get(id); style && chain.length < LONGEST_CHAIN; ) {
      chain.push(style);
      style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn);
    }
    return chain;
  }
}

function readStyleProperty(style: Style, name: string, value: string | undefined, fill: string | undefined): void {
  if (name === 'basedOn') style.basedOn = value;
  else if (name === 'name') style.name = value;
  else if (name === 'outlineLvl') style.outline = Number(value);
  else if (name === 'numId') style.numId = value;
  else if (name === 'ilvl') style.level = Number(value);
  else if (name === 'shd' && fill !== undefined && !/^(auto|ffffff)$/i.test(fill)) style.shaded = true;
}
