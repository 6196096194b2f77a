import { describe, expect, it } from 'vitest';
import { madeCard, madeMobile } from './made-numbers.ts';
import { counted } from './personal-engine.ts';

const CARD = madeCard('622848040256489001');

/** Names that are words or rare: believed only where the place says that somebody is named. */
const NAMES = '高原 关山月 时光 骆志高 庞大勇 程前 彭湃 黄河清 任重远 甘泉 资丽萍 牛得草 上官婉 米热阿依·吐尔逊 乌云其木格'.split(
  ' ',
);
const names = (text: string): string[] =>
  counted(text)
    .filter((each) => each.startsWith('personal-name:'))
    .map((each) => each.slice('personal-name:'.length));

describe('a name is believed by what stands beside it', () => {
  it.each<readonly [string, (name: string) => string]>([
    ['a mobile number in brackets', (name) => `学员${name}（手机${madeMobile}）请假。`],
    ['a mobile number behind a comma', (name) => `另：${name}，手机${madeMobile}，请登记。`],
    ['a card', (name) => `补贴卡号：${name} ${CARD}；余下的另发。`],
    ['an illness in brackets', (name) => `困难职工：${name}（尿毒症）。`],
    ['the label of a party', (name) => `投诉人：${name}，反映漏水。`],
    ['a mobile number in the next cell', (name) => `工程\t看护\t看护手机\n一号洞\t${name}\t${madeMobile}`],
    ['a permit of a natural person', (name) => `相对人名称\t类别\t许可内容\n${name}\t自然人\t同意`],
  ])('%s', (_, write) => expect(NAMES.filter((name) => !names(write(name)).includes(name))).toEqual([]));
});

describe('and who acts for a body stays', () => {
  it.each<readonly [string, (name: string) => string]>([
    ['a leader', (name) => `会议由办主任${name}主持。`],
    ['a contact on duty', (name) => `联系人：工程科 ${name}，电话62602939`],
    ['who reviews', (name) => `信息标题\t审查意见\t审查人\n困难职工名单\t删去电话${madeMobile}\t${name}`],
    ['who is on duty behind an office', (name) => `日期\t值班员\t手机\n2.16\t指通科 ${name}\t${madeMobile}`],
    ['a candidate', (name) => `任前公示\n${name}，男，汉族，1984年6月生，现任科员，拟任副股长。`],
  ])('%s', (_, write) => expect(NAMES.filter((name) => names(write(name)).length > 0)).toEqual([]));
});

describe('what is told of nobody', () => {
  it.each([
    '来电人：王先生　电话：139****6610\n内容：家里老人有高血压，请问具体几点？',
    '如家中有老人、孕妇，请关好门窗。',
    '下沉干部帮助独居老人打针换药。',
    '你于2024年12月以每月380元向物业租用上述车位。',
  ])('%s', (text) => expect(counted(text)).toEqual([]));
});
