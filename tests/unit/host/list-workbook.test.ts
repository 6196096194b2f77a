import { describe, expect, test } from 'vitest';
import { listTemplateXlsx } from '../../../exports/list-template-xlsx.ts';
import { readListWorkbook } from '../../../host/list-workbook.ts';
import { createQuickReader } from '../../../host/quick-reader.ts';
import { LIST_KINDS, type ListKind } from '../../../review/model/index.ts';
import { readList } from '../../../rules/index.ts';
import { makeXlsx } from '../../fixtures/ingest/make-xlsx.ts';
import { makeWorkbook } from '../../fixtures/office-lists/make-workbook.ts';

const idle = { progress: () => undefined, signal: new AbortController().signal };
const read = (bytes: Uint8Array, name = '清单.xlsx') => readListWorkbook(createQuickReader(), name, bytes, idle);
const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook read as a list', () => {
  test('gives texts by row and column as they stand, numbers without loss, formulas as formulas', async () => {
    const rows = `<row r="2">${text('B2', '号码')}<c r="C2"><v>13900000011</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>`;
    expect(await read(makeXlsx({ sheets: [{ rows }] }))).toEqual({
      ok: true,
      data: [
        ['', '', '', ''],
        ['', '号码', '13900000011', { formula: true }],
      ],
    });
  });

  test('is its first visible sheet', async () => {
    const sheets = [
      { name: '旧', state: 'hidden', rows: `<row r="1">${text('A1', '隐藏')}</row>` },
      { name: '新', rows: `<row r="1">${text('A1', '可见')}</row>` },
    ];
    expect(await read(makeXlsx({ sheets }))).toEqual({ ok: true, data: [['可见']] });
  });

  test('that is none, is damaged, or unpacks without end is refused in a sentence', async () => {
    const good = await makeWorkbook([['工程名称'], ['青杉里二期']]);
    // Forty megabytes of blanks in a few kilobytes: the workbook library alone would take it.
    const bomb = makeXlsx({ sheets: [{ rows: ' '.repeat(40 * 1024 * 1024) }] });
    const codes = [];
    for (const [bytes, name] of [
      [new TextEncoder().encode('工程名称'), '清单.xlsx'],
      [good, '清单.xls'],
      [good.slice(0, good.length / 2), '清单.xlsx'],
      [new Uint8Array(17 * 1024 * 1024), '清单.xlsx'],
      [bomb, '清单.xlsx'],
    ] as const) {
      const result = await read(bytes, name);
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    expect(codes).toEqual(['list-unreadable', 'list-unreadable', 'list-unreadable', 'list-too-large', 'list-unreadable']);
  });
});

describe('the template of a list', () => {
  test('is read by the import of its kind: a header and nothing under it', async () => {
    for (const kind of Object.keys(LIST_KINDS) as ListKind[]) {
      const made = await listTemplateXlsx(kind);
      const bytes = made.ok ? new Uint8Array(Buffer.from(made.data.base64, 'base64')) : new Uint8Array();
      const grid = await read(bytes);
      expect([kind, grid.ok && readList(kind, grid.data).errors.map(({ message }) => message)]).toEqual([
        kind,
        ['表头下面没有内容'],
      ]);
    }
  });
});
