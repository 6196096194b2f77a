import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { PartTexts } from '../office/part-texts.ts';
import { PlainPart } from '../office/plain-part.ts';
import { decodeXml } from '../package/decode-xml.ts';
import { walkXml, type XmlOutcome } from '../package/walk-xml.ts';

/** XML documents, also what Word and Excel 2003 save as XML: every text and every attribute that says something. */
export const xmlFormat: Format = {
  id: 'xml',
  title: 'XML 文档（xml）',
  extensions: ['xml', 'svg'],
  probe: (bytes) => /^[\ufeff\s]*<(\?xml\s|[\w:.-]+\s[^>]*xmlns)/.test(decodeXml(bytes.subarray(0, 2048))),
  read: readXml,
};

const REFUSED: Readonly<Record<Exclude<XmlOutcome, 'whole'>, string>> = {
  doctype: '有文档类型声明（可能是“实体炸弹”）',
  'too-deep': `的元素嵌套超过 ${LIMITS.xmlDepth} 层，不像正常文档`,
  broken: '的结构有错，读不下去',
};

async function readXml(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const texts = new PartTexts('');
  const reader = new PlainPart(texts, new Set(), { kind: 'body', section: 'body', visible: true, label: 'XML 内容' });
  const outcome = walkXml(bytes, reader);
  if (outcome !== 'whole') {
    return fail(
      `xml-${outcome}`,
      `这份 XML 文档${REFUSED[outcome]}，已停止读取，没有保存任何内容。请用原来的软件打开，另存为 docx 或 txt 后再导入。`,
    );
  }
  reader.end();
  const drawn = texts.found.map(({ kind, visible, text, label }, index) => {
    const seen = visible && kind === 'body';
    const place = { label: seen ? `${label} 第${index + 1}处` : label, part: '' };
    const piece = builder.add({ kind: seen || kind !== 'body' ? kind : 'custom-data', visible, text, where: place });
    return { drawn: text, visible: seen ? [piece] : [] };
  });
  return ok({
    page: plainPage(
      drawn.filter((paragraph) => paragraph.visible.length > 0),
      builder.pieces,
    ),
  });
}
