import { Parser } from 'htmlparser2';
import type { PageBlock, PieceKind } from '../../review/model/index.ts';
import { StoryTable } from '../docx/story-table.ts';
import { DraftBuilder } from '../draft-builder.ts';
import { base64Words } from '../package/base64-text.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import { isSameColor } from '../sheet/cell-looks.ts';
import { stretchesOf } from '../text/lines.ts';
import { cssColor } from './css-color.ts';
import { HidingStyles, lookOf, type Selected } from './hiding-styles.ts';
import { type InlineFile, inlineFile } from './inline-files.ts';

type Attributes = Readonly<Record<string, string>>;
interface Element extends Selected {
  /** Chinese label of what hides it and everything in it; empty when it is seen. */
  readonly hidden: string;
  /** What hides its own letters, but not what stands in it in another colour. */
  readonly vanished: string;
  /** Colours of letters and ground, its own or from round it; empty where nobody can say. */
  readonly color: string;
  readonly ground: string;
}

/** Open elements above one another; the parser's own cost grows with the square of the depth. */
const DEEPEST = 2000;

class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

const INLINE =
  /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|rb|ruby|rt|rp|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|o:p|st1:\w+)$/;
/** Word writes tracked deletions this way when it saves a web page. */
const DELETED = '修订-删除';
const UNSEEN: Readonly<Record<string, string>> = {
  template: '模板内容',
  noscript: '无脚本时的内容',
  datalist: '候选项',
  del: DELETED,
};
/** Attributes written for people: kind and label. */
const WORDS: ReadonlyMap<string, readonly [PieceKind, string]> = new Map([
  ['alt', ['alt-text', '图片替代文字']],
  ['title', ['alt-text', '提示文字']],
  ['placeholder', ['alt-text', '输入框提示']],
  ['aria-label', ['alt-text', '无障碍文字']],
  ['value', ['custom-data', '表单值']],
]);

/**
 * Reads HTML as text: paragraphs joined over inline tags, tables by cell, and everything that a browser does not show: hidden
 * elements, comments, scripts, attributes, addresses. Nothing is fetched and nothing is ever put into a window.
 */
export class HtmlReader {
  readonly page: PageBlock[] = [];
  /** Files that stand in the page itself, for the caller to read. */
  readonly files: InlineFile[] = [];
  private readonly builder: DraftBuilder;
  private readonly styles = new HidingStyles();
  private readonly stack: Element[] = [];
  private readonly tables: { readonly table: StoryTable; readonly rows: { pieces: number[] }[][] }[] = [];
  private text = '';
  private textHidden = '';
  private paragraphs = 0;
  private tableCount = 0;

  constructor(builder: DraftBuilder) {
    this.builder = builder;
  }

  /** False when the elements stand too deep: what was read until then stays, the rest was not read. */
  read(html: string): boolean {
    try {
      this.parse(html);
      return true;
    } catch (error) {
      if (error instanceof TooDeep) return false;
      throw error;
    }
  }

  private parse(html: string): void {
    const parser = new Parser({
      onopentag: (name, attributes) => this.open(name, attributes),
      onclosetag: (name) => this.close(name),
      ontext: (text) => this.take(text),
      oncomment: (comment) => this.aside(comment.replaceAll(/<[^>]{0,2000}>/g, ' '), '网页注释'),
      onprocessinginstruction: (_, data) => this.aside(data, '网页声明'),
    });
    parser.write(html);
    parser.end();
    this.flush();
    if (this.styles.crowded)
      this.builder.leaveUnread('html-styles', '样式表', '网页的样式规则太多，哪些文字被隐藏没有全部分辨，须人工对照页面查看。');
  }

  private open(name: string, attributes: Attributes): void {
    if (this.stack.length >= DEEPEST) throw new TooDeep();
    if (!INLINE.test(name)) this.flush();
    this.stack.push(this.element(name, attributes));
    this.attributes(name, attributes);
    if (name === 'table') {
      this.tables.push({ table: new StoryTable(this.tableCount), rows: [] });
      this.tableCount += 1;
    } else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
  }

  /** What is seen of an element follows from what is round it, from rules, from its style, and from old attributes. */
  private element(name: string, attributes: Attributes): Element {
    const above = this.stack.at(-1);
    const classes = (attributes.class ?? '').toLowerCase().split(/\s+/);
    const selected = { name, id: (attributes.id ?? '').toLowerCase(), classes };
    const ruled = this.styles.look([...this.stack, selected]);
    const own = lookOf(attributes.style ?? '');
    const shut = name === 'dialog' && attributes.open === undefined;
    const switched = attributes.hidden !== undefined || attributes.type === 'hidden' || shut ? '隐藏文字' : undefined;
    const unseen = Object.hasOwn(UNSEEN, name) ? UNSEEN[name] : undefined;
    const hidden = above?.hidden || switched || unseen || own.hidden || ruled.hidden || '';
    const old = (value: string | undefined) => (value === undefined ? undefined : cssColor(value));
    const color = own.color ?? ruled.color ?? old(attributes.color) ?? old(attributes.text);
    const ground = own.ground ?? ruled.ground ?? old(attributes.bgcolor) ?? (attributes.background ? '' : undefined);
    const place = { color: color ?? above?.color ?? '000000', ground: ground ?? 'clear' };
    if (place.ground === 'clear') place.ground = above?.ground ?? 'FFFFFF';
    const vanished = place.color === 'clear' ? '透明字' : isSameColor(place.color, place.ground) ? '与底色同色' : '';
    return { ...selected, ...place, hidden, vanished };
  }

  private close(name: string): void {
    if (!INLINE.test(name)) this.flush();
    if (name === 'td' || name === 'th') this.tables.at(-1)?.table.closeCell();
    else if (name === 'table') {
      const rows = this.tables.pop()?.rows.filter((row) => row.length > 0) ?? [];
      if (rows.length > 0) this.page.push({ type: 'table', rows });
    }
    if (this.stack.at(-1)?.name === name) this.stack.pop();
  }

  private openRow(): void {
    const top = this.tables.at(-1);
    top?.table.openRow();
    top?.rows.push([]);
  }

  private openCell(attributes: Attributes): void {
    const top = this.tables.at(-1);
    if (!top) return;
    if (top.rows.length === 0) this.openRow();
    top.table.openCell();
    if (attributes.colspan) top.table.property('tcPr', 'gridSpan', { val: attributes.colspan });
    top.rows.at(-1)?.push({ pieces: [] });
  }

  private take(text: string): void {
    const element = this.stack.at(-1);
    if (element?.name === 'style') this.styles.add(text);
    if (element?.name === 'script' || element?.name === 'style') {
      this.aside(text, element.name === 'script' ? '脚本' : '样式表');
      return;
    }
    const hidden = element?.hidden || element?.vanished || '';
    if (hidden !== this.textHidden && text.trim() !== '') {
      this.flush();
      this.textHidden = hidden;
    }
    this.text += text;
  }

  /** Ends a paragraph. White space folds into one blank, as a browser does it. */
  private flush(): void {
    const text = this.text.replaceAll(/[ \t\r\n\f]+/g, ' ').trim();
    const hidden = this.textHidden;
    this.text = '';
    this.textHidden = '';
    if (text === '') return;
    this.paragraphs += 1;
    const name = this.stack.findLast((element) => /^(h[1-6]|title|caption)$/.test(element.name))?.name;
    const top = this.tables.at(-1);
    const inCell = top !== undefined && top.rows.length > 0;
    if (inCell && hidden === '') top.table.head(text);
    const kind: PieceKind =
      name === 'title'
        ? 'metadata'
        : hidden === DELETED
          ? 'tracked-deletion'
          : hidden
            ? 'hidden-text'
            : name?.startsWith('h')
              ? 'heading'
              : inCell
                ? 'table-cell'
                : 'body';
    const label =
      (inCell ? top.table.label() : name === 'title' ? '网页标题' : `第${this.paragraphs}段`) + (hidden && ` ${hidden}`);
    for (const stretch of stretchesOf(text)) {
      const where = { label, part: '', paragraph: this.paragraphs };
      const piece = { kind, visible: hidden === '' && name !== 'title', text: stretch.text, where };
      const index = this.builder.add(inCell ? { ...piece, cell: top.table.cell() } : piece);
      if (!piece.visible) continue;
      if (inCell) top.rows.at(-1)?.at(-1)?.pieces.push(index);
      else
        this.page.push(
          kind === 'heading'
            ? { type: 'heading', level: Number(name?.slice(1)), piece: index }
            : { type: 'paragraph', piece: index },
        );
    }
  }

  private attributes(element: string, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      const file = /^\s*data:/i.test(value) ? inlineFile(value.trim()) : undefined;
      if (file) {
        this.files.push(file);
        continue;
      }
      if (name === 'srcdoc') {
        this.innerPage(value);
        continue;
      }
      const words = WORDS.get(name);
      if (words && value.length > 1) this.add(words[0], value, words[1]);
      else if (element === 'meta' && name === 'content')
        this.add('metadata', value, `网页信息·${attributes.name ?? attributes['http-equiv'] ?? ''}`);
      else if (/^(href|src|action|background|data|poster|cite|longdesc|codebase)$/.test(name)) this.link(value);
      else if (isTextLike(percentDecoded(value)) && !/^(style|class|xmlns.*|face)$/.test(name))
        this.add('custom-data', percentDecoded(value), `属性（${name}）`);
      else for (const packed of base64Words(value)) this.add('custom-data', packed, `属性（${name}）（已解码）`);
    }
  }

  private link(value: string): void {
    const target = percentDecoded(value);
    if (/^[a-z][\w+.-]*:|^\/\//i.test(target) || isTextLike(target)) this.add('link-target', target.slice(0, 10_000), '链接目标');
  }

  /** A whole page in an attribute, which browsers show in a frame. */
  private innerPage(html: string): void {
    const builder = new DraftBuilder();
    const reader = new HtmlReader(builder);
    if (!reader.read(html)) this.aside(html, '内嵌网页');
    for (const { visible, text, where } of builder.pieces) {
      this.builder.add({ kind: 'attachment', visible, text, where: { label: `内嵌网页·${where.label}`, part: '' } });
    }
    this.files.push(...reader.files);
  }

  /** Text between the lines: only what says something to people. */
  private aside(text: string, label: string): void {
    for (const raw of text.split('\n')) {
      const line = unescaped(raw);
      if (isTextLike(line)) this.add('part-residue', line.trim(), label);
    }
  }

  private add(kind: PieceKind, text: string, label: string): void {
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() !== '') this.builder.add({ kind, visible: false, text: stretch.text, where: { label, part: '' } });
    }
  }
}

/** Characters that scripts write as \\u67f3 and style sheets as \\67f3; what is no Chinese character stays as it stands. */
const unescaped = (text: string): string =>
  text.replaceAll(
    /\\u?(?:\{0{0,4}([4-9][\da-f]{3})\}|([4-9][\da-f]{3})(?![\da-f]) ?)/gi,
    (_, inBraces: string | undefined, plain: string) => String.fromCharCode(Number.parseInt(inBraces ?? plain, 16)),
  );
