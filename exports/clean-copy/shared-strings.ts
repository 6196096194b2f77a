import { CannotSplice } from './cannot-splice.ts';
import { Flow, type FlowEdit } from './flow.ts';
import type { PartEdit } from './part-edit.ts';
import { Splices } from './splices.ts';

/**
 * The shared strings of a workbook. An edited cell gets a string of its own, formatting included, for others may show the same
 * one unedited; `end` blanks every string that no cell shows any more.
 */
export class SharedStrings {
  private readonly part: PartEdit | undefined;
  private readonly items: readonly number[];
  private readonly used = new Set<number>();
  /** Strings that some cell showed before it was edited. */
  private readonly replaced = new Set<number>();
  private readonly added: string[] = [];
  private readonly known = new Map<string, number>();

  constructor(part: PartEdit | undefined) {
    this.part = part;
    this.items = part ? part.tokens.flatMap((token, index) => (token.name === 'si' && part.isElement(token) ? [index] : [])) : [];
  }

  /** Notes that a cell shows this string. */
  use(index: number): void {
    this.used.add(index);
  }

  /** Number of a string that says the edited text; `said` is what the reader read. Throws CannotSplice where they differ. */
  edited(index: number, said: string, edits: readonly FlowEdit[]): number {
    const key = `${index} ${JSON.stringify(edits)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const item = this.items[index];
    if (!this.part || item === undefined) throw new CannotSplice('单元格引用的文字不存在');
    const splices = new Splices();
    const flow = cellText(this.part, item);
    if (flow.text !== said) throw new CannotSplice('单元格的文字与检查时对不上');
    for (const edit of edits) flow.replace(edit, splices);
    for (const reading of readings(this.part, item)) {
      const token = this.part.token(reading);
      splices.remove(token.start, this.part.token(token.mate).end);
    }
    this.replaced.add(index);
    const { start, mate } = this.part.token(item);
    const xml = splices.apply(this.part.xml, start, this.part.token(mate).end);
    if (xml === undefined) throw new CannotSplice('单元格的改动相交');
    const number = this.items.length + this.added.length;
    this.added.push(xml);
    this.known.set(key, number);
    return number;
  }

  end(): void {
    const { part } = this;
    if (!part) return;
    this.items.forEach((item, index) => {
      const { start, mate } = part.token(item);
      for (const reading of readings(part, item)) if (!part.isGone(reading)) part.remove(reading);
      if (this.used.has(index)) return;
      if (cellText(part, item).text !== '' && !this.replaced.has(index)) part.dropped.add('没有单元格使用的文字');
      const prefix = /^<([\w.-]+:)?/.exec(part.xml.slice(start, start + 60))?.[1] ?? '';
      part.splices.replace(start, part.token(mate).end, `<${prefix}si><${prefix}t/></${prefix}si>`);
    });
    const root = part.tokens.findIndex((token) => part.isElement(token));
    const { kind, mate } = part.token(root);
    for (const { name, start, end } of part.attributes(root))
      if (name === 'count' || name === 'uniqueCount') part.splices.remove(start, end);
    if (kind === 'open') part.splices.replace(part.token(mate).start, part.token(mate).start, this.added.join(''));
  }
}

/** Elements in a text that only say how to pronounce it. */
function readings(part: PartEdit, item: number): number[] {
  const found: number[] = [];
  for (let at = item + 1; at < part.token(item).mate; at += 1) {
    const token = part.token(at);
    if (part.isElement(token) && (token.name === 'rPh' || token.name === 'phoneticPr')) found.push(at);
  }
  return found;
}

/** Text of a shared or inline string: all its t elements but those of readings. */
export function cellText(part: PartEdit, item: number): Flow {
  const flow = new Flow();
  for (let at = item + 1; at < part.token(item).mate; at += 1) {
    const token = part.token(at);
    if (token.name === 'rPh' && token.kind === 'open') at = token.mate;
    else if ((token.kind === 'text' || token.kind === 'cdata') && part.ancestor(token) === 't')
      flow.addText(part.xml, token, token.parent);
  }
  return flow;
}

/** Takes the readings out of an inline string. */
export function removeReadings(part: PartEdit, item: number): void {
  for (const reading of readings(part, item)) part.remove(reading);
}
