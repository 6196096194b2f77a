import { describe, expect, it } from 'vitest';
import { nameLengthAt } from '../../../../rules/recognisers/personal/name-reading.ts';
import { madeId, madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

const id = madeId('340104', '18910615', '123');
const names = (text: string) =>
  counted(text)
    .filter((each) => each.startsWith('personal-name:'))
    .map((each) => each.slice('personal-name:'.length));

describe('where a name ends', () => {
  it.each([
    ['周敏华，男', 'role', 3],
    ['周敏，男', 'role', 2],
    ['周敏因病', 'role', 2],
    ['金水根缴清', 'role', 3],
    ['欧阳秀珍女士', 'role', 4],
    ['尉迟刚（', 'role', 3],
    ['阿卜杜拉·买买提，', 'free', 8],
    ['扎西卓玛', 'labelled', 4],
    ['王女士', 'labelled', 0],
    ['张某某', 'labelled', 0],
    ['杨师傅', 'labelled', 0],
    ['高新区管委会', 'role', 0],
    ['应当提交', 'role', 0],
    ['张三', 'labelled', 0],
  ] as const)('%s (%s) → %i', (text, expectation, length) => expect(nameLengthAt(text, 0, expectation)).toBe(length));
});

describe('private persons', () => {
  it.each<readonly [string, readonly string[]]>([
    ['当事人：郑炳文，男。郑炳文之妻姜美兰作证，姜美兰称不知情。', ['郑炳文', '郑炳文', '姜美兰', '姜美兰']],
    [`原承租户裴小东（${madeMobile}）拖欠租金。`, ['裴小东']],
    ['欧阳秀兰女士：\n您于3月1日提交的申请收悉，答复如下：', ['欧阳秀兰']],
    ['潘国栋、孟晓和：\n你们于5月12日来访反映的问题收悉。', ['潘国栋', '孟晓和']],
    [`项目总监谷雨声（身份证${id}）未到岗。`, ['谷雨声']],
    ['气站的老总景保安上个月查出肺癌住院。', ['景保安']],
    ['对卢金水处以罚款500元。', ['卢金水']],
    ['原副主任魏长河因脑出血长期卧床。', ['魏长河']],
    [`驾驶员\t驾驶员手机\n王德生\t${madeMobile}`, ['王德生']],
    [`姓名\t身份证号\nDANIEL TAN（陈家明）\t${id}`, ['DANIEL TAN', '陈家明']],
    ['信访人：付 建 军，住址不详。', ['付 建 军']],
    ['申请复查人：吕向东。吕向东不服，称其患有神经衰弱。', ['吕向东', '吕向东']],
    ['劳务人员安大力在竖井作业时坠落，造成左小腿骨折，其妻郎小月次日赶到。', ['安大力', '郎小月']],
    [`姓名\t护照号码\n麦克尔·江\tE12345678`, ['麦克尔·江']],
    ['承诺人：洪小亮', ['洪小亮']],
    ['来访人\t甄玉兰\n联系方式\t15900001234', ['甄玉兰']],
  ])('%s', (text, found) => expect(names(text)).toEqual(found));
});

describe('persons who act for a body, and nobody', () => {
  it.each([
    `联系人：办公室 蒲小晓，办公电话0830-3190012，手机${madeMobile}。`,
    `标段\t项目负责人\n一标段\t毕文远\n现场负责人毕文远手机${madeMobile}，身份证号${id}`,
    '评标委员会成员：高志明、孟宪文、曲丽丽。',
    '执法人员孙利国（执法证号11080023015）现场检查。',
    '序号\t姓名\t单位\t成绩\n1\t李国庆\t防护设备有限公司\t合格',
    '市民王女士说，居民陈阿姨也来参观。',
    '申请人应当提供材料；承租人不得拆改；当事人于法定期限内缴纳；患者高烧应转诊；业主方应成立业主委员会。',
    `看样联系人杨师傅，电话${madeMobile}`,
    '收款人：咸渭市财政局；申请人：王家庄农资有限公司',
    '委托代理人：石小静，某律师事务所律师。',
  ])('%s', (text) => expect(names(text)).toEqual([]));
});
