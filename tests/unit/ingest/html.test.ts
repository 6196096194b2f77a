import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';

async function read(body: string, head = '', name = '页面.html') {
  const html = `<html><head><meta charset="gb2312">${head}</head><body><p>前文说明有关情况。</p>${body}</body></html>`;
  const result = await readDraft(name, encodeText(html, 'gb18030'));
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

test.each([
  ['paragraph over inline tags', `<p>见${MARKER.slice(0, 3)}<b>${MARKER.slice(3)}</b></p>`, 'body', true],
  ['heading', `<h2>${MARKER}</h2>`, 'heading', true],
  ['cell', `<table><tr><th>位置</th></tr><tr><td>${MARKER}</td></tr></table>`, 'table-cell', true],
  ['display none', `<div style="display: none"><p>${MARKER}</p></div>`, 'hidden-text', false],
  ['hidden attribute', `<p hidden>${MARKER}</p>`, 'hidden-text', false],
  ['white text', `<p>可见<span style="color:#FFFFFF">${MARKER}</span></p>`, 'hidden-text', false],
  ['no size', `<p>可见<span style="font-size:0">${MARKER}</span></p>`, 'hidden-text', false],
  ['class of a style sheet', `<style>.x,p.y{visibility:hidden}</style><p class="x">${MARKER}</p>`, 'hidden-text', false],
  ['template', `<template><p>${MARKER}</p></template>`, 'hidden-text', false],
  ['comment', `<!-- ${MARKER} -->`, 'part-residue', false],
  ['script', `<script>var a = "${MARKER}";</script>`, 'part-residue', false],
  ['alternative text', `<img alt="${MARKER}">`, 'alt-text', false],
  ['hidden field', `<input type="hidden" value="${MARKER}">`, 'custom-data', false],
  ['data attribute', `<p data-note="${MARKER}">可见</p>`, 'custom-data', false],
  ['link', `<a href="http://example.invalid/${encodeURIComponent(MARKER)}">见此</a>`, 'link-target', false],
] as const)('%s: the marker is found once, with its kind', async (_, body, kind, visible) => {
  const found = (await read(body)).pieces.filter((piece) => piece.text.includes(MARKER));
  expect(found.map((piece) => ({ kind: piece.kind, visible: piece.visible }))).toEqual([{ kind, visible }]);
});

test('entities are decoded, and the cell has the header of its column', async () => {
  const draft = await read('<table><tr><td>等级</td></tr><tr><td>&#26680;6&nbsp;&amp;</td></tr></table>');
  expect(draft.pieces.filter((piece) => piece.cell?.row === 1).map((piece) => [piece.text, piece.cell?.header])).toEqual([
    ['核6\u00a0&', '等级'],
  ]);
});

test('a web page named .doc is read by content and reported', async () => {
  const draft = await read('<p>正文。</p>', '', '通知.doc');
  expect([draft.source.format, draft.source.encoding, draft.warnings.map((warning) => warning.code)]).toEqual([
    'html',
    'gb18030',
    ['name-and-content-differ'],
  ]);
});

test('a page of endless depth is refused at once', async () => {
  const result = await readDraft('页面.html', new TextEncoder().encode(`<html><body>${'<div>'.repeat(1_000_000)}最里面的文字`));
  expect(result.ok ? 'read' : result.error.code).toBe('html-too-deep');
});
