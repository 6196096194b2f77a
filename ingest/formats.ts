import { docFormat } from './doc/doc-format.ts';
import { docxFormat } from './docx/docx-format.ts';
import type { Format } from './format.ts';
import { htmlFormat } from './html/html-format.ts';
import { mailFormat } from './mail/mail-format.ts';
import { msgFormat } from './msg/msg-format.ts';
import { odfFormat } from './odf/odf-format.ts';
import { ofdFormat } from './ofd/ofd-format.ts';
import { pdfFormat } from './pdf/pdf-format.ts';
import { pictureFormat } from './picture/picture-format.ts';
import { pptFormat } from './ppt/ppt-format.ts';
import { rtfFormat } from './rtf/rtf-format.ts';
import { xlsxFormat } from './sheet/xlsx-format.ts';
import { pptxFormat } from './slide/pptx-format.ts';
import { csvFormat } from './text/csv-format.ts';
import { textFormat } from './text/text-format.ts';
import { wordXmlFormat } from './word-xml/word-xml-format.ts';
import { excel2003Format } from './xls/excel-2003-format.ts';
import { xlsFormat } from './xls/xls-format.ts';
import { xlsbFormat } from './xls/xlsb-format.ts';
import { xmlFormat } from './xml/xml-format.ts';
import { zipFormat } from './zip/zip-format.ts';

/** Every format that can be read, tried in this order. A new format is one file and one line here. */
export const FORMATS: readonly Format[] = [
  ofdFormat,
  odfFormat,
  docxFormat,
  xlsxFormat,
  xlsbFormat,
  pptxFormat,
  pdfFormat,
  docFormat,
  xlsFormat,
  pptFormat,
  msgFormat,
  zipFormat,
  pictureFormat,
  htmlFormat,
  mailFormat,
  wordXmlFormat,
  excel2003Format,
  xmlFormat,
  rtfFormat,
  csvFormat,
  textFormat,
];

/** Chinese list of what can be read, for messages. */
export function readableFormats(): string {
  return FORMATS.map((format) => format.title).join('、');
}
