import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';

/** Colours of a theme by their names on a slide (bg1, tx1, accent1 …), as RRGGBB. */
export type Scheme = ReadonlyMap<string, string>;

const PRESET: Readonly<Record<string, string>> = { white: 'FFFFFF', black: '000000' };
/** Elements that change the colour round them; which colour comes out is then not known. */
const CHANGES = /^(lum|sat|hue|shade|tint|comp|inv|gray|gamma|invGamma|red|green|blue)/;

/** One colour while it is read from its element and the elements in it. */
export class ColorReading {
  color = '';
  /** Share of the light that does not shine through. */
  opacity = 1;
  private readonly scheme: Scheme;

  constructor(scheme: Scheme) {
    this.scheme = scheme;
  }

  /** Takes an element inside a:solidFill; the others change nothing. */
  take(name: string, attributes: Attributes): void {
    const value = attributeOf(attributes, 'val') ?? '';
    if (name === 'srgbClr') this.color = value.toUpperCase();
    else if (name === 'sysClr') this.color = (attributeOf(attributes, 'lastClr') ?? '').toUpperCase();
    else if (name === 'schemeClr') this.color = this.scheme.get(value) ?? '';
    else if (name === 'prstClr') this.color = PRESET[value] ?? '';
    else if (name === 'alpha') this.opacity = Number(value.replace('%', '000')) / 100_000;
    else if (CHANGES.test(name)) this.color = '';
  }
}

/** The scheme of a master: colours of the theme under the names its map gives them (ECMA-376 19.3.1.6). */
export function schemeOf(theme: Uint8Array | undefined, master: Uint8Array | undefined): Scheme {
  const colors = new Map<string, string>();
  let slot = '';
  listen(theme, (name, attributes) => {
    if (/^(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)$/.test(name)) slot = name;
    else if (slot !== '' && (name === 'srgbClr' || name === 'sysClr') && !colors.has(slot)) {
      colors.set(slot, (attributeOf(attributes, name === 'srgbClr' ? 'val' : 'lastClr') ?? '').toUpperCase());
    }
  });
  if (!colors.has('lt1')) colors.set('lt1', 'FFFFFF');
  if (!colors.has('dk1')) colors.set('dk1', '000000');
  const map: Record<string, string> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  listen(master, (name, attributes) => {
    if (name !== 'clrMap') return;
    for (const key of Object.keys(map)) map[key] = attributes[key] ?? map[key] ?? '';
  });
  for (const [name, target] of Object.entries(map)) colors.set(name, colors.get(target) ?? '');
  return colors;
}

/** Colour of the ground that a slide, layout or master says; undefined when it says none, empty when it is no plain colour. */
export function backgroundOf(part: Uint8Array | undefined, scheme: Scheme): string | undefined {
  let found: ColorReading | undefined;
  let inside = false;
  listen(
    part,
    (name, attributes) => {
      if (name === 'bg') {
        inside = true;
        found = new ColorReading(scheme);
      } else if (inside && name !== 'blip' && !/(gradFill|pattFill|blipFill)$/.test(name)) found?.take(name, attributes);
      if (inside && /^(gradFill|pattFill|blipFill)$/.test(name)) {
        inside = false;
        if (found) found.color = '';
      }
    },
    (name) => {
      if (name === 'bg') inside = false;
    },
  );
  return found?.color;
}

function listen(
  bytes: Uint8Array | undefined,
  open: (name: string, attributes: Attributes) => void,
  close: (name: string) => void = () => undefined,
): void {
  if (bytes) walkXml(bytes, { open, close, text: () => undefined, aside: () => undefined });
}
