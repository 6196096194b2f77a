/**
 * The boundary is another program's: a small script stands in for tesseract and answers as it does on its command line (languages
 * for --list-langs, the words of the picture on its input as a table). What the real one makes of a page is tried at the end, where it
 * is installed.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { findTesseract } from '../../../host/find-tesseract.ts';
import { createReader } from '../../../host/reader.ts';
import { sweepFolders, textRecogniser } from '../../../host/recognise-text.ts';
import { pngFile } from '../../../ingest/pdf/picture-files.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';
import { FIRST_EXTRA, makePdf, type PdfStream } from '../../fixtures/ingest/make-pdf.ts';
import { temporaryFolder } from './temporary.ts';

const SIDE = 64;
const BITMAP = { width: SIDE, height: SIDE, bits: 8, colors: 1, stride: SIDE } as const;
const PIXELS = new Uint8Array(SIDE * SIDE).fill(200);
const PNG = pngFile(BITMAP, PIXELS, false) ?? new Uint8Array();
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...PIXELS]);

const row = (line: number, left: number, width: number, text: string) =>
  [5, 1, 1, line, 1, 1, left, 40 * line, width, 20, 90, text].join('\\t');
/** Says which kind of file came in, and a number broken over a line end. */
const READS = `printf '${row(1, 10, 100, '来 件 %s')}\\n${row(2, 10, 400, '联 系 人 手 机 1381234')}\\n${row(3, 10, 90, '5678')}\\n' "$(od -An -tx1 -N4 | tr -d ' \\n')"`;
function fake(body: string, languages = 'chi_sim'): string {
  const folder = temporaryFolder();
  const path = join(folder, 'tesseract');
  writeFileSync(path, `#!/bin/sh\nif [ "$1" = --list-langs ]; then printf 'List:\\n${languages}\\n'; exit 0; fi\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}
const reader = (executable: string, timeLimitMs = 30_000) =>
  createReader({ recogniser: async () => textRecogniser({ executable, timeLimitMs }) });
const job = () => ({ progress: () => undefined, signal: new AbortController().signal });
const leftOvers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('xianshen-ocr-'));

async function recognised(name: string, bytes: Uint8Array) {
  const read = await reader(fake(READS)).read(name, bytes, job());
  if (!read.ok) throw new Error(read.error.code);
  const pieces = read.data.pieces.filter(({ kind }) => kind === 'ocr');
  return {
    texts: pieces.map(({ text }) => text),
    labels: [...new Set(pieces.map(({ where }) => where.label))],
    unread: read.data.unread.map(({ part }) => part),
    warned: read.data.warnings.some(({ code }) => code === 'ocr'),
  };
}
const scan = (picture: PdfStream) =>
  makePdf({
    content: 'q 500 0 0 700 0 0 cm /Im1 Do Q',
    resources: `/XObject<</Im1 ${FIRST_EXTRA} 0 R>>`,
    objects: [picture],
  });
const IMAGE = `/Type/XObject/Subtype/Image/Width ${SIDE}/Height ${SIDE}/BitsPerComponent 8/ColorSpace/DeviceGray`;
const told = (magic: string) => [`来件${magic}`, '联系人手机13812345678'];

describe.runIf(process.platform !== 'win32')('text in pictures', () => {
  test.each([
    ['a JPEG on a page without text', scan({ dict: `${IMAGE}/Filter/DCTDecode`, data: JPEG }), 'ffd8ffe0'],
    ['a packed bitmap', scan({ dict: `${IMAGE}/Filter/FlateDecode`, data: deflateSync(PIXELS) }), '89504e47'],
    [
      'a bitmap with rows predicted as in PNG',
      scan({
        dict: `${IMAGE}/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns ${SIDE}>>`,
        data: deflateSync(new Uint8Array((SIDE + 1) * SIDE)),
      }),
      '89504e47',
    ],
    ['a fax', scan({ dict: `${IMAGE}/Filter/CCITTFaxDecode/DecodeParms<</K -1>>`, data: PIXELS }), '49492a00'],
  ])('%s is read, marked as recognised, and stays for a person', async (_, bytes, magic) => {
    expect(await recognised('扫描件.pdf', bytes)).toEqual({
      texts: told(magic),
      labels: ['第1页 由文字识别得到，可能有误'],
      unread: ['第1页'],
      warned: true,
    });
  });

  test('a picture file and a picture inside a document are read too', async () => {
    const alone = await recognised('照片.png', PNG);
    expect([alone.texts, alone.labels, alone.unread]).toEqual([told('89504e47'), ['图片 由文字识别得到，可能有误'], ['图片']]);
    const part = 'word/media/image1.png';
    const inside = await recognised('通知.docx', makeDocx({ body: paragraph('正文'), parts: { [part]: PNG } }));
    expect([inside.texts, inside.labels, inside.unread]).toEqual([
      told('89504e47'),
      [`${part} 由文字识别得到，可能有误`],
      [part],
    ]);
  });

  test('without the program nothing changes', async () => {
    const without = await createReader({ recogniser: async () => undefined }).read('照片.png', PNG, job());
    const failing = await reader(fake('exit 1')).read('照片.png', PNG, job());
    expect(failing).toEqual(without);
    expect(without.ok && without.data.pieces.map(({ kind }) => kind)).toEqual(['file-name']);
  });

  test('a program that does not end is killed when its time is up or the job is cancelled, and its folder is gone', async () => {
    const hanging = fake('exec sleep 600');
    const late = await reader(hanging, 300).read('照片.png', PNG, job());
    expect(late.ok).toBe(true);
    const abort = new AbortController();
    const control = {
      signal: abort.signal,
      progress: (phase: string) => {
        if (phase === '正在识别图片中的文字') setImmediate(() => abort.abort());
      },
    };
    const cancelled = await reader(hanging).read('照片.png', PNG, control);
    expect(cancelled.ok ? 'ok' : cancelled.error.code).toBe('cancelled');
    expect(leftOvers()).toEqual([]);
  });

  test('the folder of a program that was killed goes at the next start, that of a running one stays', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const [left, own] = [gone, process.pid].map((pid) => mkdtempSync(join(tmpdir(), `xianshen-ocr-${pid}-`)));
    sweepFolders();
    expect([left, own].map((folder) => existsSync(folder ?? ''))).toEqual([false, true]);
    rmSync(own ?? '', { recursive: true });
  });

  test('it is looked for in absolute folders alone, and must know simplified Chinese', async () => {
    const folderOf = (path: string) => path.replace(/\/tesseract$/, '');
    const [english, chinese] = [fake(READS, 'eng'), fake(READS, 'chi_sim')];
    const system = await findTesseract('');
    const path = ['', '.', 'bin', folderOf(english), folderOf(chinese)].join(delimiter);
    expect(await findTesseract(path)).toBe(system ?? chinese);
    mkdirSync(join(folderOf(english), 'empty'));
    expect(await findTesseract(join(folderOf(english), 'empty'))).toBe(system);
  });
});

const real = await findTesseract();
const recogniseForReal = (picture: Uint8Array) =>
  textRecogniser({ executable: real ?? '' })(picture, new AbortController().signal);
const SCAN = join(import.meta.dirname, '../../fixtures/ingest/office-scan.png');

describe.runIf(real)('the real program', () => {
  test('takes a picture this way and finds no words on an empty page', async () => {
    const large = { width: 400, height: 400, bits: 8, colors: 1, stride: 400 } as const;
    const empty = pngFile(large, new Uint8Array(400 * 400).fill(255), false) ?? new Uint8Array();
    expect(await recogniseForReal(empty)).toEqual([]);
  });

  test('gives numbers whole, over the lines of a paragraph and of a narrow cell; the picture stays for a person', async () => {
    const read = await reader(real ?? '').read('扫描件.png', readFileSync(SCAN), job());
    if (!read.ok) throw new Error(read.error.code);
    const pieces = read.data.pieces.filter(({ kind }) => kind === 'ocr');
    const running = pieces.filter(({ cell }) => !cell).map(({ text }) => text);
    const wanted = ['梅园路128号', '12680平方米', '核5级', '13805519427', '340102198507124612'];
    expect(wanted.filter((value) => !running.some((text) => text.includes(value)))).toEqual([]);
    const phone = pieces.find(({ cell }) => cell?.row === 1 && cell.column === 2);
    expect([phone?.text, phone?.cell?.header, phone?.where.label]).toEqual([
      '13905514821',
      '联系电话',
      '图片 表格第2行第3列 由文字识别得到，可能有误',
    ]);
    expect(read.data.unread.map(({ code }) => code)).toEqual(['picture']);
  });
});
