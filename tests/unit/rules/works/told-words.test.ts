import { describe, expect, it } from 'vitest';
import { counted } from './works-engine.ts';

const L = 'project-location';
const P = 'protection-level';
const S = 'project-scale';

/** What makes a draft one about a work; its own findings are left out below. */
const ABOUT = '青杉里二期人防工程竣工验收意见\n该工程抗力级别为核6级。\n';
const ABOUT_FINDINGS = counted(ABOUT).length;
const told = (line: string): readonly string[] => counted(`${ABOUT}${line}`).slice(ABOUT_FINDINGS);

describe('a place is a place without any grammar of addresses', () => {
  it.each<readonly [string, readonly string[]]>([
    ['检修口在檀溪路公交站牌往北第二个井盖处。', [`${L}:檀溪路公交站牌往北第二个井盖处`]],
    ['图上注明北口出在老锅炉房烟囱东侧7米。', [`${L}:老锅炉房烟囱东侧7米`]],
    ['处于檀溪路与康复路夹角、门诊楼正下方，地下第三层。', [`${L}:檀溪路与康复路夹角、门诊楼正下方，地下第三层`]],
    ['1号口：剧团后台化妆间木地板下，已封盖。', [`${L}:剧团后台化妆间木地板下`]],
    ['更正为“檀溪路12号供销大厦塔楼地下”。', [`${L}:檀溪路12号供销大厦塔楼地下`]],
    ['查封了檀溪桥头地下商业街E区7至9号商铺。', [`${L}:檀溪桥头地下商业街E区7至9号商铺`]],
    ['电站就在地下二层东北角。', [`${L}:地下二层东北角`]],
    ['渗漏的是百货大楼东墙根的那个水泥亭子。', [`${L}:百货大楼东墙根的那个水泥亭子`]],
  ])('%s', (line, expected) => expect(told(line)).toEqual(expected));
});

describe('sizes and uses as people say them', () => {
  it.each<readonly [string, readonly string[]]>([
    ['该工程可供150人封闭运转30天。', [`${S}:150人封闭运转30天`]],
    ['该工程能站两三百号人。', [`${S}:两三百号人`]],
    ['整个工程三千出头的面积。', [`${S}:三千出头的面积`]],
    ['该工程建筑面积肆仟贰佰零陆点壹平方米。', [`${S}:肆仟贰佰零陆点壹平方米`]],
    ['战时水箱容积120立方米。', [`${S}:120立方米`]],
    ['该地道约三百二十延米，净宽2.2米。', [`${S}:三百二十延米`]],
    ['附带核6级的物资库，供医院药械储备。', [`${P}:核6级`, `${S}:物资库`]],
  ])('%s', (line, expected) => expect(told(line)).toEqual(expected));
});

describe('grades as people say them', () => {
  it.each<readonly [string, readonly string[]]>([
    ['改造后抗力由5级提升到4B级。', [`${P}:5级`, `${P}:4B级`]],
    ['把原先的防化乙级提高到甲级。', [`${P}:防化乙级`, `${P}:甲级`]],
    ['两个单元的防化级别分别为乙、丙。', [`${P}:乙、丙`]],
    ['级别常五，已报省办。', [`${P}:常五`]],
  ])('%s', (line, expected) => expect(told(line)).toEqual(expected));
});

describe('a sentence that plainly tells of a work is read in any draft', () => {
  it.each<readonly [string, readonly string[]]>([
    ['工作简报\n指挥组设在县老电影院地下掩蔽部。', [`${L}:县老电影院地下掩蔽部`]],
    ['值班安排\n应急发电机放在区政府后院半地下室人防库。', [`${L}:区政府后院半地下室人防库`]],
    ['驻村日记\n防空洞洞口就在学校旗杆后面的石壁下，够两千人躲。', [`${L}:学校旗杆后面的石壁下`, `${S}:够两千人躲`]],
  ])('%s', (text, expected) => expect(counted(text)).toEqual(expect.arrayContaining([...expected])));

  it.each([
    '致居民的一封信\n3号楼电梯更换，请从南门绕行；地下二层人防区域的防护密闭门由专人管理。',
    '校园科普问答\n冉村地道遗址长约一公里，春游时我们去看过。',
    '研学活动\n“坑道”用帆布搭成，全长30米，孩子们猫腰前行。',
    '防汛通知\n各地至少储备水泵2台、沙袋500只，人防工程要有人值守。',
    '工作要点\n全年新开工人防工程40个、建筑面积30万平方米，力争竣工验收合格率100%。',
    '年度报告\n审核5级签批简化为3级，防空地下室审批时限压减。',
    '招商启事\n地下商业街位于檀溪路与人民路交汇处，设8个出入口。',
  ])('and yet this says nothing: %s', (text) => expect(counted(text)).toEqual([]));
});

describe('tables and forms of other shapes', () => {
  it('reads a table on its side: captions in the first column, one work in every other', () => {
    expect(
      counted(
        '人防工程信息卡\n项目\t甲工程\t乙工程\n位置\t檀溪路66号二期地下\t翠屏路9号门诊楼下\n抗力等级\t6B\t核5常5\n防化等级\t丙\t乙\n建筑面积\t5120\t3360',
      ),
    ).toEqual([
      `${L}:檀溪路66号二期地下`,
      `${L}:翠屏路9号门诊楼下`,
      `${P}:6B`,
      `${P}:核5常5`,
      `${P}:丙`,
      `${P}:乙`,
      `${S}:5120`,
      `${S}:3360`,
    ]);
  });

  it('does not take a form of pairs for one', () => {
    expect(counted('人防工程登记\n防护等级\t核6\t平时功能\t汽车库\n战时功能\t二等人员掩蔽所\t平时功能\t汽车库')).not.toContain(
      `${S}:汽车库`,
    );
  });

  it('reads sizes and grades of a list of projects by 规模 and 级别', () => {
    expect(
      counted('人防工程建设规划\n序号\t项目\t规模\t级别\t投资\n1\t青杉里物资库\t4100㎡\t5\t2988\n2\t早期工程加固\t12处\t—\t1500'),
    ).toEqual([`${S}:4100㎡`, `${P}:5`]);
  });

  it('reads labels set apart by dashes', () => {
    expect(told('等级——核5级、常5级\n单元——共五个')).toEqual([`${P}:核5级、常5级`, `${S}:五个`]);
  });

  it('reads the heads of items in a list of sirens', () => {
    expect(counted('防空警报器检修派工单\n（一）檀溪实验学校综合楼：天线被风吹歪。\n（二）工作要求：注意安全。')).toEqual([
      `${L}:檀溪实验学校综合楼`,
    ]);
  });
});
