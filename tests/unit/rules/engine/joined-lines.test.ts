import { describe, expect, test } from 'vitest';
import { joinedLines } from '../../../../rules/engine/joined-lines.ts';
import { exampleDraft } from '../../../../rules/index.ts';
import { madeCard, madeId, madeMobile } from '../personal/made-numbers.ts';
import { counted as personal, personalFindings } from '../personal/personal-engine.ts';
import { counted as works } from '../works/works-engine.ts';

const groups = (text: string): string[] =>
  joinedLines(exampleDraft(text).pieces).map((group) => group.map((piece) => piece.text).join('/'));

const id = madeId('510681', '18990228', '215');
const card = madeCard('622848000000067890');
/** Every way to break a value once. */
const cuts = (value: string): (readonly [string, string])[] =>
  [...value].slice(1).map((_, at) => [value.slice(0, at + 1), value.slice(at + 1)] as const);

describe('a value that a line end breaks', () => {
  test.each(cuts(id))('an identity number: both halves of %s|%s are found', (head, tail) => {
    expect(personal(`信访人反映房屋渗水，公民身份号码${head}\n${tail}，要求处理。`)).toEqual([
      `personal-id:${head}`,
      `personal-id:${tail}`,
    ]);
  });
  test.each(cuts(madeMobile))('a mobile number: both halves of %s|%s are found', (head, tail) => {
    expect(personal(`请与物业联系，手机${head}\n${tail}。`)).toEqual([`personal-contact:${head}`, `personal-contact:${tail}`]);
  });
  test.each(cuts(card).slice(3, -3))('a card number: both halves of %s|%s are found', (head, tail) => {
    expect(personal(`补助款汇入本人工资卡${head}\n${tail}。`)).toEqual([`personal-finance:${head}`, `personal-finance:${tail}`]);
  });
  test('an area before its unit, and a grade before its number', () => {
    expect(works('青杉里二期人防工程建筑面积3200\n平方米，抗力级别为核\n6级、常6级，已竣工。')).toEqual([
      'project-scale:3200',
      'project-scale:平方米',
      'protection-level:核',
      'protection-level:6级、常6级',
    ]);
  });
  test('a street before its number', () => {
    expect(works('该人防工程位于临湖区檀溪路\n66号青杉里二期地下二层，已竣工。')).toEqual([
      'project-location:临湖区檀溪路',
      'project-location:66号青杉里二期地下二层',
    ]);
  });
});

describe('a clause that ends in a comma', () => {
  test('goes on in a line that begins with a year, also behind the comma of a scanner', () => {
    expect([
      groups('老圩街下确有一条早期地道 ,\n1971年挖筑 ,因年久失修多处掉块 ,\n长约 340 米 。'),
      groups('老圩街下确有一条早期地道，\n1971年挖筑。'),
    ]).toEqual([
      ['老圩街下确有一条早期地道 ,/1971年挖筑 ,因年久失修多处掉块 ,/长约 340 米 。'],
      ['老圩街下确有一条早期地道，/1971年挖筑。'],
    ]);
  });
  test('ends before a new item, and rows of values stay apart', () => {
    expect([
      groups('经核查该处确有早期地道，\n2、房屋开裂与地道无关。'),
      groups('甲工程,核6级,丙级,2744,\n乙工程,核5级,乙级,3310,'),
    ]).toEqual([
      ['经核查该处确有早期地道，', '2、房屋开裂与地道无关。'],
      ['甲工程,核6级,丙级,2744,', '乙工程,核5级,乙级,3310,'],
    ]);
  });
});

describe('the two findings of a broken value', () => {
  test('name each other as evidence and have identities of their own', () => {
    const findings = personalFindings(`手机${madeMobile.slice(0, 5)}\n${madeMobile.slice(5)}，请保密。`);
    const parts = findings.map(({ piece, evidence }) => [piece, evidence.flatMap(({ span }) => span?.text ?? [])]);
    expect([parts.map(([piece]) => piece), new Set(findings.map(({ id: own }) => own)).size]).toEqual([[0, 1], 2]);
    expect(parts.map(([, texts]) => texts)).toEqual([
      expect.arrayContaining([madeMobile.slice(5)]),
      expect.arrayContaining([madeMobile.slice(0, 5)]),
    ]);
  });
});

describe('lines that go on in the next one', () => {
  test('a page broken at its column is read as paragraphs', () => {
    const text = [
      '为做好汛期人防工程维护管理工作，我办组织人员对辖区内早期工程进',
      '行了检查，重点查看了口部封堵、排水设施和照明线路等部位的情况，',
      '总体情况较好，个别部位渗水，已责成维护单位限期整改并复查销号。',
      '检查中还发现，部分单位台账记录不全，须在月底前补齐。',
    ].join('\n');
    expect(groups(text)).toHaveLength(2);
  });
  test('a clause that stops in the middle goes on', () => {
    expect(groups('会议听取了工程科的汇报，研究了下一步的\n工作安排，要求按期完成。')).toHaveLength(1);
  });
});

describe('lines that stand by themselves', () => {
  test.each([
    ['a new item', '（一）检查了三处工程，情况良好，\n（二）复查了两处工程。'],
    ['a date below a telephone number', '联系电话：0551-62600000\n2024年7月3日'],
    ['a numbered item below a figure', '经办人 3\n2.办理时限'],
    ['two whole numbers', `值班手机${madeMobile}\n${madeMobile}`],
    ['a label', '举报电话：0551-62600000，欢迎监督\n邮箱：a@b.gov.cn，长期有效'],
    ['a signature below the text', '以上意见请你单位研究，并于月底前书面函复我办\n某某市人民防空办公室'],
    ['cells of a table', '面积\t核\n3200\t6级'],
    ['an indented paragraph', '会议听取了工程科的汇报，研究了下一步工作安排\n　　会议要求，各科室按期完成。'],
    ['lines of a form', '掩蔽人数　5200，含儿童，按规定预留了余量\n门窗安装偏差、强度等级均满足设计。'],
  ])('%s', (_name, text) => {
    expect(groups(text).some((group) => group.includes('/'))).toBe(false);
  });
});
