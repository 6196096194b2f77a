import { cssColor } from '../html/css-color.ts';
import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';

/** What a style says, as far as it hides or shapes text; undefined where it says nothing. */
export interface OdfLook {
  /** text:display="none", a table or slide that is not shown, a row or column without size. */
  hidden?: boolean | undefined;
  /** RRGGBB; empty where nobody can say. */
  color?: string | undefined;
  ground?: string | undefined;
  /** Points. */
  size?: number | undefined;
  clear?: boolean | undefined;
  /** Fill of a shape or slide: RRGGBB, empty for a picture or gradient, `none` for nothing. */
  fill?: string | undefined;
  list?: string | undefined;
  /** 1 to 9. */
  outline?: number | undefined;
}
interface Style {
  readonly parent: string | undefined;
  readonly look: OdfLook;
}

const LONGEST_CHAIN = 20;
const NOTHING: OdfLook = {};

/** The styles of an OpenDocument file (ODF 1.3 part 3, 16), resolved along their parents. */
export class OdfStyles {
  /** Names of the master pages that text or slides stand on. */
  readonly masters = new Set<string>();
  /** Width and height of the first page layout in centimetres, for slides. */
  page: { width: number; height: number } | undefined;
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, OdfLook>();

  /** Reads the styles of styles.xml, content.xml or a flat file. */
  add(bytes: Uint8Array): void {
    let look: OdfLook | undefined;
    walkXml(bytes, {
      open: (name, attributes) => {
        const master = attributeOf(attributes, 'master-page-name');
        if (master) this.masters.add(master);
        if (name === 'style') look = this.open(attributes);
        else if (name === 'page-layout-properties' && !this.page) this.readPage(attributes);
        else if (look && name.endsWith('-properties')) readProperties(look, name, attributes);
      },
      close: (name) => {
        if (name === 'style') look = undefined;
      },
      text: () => undefined,
      aside: () => undefined,
    });
  }

  /** Everything a style and its parents say; the nearer one counts. */
  look(family: string, name: string | undefined): OdfLook {
    if (name === undefined) return NOTHING;
    const key = `${family} ${name}`;
    const known = this.resolved.get(key);
    if (known) return known;
    const look: OdfLook = {};
    let style = this.styles.get(key);
    for (let depth = 0; style && depth < LONGEST_CHAIN; depth += 1) {
      for (const [property, value] of Object.entries(style.look)) {
        const at = property as keyof OdfLook;
        if (value !== undefined && look[at] === undefined) Object.assign(look, { [at]: value });
      }
      style = style.parent === undefined ? undefined : this.styles.get(`${family} ${style.parent}`);
    }
    this.resolved.set(key, look);
    return look;
  }

  private open(attributes: Attributes): OdfLook {
    const look: OdfLook = {
      list: attributeOf(attributes, 'list-style-name') || undefined,
      outline: Number(attributeOf(attributes, 'default-outline-level')) || undefined,
    };
    const key = `${attributeOf(attributes, 'family') ?? ''} ${attributeOf(attributes, 'name') ?? ''}`;
    this.styles.set(key, { parent: attributeOf(attributes, 'parent-style-name'), look });
    return look;
  }

  private readPage(attributes: Attributes): void {
    const [width, height] = ['page-width', 'page-height'].map((name) => centimetres(attributeOf(attributes, name)));
    if (width && height) this.page = { width, height };
  }
}

function readProperties(look: OdfLook, element: string, attributes: Attributes): void {
  const value = (name: string) => attributeOf(attributes, name);
  const ground = value('background-color');
  if (ground !== undefined && ground !== 'transparent') look.ground = cssColor(ground);
  if (element === 'text-properties') {
    if (value('display') !== undefined) look.hidden = value('display') === 'none';
    const color = value('color');
    if (color !== undefined) look.color = cssColor(color);
    if (value('use-window-font-color') === 'true') look.color = undefined;
    const size = value('font-size');
    if (size !== undefined && !size.endsWith('%')) look.size = (centimetres(size) ?? 1) * (72 / 2.54);
    if (value('opacity') !== undefined) look.clear = Number.parseFloat(value('opacity') ?? '100') < 5;
  } else if (element === 'table-properties' && value('display') !== undefined) look.hidden = value('display') === 'false';
  else if (element === 'drawing-page-properties' && value('visibility') !== undefined)
    look.hidden = value('visibility') === 'hidden';
  else if (element === 'table-row-properties' || element === 'table-column-properties') {
    const size = centimetres(value('row-height') ?? value('column-width'));
    if (size !== undefined && size < 0.03) look.hidden = true;
  }
  if (element === 'graphic-properties' || element === 'drawing-page-properties') readFill(look, value);
}

function readFill(look: OdfLook, value: (name: string) => string | undefined): void {
  const fill = value('fill');
  const clear = Number.parseFloat(value('opacity') ?? '100') < 90;
  if (fill === 'none' || clear) look.fill = 'none';
  else if (fill === 'solid') look.fill = cssColor(value('fill-color') ?? '');
  else if (fill !== undefined) look.fill = '';
}

const UNITS: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72, pc: 2.54 / 6, px: 2.54 / 96 };

/** A length in centimetres; undefined for anything else. */
export function centimetres(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(cm|mm|in|pt|pc|px)$/.exec(value ?? '');
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : undefined;
}
