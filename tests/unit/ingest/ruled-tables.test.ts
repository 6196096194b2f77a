/** Tables whose lines are drawn: a value that a narrow cell breaks over two lines is one value, in pages that are painted or recognised. */
import { describe, expect, test } from 'vitest';
import { readDraft, recognisedBlocks } from '../../../ingest/index.ts';
import { at, makeOfd } from '../../fixtures/ingest/make-ofd.ts';
import { makePdf, ucs2 } from '../../fixtures/ingest/make-pdf.ts';

const COLUMNS = [50, 130, 210, 290];
const ROWS = [700, 660, 620];
/** Texts by row, column and line; a cell is 80 points wide and takes six characters of twelve points. */
const CELLS = [
  [['工程名称'], ['地址'], ['联系电话']],
  [
    ['松柏区人防', '指挥所'],
    ['梅园路三十', '七号'],
    ['１３９０５', '５１４８２', '１'],
  ],
] as const;
const TABLE = [
  ['工程名称', '地址', '联系电话'],
  ['松柏区人防指挥所', '梅园路三十七号', '１３９０５５１４８２１'],
];

const texts = CELLS.flatMap((row, down) =>
  row.flatMap((lines, across) =>
    lines.map(
      (text, line) => `BT /F1 12 Tf ${(COLUMNS[across] ?? 0) + 4} ${(ROWS[down] ?? 0) - 11 - 12 * line} Td ${ucs2(text)} Tj ET\n`,
    ),
  ),
).join('');
const whole = [
  ...COLUMNS.map((x) => `${x} ${ROWS.at(-1)} m ${x} ${ROWS[0]} l S\n`),
  ...ROWS.map((y) => `${COLUMNS[0]} ${y} m ${COLUMNS.at(-1)} ${y} l S\n`),
].join('');
/** As Word paints: each side of each cell a slender rectangle of its own. */
const piecemeal = ROWS.flatMap((y, row) =>
  COLUMNS.flatMap((x, column) => [column < 3 ? `${x} ${y} 80 0.5 re f\n` : '', row < 2 ? `${x} ${y - 40} 0.5 40 re f\n` : '']),
).join('');

async function tableOf(bytes: Uint8Array, name = '名录.pdf') {
  const read = await readDraft(name, bytes);
  if (!read.ok) throw new Error(read.error.code);
  const rows: string[][] = [];
  for (const { cell, text } of read.data.pieces) {
    if (!cell) continue;
    const row = rows[cell.row] ?? [];
    rows[cell.row] = row;
    row[cell.column] = text;
  }
  return { rows, others: read.data.pieces.filter(({ cell, kind }) => !cell && kind === 'body').map(({ text }) => text) };
}

describe('tables drawn with lines', () => {
  test.each([
    ['lines over the whole table', whole],
    ['sides painted cell by cell', piecemeal],
  ])('a PDF with %s gives whole cells', async (_, lines) => {
    const before = `BT /F1 12 Tf 50 760 Td ${ucs2('表前说明有关情况。')} Tj ET\n`;
    const after = `BT /F1 12 Tf 50 590 Td ${ucs2('表后说明有关情况。')} Tj ET\n`;
    expect(await tableOf(makePdf({ content: `${before}${after}${texts}${lines}` }))).toEqual({
      rows: TABLE,
      others: ['表前说明有关情况。', '表后说明有关情况。'],
    });
  });

  test('a table that lies on its side is read along its lines', async () => {
    const turned = `q 0 1 -1 0 750 0 cm ${texts}${whole} Q`;
    expect((await tableOf(makePdf({ content: turned }))).rows).toEqual(TABLE);
  });

  test('a cell across all columns is the title, and paragraphs of a cell stay apart', async () => {
    const box = '50 740 240 -40 re S\n';
    const title = `BT /F1 12 Tf 120 715 Td ${ucs2('工程名录')} Tj ET\n`;
    const heads = `BT /F1 12 Tf 54 680 Td ${ucs2('内容')} Tj 80 0 Td ${ucs2('时间')} Tj ET\n`;
    const short = `BT /F1 12 Tf 54 645 Td ${ucs2('甲')} Tj 0 -14 Td ${ucs2('乙')} Tj ET\n`;
    const read = await readDraft('名录.pdf', makePdf({ content: `${box}${title}${heads}${whole}${short}` }));
    const pieces = read.ok ? read.data.pieces : [];
    expect(pieces.slice(0, 5).map(({ text, cell }) => [text, cell?.row, cell?.header])).toEqual([
      ['工程名录', undefined, undefined],
      ['内容', 0, ''],
      ['时间', 0, ''],
      ['甲', 1, '内容'],
      ['乙', 1, '内容'],
    ]);
  });

  test('an OFD with stroked lines gives whole cells', async () => {
    const line = (path: string) =>
      `<%PathObject ID="7" Boundary="0 0 210 297" LineWidth="0.3"><%AbbreviatedData>${path}</%AbbreviatedData></%PathObject>`;
    const lines = [20, 46, 72]
      .map((x) => line(`M ${x} 40 L ${x} 60`))
      .concat([40, 48, 60].map((y) => line(`M 20 ${y} L 72 ${y}`)));
    const content = [
      at(21, 41, '工程名称'),
      at(47, 41, '地址'),
      at(21, 49, '松柏区人防'),
      at(21, 54, '指挥所'),
      at(47, 49, '梅园路'),
    ];
    expect((await tableOf(makeOfd({ content: [...lines, ...content].join('') }), '名录.ofd')).rows).toEqual([
      ['工程名称', '地址'],
      ['松柏区人防指挥所', '梅园路'],
    ]);
  });
});

type Word = readonly [line: number, left: number, top: number, width: number, text: string];
const recognised = (words: readonly Word[], rules: readonly (readonly [number, number, number, number])[] = []) =>
  [
    ...words.map(([line, left, top, width, text]) => [5, 1, 9, 1, line, 1, left, top, width, 20, 90, text].join('\t')),
    ...rules.map(([left, top, width, height], at) => [5, 1, 20 + at, 1, 1, 1, left, top, width, height, 95, ' '].join('\t')),
  ].join('\n');

describe('pages that were recognised', () => {
  const GRID = [
    ...[100, 200, 300].map((y) => [100, y, 400, 3] as const),
    ...[100, 300, 500].map((x) => [x, 100, 3, 200] as const),
  ];
  const CELL_WORDS: readonly Word[] = [
    [1, 110, 110, 80, '联系人'],
    [1, 280, 110, 30, '“|'],
    [1, 310, 110, 90, '电话'],
    [2, 110, 210, 80, '陶景澜'],
    [2, 310, 210, 160, '138055'],
    [3, 310, 240, 120, '19427'],
  ];

  test('words of a cell are one text, without the lines that were taken for characters', () => {
    expect(recognisedBlocks(recognised(CELL_WORDS, GRID))).toEqual([
      {
        type: 'table',
        rows: [
          ['联系人', '电话'],
          ['陶景澜', '13805519427'],
        ],
      },
    ]);
  });

  test('a page scanned on its side gives the same', () => {
    const turned = CELL_WORDS.map(([line, left, top, width, text]): string =>
      [5, 1, 9, 1, line, 1, top, 1000 - left - width, 20, width, 90, text].join('\t'),
    );
    const rules = GRID.map(([left, top, width, height], at) =>
      [5, 1, 20 + at, 1, 1, 1, top, 1000 - left - width, height, width, 95, ' '].join('\t'),
    );
    expect(recognisedBlocks([...turned, ...rules].join('\n'))).toEqual(recognisedBlocks(recognised(CELL_WORDS, GRID)));
  });

  test('two columns that were read across are read one after the other', () => {
    const left = ['一、工程坐落于云澜市梅', '园路三十七号地下三层，', '平时用作停车场，战时为', '人员掩蔽所。'];
    const right = ['二、联系人陶景澜，手机', '13805519427，请各单位', '按时报送自查情况，逾期', '不再受理。'];
    const words = left.flatMap((text, at): Word[] => [
      [at, 100, 40 * at, 20 * text.length, text],
      [at, 500, 40 * at, Math.min(220, 20 * (right[at] ?? '').length), right[at] ?? ''],
    ]);
    expect(recognisedBlocks(recognised(words)).map((block) => block.type === 'paragraph' && block.text)).toEqual([
      left.join(''),
      right.join(''),
    ]);
  });

  test('blanks go from between Chinese characters and figures, and letters that look like digits from long numbers', () => {
    const text = recognised([[1, 10, 10, 600, '建 筑 面 积 12680 平 方 米 ， 手机 l38O5519427 ， Model T5 Olive']]);
    expect(recognisedBlocks(text)).toEqual([{ type: 'paragraph', text: '建筑面积12680平方米，手机13805519427，Model T5 Olive' }]);
  });

  test.each([
    ['机密友10年', '机密★10年'],
    ['000012 秘 密 太 1 年', '000012秘密★1年'],
    ['绝密*长期', '绝密★长期'],
    ['机密', '机密★'],
  ])('a classification mark without its star (%s) is one', (line, mark) => {
    const title: Word = [2, 200, 80, 400, '关于梅园路工程的通知'];
    expect(recognisedBlocks(recognised([[1, 10, 10, 500, line], title]))).toEqual([
      { type: 'paragraph', text: mark },
      { type: 'paragraph', text: title[4] },
    ]);
  });

  test('a sentence that begins like a mark is left as it is', () => {
    expect(recognisedBlocks(recognised([[1, 10, 10, 400, '秘密级文件管理办法']]))).toEqual([
      { type: 'paragraph', text: '秘密级文件管理办法' },
    ]);
  });

  test('rows of another shape and numbers that are none are passed over', () => {
    expect(
      recognisedBlocks('level\tpage\n5\t1\t1\n5\t1\t1\t1\t1\t1\t-3\t1\t1\t1\t90\t字\n5\t1\t1\t1\t1\t1\tx\t1\t1\t1\t90\t字'),
    ).toEqual([]);
  });
});
