import { docxFormat } from './docx/docx-format.ts';
import type { Format } from './format.ts';
import { htmlFormat } from './html/html-format.ts';
import { ofdFormat } from './ofd/ofd-format.ts';
import { pdfFormat } from './pdf/pdf-format.ts';
import { rtfFormat } from './rtf/rtf-format.ts';
import { xlsxFormat } from './sheet/xlsx-format.ts';
import { pptxFormat } from './slide/pptx-format.ts';
import { textFormat } from './text/text-format.ts';

/** Every format that can be read, tried in this order. A new format is one file and one line here. */
export const FORMATS: readonly Format[] = [
  ofdFormat,
  docxFormat,
  xlsxFormat,
  pptxFormat,
  pdfFormat,
  htmlFormat,
  rtfFormat,
  textFormat,
];

/** Chinese list of what can be read, for messages. */
export function readableFormats(): string {
  return FORMATS.map((format) => format.title).join('、');
}
