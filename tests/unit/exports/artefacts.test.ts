import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../exports/index.ts';
import { readDraft } from '../../../ingest/index.ts';
import type { ExportedFile } from '../../../review/contract.ts';
import type { Draft, Result } from '../../../review/model/index.ts';
import { form, ledgerRow } from './models.ts';

const bytesOf = (file: ExportedFile): Uint8Array => new Uint8Array(Buffer.from(file.base64, 'base64'));
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}
/** Reads an artefact back with our own reader: what a stranger with our program would see, hidden parts included. */
async function read(file: ExportedFile): Promise<Draft> {
  return must(await readDraft(file.name, bytesOf(file)));
}
const textOf = (draft: Draft): string => draft.pieces.map((piece) => piece.text).join('\n');

describe('审查表', () => {
  test('holds every field, opinions with printed name, time and meaning, and says that the chain is unfinished', async () => {
    const file = must(await exporters.form(form));
    expect(file.name).toBe('XS-2026-007-审查表.docx');
    const text = textOf(await read(file));
    for (const words of [
      '政府信息公开保密审查表',
      '编号：XS-2026-007（审签未完成）',
      '填表日期：2026年9月10日',
      '关于警报试鸣的公告',
      '指挥通信处',
      '张一',
      '云人防〔2026〕5号',
      '2026年9月1日',
      '■主动公开  □依申请公开  □不予公开',
      '■政府网站  □政务新媒体  □报刊  □广播电视  ■公开栏  □其他',
      '命中 6 处（必须处理 1、需审查 2、提示 3），已处置 6 处：脱敏4 保留2',
      '页面上看不到的文字 3 处，机器不能检查、须人工查看的部分 1 处',
      '定稿校验码 9F3C-A7D2-51E0',
      '同意公开。',
      '（赵二 2026年9月10日 09:20 的签批已失效：文件有改动）',
      '负责人（签名）：赵二    2026年9月10日 09:40    机内签批',
      '□同意公开  ■处理后公开  □不予公开  □送上级确定',
      '保密审查人（签名）：李三    2026年9月10日 10:00    机内签批',
      '签批人（签名）：              年    月    日',
      '政府网站 2026年9月14日 www.example.invalid/1.html（发布人 张一）',
      '链上编码 7H2K-Q9XM-3TNB-0W4R-VC8J-5PDE-6YZ1    序号 2841    时钟标记：时钟倒退',
    ])
      expect(text).toContain(words);
  });

  test('carries nothing hidden but its own title and maker', async () => {
    const draft = await read(must(await exporters.form(form)));
    const hidden = draft.pieces.filter((piece) => !piece.visible && piece.kind !== 'file-name');
    // The picture's name and description, which screen readers say; nothing else.
    expect(hidden.filter((piece) => piece.kind !== 'metadata').map(({ text }) => text)).toEqual([
      '链上编码二维码',
      '检查点全文，其摘要即链上编码',
    ]);
    const properties = hidden.filter((piece) => piece.where.part.startsWith('docProps/')).map((piece) => piece.text);
    expect(properties.filter((text) => /[\u4e00-\u9fff]|[Uu]n-?named/.test(text)).sort()).toEqual(
      ['先审', '先审', '政府信息公开保密审查表'].sort(),
    );
    expect(draft.unread.map(({ part }) => part)).toEqual(['word/media/image1.png']);
  });
});

describe('台账', () => {
  const model = { office: '云溪市人民防空办公室', madeOn: '2026-11-21', rows: [ledgerRow] };
  const rowsOf = async (masked: boolean) => {
    const workbook = await readXlsx(bytesOf(must(await exporters.ledger({ ...model, masked }))));
    return workbook.sheets[0]?.rows ?? [];
  };

  test('full: one row a case, dates as dates, text as text', async () => {
    const rows = await rowsOf(false);
    expect(rows[0]?.[0]).toBe('云溪市人民防空办公室 政府信息公开保密审查登记台账（全量）  2026-11-21');
    const values = Object.fromEntries((rows[1] ?? []).map((header, index) => [header, rows[2]?.[index]]));
    const date = (iso: string) => new Date(`${iso}T00:00:00Z`);
    expect(values).toEqual({
      序号: 1,
      审查编号: 'XS-2026-007',
      信息名称: '关于警报试鸣的公告',
      文号: '云人防〔2026〕5号',
      处室: '指挥通信处',
      承办人: '张一',
      附件: 0,
      公开属性: '主动公开',
      生成日期: date('2026-09-01'),
      送审日期: date('2026-09-02'),
      状态: '已公开',
      审查结论: '处理后公开',
      依据: '《政府信息公开条例》第十七条',
      机检命中: 6,
      已处置: 6,
      处室负责人: '赵二',
      保密审查人: '李三',
      签批人: '王四',
      批准日期: date('2026-09-10'),
      发布渠道: '政府网站',
      发布日期: date('2026-09-14'),
      发布人: '张一',
      '用时（工作日）': 9,
      链上编码: ledgerRow.chainCode,
      备注: expect.toSatisfy((value: unknown) => value === '' || value === null || value === undefined),
    });
  });

  test('masked: neither title nor document number leaves the office, also not in the file itself', async () => {
    const file = must(await exporters.ledger({ ...model, masked: true }));
    expect(file.name).toBe('审查登记台账-2026-11-21-脱敏.xlsx');
    const text = textOf(await read(file));
    expect(text).toContain('XS-2026-007');
    for (const secret of ['关于警报试鸣的公告', '云人防〔2026〕5号']) expect(text).not.toContain(secret);
  });

  test('a title that looks like a formula stays text', async () => {
    const rows = [{ ...ledgerRow, row: { ...ledgerRow.row, title: '=HYPERLINK("x","y")' } }];
    const workbook = await readXlsx(bytesOf(must(await exporters.ledger({ ...model, masked: false, rows }))));
    expect(workbook.sheets[0]?.rows[2]?.[2]).toBe('=HYPERLINK("x","y")');
    expect([...(workbook.sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });
});

test('修改清单 lists every change with place, wording and reason', async () => {
  const items = [{ where: '第3段', text: '核6级', decision: '脱敏', replacement: '（略）', reason: '' }];
  const file = must(await exporters['change-list']({ number: 'XS-2026-007', fileName: '公告.docx', items }));
  const text = textOf(await read(file));
  for (const words of ['XS-2026-007 修改清单（内部使用，含原文，不得公开）', '公告.docx', '第3段', '核6级', '脱敏', '（略）'])
    expect(text).toContain(words);
});

test('the page of the form holds the same rows as the docx, and what people wrote is never markup', async () => {
  const file = must(await exporters['form-page']({ ...form, row: { ...form.row, title: '<img src=x> & “公告”' } }));
  const html = Buffer.from(file.base64, 'base64').toString('utf8');
  expect([file.name, html.includes('&lt;img src=x&gt; &amp; “公告”'), /<script|<img src=x|https?:/.test(html)]).toEqual([
    'XS-2026-007-审查表.html',
    true,
    false,
  ]);
  const squeezed = (draft: Draft): string => textOf(draft).replace(/\s/g, '');
  const page = squeezed(await read(file));
  const document = squeezed(await read(must(await exporters.form(form))));
  for (const words of [
    '编号：XS-2026-007（审签未完成）',
    '命中6处',
    '负责人（签名）：赵二',
    '定稿校验码9F3C-A7D2-51E0',
    '链上编码7H2K-Q9XM-3TNB',
  ])
    expect([words, page.includes(words), document.includes(words)]).toEqual([words, true, true]);
});
