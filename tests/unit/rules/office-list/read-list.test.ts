import { describe, expect, test } from 'vitest';
import { MOST_ROWS } from '../../../../review/model/index.ts';
import { compareLists, type Grid, readList, readListContent, writeListContent } from '../../../../rules/index.ts';
import { contactKey, readDate } from '../../../../rules/office-list/cells.ts';
import { addressForms } from '../../../../rules/office-list/list-facts.ts';

const messages = (kind: Parameters<typeof readList>[0], grid: Grid) => readList(kind, grid).errors.map(({ message }) => message);

describe('reading a workbook as a list', () => {
  test('finds the header below a title, by other names, in any order, beside strange columns', () => {
    const read = readList('works', [
      ['云溪市人防工程名录'],
      [],
      ['序号', '建设地点', '项目名称（必填）', '曾用名', '竣工'],
      ['1', '临湖区檀溪路66号', ' 青杉里二期 ', '青杉里车库;青杉二期；青杉二期', '2024'],
      ['', '', '', '', '2025'],
      ['2', '', '碧梧园北区', '', ''],
    ]);
    expect(read).toEqual({
      list: {
        kind: 'works',
        rows: [
          { row: 4, name: '青杉里二期', aliases: ['青杉里车库', '青杉二期'], address: '临湖区檀溪路66号', note: '' },
          { row: 6, name: '碧梧园北区', aliases: [], address: '', note: '' },
        ],
      },
      errors: [],
      rows: 2,
    });
  });

  test('reads levels, dates and keywords of a negative list, and the defaults', () => {
    const read = readList('negative', [
      ['序号', '信息事项类别', '信息事项内容', '关键词', '不予公开的依据', '理由', '处理级别', '生效日期'],
      ['1', '指挥通信', '值勤频率表', '频率表；值勤频率', '《某办法》第五条', '防止泄露', '必须处理', '2026年9月1日'],
      ['2', '内部事务', '考勤通报', '考勤通报', '《某办法》第六条', '', '', ''],
    ]);
    expect(read.list.rows).toEqual([
      {
        row: 2,
        category: '指挥通信',
        content: '值勤频率表',
        keywords: ['频率表', '值勤频率'],
        basis: '《某办法》第五条',
        reason: '防止泄露',
        level: 'block',
        from: '2026-09-01',
      },
      {
        row: 3,
        category: '内部事务',
        content: '考勤通报',
        keywords: ['考勤通报'],
        basis: '《某办法》第六条',
        reason: '',
        level: 'review',
        from: '',
      },
    ]);
  });

  test('tells every wrong row with its number and the column as it is written there', () => {
    const grid: Grid = [
      ['单位', '号码', '有效期至'],
      ['甲窗口', '0551-62000001', '2026-02-30'],
      ['乙窗口', '12', ''],
      ['', '0551-62000002', ''],
      ['丙窗口', { formula: true }, ''],
      ['丁窗口', '0551-62000001', '明年'],
      ['戊窗口', '(0551)62000003', ''],
      ['己窗口', '0551 6200 0003', ''],
      ['很'.repeat(101), '0551-62000004', ''],
    ];
    expect(messages('contacts', grid)).toEqual([
      '第2行“有效期至”列：没有这一天，请写成 2026-09-01 的样子',
      '第3行“号码”列：不是电话号码或邮箱',
      '第4行“单位”列：不能为空',
      '第5行“号码”列：是公式，本程序不计算公式，请改为“粘贴为数值”',
      '第6行“有效期至”列：不是日期，请写成 2026-09-01 的样子',
      '第8行“号码”列：与第7行重复',
      '第9行“单位”列：超过 100 个字',
    ]);
    expect(readList('contacts', grid).list.rows.map(({ row }) => row)).toEqual([7]);
  });

  test('refuses words that would stand everywhere', () => {
    const head = ['类别', '内容', '关键词', '依据', '级别'];
    expect(
      messages('negative', [head, ['甲', '乙', '表', '《某办法》', ''], ['甲', '丙', '频率；', '《某办法》', '严重']]),
    ).toEqual(['第2行“关键词”列：每个至少要两个字，用“；”隔开', '第3行“级别”列：应当是“必须处理”“需审查”“提示”之一']);
    expect(messages('works', [['工程名称'], ['甲']])).toEqual(['第2行“工程名称”列：每个至少要两个字，用“；”隔开']);
  });

  test('says which columns are missing, that nothing is there, that it is too much', () => {
    expect([
      messages('negative', [
        ['工程名称', '内容'],
        ['甲', '乙'],
      ]),
      messages('works', []),
      messages('works', [['工程名称']]),
      messages('works', [['工程名称'], ...Array.from({ length: MOST_ROWS + 1 }, (_, at) => [`工程${at}`])]),
    ]).toEqual([
      ['没有找到表头：前 20 行里缺少“信息事项类别”、“关键词”、“不予公开的依据”列。请下载模板，按模板填写'],
      ['没有找到表头：前 20 行里缺少“工程名称”列。请下载模板，按模板填写'],
      ['表头下面没有内容'],
      ['工程名录最多 20000 行，这个文件有 20001 行。请核对是否选错了文件'],
    ]);
  });
});

describe('cells', () => {
  test('every way of writing a number is one number, and other texts are none', () => {
    expect(
      [
        '139 0000 0011',
        '+86-13900000011',
        '８６１３９００００００１１',
        '（0551）6200-0001',
        '0551-62000001转802',
        'Gongkai@Yunxi.example.cn',
        '12345',
      ].map(contactKey),
    ).toEqual([
      '13900000011',
      '13900000011',
      '13900000011',
      '055162000001',
      '055162000001802',
      'gongkai@yunxi.example.cn',
      '12345',
    ]);
    expect(['不详', '', '1234', 'a@b', '139 0000 0011 / 139 0000 0012', '139x0000'].map(contactKey)).toEqual(
      Array(6).fill(undefined),
    );
  });

  test('dates in the spellings of offices', () => {
    expect(['2026-9-1', '2026/09/01', '2026.9.1', '2026年9月1日', '2026-13-01', '9月1日'].map((text) => readDate(text))).toEqual([
      { value: '2026-09-01' },
      { value: '2026-09-01' },
      { value: '2026-09-01' },
      { value: '2026-09-01' },
      { wrong: '没有这一天，请写成 2026-09-01 的样子' },
      { wrong: '不是日期，请写成 2026-09-01 的样子' },
    ]);
  });

  test('an address is also looked for without its region and down to the door number', () => {
    expect([addressForms('江淮省云溪市临湖区檀溪路66号青杉里二期地下二层'), addressForms('凤鸣山北坡')]).toEqual([
      ['江淮省云溪市临湖区檀溪路66号青杉里二期地下二层', '檀溪路66号青杉里二期地下二层', '檀溪路66号'],
      ['凤鸣山北坡'],
    ]);
  });
});

describe('versions of a list', () => {
  const of = (...names: string[]) => readList('works', [['工程名称', '地址'], ...names.map((name) => name.split(' '))]).list;

  test('are compared entry by entry, whatever row they stand in', () => {
    expect([
      compareLists(undefined, of('青杉里', '碧梧园')),
      compareLists(of('青杉里', '碧梧园'), of('碧梧园', '青杉里')),
      compareLists(of('青杉里', '碧梧园', '丹枫苑'), of('青杉里 檀溪路1号', '丹枫苑', '翠柏居', '紫薇阁')),
    ]).toEqual([
      { added: 2, removed: 0, changed: 0, same: 0 },
      { added: 0, removed: 0, changed: 0, same: 2 },
      { added: 2, removed: 1, changed: 1, same: 1 },
    ]);
  });

  test('come back from their text, and no other text is taken for one', () => {
    const list = of('青杉里 檀溪路1号');
    expect(readListContent(writeListContent(list))).toEqual(list);
    for (const text of [
      '',
      '{}',
      '{"v":2,"kind":"works","rows":[]}',
      '{"v":1,"kind":"else","rows":[]}',
      '{"v":1,"kind":"works","rows":[{"row":1,"name":""}]}',
      '{"v":1,"kind":"works","rows":[{"row":0,"name":"青杉里","aliases":[],"address":"","note":""}]}',
      '{"v":1,"kind":"contacts","rows":[{"row":1,"unit":"甲","contact":"不详","note":"","until":""}]}',
    ])
      expect(() => readListContent(text)).toThrow();
  });
});
