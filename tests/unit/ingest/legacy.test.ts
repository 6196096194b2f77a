import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { openCompound, packCompound } from '../../../ingest/ole/compound.ts';
import type { Draft } from '../../../review/model/index.ts';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { makeDocx, paragraph } from '../../fixtures/ingest/make-docx.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)));

async function read(name: string, bytes: Uint8Array = sample(name)): Promise<Draft> {
  const result = await readDraft(name, bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

const told = ({ pieces }: Draft) => pieces.map(({ kind, visible, text }) => `${visible ? '+' : '-'} ${kind} ${text}`);

/** The sample with streams added or changed. */
async function withStreams(name: string, streams: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const file = await openCompound(sample(name));
  const kept = file?.streams.filter(({ path }) => !(path in streams)) ?? [];
  return packCompound([...kept, ...Object.entries(streams).map(([path, bytes]) => ({ path, bytes }))]);
}

async function streamOf(name: string, stream: string): Promise<Uint8Array> {
  return Uint8Array.from((await openCompound(sample(name)))?.stream(stream) ?? []);
}

test('a binary Word file is read by story, with what is hidden, deleted, and in its fields', async () => {
  const draft = await read('office-sample.doc');
  expect(told(draft)).toEqual([
    '+ heading 工程检查情况通报',
    '+ body 本次共检查工程十二处，情况良好。',
    '- tracked-deletion 已删去的内部意见',
    '+ body 联系人某丙，新增的一句话。',
    '+ body 可见文字继续。',
    '- hidden-text 设为隐藏的文字',
    '- hidden-text 白色的文字',
    '+ body 编号第一项内容如下，请遵照执行。',
    '+ body 编号第二项内容如下，请遵照执行。',
    '+ body 参见附件。',
    '- field-code HYPERLINK "https://example.invalid/工程"',
    '+ table-cell 序号',
    '+ table-cell 名称',
    '+ table-cell 等级',
    '+ table-cell 1',
    '+ table-cell 合并的单元格',
    '+ table-cell 2',
    '+ table-cell 某工程',
    '+ table-cell 6B',
    '+ body 特此通报。',
    '+ header 页眉中的编号',
    '+ footer 页脚中的落款',
    '+ footnote \t脚注里的说明',
    '- comment 批注里的意见',
    '+ text-box 文本框里的话',
    '- metadata 批注者某丁',
    '- metadata 修订者某乙',
    '- metadata 元数据标题',
    '- metadata 元数据作者某甲',
    '- metadata 0',
    '+ file-name office-sample',
  ]);
  expect(draft.pieces.find((piece) => piece.text === '6B')?.cell).toEqual({ table: 0, row: 2, column: 2, header: '等级' });
  expect(draft.warnings.map((warning) => warning.code)).toEqual(['tracked-changes']);
  expect(draft.page.map((block) => block.type)).toEqual([
    'heading',
    ...Array.from({ length: 6 }, () => 'paragraph'),
    'table',
    'paragraph',
  ]);
});

test('a binary workbook is read by cell, with what is hidden and what stands beside the cells', async () => {
  const draft = await read('office-sheets.xls');
  expect(told(draft)).toEqual([
    '+ heading 点位表',
    '+ table-cell 序号',
    '+ table-cell 位置',
    '- hidden-text 内部编号',
    '+ table-cell 1',
    '+ table-cell 某路六号',
    '- hidden-text 隐藏列中的编号',
    '- hidden-text 2',
    '- hidden-text 隐藏行中的位置',
    '+ table-cell 13800138000',
    '+ table-cell 河西路三号',
    '+ table-cell 0',
    '- hidden-sheet 隐藏表',
    '- hidden-sheet 隐藏工作表里的位置',
    '+ header 打印页眉的文字',
    '- comment 单元格批注的意见',
    '+ text-box 表上文本框里的话',
    '- metadata 批注者某丁',
    '- link-target https://example.invalid/place',
    '- alt-text 河西路三号',
    '- field-code IF(A4=3,"公式里的文字",0)',
    '- metadata "名称里的文字"',
    '- custom-data 填写',
    '- custom-data 填写须知的内容',
    '- metadata 点位台账标题',
    '- metadata 元数据作者某甲',
    '- metadata 0',
    '+ file-name office-sheets',
  ]);
  expect(draft.pieces.find((piece) => piece.text === '河西路三号')).toMatchObject({
    where: { label: '工作表“点位表” B4' },
    cell: { table: 0, row: 3, column: 1, header: '位置' },
  });
});

test('a binary presentation is read by slide, with hidden slides, notes and links', async () => {
  const lines = told(await read('office-slides.ppt')).filter((line) => !/Level|Click|metadata/.test(line));
  expect(lines).toEqual([
    '+ body 工作汇报的标题',
    '+ body 第一张上的正文内容。',
    '+ body 第二段，见有关链接。',
    '- hidden-text 隐藏的一张上的内容',
    '- speaker-notes 备注里的讲话要点',
    '- link-target https://example.invalid/place',
    '+ file-name office-slides',
  ]);
});

test.each(['office-sample.doc', 'office-sheets.xls', 'office-slides.ppt'])(
  'text that a stream of %s keeps and no reader shows is residue',
  async (name) => {
    const bytes = await withStreams(name, {
      旧数据: Uint8Array.from([1, 0, ...encodeText(`${MARKER}的说明`, 'utf-16le'), 2, 0]),
    });
    const found = (await read(name, bytes)).pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => [kind, visible])).toEqual([['part-residue', false]]);
  },
);

test('objects inside a binary document are read like files', async () => {
  const inner = makeDocx({ body: paragraph(`嵌入文档里的${MARKER}。`) });
  const label = encodeText('现场照片说明.txt', 'gb18030');
  const path = encodeText('D:\\某科室\\现场照片说明.txt', 'gb18030');
  const data = new TextEncoder().encode(`拖入的文件写着${MARKER}。`);
  const native = [2, 0, ...label, 0, ...path, 0, 0, 0, 3, 0, ...u32(path.length + 1), ...path, 0, ...u32(data.length), ...data];
  const streams = {
    'ObjectPool/_1/Package': inner,
    'ObjectPool/_2/\x01Ole10Native': Uint8Array.from([...u32(native.length), ...native]),
    'ObjectPool/_3/Workbook': await streamOf('office-sheets.xls', 'Workbook'),
  };
  const { pieces } = await read('稿.doc', await withStreams('office-sample.doc', streams));
  const found = pieces.filter((piece) => piece.text.includes(MARKER) || piece.text === '某路六号');
  expect(found.map(({ kind, text }) => [kind, text])).toEqual([
    ['attachment', `嵌入文档里的${MARKER}。`],
    ['attachment', `拖入的文件写着${MARKER}。`],
    ['attachment', '某路六号'],
  ]);
  expect(pieces.map((piece) => piece.text)).toContain('D:\\某科室\\现场照片说明.txt');
});

const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];

test('a binary workbook in a zip is read by cell', async () => {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(
    book,
    xlsx.utils.aoa_to_sheet([
      ['位置', '型号'],
      ['某路六号', '甲型'],
    ]),
    '点位',
  );
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['隐藏的内容文字']]), '暗表');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
  const bytes = Uint8Array.from(xlsx.write(book, { type: 'buffer', bookType: 'xlsb' }) as Uint8Array);
  const lines = told(await read('台账.xlsb', bytes));
  expect(lines.slice(0, 7)).toEqual([
    '+ heading 点位',
    '+ table-cell 位置',
    '+ table-cell 型号',
    '+ table-cell 某路六号',
    '+ table-cell 甲型',
    '- hidden-sheet 暗表',
    '- hidden-sheet 隐藏的内容文字',
  ]);
});

test.each([
  ['xlsb', 'XFD1048576'],
  ['biff8', 'IV65536'],
] as const)('one cell in the last corner of a %s is read, and the empty rest is not walked through', async (bookType, corner) => {
  const sheet = { '!ref': `${corner}:${corner}`, [corner]: { t: 's', v: '角落里的文字' } };
  const bytes = new Uint8Array(
    xlsx.write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'buffer', bookType }) as Uint8Array,
  );
  expect((await read('台账', bytes)).pieces.map((piece) => piece.text)).toContain('角落里的文字');
});

async function locked(name: string, stream: string, at: number, value: number): Promise<Uint8Array> {
  const bytes = await streamOf(name, stream);
  bytes[at] = value;
  return withStreams(name, { [stream]: bytes });
}

test.each([
  ['a Word file with a password', () => locked('office-sample.doc', 'WordDocument', 0x0b, 0x13), 'file-encrypted'],
  [
    'a workbook with a password',
    async () => locked('office-sheets.xls', 'Workbook', 4 + ((await streamOf('office-sheets.xls', 'Workbook'))[2] ?? 0), 0x2f),
    'file-encrypted',
  ],
  [
    'a presentation with a password',
    () => withStreams('office-slides.ppt', { EncryptedSummary: Uint8Array.of(1, 2, 3) }),
    'file-encrypted',
  ],
  ['half a Word file', async () => sample('office-sample.doc').subarray(0, 2000), 'format-ole'],
  ['half a workbook', async () => sample('office-sheets.xls').subarray(0, 2600), 'format-ole'],
  [
    'a presentation without its text',
    () => withStreams('office-slides.ppt', { 'PowerPoint Document': Uint8Array.of(1, 2, 3) }),
    'ppt-broken',
  ],
] as const)('%s is refused with a clear Chinese message', async (_, bytes, code) => {
  const result = await readDraft('稿', await bytes());
  expect(result.ok ? 'read' : result.error.code).toBe(code);
  expect(result.ok ? '' : result.error.message).toMatch(/^[\u4e00-\u9fff].*请.*。$/);
});

test.each(['office-numbers.doc', 'office-numbers.fodt'])('automatic numbers of %s stand on the page', async (name) => {
  const { page } = await read(name);
  expect(page.map((block) => ('list' in block ? block.list : undefined))).toEqual(['一、', '（一）', '1.', '2.', '二、']);
});

test.each(['office-unseen-slides.ppt', 'office-unseen-slides.fodp'])(
  'what nobody sees on the slides of %s is hidden text',
  async (name) => {
    const slides = (await read(name)).pieces.filter((piece) => piece.where.label.startsWith('第1张'));
    expect(slides.map(({ kind, where, text }) => [kind, where.label, text])).toEqual([
      ['body', '第1张幻灯片', '看得见的字句'],
      ['hidden-text', '第1张幻灯片 在幻灯片之外', '幻灯片外的字句'],
      ['hidden-text', '第1张幻灯片 与底色同色', '白色的字句'],
      ['hidden-text', '第1张幻灯片 被图形或图片遮住', '被盖住的字句'],
      ['hidden-text', '第1张幻灯片 极小字', '极小的字句'],
      ['body', '第1张幻灯片', '深底白字句'],
    ]);
  },
);

test.each(['office-unseen-sheets.xls', 'office-unseen-sheets.fods'])(
  'letters nobody sees in the cells of %s are hidden text',
  async (name) => {
    const cells = (await read(name)).pieces.filter((piece) => piece.cell);
    expect(cells.map(({ kind, where, text }) => [kind, where.label, text])).toEqual([
      ['table-cell', '工作表“甲” A1', '序号'],
      ['table-cell', '工作表“甲” B1', '名称'],
      ['hidden-text', '工作表“甲” A2 与底色同色', '白色字'],
      ['table-cell', '工作表“甲” B2', '深底白字'],
      ['hidden-text', '工作表“甲” A3 极小字', '极小的字'],
    ]);
  },
);
