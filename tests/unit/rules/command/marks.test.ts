import { describe, expect, it } from 'vitest';
import { counting, refused, seen } from './command-engine.ts';
import { BRACKETS, pairs, SPELLINGS, STARS, TERMS } from './spellings.ts';

const BODY = '\n岚湖市人民防空办公室关于年度工作的报告\n各科室：\n现将有关情况报告如下。';

describe('a classification mark in the head of a draft', () => {
  it.each(pairs(['绝密', '机密', '秘密'], TERMS))('is found and refuses the draft: %s with term “%s”', (level, term) => {
    const mark = `${level}★${term}`;
    expect({ found: counting(mark + BODY), refused: refused(mark + BODY) }).toEqual({ found: [mark], refused: true });
  });

  it.each(STARS)('is found with any star: “%s”', (star) => {
    expect(counting(`机密${star}10年${BODY}`)).toEqual([`机密${star}10年`]);
  });

  it.each(pairs(['机密★10年', '秘密', '绝密★长期'], SPELLINGS))('is the same in every spelling: %s, $name', (mark, spelling) => {
    const written = spelling.of(mark);
    expect({ found: counting(written + BODY), refused: refused(written + BODY) }).toEqual({ found: [written], refused: true });
  });

  it.each([
    ['密级：机密\n标题', ['机密']],
    ['密级 秘密\n标题', ['秘密']],
    ['填报：某办　　密级：秘密★5年　　日期：5月', ['秘密★5年']],
    ['项目\t内容\n密级\t机密\n名称\t规划', ['机密']],
    ['（机密）\n岚湖市疏散方案', ['机密']],
    ['【秘密】岚湖市警报网系图', ['秘密']],
    ['岚湖市警报网系图（秘密）', ['秘密']],
    ['特急　　机密　　000231\n标题', ['机密', '000231']],
    ['秘 密\n000012\n标题', ['秘 密', '000012']],
    ['本方案为秘密级，按规定管理。', ['秘密级']],
    ['附件1—3　　机　密☆20年　　份号000231', ['机　密☆20年', '000231']],
    ['秘密★3年\n岚人防密〔2023〕4号　　印数：60　　第0038号', ['秘密★3年', '岚人防密〔2023〕4号', '第0038号']],
  ] as const)('is found at its place: %s', (text, found) => {
    expect({ found: counting(text), refused: refused(text) }).toEqual({ found, refused: true });
  });
});

describe('a mark that is only talked about', () => {
  it.each([
    ['练习题：秘密级、期限10年的文件，标志应为“秘密★10年”。', '秘密★10年'],
    ['保密知识测试题\nA.“机密10年”　B.“机密★10年”　C.“★机密10年”', '机密★10年'],
    ['“秘密★6个月”表示该文件的密级为秘密，保密期限为六个月。', '秘密★6个月'],
    ['首页印有“内部资料，注意保存”字样的小册子', '内部资料，注意保存'],
  ])('is a notice and refuses nothing: %s', (text, mark) => {
    expect(seen(text).map(({ level, text: found }) => [level, found])).toEqual([['notice', mark]]);
    expect(refused(text)).toBe(false);
  });

  it.each([
    '密级：□绝密　□机密　□秘密',
    '密级：绝密、机密、秘密（任选一项）',
    '密级\t数量\n机密\t3',
    '项目\t内容\n密级\t______',
    '国家秘密分为绝密、机密、秘密三级。',
    '机密文件阅后交机要室。',
  ])('raises nothing that counts: %s', (text) => {
    expect(counting(text)).toEqual([]);
  });

  it('asks for proof of a lapsed mark and does not refuse it', () => {
    const text = `机密★10年（已解密）${BODY}`;
    expect({ seen: seen(text).map(({ level, text: found }) => [level, found]), refused: refused(text) }).toEqual({
      seen: [['review', '机密★10年']],
      refused: false,
    });
  });
});

describe('the number of a classified document', () => {
  it.each(BRACKETS)('is found in brackets %s%s', (open, close) => {
    const number = `岚人防密${open}2021${close}7号`;
    expect(counting(`按照${number}要求开展工作。`)).toEqual([number]);
  });

  it.each(['岚机密〔2012〕3号', '岚密发〔2012〕3号', '岚密电〔2019〕12号', '岚秘密〔2018〕5号', '×密〔2012〕3号'])(
    'is found: %s',
    (number) => {
      expect(counting(`根据${number}精神，抓好落实。`)).toEqual([number]);
    },
  );

  it.each([
    '密政发〔2020〕5号',
    '高密发〔2021〕9号',
    '皖政秘〔2012〕33号',
    '岚保密发〔2022〕5号',
    '皖政办明电〔2018〕24号',
    '岚办函〔2023〕6号',
  ])('is not mistaken for an ordinary one: %s', (number) => {
    expect(counting(`根据${number}精神，抓好落实。`)).toEqual([]);
  });
});

describe('internal marks', () => {
  const MARKS = [
    '内部资料　注意保存',
    '内部事项　注意保管',
    '仅供内部使用',
    '内部文件',
    '注意保密',
    '不得外传',
    '会后收回',
    '阅后收回',
    '此件不公开',
  ];

  it.each(
    pairs(
      MARKS,
      SPELLINGS.filter(({ name }) => name !== 'full width'),
    ),
  )('stand as marks on a line of their own: %s, $name', (mark, spelling) => {
    const written = spelling.of(mark);
    expect({ found: counting(written + BODY), refused: refused(written + BODY) }).toEqual({ found: [written], refused: false });
  });

  it.each([
    ['内部讲话，注意保密\n在会上的讲话', ['注意保密']],
    ['图纸电子版由建设单位保存，仅限内部使用，未经批准不得上传。', ['仅限内部使用']],
    ['抄送：市政府办。　　　此件不公开', ['此件不公开']],
    ['会后收回　　岚湖市人防办　2023年8月18日印发', ['会后收回']],
    ['密级：内部\n标题', ['内部']],
    ['公开方式：不予公开\n标题', ['不予公开']],
  ] as const)('are found at the edge of a draft: %s', (text, found) => {
    expect(counting(text)).toEqual(found);
  });

  it.each([
    '会上要求注意保密。',
    '检修人员不得外传。',
    '有的同志用手机拍摄内部文件。',
    '（此件主动公开）',
    '根据条例第十四条，决定不予公开。',
    '修订内部制度11项。',
    '合同保密条款按示范文本执行。',
  ])('are told from talk about secrecy: %s', (text) => {
    expect(counting(`岚湖市人防办工作报告\n${text}`)).toEqual([]);
  });
});
