import { describe, expect, it } from 'vitest';
import { madeCard, madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

describe('persons by more standings than parties of a case', () => {
  it.each<readonly [string, readonly string[]]>([
    ['被催告人：祁永强（曾用名：祁小军）', ['personal-name:祁永强', 'personal-name:祁小军']],
    [`收到署名单永贵的来信，来信人留电${madeMobile}。`, ['personal-name:单永贵', `personal-contact:${madeMobile}`]],
    [`他叫瞿富贵，电话记一下，${madeMobile}。`, ['personal-name:瞿富贵', `personal-contact:${madeMobile}`]],
    ['听众岳春兰女士，您请讲。她有心脏病。', ['personal-name:岳春兰', 'personal-other:有心脏病']],
    ['姓　　名：赖水根　　　性别：男\n家庭住址：柳林村六组18号', ['personal-name:赖水根', 'personal-address:柳林村六组18号']],
    ['工人蒲天明头皮擦伤，包扎后离院。', ['personal-name:蒲天明', 'personal-other:头皮擦伤']],
  ])('%s', (text, found) => expect(counted(text)).toEqual(expect.arrayContaining([...found])));
});

describe('homes by group, room and side', () => {
  it.each<readonly [string, string]>([
    ['普阿六家住坝心乡者黑村委会大寨小组。', '坝心乡者黑村委会大寨小组'],
    ['我住光华路6号楼3单元5楼西户。', '光华路6号楼3单元5楼西户'],
    ['住户晁满囤（居北街29号院东厢房）要求修缮。', '北街29号院东厢房'],
  ])('%s', (text, home) => expect(counted(text)).toContain(`personal-address:${home}`));

  it('takes no rest of 居民 for one', () => {
    expect(counted('活动结束后，居民们参观了位于新华路15号的宣教馆。')).toEqual([]);
  });
});

describe('states of health, need and punishment', () => {
  it.each<readonly [string, string]>([
    ['考生习文斌有色弱，须补检。', '有色弱'],
    ['考生管晓彤转氨酶偏高。', '转氨酶偏高'],
    ['队员卫红梅不慎摔断右腿，区里送去慰问金。', '不慎摔断右腿'],
  ])('%s', (text, told) => expect(counted(text)).toContain(`personal-other:${told}`));

  it.each([
    '补正后逾期，视为放弃。申请人王某某未到。',
    '工作人员在电话中又补充了“出入口就在幼儿园滑梯后面”。',
    '他在住院部B楼施工。',
  ])('and yet this is none: %s', (text) => expect(counted(text)).toEqual([]));
});

describe('who acts for a body stays public', () => {
  it.each([
    '专业人员姓名：陆文斌（高级工程师）、丁佳慧（教授）、苗国清（高级工程师）。三位专家一致同意，费用800元计发。',
    '委托代理人：齐绍华，该办法规科科长。民事争议应另行起诉。',
    '安排4名保洁员居住在值班室，管理规范。',
  ])('%s', (text) => expect(counted(text)).toEqual([]));

  it('in lists of duty and signatures, also where their telephones stand below', () => {
    const text = `值班人员：办公室 董蕾、工程股 乐辉\n建设单位：薄永辉　设计单位：姬世友\n董蕾 ${madeMobile}；薄永辉代收。`;
    expect(counted(text)).toEqual([`personal-contact:${madeMobile}`]);
  });

  it('and a card of theirs is still theirs', () => {
    const card = madeCard('622848000000067890');
    expect(counted(`专家费按每人800元计发，银行卡号：陆文斌${card}。`)).toContain(`personal-finance:${card}`);
  });
});
