import { cssColor } from './css-color.ts';

/** What a style says of seeing: why it hides, and colours of letters and ground where it sets them. */
export interface Look {
  readonly hidden?: string | undefined;
  /** RRGGBB, `clear`, or empty where nobody can say; undefined where the style says nothing. */
  readonly color?: string | undefined;
  readonly ground?: string | undefined;
}
/** An element as selectors see it. */
export interface Selected {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
}
interface Rule {
  /** Compound selectors from the outermost to the element itself. */
  readonly path: readonly string[];
  readonly look: Look;
}

const MOST_COMPARISONS = 5_000_000;

/** Why the declarations of a style hide text, as a Chinese label; undefined when they do not. */
function hiddenBecause(css: string): string | undefined {
  if (/(^|;)(display:none|visibility:(hidden|collapse)|mso-hide:all|content-visibility:hidden)/.test(css)) return '隐藏文字';
  if (/(^|;)opacity:0?(\.0+)?(;|!|$)/.test(css)) return '透明字';
  if (/(^|;)(-webkit-)?transform:([^;]*\))?scale(3d)?\((0(\.0+)?)[,)]/.test(css) || /(^|;)zoom:0(%|;|!|$)/.test(css))
    return '极小字';
  if (/(^|;)font-size:(0|[012](\.\d+)?p[tx])(;|!|$|[a-z%])/.test(css)) return '极小字';
  if (/(^|;)(left|right|top|text-indent|margin-left|margin-top):-\d{3,}/.test(css)) return '在页面之外';
  if (/(^|;)clip:rect\((0(px)?,?|1px,?){4}\)|(^|;)clip-path:(inset\((50|100)%\)|circle\(0)/.test(css)) return '被裁掉的文字';
  const flat = /(^|;)(max-)?(height|width):(0|1px)(px|pt|em|%)?(;|!|$)/.test(css);
  return flat && /(^|;)overflow(-[xy])?:(hidden|clip)/.test(css) ? '被裁掉的文字' : undefined;
}

/** What the declarations of a style say, as written in an attribute or between braces. */
export function lookOf(style: string): Look {
  const css = style.toLowerCase().replaceAll(/\s+/g, ' ');
  const value = (name: RegExp): string | undefined =>
    css
      .split(';')
      .findLast((each) => name.test(each.trim()))
      ?.replace(/^[^:]*:/, '')
      .replace('!important', '')
      .trim();
  const color = value(/^(color|-webkit-text-fill-color)\s*:/);
  const ground = value(/^background(-color)?\s*:/);
  const image = value(/^background-image\s*:/);
  return {
    hidden: hiddenBecause(css.replaceAll(' ', '')),
    color: color === undefined ? undefined : cssColor(color),
    ground: image !== undefined && image !== 'none' ? '' : ground === undefined ? undefined : groundOf(ground),
  };
}

/** The colour among the words of a `background`; a picture or a gradient has none. */
function groundOf(value: string): string {
  if (/url\(|gradient\(/.test(value)) return '';
  const words = value.match(/rgba?\([^)]*\)|[^\s]+/g) ?? [];
  return words.map(cssColor).find((color) => color !== '') ?? (value === 'none' ? 'clear' : '');
}

/** Looks that a style sheet gives to elements; selectors of tags, classes and ids, alone or one inside the other. */
export class HidingStyles {
  /** Rules by the name, class or id that their last selector asks for. */
  private readonly rules = new Map<string, Rule[]>();
  private comparisons = 0;

  /** True when there were more rules to compare with elements than any page has: what they hide is not known then. */
  get crowded(): boolean {
    return this.comparisons > MOST_COMPARISONS;
  }

  add(sheet: string): void {
    for (const block of sheet.replaceAll(/<!--|-->|\/\*[\s\S]*?\*\//g, '').split('}')) {
      const brace = block.lastIndexOf('{');
      const look = brace < 0 ? {} : lookOf(block.slice(brace + 1));
      if (look.hidden === undefined && look.color === undefined && look.ground === undefined) continue;
      for (const selector of block.slice(0, brace).split(',')) this.rule(selector.toLowerCase(), look);
    }
  }

  /** What all rules together say of the last of these elements, which stand inside one another. */
  look(path: readonly Selected[]): Look {
    const element = path.at(-1);
    if (!element || this.rules.size === 0) return {};
    const keys = [element.name, '*', `#${element.id}`, ...element.classes.map((name) => `.${name}`)];
    for (const key of keys) this.comparisons += this.rules.get(key)?.length ?? 0;
    if (this.crowded) return {};
    const asked = keys.flatMap((key) => this.rules.get(key) ?? []);
    const found = asked.filter((rule) => fits(rule.path, path));
    return {
      hidden: found.map(({ look }) => look.hidden).find((why) => why !== undefined),
      color: found.map(({ look }) => look.color).findLast((color) => color !== undefined),
      ground: found.map(({ look }) => look.ground).findLast((ground) => ground !== undefined),
    };
  }

  private rule(selector: string, look: Look): void {
    const path = selector.trim().split(/\s*>\s*|\s+/);
    const last = path.at(-1) ?? '';
    if (path.length > 8 || !path.every((part) => /^([a-z][\w:\\-]*|\*)?([.#][\w-]+)*$/.test(part) && part !== '')) return;
    const key = /[.#][\w-]+/.exec(last)?.[0] ?? last;
    const rules = this.rules.get(key);
    if (rules) rules.push({ path, look });
    else this.rules.set(key, [{ path, look }]);
  }
}

function fits(wanted: readonly string[], path: readonly Selected[]): boolean {
  let at = path.length - 1;
  if (!isSelected(wanted.at(-1) ?? '', path[at])) return false;
  for (const selector of wanted.slice(0, -1).toReversed()) {
    at -= 1;
    while (at >= 0 && !isSelected(selector, path[at])) at -= 1;
    if (at < 0) return false;
  }
  return true;
}

function isSelected(selector: string, element: Selected | undefined): boolean {
  if (!element) return false;
  const [name = ''] = /^[^.#]*/.exec(selector) ?? [];
  if (name !== '' && name !== '*' && name !== element.name) return false;
  return (selector.match(/[.#][\w-]+/g) ?? []).every((part) =>
    part.startsWith('#') ? element.id === part.slice(1) : element.classes.includes(part.slice(1)),
  );
}
