/** Why an inline style hides text, as a Chinese label; undefined when it does not. Colour is judged against white paper. */
export function hiddenByStyle(style: string): string | undefined {
  const css = style.toLowerCase().replaceAll(/\s/g, '');
  if (/(^|;)(display:none|visibility:(hidden|collapse)|mso-hide:all|content-visibility:hidden)/.test(css)) return '隐藏文字';
  if (/(^|;)opacity:0?(\.0+)?(;|!|$)/.test(css)) return '透明字';
  if (/(^|;)font-size:(0|[012](\.\d+)?p[tx])(;|!|$|[a-z%])/.test(css)) return '极小字';
  if (/(^|;)(left|top|text-indent|margin-left|margin-top):-\d{3,}/.test(css)) return '在页面之外';
  const color = /(^|;)color:(#fff(fff)?|white|rgb\(255,255,255\)|transparent)(;|!|$)/.test(css);
  return color && !/(^|;)background(-color)?:/.test(css) ? '与底色同色' : undefined;
}

/** Hiding rules of a style sheet for single tags, classes and ids; other selectors are beyond a reader without a page. */
export class HidingStyles {
  private readonly rules = new Map<string, string>();

  add(sheet: string): void {
    for (const block of sheet.replaceAll(/<!--|-->/g, '').split('}')) {
      const brace = block.lastIndexOf('{');
      const why = brace < 0 ? undefined : hiddenByStyle(block.slice(brace + 1));
      if (!why) continue;
      for (const selector of block.slice(0, brace).split(',')) this.rules.set(selector.trim().toLowerCase(), why);
    }
  }

  reason(tag: string, attributes: Readonly<Record<string, string>>): string | undefined {
    const classes = (attributes.class ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== '');
    const selectors = [
      tag,
      `#${(attributes.id ?? '').toLowerCase()}`,
      ...classes.flatMap((name) => [`.${name}`, `${tag}.${name}`]),
    ];
    return selectors.map((selector) => this.rules.get(selector)).find((why) => why !== undefined);
  }
}
