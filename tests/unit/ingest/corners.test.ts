import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { DOCX_CORNERS } from '../../fixtures/ingest/planted-docx-corners.ts';
import { PLANTED_MSGS } from '../../fixtures/ingest/planted-msg.ts';
import { PLANTED_ODF } from '../../fixtures/ingest/planted-odf.ts';
import { OFD_CORNERS } from '../../fixtures/ingest/planted-ofd-corners.ts';
import { OFFICE_NOOKS, type PlantedNook } from '../../fixtures/ingest/planted-office-nooks.ts';
import { PDF_CORNERS } from '../../fixtures/ingest/planted-pdf-corners.ts';
import { PDF_NOOKS } from '../../fixtures/ingest/planted-pdf-nooks.ts';
import { PPTX_CORNERS } from '../../fixtures/ingest/planted-pptx-corners.ts';
import { HTML_CORNERS, MAIL_CORNERS, RTF_CORNERS } from '../../fixtures/ingest/planted-web-corners.ts';
import { WEB_NOOKS } from '../../fixtures/ingest/planted-web-nooks.ts';
import { XLSX_CORNERS } from '../../fixtures/ingest/planted-xlsx-corners.ts';
import { XML_NOOKS } from '../../fixtures/ingest/planted-xml-nooks.ts';

const NOOKS: readonly PlantedNook[] = [...OFFICE_NOOKS, ...PDF_NOOKS, ...XML_NOOKS, ...WEB_NOOKS];
const CORNERS = [
  ...NOOKS.map((planted) => [planted.extension, planted.place, planted] as const),
  ...DOCX_CORNERS.map((planted) => ['docx', planted.place, planted] as const),
  ...XLSX_CORNERS.map((planted) => ['xlsx', planted.place, planted] as const),
  ...PPTX_CORNERS.map((planted) => ['pptx', planted.place, planted] as const),
  ...PDF_CORNERS.map((planted) => ['pdf', planted.place, planted] as const),
  ...OFD_CORNERS.map((planted) => ['ofd', planted.place, planted] as const),
  ...PLANTED_ODF.map((planted) => ['odt', planted.place, planted] as const),
  ...PLANTED_MSGS.map((planted) => ['msg', planted.place, planted] as const),
  ...HTML_CORNERS.map((planted) => ['html', planted.place, planted] as const),
  ...RTF_CORNERS.map((planted) => ['rtf', planted.place, planted] as const),
  ...MAIL_CORNERS.map((planted) => ['eml', planted.place, planted] as const),
];

test.each(CORNERS)('%s, %s: the marker is found once, with its kind', async (extension, _, planted) => {
  const result = await readDraft(`稿件.${extension}`, await planted.bytes());
  if (!result.ok) throw new Error(result.error.message);
  const found = result.data.pieces.filter((piece) => piece.text.includes(MARKER));
  expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
});
