import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import { AnchorPlace, isStyledOffPage } from './anchor-place.ts';
import { isOn } from './run-format.ts';

/** Elements whose switch counts for the shape round them. */
const NAMES: ReadonlySet<string> = new Set(['docPr', 'cNvPr']);
const SHAPES: ReadonlySet<string> = new Set('anchor inline sp wsp pic cxnSp grpSp wgp graphicFrame'.split(' '));
const HIDDEN = '隐藏的图形';
const OUTSIDE = '在页面之外';

/** Knows whether the reader stands in a shape that programs do not draw: DrawingML by a switch or its place, VML by its style. */
export class UnseenShapes {
  private readonly stack: string[] = [];
  /** Places in the stack of the shapes that hide what is in them, and what hides it. */
  private readonly hiding: { readonly at: number; readonly why: string }[] = [];
  private readonly onPages: boolean;
  private anchor: AnchorPlace | undefined;

  /** `onPages` is false for sheets, which are as wide as one likes. */
  constructor(onPages = true) {
    this.onPages = onPages;
  }

  get any(): boolean {
    return this.hiding.length > 0;
  }

  /** Chinese label of what hides the shape; empty when it is seen. */
  get why(): string {
    return this.hiding.at(-1)?.why ?? '';
  }

  open(name: string, attributes: Attributes): void {
    this.stack.push(name);
    if (name === 'anchor') this.anchor = new AnchorPlace();
    const switched = NAMES.has(name) || name === 'anchor' ? attributeOf(attributes, 'hidden') : undefined;
    if (switched !== undefined && isOn(switched)) this.hide(HIDDEN);
    else if (this.anchor?.open(name, attributes)) this.hide(OUTSIDE);
    else if (attributes.style !== undefined) {
      const why = /visibility\s*:\s*hidden/i.test(attributes.style)
        ? HIDDEN
        : this.onPages && isStyledOffPage(attributes.style)
          ? OUTSIDE
          : '';
      if (why !== '') this.hiding.push({ at: this.stack.length - 1, why });
    }
  }

  /** The text of an element, for offsets of drawings stand in text nodes. */
  text(text: string, parent: string): void {
    if (parent === 'posOffset') this.anchor?.offset(text);
  }

  close(): void {
    if (this.stack.pop() === 'anchor') this.anchor = undefined;
    while (this.hiding.length > 0 && (this.hiding.at(-1)?.at ?? 0) >= this.stack.length) this.hiding.pop();
  }

  /** Hides the innermost shape. */
  private hide(why: string): void {
    const at = Math.max(
      0,
      this.stack.findLastIndex((each) => SHAPES.has(each)),
    );
    this.hiding.push({ at, why });
  }
}
