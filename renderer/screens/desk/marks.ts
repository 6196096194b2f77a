import type { FindingView } from '../../../review/contract.ts';
import type { Span } from '../../../review/model/index.ts';

type Group = 'block' | 'review' | 'notice' | 'decided';
const GROUPS: readonly Group[] = ['block', 'review', 'notice', 'decided'];
const groupOf = (finding: FindingView): Group => (finding.decision ? 'decided' : finding.level);
const nameOf = (group: string): string => `xianshen-${group}`;

/**
 * Highlights of one text view. Ranges are static and painted by the browser, so two thousand of them cost no elements; they carry
 * no meaning for screen readers, which have the list beside the text. Text arrives in chunks: each brings its own ranges.
 */
export class Marks {
  private readonly highlights = new Map<string, Highlight>();
  private readonly elements = new Map<number, HTMLElement>();
  private readonly placed = new Map<string, { readonly range: StaticRange; readonly group: Group }>();
  private byPiece = new Map<number, FindingView[]>();

  /** Puts empty highlights into the registry of the page; call before anything else. */
  open(): void {
    for (const [priority, group] of [...GROUPS, 'evidence', 'current'].entries()) {
      const highlight = new Highlight();
      highlight.priority = group === 'decided' ? -1 : priority;
      this.highlights.set(group, highlight);
      CSS.highlights.set(nameOf(group), highlight);
    }
    for (const finding of [...this.byPiece.values()].flat()) this.place(finding);
  }

  close(): void {
    for (const group of this.highlights.keys()) CSS.highlights.delete(nameOf(group));
    this.highlights.clear();
    this.placed.clear();
  }

  /** Registers the pieces drawn inside a chunk; returns the way to forget them. */
  mount(chunk: HTMLElement): () => void {
    const mine: number[] = [];
    for (const element of chunk.querySelectorAll<HTMLElement>('[data-piece]')) {
      const piece = Number(element.dataset.piece);
      mine.push(piece);
      this.elements.set(piece, element);
      for (const finding of this.byPiece.get(piece) ?? []) this.place(finding);
    }
    return () => {
      for (const piece of mine) {
        for (const finding of this.byPiece.get(piece) ?? []) this.remove(finding.id);
        this.elements.delete(piece);
      }
    };
  }

  /** Takes the newest findings; only ranges whose group changed are touched. */
  setFindings(findings: readonly FindingView[]): void {
    const ids = new Set<string>();
    this.byPiece = new Map();
    for (const finding of findings) {
      ids.add(finding.id);
      const list = this.byPiece.get(finding.piece);
      if (list) list.push(finding);
      else this.byPiece.set(finding.piece, [finding]);
      if (this.placed.get(finding.id)?.group !== groupOf(finding)) this.place(finding);
    }
    for (const id of [...this.placed.keys()]) if (!ids.has(id)) this.remove(id);
  }

  /** Marks the finding under discussion and the spans it rests on. */
  setCurrent(finding: FindingView | undefined): void {
    this.fill('current', finding ? [finding] : []);
    this.fill('evidence', finding?.evidence.flatMap((evidence) => (evidence.span ? [evidence.span] : [])) ?? []);
  }

  elementOf(piece: number): HTMLElement | undefined {
    return this.elements.get(piece);
  }

  /** Box of a span on the screen; undefined while its text is not drawn. */
  boxOf(span: Span): DOMRect | undefined {
    const fixed = this.rangeOf(span);
    if (!fixed) return undefined;
    const range = document.createRange();
    range.setStart(fixed.startContainer, fixed.startOffset);
    range.setEnd(fixed.endContainer, fixed.endOffset);
    return range.getBoundingClientRect();
  }

  /** The narrowest finding under a point of the window. */
  findingAt(x: number, y: number): FindingView | undefined {
    const caret = document.caretPositionFromPoint(x, y);
    const piece = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-piece]')?.dataset.piece;
    if (!caret || piece === undefined) return undefined;
    const under = (this.byPiece.get(Number(piece)) ?? []).filter(
      ({ start, end }) => start <= caret.offset && caret.offset <= end,
    );
    return under.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  }

  private rangeOf(span: Span): StaticRange | undefined {
    const node = this.elements.get(span.piece)?.firstChild;
    if (!(node instanceof Text) || span.end > node.length) return undefined;
    return new StaticRange({ startContainer: node, startOffset: span.start, endContainer: node, endOffset: span.end });
  }

  private fill(name: string, spans: readonly Span[]): void {
    const highlight = this.highlights.get(name);
    if (!highlight) return;
    highlight.clear();
    for (const span of spans) {
      const range = this.rangeOf(span);
      if (range) highlight.add(range);
    }
  }

  private place(finding: FindingView): void {
    this.remove(finding.id);
    const range = this.rangeOf(finding);
    const highlight = this.highlights.get(groupOf(finding));
    if (!range || !highlight) return;
    highlight.add(range);
    this.placed.set(finding.id, { range, group: groupOf(finding) });
  }

  private remove(id: string): void {
    const mark = this.placed.get(id);
    if (!mark) return;
    this.highlights.get(mark.group)?.delete(mark.range);
    this.placed.delete(id);
  }
}
