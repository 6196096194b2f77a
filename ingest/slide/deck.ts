import type { Relationship } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { attributeOf, walkXml } from '../package/walk-xml.ts';

/** Order of the slides and size of the paper of a presentation; empty for other documents. */
export class Deck {
  /** In EMU. */
  width = Number.POSITIVE_INFINITY;
  height = Number.POSITIVE_INFINITY;
  private readonly numbers = new Map<string, number>();
  private readonly notesOf = new Map<string, string>();

  constructor(main: PackageEntry | undefined, relationships: readonly Relationship[]) {
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
    for (const { source, type, target } of relationships) {
      if (type === 'notesSlide') this.notesOf.set(target.toLowerCase(), source.toLowerCase());
    }
  }

  /** Number of a slide, or of the slide a page of notes belongs to; undefined when the presentation does not list it. */
  numberOf(part: string): number | undefined {
    const name = part.toLowerCase();
    return this.numbers.get(name) ?? this.numbers.get(this.notesOf.get(name) ?? '');
  }

  /** True for a shape that lies wholly beside the slide. */
  isOutside(x: number, y: number, width: number, height: number): boolean {
    return x >= this.width || y >= this.height || x + width <= 0 || y + height <= 0;
  }
}

/** Value of an attribute as a whole number; 0 when it is missing. */
export const numberOf = (attributes: Readonly<Record<string, string>>, name: string): number =>
  Number(attributeOf(attributes, name) ?? 0) || 0;
