import type { FormModel } from '../review/artefacts.ts';
import type { ExportedFile } from '../review/contract.ts';
import { ok, type Result } from '../review/model/index.ts';
import { escaped } from './escaped.ts';
import { exportedFile, HTML } from './exported-file.ts';
import { FONT_STACKS } from './fonts.ts';
import { type FormCell, type FormRow, formFoot, formHead, formRows } from './form-rows.ts';
import { qrPng } from './qr-png.ts';

/** Measures of UX.md §3. The page margin is thin and the rest is padding: what stands in a page margin is cut off in print. */
const STYLE = `
@page { size: A4; margin: 8mm 0 0 0; }
* { box-sizing: border-box; }
body { margin: 0; padding: 14mm 28mm 8mm 26mm; color: #000; font: 12pt/1.4 ${FONT_STACKS.text}; }
h1 { margin: 0 0 3mm; font: 400 22pt/30pt ${FONT_STACKS.title}; text-align: center; }
.qr { position: absolute; top: 0; right: 6mm; width: 27mm; height: 27mm; image-rendering: pixelated; }
.head { display: flex; justify-content: space-between; margin-bottom: 1.5mm; }
table { width: 156mm; border-collapse: collapse; table-layout: fixed; border: 1.5pt solid #000; }
td, th { padding: 0.5mm 1.5mm; border: 0.75pt solid #000; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; }
th { font: 400 12pt/1.3 ${FONT_STACKS.label}; text-align: center; }
tr { break-inside: avoid; }
.small { font-size: 10.5pt; }
.opinion { vertical-align: bottom; }
.signed { margin: 2mm 0 0; font-size: 10.5pt; text-align: right; white-space: pre; }
.foot { margin: 1.5mm 0 0; font-size: 10.5pt; white-space: pre-wrap; }
`;

function cellHtml({ label, text, small, signed }: FormCell, span: number): string {
  const signature = signed === undefined ? '' : `<p class="signed">${escaped(signed)}</p>`;
  const names = [small ? 'small' : '', signed === undefined ? '' : 'opinion'].filter((name) => name !== '').join(' ');
  return `<th scope="row">${escaped(label)}</th><td colspan="${span}"${names === '' ? '' : ` class="${names}"`}>${escaped(text)}${signature}</td>`;
}

const rowHtml = ({ height, cells }: FormRow): string =>
  `<tr style="height:${height}mm">${cells.map((cell) => cellHtml(cell, cells.length === 1 ? 3 : 1)).join('')}</tr>`;

function qrHtml(note: string): string {
  if (note === '') return '';
  const { png } = qrPng(note);
  const base64 = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64');
  return `<img class="qr" alt="链上编码二维码" src="data:image/png;base64,${base64}">`;
}

/**
 * 《政府信息公开保密审查表》 as one offline page: no script, no request, its own style. The host prints it or makes a PDF of it; faces
 * that are missing fall back to free ones without moving a row.
 */
export async function formHtml(model: FormModel): Promise<Result<ExportedFile>> {
  const [number, filled] = formHead(model);
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>政府信息公开保密审查表</title>
<style>${STYLE}</style>
</head>
<body>
${qrHtml(model.chainNote)}
<h1>政府信息公开保密审查表</h1>
<div class="head"><span>${escaped(number)}</span><span>${escaped(filled)}</span></div>
<table><colgroup><col style="width:28mm"><col style="width:50mm"><col style="width:28mm"><col style="width:50mm"></colgroup>
${formRows(model).map(rowHtml).join('\n')}
</table>
<p class="foot">${escaped(formFoot(model))}</p>
</body>
</html>
`;
  return ok(exportedFile(`${model.row.number}-审查表.html`, HTML, new TextEncoder().encode(html)));
}
