import { zipSync } from 'fflate';
import { fail, type Result } from '../../review/model/index.ts';
import { docxFormat } from '../docx/docx-format.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { decodeXml } from '../package/decode-xml.ts';
import { walkXml, type XmlOutcome } from '../package/walk-xml.ts';
import { pptxFormat } from '../slide/pptx-format.ts';
import { type FlatParts, flatParts } from './flat-package.ts';
import { word2003Parts } from './word-2003-parts.ts';

/** How the two kinds open: a package in one text, and the XML of Word 2003. */
const FLAT = /<(?:[\w.-]+:)?package\s[^>]*"http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage"/;
const WORD_2003 = /<(?:[\w.-]+:)?wordDocument\s[^>]*"http:\/\/schemas\.microsoft\.com\/office\/word\/2003\/wordml"/;

/** Documents that Office saved as one XML text; they are read as the packages they stand for. */
export const wordXmlFormat: Format = {
  // Leaves the program under the ending it came with.
  id: 'xml',
  title: 'Word 存成的 XML 文档（xml）',
  extensions: ['xml'],
  probe: (bytes) => {
    const head = decodeXml(bytes.subarray(0, 8192));
    return FLAT.test(head) || WORD_2003.test(head);
  },
  read: readWordXml,
};

const BROKEN: Readonly<Record<Exclude<XmlOutcome, 'whole'>, string>> = {
  doctype: '有文档类型声明（可能是“实体炸弹”）',
  'too-deep': `的元素嵌套超过 ${LIMITS.xmlDepth} 层，不像正常文档`,
  broken: '的结构有错，读不下去',
};

async function readWordXml(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const outcome = walkXml(bytes, {
    open: () => undefined,
    close: () => undefined,
    text: () => undefined,
    aside: () => undefined,
  });
  if (outcome !== 'whole') {
    return fail(
      `xml-${outcome}`,
      `这份 XML 文档${BROKEN[outcome]}，已停止读取，没有保存任何内容。请用原来的软件打开，另存为 docx 后再导入。`,
    );
  }
  const xml = decodeXml(bytes);
  const flat = FLAT.test(xml.slice(0, 8192));
  const parts = flat ? flatParts(xml) : word2003Parts(xml);
  const format = Object.hasOwn(parts, 'ppt/presentation.xml') ? pptxFormat : docxFormat;
  return format.read(packed(parts), builder, control);
}

function packed(parts: FlatParts): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(withoutEncoding(content)) : content;
    return [name, [bytes, { level: 0 }]] as const;
  });
  return zipSync(Object.fromEntries(files) as Record<string, [Uint8Array, { level: 0 }]>);
}

/** Parts are written as UTF-8, whatever the whole said. */
const withoutEncoding = (xml: string): string => xml.replace(/^\s*<\?xml[^>]*\?>/, '');
