import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { PartTexts } from '../office/part-texts.ts';
import { PlainPart } from '../office/plain-part.ts';
import { decodeXml } from '../package/decode-xml.ts';
import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';
import { openWorkbook, readWorkbook } from './workbook-reader.ts';
import { BROKEN } from './xls-format.ts';

const WORKBOOK = /<(?:[\w.-]+:)?Workbook\s[^>]*"urn:schemas-microsoft-com:office:spreadsheet"/;

/** Workbooks that Excel 2003 saved as one XML text: cells by the library, everything else it holds by a sweep. */
export const excel2003Format: Format = {
  // Leaves the program under the ending it came with.
  id: 'xml',
  title: 'Excel 存成的 XML 表格（xml）',
  extensions: ['xml'],
  probe: (bytes) => WORKBOOK.test(decodeXml(bytes.subarray(0, 8192))),
  read: readWorkbookXml,
};

async function readWorkbookXml(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const rest = new PartTexts('');
  const reader = new PlainPart(rest, new Set(), { kind: 'metadata', section: 'rest', visible: false, label: '工作簿' });
  // The strict walk goes first: the library expands what it pleases and has no sense of depth.
  let giant = false;
  const outcome = walkXml(bytes, {
    open: (name, attributes) => {
      giant ||= isGiant(attributes);
      reader.open(name, attributes);
    },
    close: (name) => reader.close(name),
    text: (text, parent) => reader.text(text, parent),
    aside: (text) => reader.aside(text),
  });
  if (outcome === 'doctype' || outcome === 'too-deep') {
    return fail(
      `xml-${outcome}`,
      '这份 XML 表格有文档类型声明，或元素嵌套过深，不像正常表格，已停止读取，没有保存任何内容。请用原来的软件打开，另存为 xlsx 后再导入。',
    );
  }
  const book = outcome === 'whole' && !giant ? await openWorkbook(bytes) : undefined;
  if (!book || book === 'encrypted') return BROKEN;
  reader.end();
  const parts = await readWorkbook(book);
  return ok({ page: plainPage(assemble([...parts, unsaid(rest, parts)], builder), builder.pieces) });
}

/** Places and spans beyond the last row of any sheet: the library would make room for all that lies before. */
const LAST = 1_048_576;
const isGiant = (attributes: Attributes): boolean =>
  ['Index', 'Span', 'MergeAcross', 'MergeDown', 'ExpandedColumnCount', 'ExpandedRowCount'].some(
    (name) => Number(attributeOf(attributes, name) ?? 0) > LAST,
  );

/** What the sweep heard and no cell, comment or name said. */
function unsaid(rest: PartTexts, parts: readonly PartTexts[]): PartTexts {
  const known = new Set(parts.flatMap((part) => part.found.map(({ text }) => text)));
  const texts = new PartTexts('');
  for (const { kind, text, label } of rest.found) {
    if (known.has(text)) continue;
    known.add(text);
    texts.addAside('rest', kind, false, text, label);
  }
  return texts;
}
