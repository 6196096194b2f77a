import { percentDecoded } from '../package/percent-decoded.ts';
import type { Relationship } from '../package/relationships.ts';
import { PartTexts } from './part-texts.ts';

/** External targets of a package, each once: web addresses, mail addresses, and paths that give away machines and people. */
export function linkTexts(relationships: readonly Relationship[]): PartTexts {
  const texts = new PartTexts('_rels');
  const seen = new Set<string>();
  for (const { external, type, target } of relationships) {
    const text = percentDecoded(target);
    if (!external || seen.has(`${type} ${text}`)) continue;
    seen.add(`${type} ${text}`);
    if (type === 'attachedTemplate') texts.addAside('rest', 'metadata', false, text, '模板路径');
    else texts.addAside('rest', 'link-target', false, text, type === 'hyperlink' ? '超链接目标' : '外部文件链接');
  }
  return texts;
}
