import { percentDecoded } from '../package/percent-decoded.ts';
import { type Attributes, attributeOf, type XmlListener } from '../package/walk-xml.ts';
import { type Glyph, PAPER, type PaintedPage, type Shape } from '../page/glyph.ts';
import { apply, type Box, boxAfter, IDENTITY, type Matrix, matrixOf, multiply } from '../page/matrix.ts';
import { outlineRules } from '../page/path-rules.ts';

/** Points in a millimetre, the unit of OFD (GB/T 33190, 8.2). */
const POINTS = 72 / 25.4;
/** Colours that drawing parameters give, by their id. */
export type DrawColors = ReadonlyMap<string, number>;

interface Drawn {
  readonly element: string;
  readonly matrix: Matrix;
  readonly box: Box;
  readonly hidden: string;
  readonly size: number;
  readonly fills: boolean;
  readonly runs: { text: string; readonly attributes: Attributes }[];
  color: number;
  alpha: number;
  path: string;
}

/**
 * Notes what one page, template or annotation of an OFD file paints (GB/T 33190, 11): characters with place and colour, filled
 * areas, pictures. Places are turned into points with the origin below, so that pages of PDF and OFD are judged alike.
 */
export class OfdContent implements XmlListener {
  /** Text nodes that belong to no painted text. */
  readonly strange: string[] = [];
  /** Addresses that a click on what is painted leads to. */
  readonly addresses: string[] = [];
  private readonly colors: DrawColors;
  private readonly glyphs: Glyph[] = [];
  private readonly shapes: Shape[] = [];
  private readonly rules: Box[] = [];
  private readonly pictures: Box[] = [];
  private readonly hidden: string[] = [''];
  private readonly layers: number[] = [];
  private readonly flip: Matrix;
  private object: Drawn | undefined;
  private order = 0;

  /** `height` of the page in millimetres. */
  constructor(height: number, colors: DrawColors) {
    this.flip = [POINTS, 0, 0, -POINTS, 0, height * POINTS];
    this.colors = colors;
  }

  painted(): PaintedPage {
    const { glyphs, shapes, rules, pictures } = this;
    return { glyphs, shapes, rules, pictures, unreadable: 0, painted: this.order > 0 };
  }

  open(name: string, attributes: Attributes): void {
    const shut = attributeOf(attributes, 'Visible') === 'false';
    this.hidden.push(this.hidden.at(-1) || (shut ? '隐藏的对象' : ''));
    const address = name === 'URI' ? attributeOf(attributes, 'URI') : undefined;
    if (address) this.addresses.push(percentDecoded(address));
    if (name === 'Layer') this.layers.push(this.colorOf(attributeOf(attributes, 'DrawParam')) ?? 0);
    else if (/^(TextObject|PathObject|ImageObject)$/.test(name)) this.begin(name, attributes);
    else if (name === 'FillColor' && this.object) {
      this.object.color = colorOf(attributeOf(attributes, 'Value')) ?? this.object.color;
      this.object.alpha *= share(attributeOf(attributes, 'Alpha'));
    } else if (name === 'TextCode') this.object?.runs.push({ text: '', attributes });
  }

  close(name: string): void {
    this.hidden.pop();
    if (name === 'Layer') this.layers.pop();
    else if (name === this.object?.element) this.end();
  }

  text(text: string, parent: string): void {
    const run = this.object?.runs.at(-1);
    if (parent === 'TextCode' && run) run.text += text;
    else if (parent === 'AbbreviatedData' && this.object) this.object.path += text;
    else if (text.trim() !== '') this.strange.push(text.trim());
  }

  aside(text: string): void {
    if (text.trim() !== '') this.strange.push(text.trim());
  }

  private begin(element: string, attributes: Attributes): void {
    this.order += 1;
    const [x = 0, y = 0, width = 0, height = 0] = numbers(attributeOf(attributes, 'Boundary'));
    const place = multiply(this.flip, [1, 0, 0, 1, x, y]);
    const own = numbers(attributeOf(attributes, 'CTM'));
    const text = element === 'TextObject';
    const fill = attributeOf(attributes, 'Fill');
    this.object = {
      element,
      matrix: multiply(place, own.length === 6 ? matrixOf(own) : IDENTITY),
      box: boxAfter(place, [0, 0, width, height]),
      hidden: this.hidden.at(-1) ?? '',
      size: Number(attributeOf(attributes, 'Size') ?? 0) || 0,
      fills: text ? fill !== 'false' || attributeOf(attributes, 'Stroke') === 'true' : fill === 'true',
      runs: [],
      color: this.colorOf(attributeOf(attributes, 'DrawParam')) ?? this.layers.at(-1) ?? 0,
      alpha: share(attributeOf(attributes, 'Alpha')),
      path: '',
    };
  }

  private end(): void {
    const object = this.object;
    this.object = undefined;
    if (!object) return;
    if (object.element === 'TextObject') for (const { text, attributes } of object.runs) this.write(object, text, attributes);
    else if (object.hidden === '' && object.element === 'ImageObject') {
      this.pictures.push(object.box);
      if (object.alpha > 0.9)
        this.shapes.push({ box: object.box, order: this.order, color: -1, outlines: undefined, evenOdd: false });
    } else if (object.hidden === '' && object.alpha > 0.9) {
      const outlines = outlinesOf(object.path, object.matrix);
      this.rules.push(...outlineRules(outlines, object.fills));
      if (object.fills) this.fill(object, outlines);
    }
  }

  private fill({ color }: Drawn, drawn: readonly Float64Array[]): void {
    const outlines = drawn.filter((outline) => outline.length >= 6);
    const xs = outlines.flatMap((outline) => [...outline.filter((_, index) => index % 2 === 0)]);
    const ys = outlines.flatMap((outline) => [...outline.filter((_, index) => index % 2 === 1)]);
    if (xs.length === 0 || xs.length > 20_000) return;
    const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    this.shapes.push({ box, order: this.order, color, outlines, evenOdd: false });
  }

  private write(object: Drawn, text: string, attributes: Attributes): void {
    const stepsX = deltas(attributeOf(attributes, 'DeltaX'));
    const stepsY = deltas(attributeOf(attributes, 'DeltaY'));
    const down = stepsX.length === 0 && stepsY.length > 0;
    let x = Number(attributeOf(attributes, 'X') ?? 0) || 0;
    let y = Number(attributeOf(attributes, 'Y') ?? 0) || 0;
    [...text.replaceAll(/[\r\n]/g, '')].forEach((character, index) => {
      const usual = object.size * (character.charCodeAt(0) < 0x80 ? 0.5 : 1);
      this.place(object, character, x, y, usual, down);
      x += stepsX[index] ?? (down ? 0 : usual);
      y += stepsY[index] ?? (down ? usual : 0);
    });
  }

  private place(object: Drawn, text: string, x: number, y: number, width: number, down: boolean): void {
    const { matrix, size, color, alpha } = object;
    const [pageX, pageY] = apply(matrix, x, y);
    const [ahead, across] = down ? [matrix[2], matrix[3]] : [matrix[0], matrix[1]];
    const length = Math.hypot(ahead, across) || 1;
    this.glyphs.push({
      text,
      x: pageX,
      y: pageY,
      directionX: ahead / length,
      directionY: across / length,
      width: width * length,
      size: size * Math.hypot(matrix[2], matrix[3]),
      box: boxAfter(matrix, down ? [x - size / 2, y, x + size / 2, y + size] : [x, y - size * 0.8, x + width, y + size * 0.2]),
      order: this.order,
      color,
      annotation: '',
      hidden: object.hidden || (!object.fills ? '不着色的文字' : alpha < 0.05 ? '透明字' : ''),
      covered: 0,
      beneath: PAPER,
    });
  }

  private colorOf(id: string | undefined): number | undefined {
    return id === undefined ? undefined : this.colors.get(id);
  }
}

/** Numbers of an attribute; hexadecimal ones are marked with #. */
export function numbers(value: string | undefined): number[] {
  return (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)))
    .map((number) => (Number.isFinite(number) ? number : 0));
}

/** Steps between characters: `g 3 4` stands for three steps of 4 (11.3). */
function deltas(value: string | undefined): number[] {
  const parts = (value ?? '').trim().split(/[\s,]+/);
  const steps: number[] = [];
  for (let at = 0; at < parts.length && steps.length < 100_000; at += 1) {
    if (parts[at] === 'g') {
      const count = Math.min(100_000, Number(parts[at + 1]) || 0);
      steps.push(...new Array<number>(count).fill(Number(parts[at + 2]) || 0));
      at += 2;
    } else if (parts[at] !== '') steps.push(Number(parts[at]) || 0);
  }
  return steps;
}

/** One, three or four components as 0xRRGGBB; undefined when there is no value. */
export function colorOf(value: string | undefined): number | undefined {
  const parts = numbers(value).map((part) => Math.min(255, Math.max(0, Math.round(part))));
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  if (parts.length === 1) return (a << 16) | (a << 8) | a;
  if (parts.length === 3) return (a << 16) | (b << 8) | c;
  if (parts.length === 4) return [a, b, c].reduce((sum, ink) => sum * 256 + Math.round(((255 - ink) * (255 - d)) / 255), 0);
  return undefined;
}

/** Transparency 0 to 255 as a share of one; opaque when not given. */
const share = (value: string | undefined): number => (value === undefined ? 1 : (Number(value) || 0) / 255);

/** How many numbers follow each letter of a path (9.1), and which two of them are its end. */
const PATH_STEPS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7 };

function outlinesOf(path: string, matrix: Matrix): Float64Array[] {
  const tokens = path.trim().split(/[\s,]+/);
  const outlines: number[][] = [];
  for (let at = 0; at < tokens.length && at < 20_000; at += 1) {
    const length = PATH_STEPS[tokens[at] ?? ''];
    if (length === undefined) continue;
    if (tokens[at] === 'M' || tokens[at] === 'S' || outlines.length === 0) outlines.push([]);
    const [x, y] = [Number(tokens[at + length - 1]), Number(tokens[at + length])];
    if (Number.isFinite(x) && Number.isFinite(y)) outlines.at(-1)?.push(...apply(matrix, x, y));
    at += length;
  }
  return outlines.map((outline) => Float64Array.from(outline));
}
