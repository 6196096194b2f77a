import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';

const folder = new URL('../../fixtures/ingest/', import.meta.url);

async function read(name: string): Promise<Draft> {
  const result = await readDraft(name, readFileSync(new URL(name, folder)));
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

test('a document made by LibreOffice comes out in reading order with kinds and places', async () => {
  const draft = await read('office-sample.docx');
  const main = draft.pieces.filter((piece) => !['metadata', 'part-residue', 'file-name'].includes(piece.kind));
  expect(main.map(({ kind, visible, where, text }) => [kind, visible, where.label, text.trim()])).toEqual([
    ['heading', true, '第1段', '工程检查情况通报'],
    ['body', true, '第2段', '本次共检查工程十二处，情况良好。'],
    ['tracked-deletion', false, '第2段 修订-删除', '已删去的内部意见'],
    ['body', true, '第3段（含修订-插入）', '联系人某丙，新增的一句话。'],
    ['body', true, '第4段', '可见文字继续。'],
    ['hidden-text', false, '第4段 隐藏文字', '设为隐藏的文字'],
    ['hidden-text', false, '第4段 与底色同色', '白色的文字'],
    ['body', true, '第5段', '编号第一项内容如下，请遵照执行。'],
    ['body', true, '第6段', '编号第二项内容如下，请遵照执行。'],
    ['body', true, '第7段', '参见附件。'],
    ['table-cell', true, '表1 第1行第1列', '序号'],
    ['table-cell', true, '表1 第1行第2列', '名称'],
    ['table-cell', true, '表1 第1行第3列', '等级'],
    ['table-cell', true, '表1 第2行第1列', '1'],
    ['table-cell', true, '表1 第2行第2列', '合并的单元格'],
    ['table-cell', true, '表1 第3行第1列', '2'],
    ['table-cell', true, '表1 第3行第2列', '某工程'],
    ['table-cell', true, '表1 第3行第3列', '6B'],
    ['body', true, '第18段', '特此通报。'],
    ['header', true, '页眉', '页眉中的编号'],
    ['footer', true, '页脚', '页脚中的落款'],
    ['footnote', true, '脚注1', '脚注里的说明'],
    ['comment', false, '批注（批注者某丁）', '批注里的意见'],
    ['text-box', true, '文本框', '文本框里的话'],
    ['link-target', false, '超链接目标', 'https://example.invalid/工程'],
  ]);
  expect(draft.pieces.find((piece) => piece.text === '6B')?.cell).toEqual({ table: 0, row: 2, column: 2, header: '等级' });
  expect(draft.pieces.filter((piece) => piece.where.label.endsWith('作者')).map((piece) => piece.text)).toEqual([
    '元数据作者某甲',
    '修订者某乙',
    '批注者某丁',
  ]);
  expect(draft.warnings.map((warning) => warning.code)).toEqual(['tracked-changes']);
});

test('the page has the shape mammoth gives it and the text of the sweep', async () => {
  const draft = await read('office-sample.docx');
  const text = (piece: number) => draft.pieces[piece]?.text;
  expect(
    draft.page.map((block) =>
      block.type === 'table'
        ? block.rows.map((row) => row.map((cell) => [cell.pieces.map(text).join(), cell.colspan ?? 1]))
        : [block.type, block.list ?? '', text(block.piece)],
    ),
  ).toEqual([
    ['heading', '', '工程检查情况通报'],
    ['paragraph', '', '本次共检查工程十二处，情况良好。'],
    ['paragraph', '', '联系人某丙，新增的一句话。'],
    ['paragraph', '', '可见文字继续。'],
    ['paragraph', '一、', '编号第一项内容如下，请遵照执行。'],
    ['paragraph', '二、', '编号第二项内容如下，请遵照执行。'],
    ['paragraph', '', '参见附件。'],
    ['paragraph', '', '文本框里的话'],
    [
      [
        ['序号', 1],
        ['名称', 1],
        ['等级', 1],
      ],
      [
        ['1', 1],
        ['合并的单元格', 2],
      ],
      [
        ['2', 1],
        ['某工程', 1],
        ['6B', 1],
      ],
    ],
    ['paragraph', '', '特此通报。'],
  ]);
});

test('progress names the phases in order', async () => {
  const phases: string[] = [];
  await readDraft('office-sample.docx', readFileSync(new URL('office-sample.docx', folder)), {
    progress: (phase) => {
      if (phases.at(-1) !== phase) phases.push(phase);
    },
  });
  expect(phases).toEqual(['正在解包', '正在读取文字', '正在排版']);
});
