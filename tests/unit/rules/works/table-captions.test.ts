import { describe, expect, it } from 'vitest';
import { counted } from './works-engine.ts';

/** A filing table of two works with one more column. */
const filing = (caption: string, cells: readonly [string, string]) =>
  `2025年2月人防工程竣工验收备案情况表\n序号\t工程名称\t${caption}\t备案号\n1\t青杉里二期\t${cells[0]}\t第11号\n2\t檀溪书院\t${cells[1]}\t第12号`;

const both = (category: string, cells: readonly [string, string]) => cells.map((cell) => `${category}:${cell}`);

describe('captions of columns are put together from the words offices join', () => {
  it.each(
    '抗力 抗力级 防核 防常 核武器 防核武器抗力级别 核抗力 防核级别 核级 抗核 核/常 核、常 防核/防常 抗力级别（核/常） 类别、级别 类别及级别 设防等级 原设计等级 设计抗力 批复等级 战时抗力 抗力与防化 抗力级别及防化级别'.split(
      ' ',
    ),
  )('a grade under %s', (caption) => {
    const table = `${filing(caption, ['6', '五'])}`.replaceAll('备案号', '战时用途').replace(/第1[12]号/g, '—');
    expect(counted(table)).toEqual(both('protection-level', ['6', '五']));
  });

  it.each([
    ['防化要求', 'protection-level', ['丙', '乙级/丁级']],
    ['抗力', 'protection-level', ['6/6', '6B、5']],
    ['建面', 'project-scale', ['2744', '3310+420']],
    ['面积/m²', 'project-scale', ['4,026.5', '约9000']],
    ['掩蔽量', 'project-scale', ['1900', '800~1000']],
    ['防护单元/抗爆单元', 'project-scale', ['3/9', '2个防护、6个抗爆']],
    ['洞长', 'project-scale', ['约1.3公里', '340余米']],
    ['战时/平时', 'project-scale', ['二等人掩', '车掩']],
    ['场址', 'project-location', ['渡口大街519号', '3#楼东侧地下']],
  ] as const)('what stands under %s', (caption, category, cells) => {
    const table = filing(caption, cells)
      .replace(/备案号/, '防护等级')
      .replace(/第1[12]号/g, '—');
    expect(counted(table)).toEqual(both(category, cells));
  });

  it('grades of scores, firms and goods are none of works', () => {
    const scored = '公用人防工程抽查\n工程名称\t位置\t得分\t等级\n甲工程\t—\t88.5\t二级\n乙工程\t—\t76\t三级';
    const goods = '人防设备抽检\n厂家\t产品\t质量等级\n甲厂\t密闭门\t一级\n乙厂\t阀门\t二级';
    const peace = '人防工程平时使用\n工程名称\t人防面积\t用途\n甲工程\t—\t汽车库\n乙工程\t—\t仓库';
    expect([scored, goods, peace].map(counted)).toEqual([[], [], []]);
  });
});
