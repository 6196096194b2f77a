import { describe, expect, it } from 'vitest';
import { counted } from './works-engine.ts';

const L = 'project-location';
const P = 'protection-level';
const S = 'project-scale';

/** What makes a draft one about a work; its own findings are left out below. */
const ABOUT = '青杉里二期人防工程竣工验收意见\n该工程抗力级别为核6级。\n';
const ABOUT_FINDINGS = counted(ABOUT).length;
const told = (line: string): readonly string[] => counted(`${ABOUT}${line}`).slice(ABOUT_FINDINGS);

describe('in a draft about a work, everyday words are read too', () => {
  it.each<readonly [string, readonly string[]]>([
    ['7号楼北侧坡道口门扇下垂，已调校。', [`${L}:7号楼北侧坡道口`]],
    ['檀溪小学操场底下那处（能进八百人）要排水。', [`${L}:檀溪小学操场底下`, `${S}:八百人`]],
    ['冒味的风口为4号楼北侧花坛内的排风井。', [`${L}:4号楼北侧花坛内的排风井`]],
    [
      '建于三号院南侧集中绿地下，地下二层（标高-9.150），东邻11号楼。',
      [`${L}:三号院南侧集中绿地下，地下二层（标高-9.150）`, `${L}:11号楼`],
    ],
    ['工程位置：学府路东、环城北路北，3#、5#楼及中心庭院之下', [`${L}:学府路东、环城北路北，3#、5#楼及中心庭院之下`]],
    ['地道从机床厂三食堂后墙挖起，总长412延长米。', [`${L}:机床厂三食堂后墙`, `${S}:412延长米`]],
    ['当年报的是六级，两千六百多平，图纸在档案室。', [`${P}:六级`, `${S}:两千六百多平`]],
    ['历史资料登记为五级工程。', [`${P}:五级`]],
    ['人防工程类别：乙类', [`${P}:乙类`]],
    ['A区为二等人员掩蔽所，B区为电站。', [`${S}:二等人员掩蔽所`, `${S}:电站`]],
    ['人防面积三千八百一十二点四平方米。', [`${S}:三千八百一十二点四平方米`]],
    ['掩蔽人数　5200', [`${S}:5200`]],
  ])('%s', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it.each([
    '报名地点：公共资源交易中心三楼306室。',
    '看样请到市民中心B座北侧大厅。',
    '四十中旁边奶茶店已停业。',
    '平整出来的400平方米准备建成口袋公园。',
    '每500平方米配灭火器4具。',
    '全市累计建成人防工程160万平方米。',
    '耐火等级一级，防水等级一级，监理单位资质乙级。',
    '易燃品动火证分一级、二级、三级。',
    '遇六级大风停止吊装。',
    '普通车库三级坡道灯坏了6盏。',
    '人防工程出入口一般设在楼梯间或者绿地内。',
    '平时为汽车库，可停车280辆。',
    '项目总建筑面积98520平方米，容积率2.5。',
    '人防宣教馆位于滨江公园东门地下一层，面积1200平方米。',
  ])('and yet this says nothing: %s', (line) => {
    expect(told(line)).toEqual([]);
  });
});

describe('outside such a draft the same words say nothing', () => {
  it.each([
    '物业报修：7号楼北侧坡道口路灯不亮。',
    '听说六级的人防比五级的好，能不能查？',
    '扩建幼儿园300平方米要不要交易地建设费？',
    '您听说过“核6级”“常6级”这样的说法吗？',
    '门的旁边往往还有一间小屋，是洗消间或者滤毒室。',
  ])('%s', (line) => {
    expect(counted(`人防知识问答\n${line}`)).toEqual([]);
  });
});

describe('sirens are cared for by people who do not say 警报器 each time', () => {
  it.each<readonly [string, readonly string[]]>([
    ['三、警报\n没通的是农机局家属楼顶那台，电池鼓包。', [`${L}:农机局家属楼顶`]],
    ['人防维护交接班\n一号点：檀溪酒店十六层电梯机房顶，电池已充。', [`${L}:檀溪酒店十六层电梯机房顶`]],
    ['警报设施更新\n序号\t安装处\t数量\n1\t檀溪一中科技楼天面\t1', [`${L}:檀溪一中科技楼天面`]],
  ])('%s', (text, expected) => {
    expect(counted(text)).toEqual(expected);
  });

  it('leaves other roofs alone', () => {
    expect(counted('创建公告\n志愿者在百货大楼天台种植蔬菜。')).toEqual([]);
  });
});

describe('tables with short headers', () => {
  it('reads 核, 常, 化 and the class', () => {
    expect(counted('人防工程质量监督汇总\n工程\t甲/乙类\t核\t常\t化\t战时\t单元\n檀溪里\t甲\t6B\t6\t丙\t二等人员\t3')).toEqual([
      `${P}:甲`,
      `${P}:6B`,
      `${P}:6`,
      `${P}:丙`,
      `${S}:二等人员`,
      `${S}:3`,
    ]);
  });

  it('reads where stores lie and what is in them, not a plan of purchases', () => {
    expect(
      counted(
        '战备物资储备清册\n库号\t库址\t库房面积\t存放品种及数量\n1号\t西环路北口原造纸厂二车间\t860平米\t单帐篷320顶、棉被1800床\n年度采购计划\n品名\t规格\t数量\n雨衣\tXL\t300',
      ),
    ).toEqual([`${L}:西环路北口原造纸厂二车间`, `${S}:860平米`, `${S}:单帐篷320顶、棉被1800床`]);
  });
});
