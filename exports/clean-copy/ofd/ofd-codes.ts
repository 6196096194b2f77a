import type { PartEdit } from '../part-edit.ts';
import { decodeEntities, escapeXml } from '../xml-tokens.ts';

/** One painted character of a page: its place in millimetres, and what becomes of it. */
export interface OfdCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** True once a visible text of the draft is known to hold it. */
  claimed: boolean;
  /** What takes its place: undefined for itself, empty for nothing. */
  becomes: string | undefined;
}
/** One TextCode element: characters with their steps (GB/T 33190, 11.3). */
interface OfdCode {
  readonly object: number;
  readonly token: number;
  readonly characters: readonly OfdCharacter[];
  readonly stepsX: readonly number[];
  readonly stepsY: readonly number[];
  readonly size: number;
}

/** Letters closer than this share of their size cannot be read, so what follows them moves on. */
const TIGHTEST = 0.55;

/** The painted text of one content part, for being laid under the draft and rewritten. */
export class OfdCodes {
  readonly characters: OfdCharacter[] = [];
  private readonly part: PartEdit;
  private readonly codes: OfdCode[] = [];

  constructor(part: PartEdit) {
    this.part = part;
    part.tokens.forEach((token, index) => {
      if (token.name === 'TextObject' && token.kind === 'open' && !part.isGone(index)) this.readObject(index);
    });
  }

  /** Writes what became of the characters. Objects of which nothing is left go whole; returns how many did. */
  write(): number {
    let gone = 0;
    for (const [object, codes] of Map.groupBy(this.codes, (code) => code.object)) {
      const kept = codes
        .flatMap((code) => code.characters)
        .some((character) => character.text.trim() !== '' && character.becomes !== '');
      if (!kept && codes.some((code) => code.characters.some((character) => character.becomes === ''))) {
        this.part.remove(object);
        gone += 1;
        continue;
      }
      for (const code of codes) if (code.characters.some((character) => character.becomes !== undefined)) this.rewrite(code);
    }
    return gone;
  }

  private readObject(object: number): void {
    const { part } = this;
    const value = (name: string) => part.attribute(object, name);
    const [boundaryX = 0, boundaryY = 0] = numbers(value('Boundary'));
    const own = numbers(value('CTM'));
    const matrix = own.length === 6 ? own : [1, 0, 0, 1, 0, 0];
    const size = Number(value('Size') ?? 0) || 0;
    for (let at = object + 1; at < part.token(object).mate; at += 1) {
      const token = part.token(at);
      if (token.name !== 'TextCode' || token.kind !== 'open') continue;
      const stepsX = steps(part.attribute(at, 'DeltaX'));
      const stepsY = steps(part.attribute(at, 'DeltaY'));
      const down = stepsX.length === 0 && stepsY.length > 0;
      let [x, y] = [Number(part.attribute(at, 'X') ?? 0) || 0, Number(part.attribute(at, 'Y') ?? 0) || 0];
      const characters = [...decodeEntities(part.rawText(at)).replaceAll(/[\r\n]/g, '')].map((text, index): OfdCharacter => {
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
        const place = { x: boundaryX + a * x + c * y + e, y: boundaryY + b * x + d * y + f };
        const usual = size * (text.charCodeAt(0) < 0x80 ? 0.5 : 1);
        x += stepsX[index] ?? (down ? 0 : usual);
        y += stepsY[index] ?? (down ? usual : 0);
        return { text, ...place, size, claimed: false, becomes: undefined };
      });
      this.characters.push(...characters);
      this.codes.push({ object, token: at, characters, stepsX, stepsY, size });
    }
  }

  /** The stretch that was replaced keeps its place on the line, so that what follows stands where it stood. */
  private rewrite({ token, characters, stepsX, stepsY, size }: OfdCode): void {
    const { part } = this;
    const text: string[] = [];
    const [newX, newY]: [number[], number[]] = [[], []];
    for (let at = 0; at < characters.length; ) {
      let end = at + 1;
      if (characters[at]?.becomes !== undefined) while (characters[end]?.becomes === '') end += 1;
      const put = characters[at]?.becomes === undefined ? [characters[at]?.text ?? ''] : [...(characters[at]?.becomes ?? '')];
      const spread = (list: readonly number[]): number[] => {
        // The last character has no step: its room is its own size.
        const missing = list.length > 0 && end > list.length ? size : 0;
        const room = list.slice(at, end).reduce((sum, step) => sum + step, missing);
        if (put.length === 0) return [];
        const even = room / put.length;
        const wide = characters[at]?.becomes === undefined || even === 0 || Math.abs(even) >= size * TIGHTEST;
        return put.map(() => (wide ? even : Math.sign(even) * size));
      };
      // Characters taken out at the head of a code leave their room before what follows.
      if (put.length === 0) push(newX, newY, room(stepsX, at, end), room(stepsY, at, end), text.length);
      else {
        newX.push(...spread(stepsX));
        newY.push(...spread(stepsY));
      }
      text.push(...put);
      at = end;
    }
    const { end, mate } = part.token(token);
    part.splices.replace(end, part.token(mate).start, escapeXml(text.join('')));
    this.setSteps(token, 'DeltaX', stepsX.length > 0 ? newX : [], text.length);
    this.setSteps(token, 'DeltaY', stepsY.length > 0 ? newY : [], text.length);
  }

  private setSteps(token: number, name: string, list: readonly number[], count: number): void {
    const attribute = this.part.attributes(token).find((each) => each.name === name);
    if (!attribute) return;
    const value = list
      .slice(0, Math.max(0, count - 1))
      .map((step) => String(Math.round(step * 1000) / 1000))
      .join(' ');
    if (value === '') this.part.splices.remove(attribute.start, attribute.end);
    else this.part.splices.replace(attribute.valueStart, attribute.valueEnd, value);
  }
}

const room = (list: readonly number[], from: number, to: number): number =>
  list.slice(from, to).reduce((sum, step) => sum + step, 0);

function push(newX: number[], newY: number[], x: number, y: number, before: number): void {
  if (before === 0) return;
  newX[newX.length - 1] = (newX.at(-1) ?? 0) + x;
  newY[newY.length - 1] = (newY.at(-1) ?? 0) + y;
}

export function numbers(value: string | undefined): number[] {
  const parts = (value ?? '').trim().split(/[\s,]+/);
  return parts.filter((part) => part !== '').map((part) => Number(part) || 0);
}

/** Steps between characters; `g 3 4` stands for three steps of 4. */
function steps(value: string | undefined): number[] {
  const parts = (value ?? '').trim().split(/[\s,]+/);
  const list: number[] = [];
  for (let at = 0; at < parts.length && list.length < 100_000; at += 1) {
    if (parts[at] === 'g') {
      const count = Math.min(100_000, Number(parts[at + 1]) || 0);
      for (let time = 0; time < count; time += 1) list.push(Number(parts[at + 2]) || 0);
      at += 2;
    } else if (parts[at] !== '') list.push(Number(parts[at]) || 0);
  }
  return list;
}
