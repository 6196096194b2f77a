import { describe, expect, test } from 'vitest';
import { counting } from './command/command-engine.ts';
import { counted as personal } from './personal/personal-engine.ts';
import { counted } from './works/works-engine.ts';

describe('works told in other words', () => {
  test.each(['防毒级别', '防生化等级', '三防级别', '防化级', '战时防化等级'])('a chemical grade stands under “%s”', (head) => {
    expect(counted(`工程名称\t抗力级别\t${head}\n檀溪书院\t5\t乙`)).toEqual(['protection-level:5', 'protection-level:乙']);
  });

  test.each(['核实面积', '核定面积', '测绘面积', '复测面积', '验收面积', '认定面积'])('an area stands under “%s”', (head) => {
    expect(counted(`工程名称\t抗力级别\t${head}\n檀溪书院\t5\t3588.4`)).toEqual(['protection-level:5', 'project-scale:3588.4']);
  });

  test.each([
    ['X（m）', 'Y（m）'],
    ['X', 'Y'],
    ['纵坐标X', '横坐标Y'],
    ['北坐标', '东坐标'],
  ])('plane coordinates stand under “%s” and “%s”', (north, east) => {
    expect(counted(`工程名称\t抗力级别\t${north}\t${east}\n云岭库\t5\t3549186.239\t37605642.155`)).toEqual([
      'protection-level:5',
      'project-location:3549186.239',
      'project-location:37605642.155',
    ]);
  });

  test.each([
    '推荐石门岭南麓采石场三号宕口作为首选场址',
    '拟选石门岭南麓采石场三号宕口做新址',
    '同意以石门岭南麓采石场三号宕口为库址',
  ])('a site is chosen: %s', (said) => {
    expect(counted(`人防指挥所迁建：${said}。`)).toContain('project-location:石门岭南麓采石场三号宕口');
  });

  test.each(['同意将书院街6号市民中心3号楼作为机关新址', '推荐李主任作为候选人', '道路走向：自东向西'])(
    'no site of a work is chosen: %s',
    (said) => {
      expect(counted(`人防工作情况\n${said}。`)).toEqual([]);
    },
  );
});

describe('command and plans told in other words', () => {
  test.each([
    '指挥席、情报席、保障席共18人进入预备指挥所。',
    '“雪松、雪松，我是云雀洞拐。”',
    '地道内装50门磁石总机两部。',
    '短波联络\n天通终端卡号：17400012345。',
    '警报巡检\n警报分组码调整为3-11。',
    '城西LNG接收站遭袭，油罐起火。',
    '一旦开战，机械厂那片的职工坐大客车去龙泉乡。',
    '这批图纸尚未定密，请资料室先行封存。',
    '文中地名主任要求删掉，来不及，没改。',
  ])('is found: %s', (said) => {
    expect(counting(said)).not.toEqual([]);
  });

  test.each([
    '城南街道的居民要坐车到市民广场参观。',
    '学校安装程控交换机50门，采购电话电缆30对。',
    '最先报到的是工程科。',
    '稿件未经审核不得发布。',
    '各县区已报送材料，待复核的项目共5个。',
    '家里还没装电话。',
  ])('is harmless: %s', (said) => {
    expect(counting(said)).toEqual([]);
  });
});

describe('two masks of one number', () => {
  test('that complete each other give it away', () => {
    expect(personal('来信人电话138****5678，另一处登记为1381234**78。')).toEqual([
      'personal-id:138****5678',
      'personal-id:1381234**78',
    ]);
  });

  test.each([
    '来信人电话138****5678，回访电话138****5678。',
    '甲的电话138****5678，乙的电话139****1234。',
    '甲的电话138****5678，乙的电话1391234**78。',
    '甲的电话138****5678，乙的电话138123****8。',
  ])('that leave figures open or are of two numbers do not: %s', (said) => {
    expect(personal(said)).toEqual([]);
  });
});

describe('persons told in other words', () => {
  test.each([
    ['锅炉工庾大海上工时中暑住院。', 'personal-name:庾大海'],
    ['退休职工区少强因骨折住院。', 'personal-name:区少强'],
    ['信访人反映：看门的柯大壮在场。', 'personal-name:柯大壮'],
    ['其父乐正德贵住衡山镇老街114号。', 'personal-name:乐正德贵'],
    ['我家老爷子退休金才两千三百块。', 'personal-other:退休金才两千三百块'],
  ])('%s', (said, found) => {
    expect(personal(said)).toContain(found);
  });

  test.each(['区分情况处理，区域内职工统一慰问。', '慰问金转至个人账户。', '各方代表均在场。', '开展中暑急救培训。'])(
    'nobody is named or told of: %s',
    (said) => {
      expect(personal(said)).toEqual([]);
    },
  );
});
