import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeForkParser } from '../../../host/fork-parser.ts';
import { createReader } from '../../../host/reader.ts';
import { makeDocx, NAMESPACES } from '../../fixtures/ingest/make-docx.ts';
import { makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { line, makePdf } from '../../fixtures/ingest/make-pdf.ts';

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)));
const numbering = `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const numberedHeading = () =>
  makeDocx({
    body: '<w:p><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>有自动编号的标题</w:t></w:r></w:p>',
    relations: [{ id: 'rN', type: 'numbering', target: 'numbering.xml' }],
    parts: { 'word/numbering.xml': numbering },
  });

/** The process may read the program's folder alone: the libraries and their tables must all lie there. */
test.each([
  ['docx', numberedHeading(), '有自动编号的标题'],
  ['pdf', makePdf({ content: line(60, 700, '没有嵌入字体的文字。') }), '没有嵌入字体的文字。'],
  ['ofd', makeOfd({}), '前文说明有关情况。'],
  ['doc', sample('office-sample.doc'), '特此通报。'],
  ['xls', sample('office-sheets.xls'), '河西路三号'],
  ['ppt', sample('office-slides.ppt'), '第一张上的正文内容。'],
  ['eml', Buffer.from('From: a@x.invalid\r\nSubject: s\r\n\r\n信的正文。'), '信的正文。'],
] as const)('%s is read in the parser process', async (format, bytes, text) => {
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const result = await createReader({ forkParser: nodeForkParser() }).read(`稿.${format}`, new Uint8Array(bytes), control);
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.source.format).toBe(format);
  expect(result.data.pieces.map((piece) => piece.text)).toContain(text);
});
