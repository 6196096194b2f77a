import type { Relationship } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { attributeOf, walkXml } from '../package/walk-xml.ts';
import { backgroundOf, type Scheme, schemeOf } from './slide-colors.ts';

/** Order of the slides, size and colour of the paper of a presentation; empty for other documents. */
export class Deck {
  /** In EMU. */
  width = Number.POSITIVE_INFINITY;
  height = Number.POSITIVE_INFINITY;
  private readonly numbers = new Map<string, number>();
  private readonly notesOf = new Map<string, string>();
  /** Layout of a slide, master of a layout, theme of a master; names in lower case. */
  private readonly above = new Map<string, string>();
  private readonly themes = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly bytesOf: (part: string) => Uint8Array | undefined;
  private readonly schemes = new Map<string, Scheme>();

  /** `bytesOf` gives the content of a part by its name, whatever its case. */
  constructor(
    main: PackageEntry | undefined,
    relationships: readonly Relationship[],
    bytesOf: (part: string) => Uint8Array | undefined = () => undefined,
  ) {
    this.bytesOf = bytesOf;
    if (!main) return;
    const targets = new Map(
      relationships.filter((relation) => relation.source === main.name).map((relation) => [relation.id, relation.target]),
    );
    walkXml(main.bytes, {
      open: (name, attributes) => {
        if (name === 'sldSz') {
          this.width = Number(attributes.cx);
          this.height = Number(attributes.cy);
        }
        const target = name === 'sldId' ? targets.get(attributes['r:id'] ?? '') : undefined;
        if (target) this.numbers.set(target.toLowerCase(), this.numbers.size + 1);
      },
      close: () => undefined,
      text: () => undefined,
      aside: () => undefined,
    });
    this.link(relationships);
  }

  /** Number of a slide, or of the slide a page of notes belongs to; undefined when the presentation does not list it. */
  numberOf(part: string): number | undefined {
    const name = part.toLowerCase();
    return this.numbers.get(name) ?? this.numbers.get(this.notesOf.get(name) ?? '');
  }

  /** True for a layout or master that a listed slide stands on. */
  isUsed(part: string): boolean {
    return this.used.has(part.toLowerCase());
  }

  /** True for a shape that lies wholly beside the slide. */
  isOutside(x: number, y: number, width: number, height: number): boolean {
    return x >= this.width || y >= this.height || x + width <= 0 || y + height <= 0;
  }

  schemeFor(part: string): Scheme {
    const master = this.chain(part).at(-1) ?? '';
    const known = this.schemes.get(master);
    if (known) return known;
    const scheme = schemeOf(this.bytesOf(this.themes.get(master) ?? ''), this.bytesOf(master));
    this.schemes.set(master, scheme);
    return scheme;
  }

  /** Colour of the paper of a slide: its own, else its layout's, else its master's; empty when nobody can say. */
  paperOf(part: string): string {
    const scheme = this.schemeFor(part);
    for (const name of this.chain(part)) {
      const color = backgroundOf(this.bytesOf(name), scheme);
      if (color !== undefined) return color;
    }
    return scheme.get('bg1') ?? '';
  }

  private link(relationships: readonly Relationship[]): void {
    for (const { source, type, target } of relationships) {
      const [from, to] = [source.toLowerCase(), target.toLowerCase()];
      if (type === 'notesSlide') this.notesOf.set(to, from);
      // A master names all its layouts, too: only the way up counts.
      else if (type === 'slideLayout' && !/slidemaster/.test(from)) this.above.set(from, to);
      else if (type === 'slideMaster' && this.numberOf(source) === undefined) this.above.set(from, to);
      else if (type === 'theme') this.themes.set(from, to);
    }
    for (const slide of this.numbers.keys()) for (const name of this.chain(slide).slice(1)) this.used.add(name);
  }

  /** The part itself, its layout, its master. */
  private chain(part: string): string[] {
    const names = [part.toLowerCase()];
    for (let next = this.above.get(names[0] ?? ''); next && names.length < 3; next = this.above.get(next)) names.push(next);
    return names;
  }
}

/** Value of an attribute as a whole number; 0 when it is missing. */
export const numberOf = (attributes: Readonly<Record<string, string>>, name: string): number =>
  Number(attributeOf(attributes, name) ?? 0) || 0;
