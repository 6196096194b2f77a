import type { ReadingControl } from '../format.ts';
import { type BinaryFindings, readBinaryPart } from '../office/binary-part.ts';
import { PartTexts } from '../office/part-texts.ts';
import { PlainPart } from '../office/plain-part.ts';
import { looksLikeXml } from '../package/decode-xml.ts';
import { OUTCOME_WORDS } from '../package/outcome-words.ts';
import { chineseRuns } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';
import type { Archive, PackageEntry } from '../package/unpack.ts';
import { walkXml, type XmlOutcome } from '../package/walk-xml.ts';
import { isPicture } from '../picture/picture-format.ts';
import type { OdfFacts } from './odf-facts.ts';
import { OdfPart, type OdfPartRole } from './odf-part.ts';

/** Reads the parts of an OpenDocument package, whatever they are (ODF 1.3 part 2). */
export class OdfPackage {
  readonly facts: OdfFacts;
  readonly findings: BinaryFindings = { unread: [], warnings: [] };
  private readonly archive: Archive;
  private readonly control: ReadingControl;
  private readonly parts: PartTexts[] = [];
  private readonly binaries: string[] = [];

  constructor(archive: Archive, facts: OdfFacts, control: ReadingControl) {
    this.archive = archive;
    this.facts = facts;
    this.control = control;
  }

  /** True when the manifest says that parts are locked (ODF 1.3 part 2, 4.4). */
  get isEncrypted(): boolean {
    const manifest = this.archive.entries.find(({ name }) => name === 'META-INF/manifest.xml');
    let locked = false;
    if (manifest) {
      walkXml(manifest.bytes, {
        open: (name) => {
          locked ||= name === 'encryption-data' || name === 'encrypted-key';
        },
        close: () => undefined,
        text: () => undefined,
        aside: () => undefined,
      });
    }
    return locked;
  }

  /** Texts of all parts, the content first; undefined when there is no content to be read. */
  async read(): Promise<PartTexts[] | undefined> {
    const { entries, comments, stray } = this.archive;
    const content = entries.find(({ name }) => name === 'content.xml');
    const styles = entries.find(({ name }) => name === 'styles.xml');
    if (!content) return undefined;
    for (const part of [styles, content]) if (part) this.facts.add(part.bytes);
    if (this.xml(content, 'content') !== 'whole') return undefined;
    for (const [index, text] of this.binaries.entries()) {
      const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
      const type = isPicture(bytes) ? 'image' : undefined;
      if (bytes.length > 0) this.parts.push(await this.binary({ name: `内嵌数据${index + 1}`, bytes }, type));
    }
    for (const entry of entries) if (entry !== content && entry.bytes.length > 0) await this.part(entry);
    const envelope = new PartTexts('');
    for (const { name } of entries) if (isTextLike(name)) envelope.addAside('rest', 'file-name', false, name, '包内部件名');
    for (const comment of comments) envelope.addAside('rest', 'part-residue', false, comment, '压缩包注释');
    for (const run of stray.flatMap((bytes) => chineseRuns(bytes))) {
      envelope.addAside('rest', 'part-residue', false, run, '压缩包记录之外的数据');
    }
    return [...this.parts, envelope];
  }

  private async part(entry: PackageEntry): Promise<void> {
    const { name, bytes } = entry;
    if (name === 'styles.xml') this.xml(entry, 'styles');
    else if (/(^|\/)content\.xml$/.test(name)) this.object(entry);
    else if (name === 'settings.xml') this.xml(entry, 'styles');
    else if (/^(Basic|Scripts)\//.test(name) && !/\/(script|dialog)-l[bc]\.xml$/.test(name)) this.macro(entry);
    else if (looksLikeXml(bytes)) this.plain(entry);
    else if (!/^(mimetype|layout-cache)$/.test(name)) {
      const type = /^Pictures\/|^ObjectReplacements\//.test(name)
        ? 'image'
        : /^Thumbnails\//.test(name)
          ? 'thumbnail'
          : undefined;
      this.parts.push(await this.binary(entry, type));
      if (/^Versions\//.test(name))
        this.findings.warnings.push({
          code: 'odf-versions',
          message: '文件里保存着较早的版本，别人可以打开。其中的文字已一并检查；公开前请删除旧版本。',
        });
    }
  }

  private binary(entry: PackageEntry, type: string | undefined): Promise<PartTexts> {
    const { budget, readMember, signal } = this.control;
    return readBinaryPart(entry, type, this.findings, { budget, readMember, ...(signal ? { signal } : {}) });
  }

  private xml(entry: PackageEntry, role: OdfPartRole, label = ''): XmlOutcome {
    const texts = new PartTexts(entry.name);
    const part = new OdfPart(texts, this.facts, role, label);
    const outcome = walkXml(entry.bytes, part);
    part.end();
    this.binaries.push(...part.binaries);
    if (outcome !== 'whole') this.broken(texts, entry, outcome);
    this.parts.push(texts);
    return outcome;
  }

  /** A chart, a formula or a table inside: a document of its own with its own styles. */
  private object(entry: PackageEntry): void {
    this.facts.add(entry.bytes);
    this.xml(entry, 'object', `嵌入对象 ${entry.name.split('/').at(-2) ?? ''}`);
  }

  private macro(entry: PackageEntry): void {
    const texts = new PartTexts(entry.name);
    this.plainInto(texts, entry, 'field-code', '宏');
    const message = '文件带有宏。代码的文字已检查，但代码会做什么程序判断不了。公开前请去掉宏，或由人工查看。';
    this.findings.unread.push({ code: 'macro', part: entry.name, message });
  }

  private plain(entry: PackageEntry): void {
    const { name } = entry;
    const metadata = /(^|\/)(meta\.xml|documentsignatures\.xml|macrosignatures\.xml)$/.test(name);
    const styles = /(^|\/)(styles|settings)\.xml$/.test(name);
    const kind = metadata || styles ? 'metadata' : 'part-residue';
    this.plainInto(new PartTexts(name), entry, kind, metadata ? '文档属性' : styles ? '嵌入对象的样式' : '其他部件');
  }

  private plainInto(
    texts: PartTexts,
    entry: PackageEntry,
    kind: 'metadata' | 'part-residue' | 'field-code',
    label: string,
  ): void {
    const reader = new PlainPart(texts, this.facts.authors, { kind, section: 'rest', visible: false, label });
    const outcome =
      entry.name.startsWith('Scripts/') && !looksLikeXml(entry.bytes) ? scriptText(entry, reader) : walkXml(entry.bytes, reader);
    reader.end();
    // Macros are written with a DOCTYPE as a matter of course, so their text is taken as it stands.
    if (outcome === 'doctype' && kind === 'field-code')
      texts.addAside('rest', kind, false, new TextDecoder().decode(entry.bytes), label);
    else if (outcome !== 'whole') this.broken(texts, entry, outcome);
    this.parts.push(texts);
  }

  private broken(texts: PartTexts, { name, bytes }: PackageEntry, outcome: XmlOutcome): void {
    for (const run of chineseRuns(bytes)) texts.addAside('rest', 'part-residue', false, run, '损坏部件中的文字');
    this.findings.unread.push({
      code: `xml-${outcome}`,
      part: name,
      message: `部件 ${name} ${OUTCOME_WORDS[outcome]}，没有读完，须人工查看。`,
    });
  }
}

function scriptText(entry: PackageEntry, reader: PlainPart): XmlOutcome {
  reader.text(new TextDecoder().decode(entry.bytes), 'script');
  return 'whole';
}
