import { UnseenShapes } from '../docx/unseen-shapes.ts';
import { AttributeTexts } from '../office/attribute-texts.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { isTextLike } from '../package/text-like.ts';
import type { Attributes, XmlListener } from '../package/walk-xml.ts';

/** Reads a part of VML: buttons and boxes that are seen on a sheet, and the shapes behind its notes, which repeat the comments. */
export class VmlPart implements XmlListener {
  private readonly texts: PartTexts;
  private readonly attributes: AttributeTexts;
  private readonly unseen = new UnseenShapes(false);
  private boxes = 0;
  private words = '';
  private note = false;
  private hidden = false;

  constructor(texts: PartTexts, authors: Set<string>) {
    this.texts = texts;
    this.attributes = new AttributeTexts(texts, authors);
  }

  open(name: string, attributes: Attributes): void {
    this.attributes.take(name, attributes);
    this.unseen.open(name, attributes);
    if (name === 'textbox') this.boxes += 1;
    else if (name === 'ClientData') this.note = attributes.ObjectType === 'Note';
    else if (name === 'shape') this.flush();
    if (name === 'shape') this.hidden = this.unseen.any;
  }

  close(name: string): void {
    this.unseen.close();
    if (name === 'textbox') this.boxes -= 1;
    else if (name === 'shape') this.flush();
  }

  text(text: string): void {
    this.texts.account.owe(text);
    if (this.boxes > 0) this.words += text;
    else if (isTextLike(text)) this.texts.add('rest', 'part-residue', false, text, '图形（旧）的数据');
    else this.texts.account.pay(text);
  }

  aside(text: string): void {
    this.texts.addAside('rest', 'part-residue', false, text, '代码注释');
  }

  end(): void {
    this.flush();
    this.attributes.end();
    for (const lost of this.texts.account.settle()) this.texts.addAside('rest', 'part-residue', false, lost, '未归类的文字');
  }

  private flush(): void {
    const text = this.words.trim();
    if (this.note) this.texts.add('comments', 'comment', false, text, '批注');
    else if (this.hidden) this.texts.add('boxes', 'hidden-text', false, text, '隐藏的图形');
    else this.texts.add('boxes', 'text-box', true, text, '图形');
    this.words = '';
    this.note = false;
  }
}
