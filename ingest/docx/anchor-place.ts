import { type Attributes, attributeOf } from '../package/walk-xml.ts';

/** EMU: no page of Word is wider or higher than 22 inches (558.7 mm), and no margin as broad as 5.5. */
const LARGEST_PAGE = 20_116_800;
const LARGEST_MARGIN = 5_029_200;
/** The same in points, for VML. */
const PAGE_POINTS = 1584;
const MARGIN_POINTS = 396;

/** Where a drawing that floats lies (wp:anchor), heard as it comes: position across, position down, size. */
export class AnchorPlace {
  private readonly offsets: Record<'positionH' | 'positionV', number | undefined> = {
    positionH: undefined,
    positionV: undefined,
  };
  private readonly fromPage = { positionH: false, positionV: false };
  private side: 'positionH' | 'positionV' = 'positionH';

  /** True when the drawing lies wholly beside every page that Word can lay out; asked once its size is heard. */
  open(name: string, attributes: Attributes): boolean {
    if (name === 'positionH' || name === 'positionV') {
      this.side = name;
      this.fromPage[name] = attributeOf(attributes, 'relativeFrom') === 'page';
      return false;
    }
    return (
      name === 'extent' &&
      (this.isOutside('positionH', Number(attributes.cx) || 0) || this.isOutside('positionV', Number(attributes.cy) || 0))
    );
  }

  /** Text of wp:posOffset: EMU from the edge of the page, the margin, the column … */
  offset(text: string): void {
    this.offsets[this.side] = Number(text) || 0;
  }

  private isOutside(side: 'positionH' | 'positionV', size: number): boolean {
    const offset = this.offsets[side];
    const before = this.fromPage[side] ? 0 : -LARGEST_MARGIN;
    return offset !== undefined && (offset + size <= before || offset >= LARGEST_PAGE);
  }
}

/** True for the style of a VML shape that lies far beside the page. */
export function isStyledOffPage(style: string): boolean {
  if (!/position\s*:\s*absolute/i.test(style)) return false;
  const points = (name: string): number => {
    const [, value, unit] = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(-?[\\d.]+)(pt|in|cm|mm|px)?`, 'i').exec(style) ?? [];
    return (Number(value) || 0) * (POINTS[unit?.toLowerCase() ?? 'pt'] ?? 1);
  };
  return (
    [
      [points('margin-left') + points('left'), points('width')],
      [points('margin-top') + points('top'), points('height')],
    ] as const
  ).some(([from, size]) => from + size <= -MARGIN_POINTS || from >= PAGE_POINTS);
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 };
