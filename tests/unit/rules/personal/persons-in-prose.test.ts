import { describe, expect, it } from 'vitest';
import { madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

/** How offices tell of people in running text: who, what happened to them, where they live. */
const TOLD: readonly (readonly [string, readonly string[]])[] = [
  [
    '原职工宓水生于11月3日因肝癌去世，其妻荀月娥无固定收入。',
    ['personal-name:宓水生', 'personal-other:因肝癌去世', 'personal-name:荀月娥', 'personal-other:无固定收入'],
  ],
  [
    `死者家属蒋秀兰（妻子，电话${madeMobile}）、游学军（长子）要求赔偿。`,
    ['personal-name:蒋秀兰', `personal-contact:${madeMobile}`, 'personal-name:游学军'],
  ],
  ['居民卫春生等两户以地道塌陷为由提出补偿诉求。', ['personal-name:卫春生']],
  [
    '同意给予瞿红（其夫肾移植）5000元、储根生（一级肢体残疾）3000元救助。',
    ['personal-name:瞿红', 'personal-other:肾移植', 'personal-name:储根生', 'personal-other:一级肢体残疾'],
  ],
  ['举报人：綦晓光。走访了鞠芳、战英等3名工人。', ['personal-name:綦晓光', 'personal-name:鞠芳', 'personal-name:战英']],
  [`维修工：厉志　工号：0031　电话：${madeMobile}`, ['personal-name:厉志', `personal-contact:${madeMobile}`]],
  ['盛世昌，男，本市人。酒后驾车，被判处拘役一个月。', ['personal-other:被判处拘役一个月']],
  [`领取人签字：王强　李敏　付 建 军`, ['personal-name:王强', 'personal-name:李敏', 'personal-name:付 建 军']],
  ['宅电：O351-4O79138（宅）', ['personal-contact:O351-4O79138（宅）']],
  [
    `姓名：隗莹莹\n出生日期：1996年9月\n手机：${madeMobile}`,
    ['personal-name:隗莹莹', 'personal-other:1996年9月', `personal-contact:${madeMobile}`],
  ],
  ['持E20331187号护照入境', ['personal-id:E20331187']],
  [
    '信访人：全保国\n其爱人初桂香患类风湿十余年。',
    ['personal-name:全保国', 'personal-name:初桂香', 'personal-other:患类风湿十余年'],
  ],
];

describe('persons in running text', () => {
  it.each(TOLD)('%s', (text, found) => expect(counted(text)).toEqual(found));
});

describe('rules, advice and news about nobody', () => {
  it.each([
    '有心脏病、哮喘的老人听到警报怎么办？提前告知，家属陪伴。',
    '离婚后房屋产权变更的，持离婚协议到物业办理。',
    '队员应当身体健康，无高血压、心脏病、癫痫等疾病。',
    '信访人有自杀、自残倾向的，通知公安机关和家属到场。',
    '医院心脏病、高血压患者较多，提前张贴告知书。',
    '审批责任人和监督、举报、投诉电话公开。',
    '人防工程使用费按面积计收，住址和电话以登记为准。',
    '欧阳兰、荆楚生委员：\n您提出的建议收悉，答复如下。',
    '从工资账户代扣党费。',
    '校长贺小平说，师生参与热情高。（记者 邬佳）',
    '组织高血压、糖尿病知识讲座，为12名残疾人朋友送去慰问品。',
  ])('%s', (text) => expect(counted(text)).toEqual([]));
});
