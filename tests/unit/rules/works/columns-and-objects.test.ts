import { describe, expect, it } from 'vitest';
import { compactText } from '../../../../rules/recognisers/works/compact.ts';
import { matchCoordinates } from '../../../../rules/recognisers/works/coordinates.ts';
import { parseNumber } from '../../../../rules/recognisers/works/numbers.ts';
import { matchObjects } from '../../../../rules/recognisers/works/objects.ts';
import { counted } from './works-engine.ts';

describe('tables are read by their headers', () => {
  it('reads a completion table in any order of columns', () => {
    const row = {
      工程名称: '青杉里二期',
      建设地点: '檀溪路66号地下二层',
      抗力级别: '6',
      防化: '丙',
      '人防面积（㎡）': '4316.52',
      战时用途: '二等人员掩蔽',
      备案号: '360789201811100357',
    };
    const found = (names: readonly (keyof typeof row)[]) =>
      counted(`${names.join('\t')}\n${names.map((name) => row[name]).join('\t')}`).sort();
    const expected = [
      'project-location:檀溪路66号地下二层',
      'project-scale:4316.52',
      'project-scale:二等人员掩蔽',
      'protection-level:6',
      'protection-level:丙',
    ];
    const names = Object.keys(row) as (keyof typeof row)[];
    expect([found(names), found([...names].reverse())]).toEqual([expected, expected]);
  });

  it('reads forms with several labels in a row', () => {
    const form =
      '工程名称\t翰府三期防空地下室\t报监日期\t2022.3.8\n防护等级\t核6级、常6级\t防化等级\t丙级\n人防面积\t3980.5㎡\t平时功能\t汽车库';
    expect(counted(form)).toEqual(['protection-level:核6级、常6级', 'protection-level:丙级', 'project-scale:3980.5㎡']);
  });

  it.each([
    '序号\t名称\t主要参数\n1\t终端控制箱\t外壳防护等级不低于IP65',
    '项目名称\t项目地址\t易地建设理由\t应建面积（㎡）\n宏远库\t科创路13号\t埋深不足\t1126.40',
    '企业名称\t注册地址\t资质等级\n信达人防监理\t创业路6号\t乙级',
    '单位\t办公地址\t电话\n县人防办\t府前路2号\t3021187',
    '疏出单位\t接收乡镇\t计划人数\n前进街道\t北辛镇\t14600',
    '县区\t台数\t鸣响率\n东港区\t18\t97%',
  ])('leaves other tables alone: %s', (text) => {
    expect(counted(text)).toEqual([]);
  });
});

describe('what identifies a work', () => {
  const names = (text: string) => matchObjects(compactText(text).text).map((object) => object.name);
  it.each([
    ['青杉里二期人防工程已竣工。', ['青杉里二期']],
    ['工程名称：翰府三期　建设规模：2栋', ['翰府三期']],
    ['“云水湾”项目拟建防空地下室', ['云水湾']],
    ['预备指挥所已开通。', ['预备指挥所']],
    ['某小区人防工程渗水。', []],
    ['新建民用建筑应当修建防空地下室。', []],
    ['其他居民住宅楼按首层面积修建防空地下室。', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('coordinates', () => {
  it.each([
    ['东经117°00′00.5″，北纬31°00′00.5″', ['东经117°00′00.5″，北纬31°00′00.5″']],
    ['E113°10\'05.2" N40°03\'57.8"', ['E113°10\'05.2" N40°03\'57.8"']],
    ['117度0分0.5秒，31度0分0.5秒', ['117度0分0.5秒，31度0分0.5秒']],
    ['117.000012，31.000012', ['117.000012，31.000012']],
    ['东经117.0012°、北纬31.0034°', ['东经117.0012°、北纬31.0034°']],
    ['X=3430000.123，Y=39500000.456', ['X=3430000.123，Y=39500000.456']],
    ['N31-00-00.5', ['N31-00-00.5']],
    ['中标价117.2345万元，下浮率31.2345%', []],
    ['收入1365.203，支出117.117', []],
    ['北纬31.02度，东经117.05度', []],
    ['192.168.10.1', []],
  ])('%s', (text, expected) => {
    expect(matchCoordinates(text).map((match) => text.slice(match.start, match.end))).toEqual(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['4,316.52', 4316.52],
    ['1.2万', 12000],
    ['叁仟贰佰壹拾', 3210],
    ['一万二千六百', 12600],
    ['二千六百余', 2600],
    ['十', 10],
    ['二十三', 23],
    ['七', 7],
  ])('%s is %d', (written, value) => {
    expect(parseNumber(written)).toBe(value);
  });
});
