/** What is wrong with a value from outside, in Chinese, naming the place but never quoting more than the key. */
export class ShapeError extends Error {}

/** An object from a YAML file, asked for its parts; every question checks, and throws `ShapeError`. */
export class Shape {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ShapeError(`${path || '文件'}：应当是键和值`);
    this.#value = value as Readonly<Record<string, unknown>>;
    this.#path = path;
  }

  #at(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }

  keys(): readonly string[] {
    return Object.keys(this.#value);
  }

  has(key: string): boolean {
    return this.#value[key] !== undefined && this.#value[key] !== null;
  }

  /** A key nobody reads is a mistake somebody made. */
  only(keys: readonly string[]): void {
    const strange = Object.keys(this.#value).find((key) => !keys.includes(key));
    if (strange !== undefined) throw new ShapeError(`${this.#at(strange)}：没有这一项`);
  }

  /** A text, possibly empty. Versions and dates that YAML reads as numbers are texts too. */
  text(key: string): string {
    const value = this.#value[key];
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') throw new ShapeError(`${this.#at(key)}：应当是文字`);
    return value.trim();
  }

  string(key: string): string {
    const value = this.text(key);
    if (value === '') throw new ShapeError(`${this.#at(key)}：不能为空`);
    return value;
  }

  flag(key: string): boolean {
    const value = this.#value[key];
    if (typeof value !== 'boolean') throw new ShapeError(`${this.#at(key)}：应当是 true 或 false`);
    return value;
  }

  oneOf<const T extends string>(key: string, allowed: readonly T[]): T {
    const value = this.#value[key];
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new ShapeError(`${this.#at(key)}：应当是 ${allowed.join('、')} 之一`);
    return found;
  }

  list(key: string): readonly unknown[] {
    const value = this.#value[key];
    if (!Array.isArray(value)) throw new ShapeError(`${this.#at(key)}：应当是列表`);
    return value;
  }

  strings(key: string, least: number): readonly string[] {
    const values = this.list(key).map((value) => {
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string' || text.trim() === '') throw new ShapeError(`${this.#at(key)}：每一项都应当是文字`);
      return text;
    });
    if (values.length < least) throw new ShapeError(`${this.#at(key)}：至少要 ${least} 项`);
    return values;
  }

  shape(key: string): Shape {
    return new Shape(this.#value[key], this.#at(key));
  }

  shapes(key: string): readonly Shape[] {
    return this.list(key).map((value, index) => new Shape(value, `${this.#at(key)}[${index}]`));
  }
}
