import { describe, expect, test } from 'vitest';
import { LIMITS, readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import { ENCODINGS, type EncodingName, encodeText } from '../../fixtures/ingest/encode-text.ts';

const SIMPLIFIED = '青泽市人民防空工程检查通报\r\n一、基本情况\r\n本次抽查的工程位于临河区桂花路66号，联系电话6127035。\r\n';
const TRADITIONAL = '青澤市人民防空工程檢查通報\n本次抽查的工程位於臨河區桂花路66號，聯繫電話6127035。\n';

async function read(bytes: Uint8Array, name = '稿件.txt'): Promise<Draft> {
  const result = await readDraft(name, bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}
const own = (draft: Draft) => draft.pieces.filter((piece) => piece.kind !== 'file-name');
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('encodings', () => {
  test.each(ENCODINGS)('%s is recognised and read without loss', async (name) => {
    const text = name === 'big5' ? TRADITIONAL : SIMPLIFIED;
    const draft = await read(encodeText(text, name));
    expect(draft.source.encoding).toBe(name.split(' ')[0]);
    expect(own(draft).map((piece) => piece.text)).toEqual(text.split(/\r?\n/).filter((line) => line !== ''));
    expect(draft.warnings).toEqual([]);
  });

  test.each<[EncodingName, string]>([
    ['gb18030', '检查情况通报'],
    ['gb18030', '本单位联系人及电话'],
    ['big5', '檢查情況通報'],
    ['utf-16le', '检查情况通报'],
    ['utf-16be', '检查情况通报'],
    ['utf-8', '检查情况'],
  ])('%s is recognised in a text as short as %s', async (name, text) => {
    expect(own(await read(encodeText(text, name))).map((piece) => piece.text)).toEqual([text]);
  });

  test('a long ASCII head does not hide the encoding of what follows', async () => {
    const head = 'name,value\n'.repeat(7000);
    const draft = await read(new Uint8Array([...utf8(head), ...encodeText('工程位置：某路66号。', 'gb18030')]));
    expect(draft.source.encoding).toBe('gb18030');
    expect(own(draft).at(-1)?.text).toBe('工程位置：某路66号。');
  });

  test.each<EncodingName>(['utf-8', 'gb18030'])('one bad byte in %s is reported and changes nothing else', async (name) => {
    const good = encodeText('第一行关于防空工程的检查情况。\n', name);
    const draft = await read(new Uint8Array([...good, 0xff, 0x0a, ...good]));
    expect(draft.source.encoding).toBe(name);
    expect(own(draft).map((piece) => piece.text)).toEqual([
      '第一行关于防空工程的检查情况。',
      '\ufffd',
      '第一行关于防空工程的检查情况。',
    ]);
    expect(draft.warnings.map((warning) => warning.code)).toEqual(['text-undecodable']);
  });

  test('NUL characters are taken out and reported', async () => {
    const draft = await read(utf8('联系电话138\u00000013\u00008000，请核对有关情况后再行公开发布。'));
    expect(own(draft)[0]?.text).toBe('联系电话13800138000，请核对有关情况后再行公开发布。');
    expect(draft.warnings.map((warning) => warning.code)).toEqual(['text-nul']);
  });
});

describe('pieces of plain text', () => {
  const TEXT =
    '关于警报试鸣的公告\r\n\r\n　　现将有关事项公告如下。\n一、试鸣时间\r\n（一）第一次\r\n序号\t名称\t 等级 \r\n1\t某工程\t6B\n2\t\t核6\n联系人：\t张三\n尾行';

  test('each piece stands at its offset in the decoded text', async () => {
    const draft = await read(utf8(`\ufeff${TEXT}`));
    for (const piece of own(draft)) expect(TEXT.startsWith(piece.text, piece.where.offset)).toBe(true);
    const covered = own(draft)
      .map((piece) => piece.text)
      .join('')
      .replaceAll(/\s/g, '');
    expect(covered).toBe(TEXT.replaceAll(/\s/g, ''));
  });

  test('lines, headings and table cells get their kinds, labels and headers', async () => {
    const draft = await read(utf8(TEXT));
    expect(own(draft).map((piece) => [piece.kind, piece.where.label, piece.text, piece.cell?.header])).toEqual([
      ['heading', '第1行', '关于警报试鸣的公告', undefined],
      ['body', '第3行', '　　现将有关事项公告如下。', undefined],
      ['heading', '第4行', '一、试鸣时间', undefined],
      ['heading', '第5行', '（一）第一次', undefined],
      ['table-cell', '表1 第1行第1列', '序号', ''],
      ['table-cell', '表1 第1行第2列', '名称', ''],
      ['table-cell', '表1 第1行第3列', '等级', ''],
      ['table-cell', '表1 第2行第1列', '1', '序号'],
      ['table-cell', '表1 第2行第2列', '某工程', '名称'],
      ['table-cell', '表1 第2行第3列', '6B', '等级'],
      ['table-cell', '表1 第3行第1列', '2', '序号'],
      ['table-cell', '表1 第3行第3列', '核6', '等级'],
      ['table-cell', '表1 第4行第1列', '联系人：', '序号'],
      ['table-cell', '表1 第4行第2列', '张三', '名称'],
      ['body', '第10行', '尾行', undefined],
    ]);
  });

  test('a single line with a tab is a label with its value', async () => {
    expect(own(await read(utf8('前文。\n联系人：\t张三\n后文。'))).map((piece) => piece.kind)).toEqual(['body', 'body', 'body']);
  });

  test('the page shows every piece once, in order', async () => {
    const draft = await read(utf8(TEXT));
    const shown = draft.page.flatMap((block) =>
      block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.pieces)) : [block.piece],
    );
    expect(shown).toEqual(own(draft).map((piece) => piece.index));
  });

  test('a line of 20 MB is cut at sentence ends, without loss', async () => {
    const sentence = '本次抽查的工程位于某路某号，建筑面积三千平方米。';
    const text = sentence.repeat(280_000);
    const draft = await read(utf8(text));
    expect(own(draft).every((piece) => piece.text.length <= LIMITS.piece && piece.text.endsWith('。'))).toBe(true);
    expect(
      own(draft)
        .map((piece) => piece.text)
        .join('') === text,
    ).toBe(true);
  });
});

describe('columns drawn with bars', () => {
  const cellsIn = async (text: string) =>
    own(await read(utf8(text))).map((piece) => [piece.text, piece.cell?.row ?? -1, piece.cell?.header ?? '']);

  test.each(['|', '｜', '│', '┃'])('lines with the same number of %s are a table, its first line the header', async (bar) => {
    const text = ['设备清单', `编号${bar}位置${bar}型号`, `A07 ${bar} 水塔${bar}电声`, '说明'].join('\n');
    expect(await cellsIn(text)).toEqual([
      ['设备清单', -1, ''],
      ['编号', 0, ''],
      ['位置', 0, ''],
      ['型号', 0, ''],
      ['A07', 1, '编号'],
      ['水塔', 1, '位置'],
      ['电声', 1, '型号'],
      ['说明', -1, ''],
    ]);
  });

  test('a single line with bars stays a line, and another number of bars begins another table', async () => {
    expect(await cellsIn('首页｜机构｜公开\n正文')).toEqual([
      ['首页｜机构｜公开', -1, ''],
      ['正文', -1, ''],
    ]);
    expect((await cellsIn('甲｜乙\n一｜二\n丙｜丁｜戊\n三｜四｜五')).map(([, row]) => row)).toEqual([
      0, 0, 1, 1, 0, 0, 0, 1, 1, 1,
    ]);
  });
});

describe('columns set apart by wide blanks', () => {
  const cellsIn = async (text: string) =>
    own(await read(utf8(text))).map((piece) => [piece.text, piece.cell?.row ?? -1, piece.cell?.header ?? '', piece.where.offset]);

  test('three lines of equally many columns are a table, each cell at its place in the file', async () => {
    const lines = ['队内职务　姓名　住址　血型', '队长　甲某　东街　O型', '副队长　乙某　西街　AB型'];
    const cells = await cellsIn(lines.join('\n'));
    expect(cells.map(([text, row, header]) => [text, row, header])).toEqual([
      ...['队内职务', '姓名', '住址', '血型'].map((text) => [text, 0, '']),
      ['队长', 1, '队内职务'],
      ['甲某', 1, '姓名'],
      ['东街', 1, '住址'],
      ['O型', 1, '血型'],
      ['副队长', 2, '队内职务'],
      ['乙某', 2, '姓名'],
      ['西街', 2, '住址'],
      ['AB型', 2, '血型'],
    ]);
    const file = lines.join('\n');
    expect(cells.every(([text, , , offset]) => file.startsWith(String(text), Number(offset)))).toBe(true);
  });

  test.each([
    ['two lines', '甲　乙　丙　丁\n一　二　三　四'],
    ['labels', '来源：甲　日期：乙　字号：大　打印\n来源：丙　日期：丁　字号：中　打印\n来源：戊　日期：己　字号：小　打印'],
    ['spread names', '付　建　军\n王　小　明\n李　大　力'],
  ])('%s stay lines', async (_name, text) => {
    expect((await cellsIn(text)).every(([, row]) => row === -1)).toBe(true);
  });
});

describe('source', () => {
  test('name, size, digest and format are those of the bytes', async () => {
    const bytes = utf8('内容。');
    expect((await read(bytes, 'C:\\稿件\\通知.txt')).source).toEqual({
      name: '通知.txt',
      size: 9,
      sha256: '051e23f592fb0e82d8b60614f381cc3a064b89ba49b1bd201b4f749ab5ab8936',
      format: 'txt',
      encoding: 'utf-8',
    });
  });

  test('the file name is a piece of its own', async () => {
    expect((await read(utf8('内容。'), '张三处理意见.txt')).pieces.at(-1)).toMatchObject({
      kind: 'file-name',
      text: '张三处理意见',
    });
  });

  test('a name that says another format is a warning', async () => {
    expect((await read(utf8('内容。'), '通知.docx')).warnings.map((warning) => warning.code)).toEqual([
      'name-and-content-differ',
    ]);
  });
});

test('letters struck over others: what is shown is joined, what lies beneath is hidden text', async () => {
  const draft = await read(new TextEncoder().encode('加粗的字\b字\n某甲\b乙到场\n'));
  expect(draft.pieces.map(({ kind, visible, text }) => [kind, visible, text]).slice(0, -1)).toEqual([
    ['body', true, '加粗的字'],
    ['body', true, '某乙到场'],
    ['hidden-text', false, '甲'],
  ]);
});
