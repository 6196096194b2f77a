import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import { isOn } from './run-format.ts';

/** Elements whose switch counts for the shape round them. */
const NAMES: ReadonlySet<string> = new Set(['docPr', 'cNvPr']);
const SHAPES: ReadonlySet<string> = new Set('anchor inline sp wsp pic cxnSp grpSp wgp graphicFrame'.split(' '));

/** Knows whether the reader stands in a shape that programs do not draw: DrawingML by a switch, VML by its style. */
export class UnseenShapes {
  private readonly stack: string[] = [];
  /** Places in the stack of the shapes that hide what is in them. */
  private readonly hiding: number[] = [];

  get any(): boolean {
    return this.hiding.length > 0;
  }

  open(name: string, attributes: Attributes): void {
    this.stack.push(name);
    const switched = NAMES.has(name) || name === 'anchor' ? attributeOf(attributes, 'hidden') : undefined;
    if (switched !== undefined && isOn(switched))
      this.hiding.push(
        Math.max(
          0,
          this.stack.findLastIndex((each) => SHAPES.has(each)),
        ),
      );
    else if (attributes.style !== undefined && /visibility\s*:\s*hidden/i.test(attributes.style)) {
      this.hiding.push(this.stack.length - 1);
    }
  }

  close(): void {
    this.stack.pop();
    while (this.hiding.length > 0 && (this.hiding.at(-1) ?? 0) >= this.stack.length) this.hiding.pop();
  }
}
