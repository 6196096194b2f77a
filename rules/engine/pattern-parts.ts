/** Reads a regular expression into what each of its parts can match, must hold and begins with; the ground of `needed-text.ts`. */
import { isUseful, lightest } from './text-weight.ts';

/** Sets of strings above this size are no longer followed; a class above this size is any character. */
const MOST_STRINGS = 64;
const MOST_IN_CLASS = 40;
/**
 * `exact`: everything the part can match, when that is few; `need`: strings of which its matches hold one; `also`: further strings of which
 * they hold one too; `lead`: strings of which its matches begin with one.
 */
export interface Part {
  readonly exact?: readonly string[];
  readonly need?: readonly string[];
  readonly also?: readonly string[];
  readonly lead?: readonly string[];
}
const ANYTHING: Part = {};
const NOTHING: Part = { exact: [''] };

/** The list of which matches of a part hold one, the rarest there is. */
export const bestOf = (part: Part): readonly string[] | undefined => lightest([part.exact, part.need]);

/** What is known of a match of one of the parts. */
export function alternatives(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0] ?? NOTHING;
  const exacts = parts.flatMap(({ exact }) => exact ?? []);
  const needs = parts.map(bestOf);
  const also = parts.map((part) => part.also ?? bestOf(part));
  return {
    ...(parts.every(({ exact }) => exact !== undefined) && exacts.length <= MOST_STRINGS && { exact: [...new Set(exacts)] }),
    ...(needs.every(isUseful) && { need: [...new Set(needs.flat())] }),
    ...(also.every(isUseful) && parts.some((part) => part.also) && { also: [...new Set(also.flat())] }),
    ...leading(parts.map(leadOf)),
  };
}

/** Strings of which the matches of a part begin with one. */
export const leadOf = ({ exact, lead }: Part): readonly string[] | undefined => (isUseful(exact) ? exact : lead);

function leading(leads: readonly (readonly string[] | undefined)[]): Part {
  return leads.every(isUseful) ? { lead: [...new Set(leads.flat())] } : ANYTHING;
}

/** How a sequence begins: by its first part, or by the next where that one may be absent. */
function leadOfSequence(parts: readonly Part[]): Part {
  let leads: readonly string[] = [''];
  for (const { exact, lead } of parts) {
    if (!leads.includes('')) break;
    const next = exact ?? lead;
    if (next === undefined) return ANYTHING;
    leads = leads.flatMap((before) => (before === '' ? next : [before]));
  }
  return leading([leads]);
}

function sequence(parts: readonly Part[]): Part {
  const needs: (readonly string[] | undefined)[] = [];
  let run: readonly string[] = [''];
  let whole = true;
  for (const part of parts) {
    needs.push(part.need, part.also);
    if (part.exact !== undefined && part.exact.length * run.length <= MOST_STRINGS) {
      const { exact } = part;
      run = run.flatMap((before) => exact.map((after) => before + after));
      continue;
    }
    whole = false;
    needs.push(run);
    run = part.exact ?? [''];
  }
  if (whole) return { exact: [...new Set(run)], ...needed(needs), ...leadOfSequence(parts) };
  return { ...needed([...needs, run]), ...leadOfSequence(parts) };
}

/** Every list holds for itself: the lightest tells most, the one after it tells the rest. */
function needed(lists: readonly (readonly string[] | undefined)[]): Part {
  const need = lightest(lists);
  if (!need) return ANYTHING;
  const also = lightest(lists.filter((list) => list && tellsMore(list, need)));
  return also ? { need, also } : { need };
}

/** A list of which something stands wherever one of the needed strings does tells nothing new. */
export const tellsMore = (list: readonly string[], need: readonly string[]): boolean =>
  !need.some((text) => list.some((other) => text.includes(other)));

function repeated(part: Part, least: number, most: number): Part {
  if (least === 1 && most === 1) return part;
  if (least === 0) return most === 1 && part.exact ? { exact: [...new Set(['', ...part.exact])] } : ANYTHING;
  return { ...needed([bestOf(part), part.also]), ...leading([leadOf(part)]) };
}

const DIGITS = [...'0123456789'];

/** Reads the source of an expression; throws on what it does not know. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The parts of which a match is one: what `|` sets apart outside of every group. */
  read(): readonly Part[] {
    const parts = this.#alternatives();
    if (this.#at < this.#source.length) throw new SyntaxError('unbalanced');
    return parts;
  }

  #alternatives(): readonly Part[] {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    return parts;
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) parts.push(this.#quantified());
    return sequence(parts);
  }

  #quantified(): Part {
    const part = this.#atom();
    const bounds = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16));
    if (!bounds) return part;
    this.#at += bounds[0].length;
    const sign = bounds[0][0];
    if (sign === '?') return repeated(part, 0, 1);
    if (sign === '*') return repeated(part, 0, Number.POSITIVE_INFINITY);
    if (sign === '+') return repeated(part, 1, Number.POSITIVE_INFINITY);
    const least = Number(bounds[1]);
    return repeated(part, Math.min(1, least), bounds[2] === '' ? least : Number(bounds[3] || Number.POSITIVE_INFINITY));
  }

  #atom(): Part {
    const character = this.#next();
    if (character === '(') return this.#group();
    if (character === '[') return this.#class();
    if (character === '\\') return this.#escape();
    if (character === '^' || character === '$') return NOTHING;
    return character === '.' ? ANYTHING : { exact: [character.toLowerCase()] };
  }

  #group(): Part {
    const looks = /^\?(?:<?([=!])|:|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 40));
    if (looks) this.#at += looks[0].length;
    else if (this.#peek() === '?') throw new SyntaxError('unknown group');
    const inside = alternatives(this.#alternatives());
    if (!this.#take(')')) throw new SyntaxError('open group');
    if (looks?.[1] === '!') return NOTHING;
    // What is looked at must stand in the text too, but takes no room in the match.
    return looks?.[1] === '=' ? { ...NOTHING, ...needed([bestOf(inside), inside.also]) } : inside;
  }

  #escape(): Part {
    const character = this.#next();
    if (character === 'd') return { exact: DIGITS };
    if (character === 'b' || character === 'B') return NOTHING;
    if (/[wWsSDpPk1-9]/.test(character)) {
      if (/[pPk1-9]/.test(character)) throw new SyntaxError('unknown escape');
      return ANYTHING;
    }
    return { exact: [this.#escaped(character).toLowerCase()] };
  }

  #escaped(character: string): string {
    const length = character === 'u' ? 4 : character === 'x' ? 2 : 0;
    if (length > 0) {
      const digits = this.#source.slice(this.#at, this.#at + length);
      if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length) throw new SyntaxError('unknown escape');
      this.#at += length;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const control = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' }[character];
    if (control === undefined && /[A-Za-z0-9]/.test(character)) throw new SyntaxError('unknown escape');
    return control ?? character;
  }

  #class(): Part {
    const negated = this.#take('^');
    const characters = new Set<string>();
    let many = negated;
    while (this.#peek() !== ']') {
      const from = this.#member();
      if (this.#peek() === '-' && this.#source[this.#at + 1] !== ']') {
        this.#at++;
        const to = this.#member();
        if (from === undefined || to === undefined) throw new SyntaxError('unknown range');
        many ||= to.charCodeAt(0) - from.charCodeAt(0) >= MOST_IN_CLASS;
        for (let code = from.charCodeAt(0); !many && code <= to.charCodeAt(0); code++)
          characters.add(String.fromCharCode(code).toLowerCase());
      } else if (from === undefined) many = true;
      else for (const one of from) characters.add(one.toLowerCase());
    }
    this.#at++;
    return many || characters.size > MOST_IN_CLASS ? ANYTHING : { exact: [...characters] };
  }

  /** One member of a class, all ten for `\d`; undefined for a class of its own. */
  #member(): string | undefined {
    const character = this.#next();
    if (character !== '\\') return character;
    const escaped = this.#next();
    if (escaped === 'd') return DIGITS.join('');
    if (/[wWsSD]/.test(escaped)) return undefined;
    if (/[bpPkB]/.test(escaped)) throw new SyntaxError('unknown escape');
    return escaped === '-' ? '-' : this.#escaped(escaped);
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #next(): string {
    const character = this.#source[this.#at];
    if (character === undefined) throw new SyntaxError('ends too early');
    this.#at++;
    return character;
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }
}

const read = new WeakMap<RegExp, readonly Part[]>();

/**
 * The parts of which a match is one: what `|` sets apart outside of every group; one part that says nothing where the expression is not
 * understood. Read once: the gate before an expression and what wakes its recogniser both ask.
 */
export function partsOf(pattern: RegExp): readonly Part[] {
  let parts = read.get(pattern);
  if (!parts) {
    parts = readParts(pattern);
    read.set(pattern, parts);
  }
  return parts;
}

function readParts({ source, flags }: RegExp): readonly Part[] {
  if (flags.includes('v') || (flags.includes('i') && flags.includes('u'))) return [ANYTHING];
  try {
    return new Reader(source).read();
  } catch (error) {
    if (error instanceof SyntaxError) return [ANYTHING];
    throw error;
  }
}
