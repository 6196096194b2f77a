import { AttributeTexts } from '../office/attribute-texts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import type { Attributes, XmlListener } from '../package/walk-xml.ts';

/** Elements that hold one cached value each: text, number, date, truth, error (ECMA-376 18.10). */
const VALUES: ReadonlySet<string> = new Set(['s', 'n', 'd', 'b', 'e']);
const GROUPS: ReadonlySet<string> = new Set(['sharedItems', 'r']);
const LABEL = '数据透视表缓存';

/** Reads the cache of a pivot table: every value it kept of its source, numbers too, though the source may be long gone. */
export class CachePart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly attributes: AttributeTexts;
  private values: string[] = [];

  constructor(texts: PartTexts, authors: Set<string>) {
    this.texts = texts;
    this.attributes = new AttributeTexts(texts, authors);
  }

  open(name: string, attributes: Attributes): void {
    if (VALUES.has(name) && attributes.v !== undefined) this.values.push(attributes.v);
    else this.attributes.take(name, attributes);
  }

  close(name: string): void {
    if (GROUPS.has(name)) this.flush();
  }

  text(text: string): void {
    this.texts.account.owe(text);
    this.values.push(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    this.flush();
    this.attributes.end();
  }

  private flush(): void {
    this.texts.add('rest', 'part-residue', false, this.values.join('；'), LABEL);
    this.values = [];
  }
}
