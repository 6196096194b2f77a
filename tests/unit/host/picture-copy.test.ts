import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cleanCopier } from '../../../exports/index.ts';
import { drawingCleanCopier } from '../../../host/clean-copier.ts';
import { nodeForkParser } from '../../../host/fork-parser.ts';
import { type DrawPages, NOT_DRAWN } from '../../../host/page-drawing.ts';
import type { ForkParser, ParserTask } from '../../../host/parser-protocol.ts';
import { serveParser } from '../../../host/serve-parser.ts';
import { readDraft } from '../../../ingest/index.ts';
import { type Draft, ok, type Piece } from '../../../review/model/index.ts';
import type { CopyEdit, CopyWish } from '../../../review/ports.ts';
import { line, makePdf } from '../../fixtures/ingest/make-pdf.ts';

const VALUE = '某路三号';
const BYTES = makePdf({ content: line(20, 40, `地址${VALUE}。`, 20), info: '/Title (abc)', mediaBox: '[0 0 240 80]' });

/** The parser's own code without a process of its own, for what is not about processes. */
const inThisProcess: ForkParser = () => {
  let [take, tell, gone]: [(task: ParserTask) => void, (message: unknown) => void, (end: { aborted: boolean }) => void] = [
    () => undefined,
    () => undefined,
    () => undefined,
  ];
  serveParser({
    onTask: (listener) => {
      take = listener;
    },
    send: (answer) => tell(answer),
  });
  return {
    pid: undefined,
    send: (task) => take(task),
    onMessage: (listener) => {
      tell = listener;
    },
    onExit: (listener) => {
      gone = listener;
    },
    kill: () => gone({ aborted: false }),
  };
};

/** An engine that paints grey stripes all over, so that there is ink wherever characters stand; or nothing at all. */
const engine =
  (ink: boolean): DrawPages =>
  async ({ sizes, writings }, onDrawn) => {
    // Words of more than four characters fit nowhere; others are a dark picture.
    for (const [writing, { words, width, height }] of writings.entries())
      onDrawn({ writing, packed: words.length > 4 ? new Uint8Array() : deflateSync(new Uint8Array(width * height * 3)) });
    for (const [index, { width, height }] of sizes.entries()) {
      const pixels = new Uint8Array(width * height * 3).fill(255);
      if (ink) for (let row = 0; row < height; row += 4) pixels.fill(90, row * width * 3, (row + 1) * width * 3);
      onDrawn({ page: index + 1, bare: false, packed: deflateSync(pixels, { level: 1 }) });
    }
    return ok(null);
  };

async function draftWith(...more: readonly Omit<Piece, 'index'>[]): Promise<Draft> {
  const read = await readDraft('通报.pdf', BYTES);
  if (!read.ok) throw new Error(read.error.code);
  const pieces = [...read.data.pieces];
  for (const piece of more) pieces.push({ index: pieces.length, ...piece });
  return { ...read.data, pieces };
}

const editsOf = (draft: Draft, more: Partial<CopyEdit> = {}): CopyEdit[] =>
  draft.pieces.flatMap(({ index: piece, text }) => {
    const start = text.indexOf(VALUE);
    return start < 0 ? [] : [{ piece, start, end: start + VALUE.length, replacement: '（略）', ...more }];
  });

async function make(
  drawPages: DrawPages,
  draft: Draft,
  wish: Partial<CopyWish> = {},
  forkParser = inThisProcess,
  bytes = BYTES,
  edits = editsOf(draft),
) {
  const job = { progress: () => undefined, signal: new AbortController().signal };
  return drawingCleanCopier(cleanCopier, { drawPages, forkParser }).make(draft, bytes, edits, undefined, {
    job,
    ...wish,
  });
}
const told = (made: Awaited<ReturnType<typeof make>>) =>
  made.ok ? [made.data.name, made.data.record.way, made.data.record.why] : made.error.code;

test('pictures of the pages, with a record of what did not come along', async () => {
  const made = await make(engine(true), await draftWith(), {}, nodeForkParser());
  expect(told(made)).toEqual(['通报-脱敏稿.pdf', 'picture', undefined]);
  expect(made.ok && made.data.record).toEqual({ way: 'picture', replaced: 1, dropped: [{ kind: '文档属性', count: 1 }] });
});

test('new wording is written where it fits; what does not fit is told with its page, and nothing is told of masks', async () => {
  const draft = await draftWith();
  const rewritten = async (replacement: string, drawPages = engine(true)) => {
    const made = await make(drawPages, draft, {}, inThisProcess, BYTES, editsOf(draft, { replacement, rewrite: true }));
    return made.ok ? [made.data.record.way, made.data.record.rewrites] : made.error.code;
  };
  expect([await rewritten('某处\n'), await rewritten('云溪市某路段附近')]).toEqual([
    ['picture', { written: 1, unwritten: [] }],
    ['picture', { written: 0, unwritten: [{ where: '第1页', words: '云溪市某路段附近' }] }],
  ]);
  // An engine that hands in another size for words than was asked for has drawn nothing.
  const wrong: DrawPages = async (task, onDrawn, signal) => {
    onDrawn({ writing: 0, packed: deflateSync(new Uint8Array(3)) });
    return engine(true)({ ...task, writings: [] }, onDrawn, signal);
  };
  expect(await rewritten('某处', wrong)).toEqual(['set-anew', undefined]);
});

test('a page without ink where the text should stand, and an engine that fails: a new document, or a refusal to who asked for pictures', async () => {
  const draft = await draftWith();
  const [blank, failed, wished] = [
    await make(engine(false), draft),
    await make(async () => NOT_DRAWN, draft),
    await make(async () => NOT_DRAWN, draft, { as: 'picture' }),
  ];
  expect([told(blank), told(failed), told(wished)]).toEqual([
    ['通报-脱敏稿.docx', 'set-anew', '没有画成图片 PDF：画出的页面与读出的文字对不上'],
    ['通报-脱敏稿.docx', 'set-anew', '没有画成图片 PDF：页面画不出来'],
    'clean-copy-picture',
  ]);
});

test('a text that must go and stands in a picture is refused until the pictures may be painted over', async () => {
  const words = {
    kind: 'ocr' as const,
    visible: true,
    text: VALUE,
    where: { label: '第1页 由文字识别得到，可能有误', part: '第1页' },
  };
  const draft = await draftWith(words);
  expect(told(await make(engine(true), draft))).toBe('clean-copy-picture-words');
  expect(told(await make(engine(true), draft, { blackPictures: true }))).toEqual(['通报-脱敏稿.pdf', 'picture', undefined]);
  expect(told(await make(engine(true), draft, { as: 'document' }))).toEqual([
    '通报-脱敏稿.docx',
    'set-anew',
    expect.stringContaining('PDF'),
  ]);
});

test('so is one that stands in the unseen text of a scan', async () => {
  const scan = makePdf({
    content: `q 200 0 0 60 10 10 cm /Im1 Do Q 3 Tr ${line(20, 40, `电话${VALUE}`, 20)}`,
    resources: '/XObject<</Im1 20 0 R>>',
    objects: [{ dict: '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', data: 'x' }],
    mediaBox: '[0 0 240 80]',
  });
  const read = await readDraft('扫描.pdf', scan);
  if (!read.ok) throw new Error(read.error.code);
  expect(read.data.pieces[0]?.kind).toBe('hidden-text');
  const [refused, black] = [
    await make(engine(true), read.data, { as: 'picture' }, inThisProcess, scan),
    await make(engine(true), read.data, { as: 'picture', blackPictures: true }, inThisProcess, scan),
  ];
  expect([told(refused), told(black)]).toEqual(['clean-copy-picture-words', ['扫描-脱敏稿.pdf', 'picture', undefined]]);
});

test('pages of another size than was asked for are no pages; a cancelled drawing leaves nothing', async () => {
  const small: DrawPages = async (task, onPage) => {
    for (const page of task.sizes.keys()) onPage({ page: page + 1, bare: false, packed: deflateSync(new Uint8Array(30)) });
    return ok(null);
  };
  const abort = new AbortController();
  const stopped: DrawPages = async (task, onPage, signal) => {
    abort.abort();
    return engine(true)(task, onPage, signal);
  };
  const job = { progress: () => undefined, signal: abort.signal };
  expect([
    told(await make(small, await draftWith(), { as: 'picture' })),
    told(await make(stopped, await draftWith(), { job })),
  ]).toEqual(['clean-copy-picture', 'cancelled']);
});
