import { describe, expect, it } from 'vitest';
import { madeCard, madeId, madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

const id = madeId('340104', '18910615', '123');
const card = madeCard('621700000000012345');

/** A table as lines of cells. */
const table = (...rows: readonly string[]) => rows.map((row) => row.replaceAll('|', '\t')).join('\n');

/** Lists and forms under headers nobody agreed on, and all that a person must decide on, in order. */
const LISTS: readonly (readonly [string, readonly string[]])[] = [
  [
    table(
      '帮扶责任人|职务|帮扶对象|家庭情况',
      '邱立|主任|买根生|尿毒症，每周透析三次',
      '黎敏|股长|汪  桂  花|丧偶，儿子在外服刑',
    ),
    [
      'personal-name:买根生',
      'personal-other:尿毒症，每周透析三次',
      'personal-name:汪  桂  花',
      'personal-other:丧偶，儿子在外服刑',
    ],
  ],
  [
    table(
      '号|姓名|出生|病史|住　　处|成绩',
      '01|薄  刚|1987.3.19|青霉素过敏|坝陵桥东巷12号院|良',
      '02|呼格吉勒|82.12|无|同01|优',
    ),
    [
      'personal-name:薄  刚',
      'personal-other:1987.3.19',
      'personal-other:青霉素过敏',
      'personal-address:坝陵桥东巷12号院',
      'personal-name:呼格吉勒',
      'personal-other:82.12',
    ],
  ],
  [
    table('民兵姓名|出生年月|血型|政治面貌', '端木青|2001.11|AB型|党员'),
    ['personal-name:端木青', 'personal-other:2001.11', 'personal-other:AB型'],
  ],
  [
    table('库号|库址|保管员|联系手机', `1号库|某厂二车间|司马建|${madeMobile}`),
    ['personal-name:司马建', `personal-contact:${madeMobile}`],
  ],
  [
    table('领取人|天数|银行卡号|签名', `连小军|6|${card}|连小军`),
    ['personal-name:连小军', `personal-finance:${card}`, 'personal-name:连小军'],
  ],
  [
    table('户主|成员及关系|致贫原因|帮扶责任人', '佟根柱|妻项素梅、子佟小宝|因病（妻子系统性红斑狼疮）|卢刚'),
    ['personal-name:佟根柱', 'personal-name:项素梅', 'personal-name:佟小宝', 'personal-other:因病（妻子系统性红斑狼疮）'],
  ],
  [
    table('姓 名|过敏史|应急联系人及电话', `帅 旗|酒精|帅国 ${madeMobile}`),
    ['personal-name:帅 旗', 'personal-other:酒精', 'personal-name:帅国', `personal-contact:${madeMobile}`],
  ],
  [
    table('来访人|住址及电话|反映问题', `经纬|城关镇北关社区三组 ${madeMobile}|要求补偿`),
    ['personal-name:经纬', 'personal-address:城关镇北关社区三组', `personal-contact:${madeMobile}`],
  ],
  [
    table('姓名|暴雪松|性别|男', `身份证号|${id}|健康状况|高血压`, '现住址|五马路112巷4号2-3-1|紧急联系人|尹丽华'),
    [
      'personal-name:暴雪松',
      `personal-id:${id}`,
      'personal-other:高血压',
      'personal-address:五马路112巷4号2-3-1',
      'personal-name:尹丽华',
    ],
  ],
  [
    table('被征收人|房屋坐落|面积|备注', '左长福|人防路17号后院平房|68.4|离异，与女儿共同居住'),
    ['personal-name:左长福', 'personal-address:人防路17号后院平房', 'personal-other:离异，与女儿共同居住'],
  ],
  [
    table('编号|称谓|生日|健康', '1|宿兰芝|3月12日|糖尿病二型', '2|尚志|1980.06.25|良好'),
    [
      'personal-name:宿兰芝',
      'personal-other:3月12日',
      'personal-other:糖尿病二型',
      'personal-name:尚志',
      'personal-other:1980.06.25',
    ],
  ],
];

describe('lists and forms of persons', () => {
  it.each(LISTS)('%s', (text, found) => expect(counted(text)).toEqual(found));
});

describe('lists of officials, bodies and things', () => {
  it.each([
    table('姓名|性别|出生年月|单位及职务', '纪红梅|女|1978.06|工程科科长'),
    table('姓名|单位|职称', '龙文涛|设计院|正高级工程师'),
    table('包联领导|职务|包联县区|联络员|办公电话', '秦川|主任|东安县|方文|6612001'),
    table('供应商|法定代表人|地址|联系人|电话', '江北建工|宋江河|长江路88号|柴进|0553-3830001'),
    table('岗位|姓名|准考证号|综合成绩', '讲解员|乌兰|2503****011|83.52'),
    table('类别|适用人群|备注', '二类|残疾人、慢性病人|专人陪护'),
    table('人员|编制|病假', '机关|26|1'),
    table('来访人|电话|反映事项', '刘女士|139****2201|询问租金'),
  ])('%s', (text) => expect(counted(text)).toEqual([]));
});
