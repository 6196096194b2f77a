import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { leftHidden, showsOther } from '../../../review/usecases/clean-copy-check.ts';
import { makeXlsx, row, type XlsxRecipe } from '../../fixtures/ingest/make-xlsx.ts';
import { makePptx } from '../../fixtures/ingest/planted-pptx.ts';
import { type Copied, copied, editsFor, type TextEdit } from './copied.ts';

/** A workbook after its clean copy; proved to be spliced, without hidden things, and otherwise saying the same. */
async function book(recipe: XlsxRecipe, edits: (draft: Copied['before']) => readonly TextEdit[]): Promise<Copied> {
  const copy = await copied('台账.xlsx', makeXlsx(recipe), edits);
  expect([copy.record.why, copy.record.way, leftHidden(copy.before, copy.after, 'spliced')]).toEqual([
    undefined,
    'spliced',
    undefined,
  ]);
  expect(showsOther(copy.before, copy.after, edits(copy.before), 'spliced')).toBe(false);
  return copy;
}
const cells = (copy: Copied) =>
  copy.after.pieces
    .filter(({ where }) => / [A-Z]+\d+$/.test(where.label))
    .map(({ where, text }) => `${where.label.split(' ').at(-1)} ${text}`);
const sheet = (copy: Copied, number = 1) =>
  /<sheetData>(.*)<\/sheetData>/.exec(copy.part(`xl/worksheets/sheet${number}.xml`) ?? '')?.[1];

describe('脱敏稿 of a workbook', () => {
  test('of two cells that share a formatted text only the decided one changes, and both keep their formatting', async () => {
    const rich = (word: string) => `<si><r><rPr><b/></rPr><t>云溪</t></r><r><t xml:space="preserve">${word}</t></r></si>`;
    const recipe = {
      sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>' }],
      strings: ['空'],
    };
    const files = unzipSync(makeXlsx(recipe));
    files['xl/sharedStrings.xml'] = strToU8(`<sst count="2" uniqueCount="1">${rich('路旁')}<si><t>没人用</t></si></sst>`);
    const edits = (draft: Copied['before']) => editsFor(draft, '溪路', '某', (label) => label.endsWith('B1'));
    const copy = await copied('台账.xlsx', zipSync(files), edits);
    expect(copy.record.way).toBe('spliced');
    expect(sheet(copy)).toBe('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>');
    expect(copy.part('xl/sharedStrings.xml')).toBe(
      `<sst>${rich('路旁')}<si><t/></si><si><r><rPr><b/></rPr><t>云某</t></r><r><t xml:space="preserve">旁</t></r></si></sst>`,
    );
  });

  test('a number, a date and a formula become the words that take their place', async () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46096</v></c><c r="B1"><v>13800138000</v></c><c r="C1" t="str"><f>A1&amp;"云溪路"</f><v>在云溪路</v></c></row>';
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const copy = await book({ sheets: [{ rows }], styles }, (draft) => [
      ...editsFor(draft, '03-15', '某日'),
      ...editsFor(draft, '13800138000', '（略）'),
      ...editsFor(draft, '云溪路', '某路', (label) => label.endsWith('C1')),
    ]);
    expect(cells(copy)).toEqual(['A1 2026-某日', 'B1 （略）', 'C1 在某路']);
    expect(copy.part('xl/worksheets/sheet1.xml')).not.toContain('<f');
  });

  test('a hidden sheet goes whole; names go but the areas to print, which follow their sheet', async () => {
    const names = (own: string) => `<definedNames>${own}</definedNames>`;
    const area = (local: number) => `<definedName name="_xlnm.Print_Area" localSheetId="${local}">乙!$A$1:$B$2</definedName>`;
    const copy = await book(
      {
        sheets: [
          { name: '底数', state: 'hidden', rows: row(1, ['内部']) },
          { name: '乙', rows: row(1, ['云溪路']) },
        ],
        workbook: `<bookViews><workbookView activeTab="1"/></bookViews>${names(`<definedName name="密">底数!$A$1</definedName>${area(1)}`)}`,
      },
      (draft) => editsFor(draft, '云溪路', '某路'),
    );
    expect(copy.parts.filter((name) => name.includes('worksheets/'))).toEqual(['xl/worksheets/sheet2.xml']);
    expect(/<sheets>.*/.exec(copy.part('xl/workbook.xml') ?? '')?.[0]).toBe(
      `<sheets><sheet name="乙" sheetId="2" r:id="s2"/></sheets><bookViews><workbookView/></bookViews>${names(area(0))}</workbook>`,
    );
  });

  test('the name of a sheet takes its edit; one that no program accepts is not made', async () => {
    const recipe = { sheets: [{ name: '云溪路一号', rows: row(1, ['甲']) }] };
    const copy = await book(recipe, (draft) => editsFor(draft, '云溪路', '某路'));
    expect(copy.part('xl/workbook.xml')).toContain('<sheet name="某路一号"');
    const refused = await copied('台账.xlsx', makeXlsx(recipe), (draft) => editsFor(draft, '云溪路', '[略]'));
    expect([refused.name, refused.record.why]).toEqual(['台账-脱敏稿.docx', '替换后的工作表名不合规']);
  });

  test('a table that names its column by an edited text becomes a plain range', async () => {
    const table = (name: string) =>
      `<table id="1" name="t" ref="A1:A2"><tableColumns><tableColumn id="1" name="${name}"/></tableColumns></table>`;
    const recipe = (name: string): XlsxRecipe => ({
      sheets: [
        {
          rows: row(1, ['云溪路']) + row(2, ['甲']),
          after: '<tableParts><tablePart r:id="y0"/></tableParts>',
          relations: [['table', '../tables/table1.xml']],
        },
      ],
      parts: { 'xl/tables/table1.xml': table(name) },
    });
    const edits = (draft: Copied['before']) => editsFor(draft, '云溪路', '某路', (label) => label.endsWith('A1'));
    const kept = await book(recipe('名称'), edits);
    const dropped = await book(recipe('云溪路'), edits);
    const has = (copy: Copied) => [
      copy.parts.includes('xl/tables/table1.xml'),
      (copy.part('xl/worksheets/sheet1.xml') ?? '').includes('tablePart'),
    ];
    expect([has(kept), has(dropped)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('脱敏稿 of a presentation', () => {
  const text = (words: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="标题"/></p:nvSpPr><p:txBody><a:p>${words}</a:p></p:txBody></p:sp>`;

  test('words over several runs and line ends take one replacement', async () => {
    const shapes = text('<a:r><a:rPr b="1"/><a:t>在云</a:t></a:r><a:br/><a:r><a:t>溪路旁</a:t></a:r>');
    const copy = await copied('汇报.pptx', makePptx({ shapes }), (draft) => editsFor(draft, '云\n溪路', '【路】'));
    expect([copy.record.way, copy.part('ppt/slides/slide1.xml')?.match(/<a:p>.*<\/a:p>/)?.[0]]).toEqual([
      'spliced',
      '<a:p><a:r><a:rPr b="1"/><a:t>在【路】</a:t></a:r><a:r><a:t>旁</a:t></a:r></a:p>',
    ]);
  });

  test('of an embedded object stays its picture; hidden shapes take the animation along', async () => {
    const picture = '<p:pic><p:nvPicPr><p:cNvPr id="0" name=""/></p:nvPicPr></p:pic>';
    const shapes = `${text('<a:r><a:t>云溪路</a:t></a:r>')}<p:graphicFrame><a:graphic><a:graphicData><p:oleObj r:id="r7">${picture}</p:oleObj></a:graphicData></a:graphic></p:graphicFrame><p:sp><p:nvSpPr><p:cNvPr id="3" name="" hidden="1"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>密</a:t></a:r></a:p></p:txBody></p:sp>`;
    const parts = { 'ppt/embeddings/a.bin': '云溪路云溪路' };
    const bytes = makePptx({ shapes, relations: [['r7', 'oleObject', '../embeddings/a.bin']], parts });
    const copy = await copied('汇报.pptx', bytes, (draft) =>
      editsFor(draft, '云溪路', '某路', (label) => label.includes('幻灯片')),
    );
    expect([copy.record.way, copy.parts.some((name) => name.includes('embeddings')), copy.record.dropped]).toEqual([
      'spliced',
      false,
      expect.arrayContaining([
        { kind: '嵌入对象', count: 2 },
        { kind: '隐藏的图形', count: 1 },
      ]),
    ]);
    expect(/<p:spTree>(.*)<\/p:spTree>/.exec(copy.part('ppt/slides/slide1.xml') ?? '')?.[1]).toBe(
      `${text('<a:r><a:t>某路</a:t></a:r>').replace('标题', '')}${picture}`,
    );
  });
});
