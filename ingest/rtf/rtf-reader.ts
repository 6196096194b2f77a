import type { DraftBuilder } from '../draft-builder.ts';
import { pictureTexts } from '../package/picture-texts.ts';
import { chineseRuns, isLanguage } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import { isSameColor } from '../sheet/cell-looks.ts';
import { stretchesOf } from '../text/lines.ts';
import { fromHex, isHalf, isKnownEncoding } from './rtf-bytes.ts';
import { BLACK, CHARSETS, CODEPAGES, MARKS, PLAIN, type RtfGroup, WHITE } from './rtf-group.ts';
import { RtfPage } from './rtf-page.ts';
import { RtfRow } from './rtf-row.ts';
import { DATA_WORDS, MACHINERY, PLACES, RtfTarget, SHAPE_WORDS, WRAPPERS } from './rtf-target.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/** Groups inside one another; deeper ones are read without states of their own. */
const DEEPEST = 5000;

/** Reads RTF: text by font encoding, and apart what is hidden, deleted, in headers, notes, comments, boxes, fields, properties. */
export class RtfReader {
  readonly page: RtfPage;
  private readonly builder: DraftBuilder;
  private readonly groups: RtfGroup[] = [];
  private readonly fonts = new Map<number, string>();
  /** Objects, for the caller to read by their own formats. */
  readonly objects: Uint8Array[] = [];
  private readonly colors: string[] = [];
  private readonly row = new RtfRow();
  private titlePage = true;
  private facingPages = true;
  private group: RtfGroup;
  private bytes: number[] = [];
  private skipping = 0;
  private font = -1;
  private color = { red: 0, green: 0, blue: 0 };
  private data = '';
  private shapeProperty = '';

  constructor(builder: DraftBuilder) {
    this.builder = builder;
    this.page = new RtfPage(builder);
    const target = new RtfTarget({ kind: 'body', visible: true, label: '' });
    this.group = {
      target,
      machinery: '',
      starred: false,
      hidden: false,
      deleted: false,
      moved: false,
      inserted: false,
      color: BLACK,
      ground: '',
      paragraphGround: WHITE,
      size: 24,
      encoding: 'gb18030',
      skip: 1,
    };
  }

  /** `source` holds one character a byte. */
  read(source: string): void {
    this.titlePage = /\\titlepg(?![a-z])/.test(source);
    this.facingPages = /\\facingp(?![a-z])/.test(source);
    for (const token of rtfTokens(source)) {
      if (token.type === 'rest') this.behind(token.text);
      else this.take(token);
    }
    while (this.groups.length > 0) this.close();
    this.flushBytes();
    this.page.write(this.group.target);
    this.page.endTable();
  }

  /** Bytes behind the last brace of the file, which no program shows. */
  private behind(text: string): void {
    for (const run of chineseRuns(Buffer.from(text, 'latin1'))) this.aside(run, '文件末尾之后');
  }

  private take(token: Exclude<RtfToken, { readonly type: 'rest' }>): void {
    if (token.type === 'byte') {
      if (this.skipping > 0) this.skipping -= 1;
      else this.bytes.push(token.value);
    } else if (token.type === 'text') this.text(token.text);
    else if (token.type === 'data') this.raw(token.data);
    else {
      this.flushBytes();
      this.skipping = 0;
      if (token.type === 'open') this.open();
      else if (token.type === 'close') this.close();
      else if (token.type === 'word') this.word(token.word, token.value);
    }
  }

  /** Raw bytes count as what they would be in hexadecimal; outside pictures and objects only their words are wanted. */
  private raw(data: string): void {
    this.flushBytes();
    const bytes = Buffer.from(data, 'latin1');
    if (this.group.machinery !== '') this.data += bytes.toString('hex');
    else for (const run of chineseRuns(bytes)) this.aside(run, '');
  }

  private open(): void {
    if (this.groups.length >= DEEPEST) return;
    this.groups.push(this.group);
    this.group = { ...this.group, starred: false };
  }

  private close(): void {
    const outer = this.groups.pop();
    if (!outer) return;
    const { machinery, target } = this.group;
    this.group = outer;
    if (machinery !== '' && outer.machinery === '') this.closeData(machinery);
    else if (target !== outer.target) this.page.write(target);
  }

  private text(text: string): void {
    const rest = text.slice(this.skipping);
    this.skipping = Math.max(0, this.skipping - text.length);
    for (let index = 0; index < rest.length; index += 1) {
      const code = rest.charCodeAt(index);
      // Raw bytes above ASCII, and the ASCII second half of a character whose first half was escaped.
      if (code >= 0x80 || isHalf(this.bytes, this.group.encoding)) this.bytes.push(code);
      else {
        this.flushBytes();
        const plain = /^[\x00-\x7f]+/.exec(rest.slice(index, index + 4096))?.[0] ?? rest.charAt(index);
        this.append(plain);
        index += plain.length - 1;
      }
    }
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    const text = new TextDecoder(this.group.encoding).decode(Uint8Array.from(this.bytes));
    this.bytes = [];
    this.append(text);
  }

  private append(text: string): void {
    const { machinery, target, hidden, deleted, moved, inserted, size } = this.group;
    if (machinery !== '') {
      if (this.data.length < 20_000_000) this.data += text;
      if (machinery === 'colortbl' && text.includes(';')) this.endColor();
    } else if (deleted || moved) target.append(text, 'deleted', moved ? '修订-移走' : '修订-删除');
    else if (hidden) target.append(text, 'hidden', '隐藏文字');
    else if (this.vanishes()) target.append(text, 'hidden', '与底色同色');
    else {
      if (inserted) target.inserted += text.length;
      target.append(text, size <= 4 ? 'hidden' : 'visible', size <= 4 ? '极小字' : '');
    }
  }

  /** Cells that are painted show letters of any colour. */
  private vanishes(): boolean {
    const { color, ground, paragraphGround } = this.group;
    if (ground === '' && this.page.inTable && this.row.isPainted(this.page.column)) return false;
    return isSameColor(color, ground || paragraphGround);
  }

  private word(word: string, value: number | undefined): void {
    const place = PLACES.get(word);
    const mark = MARKS.get(word);
    const endnote = word === 'ftnalt' && this.group.target.place.kind === 'footnote';
    if (word === '*') this.group.starred = true;
    else if (place && (endnote || this.group.starred || this.opensGroup())) {
      this.group.target = new RtfTarget(
        this.isUnseen(word) ? { ...place, visible: false, label: `${place.label}（未显示）` } : place,
      );
      this.group.machinery = '';
    } else if (MACHINERY.has(word)) this.group.machinery ||= word;
    else if (mark !== undefined) this.append(mark);
    else if (word === 'u') this.unicode(value ?? 0);
    else this.format(word, value);
  }

  /** Headers of first and of left pages stand nowhere unless the file sets such pages apart. */
  private isUnseen(word: string): boolean {
    return (/^(header|footer)f$/.test(word) && !this.titlePage) || (/^(header|footer)l$/.test(word) && !this.facingPages);
  }

  /** True when the group holds nothing yet: a destination word stands first in its group. */
  private opensGroup(): boolean {
    return this.group.target === this.groups.at(-1)?.target;
  }

  private unicode(value: number): void {
    this.append(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.skipping = this.group.skip;
  }

  private format(word: string, value: number | undefined): void {
    const group = this.group;
    const on = value !== 0;
    this.row.word(word, value, this.colors);
    if (word === 'par' || word === 'sect' || word === 'page') this.page.write(group.target);
    else if (word === 'cell') this.page.endCell(group.target, this.row.isCovered(this.page.column));
    else if (word === 'nestcell') this.page.endCell(group.target);
    else if (word === 'row' || word === 'nestrow') this.page.endRow();
    else if (word === 'intbl') this.page.inTable = true;
    else if (word === 'pard') {
      this.page.inTable = false;
      group.paragraphGround = WHITE;
    } else if (word === 'cbpat') group.paragraphGround = this.colorAt(value, WHITE);
    else if (word === 'mvf') group.moved = on;
    else if (word === 'revised' || word === 'mvt') group.inserted = on;
    else if (word === 'v') group.hidden = on;
    else if (word === 'deleted') group.deleted = on;
    else if (word === 'cf') group.color = this.colorAt(value, BLACK);
    else if (/^(chcbpat|cb|highlight)$/.test(word)) group.ground = value ? this.colorAt(value, '') : '';
    else if (word === 'fs') group.size = value ?? 24;
    else if (word === 'plain') Object.assign(group, { ...PLAIN });
    else if (word === 'uc') group.skip = Math.min(16, Math.max(0, value ?? 1));
    else if (word === 'ansicpg') group.encoding = CODEPAGES.get(value ?? 0) ?? (value === 1252 ? 'gb18030' : `windows-${value}`);
    else if (word === 'red' || word === 'green' || word === 'blue') this.color = { ...this.color, [word]: value ?? 0 };
    else this.fontWord(word, value);
    if (!isKnownEncoding(group.encoding)) group.encoding = 'gb18030';
  }

  private fontWord(word: string, value: number | undefined): void {
    if (word === 'f' && this.group.machinery === 'fonttbl') this.font = value ?? -1;
    else if (word === 'fcharset') this.fonts.set(this.font, CHARSETS.get(value ?? 0) ?? '');
    else if (word === 'f') this.group.encoding = this.fonts.get(value ?? -1) || this.group.encoding;
    else if (this.group.starred && !WRAPPERS.has(word) && this.opensGroup()) this.group.machinery ||= word;
  }

  private colorAt(index: number | undefined, usual: string): string {
    return index ? (this.colors[index] ?? usual) : usual;
  }

  private endColor(): void {
    const { red, green, blue } = this.color;
    this.colors.push(
      [red, green, blue]
        .map((part) => (part & 255).toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase(),
    );
    this.color = { red: 0, green: 0, blue: 0 };
    this.data = '';
  }

  /** A data group ends: pictures and objects are named for a person; words in groups that programs skip come out. */
  private closeData(name: string): void {
    const data = this.data;
    this.data = '';
    if (name === 'pict') {
      for (const text of pictureTexts(fromHex(data)))
        this.builder.add({ kind: 'metadata', visible: false, text, where: { label: '图片附带信息', part: '' } });
      this.builder.leaveUnread('picture', `图片${this.builder.unread.length + 1}`, '图片里的文字不能由程序检查，须人工查看。');
    } else if (name === 'bkmkstart') this.bookmark(data.trim());
    else if (name === 'listtext' || name === 'pntext') {
      this.page.list = data.trim();
      if (isLanguage(data)) this.aside(data, name);
    } else if (name === 'datastore') for (const run of chineseRuns(fromHex(data))) this.aside(run, name);
    else if (name === 'sn') this.shapeProperty = data.trim();
    else if (name === 'objdata') this.objects.push(fromHex(data));
    else if (name === 'sv' && SHAPE_WORDS.has(this.shapeProperty)) this.shapeWords(data);
    else if (
      (name !== 'bkmkend' && /[^\x00-\x7f]/.test(data)) ||
      (!/^(fonttbl|stylesheet|bkmkend)$/.test(name) && isTextLike(data))
    ) {
      this.aside(data, name);
    }
  }

  private bookmark(name: string): void {
    if (isTextLike(name))
      this.builder.add({ kind: 'metadata', visible: false, text: name, where: { label: '书签名', part: '' } });
  }

  private shapeWords(text: string): void {
    const place = SHAPE_WORDS.get(this.shapeProperty);
    if (!place || text.trim() === '') return;
    const target = new RtfTarget(place);
    target.append(text.trim(), 'visible', '');
    this.page.write(target);
  }

  /** Words of a group that shows none; `group` is its control word, empty outside of groups of data. */
  private aside(text: string, group: string): void {
    const [kind, label] = DATA_WORDS.get(group) ?? (['part-residue', `不显示的数据${group && `（${group}）`}`] as const);
    for (const stretch of stretchesOf(text)) {
      if (stretch.text.trim() !== '')
        this.builder.add({ kind, visible: false, text: stretch.text.trim(), where: { label, part: '' } });
    }
  }
}
