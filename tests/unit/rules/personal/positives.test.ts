import { describe, expect, it } from 'vitest';
import { madeCard, madeId, madeMobile } from './made-numbers.ts';
import { counted, personalFindings } from './personal-engine.ts';

const id = madeId('340104', '18910615', '123');
const card = madeCard('621700000000012345');

/** Text, and everything that must be found in it: exact spans, in order. The first fourteen are those of the field's page. */
const POSITIVES: readonly (readonly [string, readonly string[]])[] = [
  ['身份证号 11010519491231002X', ['personal-id:11010519491231002X']],
  ['440524188001010014与34052419800101001X', ['personal-id:440524188001010014', 'personal-id:34052419800101001X']],
  ['号码110105 19491231 002X', ['personal-id:110105 19491231 002X']],
  ['１１０１０５１９４９１２３１００２Ｘ', ['personal-id:１１０１０５１９４９１２３１００２Ｘ']],
  ['11010519491231002x', ['personal-id:11010519491231002x']],
  ['残疾证号11010519491231002X43', ['personal-id:11010519491231002X43']],
  ['身份证（15位）340524800101001', ['personal-id:340524800101001']],
  ['联系人：王某，电话138 0000 0000', ['personal-contact:138 0000 0000']],
  ['联系人：王某，电话138-0000-0000', ['personal-contact:138-0000-0000']],
  ['联系人：王某，电话+8613800000000', ['personal-contact:+8613800000000']],
  ['卡号6200 0000 0000 0005，户名……', ['personal-finance:6200 0000 0000 0005']],
  ['家庭住址：某市某区某路8号某小区3栋2单元501室', ['personal-address:某市某区某路8号某小区3栋2单元501室']],
  [
    '护照号E12345678；通行证C12345678；回乡证H12345678',
    ['personal-id:E12345678', 'personal-id:C12345678', 'personal-id:H12345678'],
  ],
  ['车牌皖A12345、皖AD12345', ['personal-other:皖A12345', 'personal-other:皖AD12345']],
  ['证件：军字第1234567号', ['personal-id:军字第1234567号']],
  ['QQ：12345678（王某）', ['personal-contact:12345678']],
  [`户主：阿卜杜拉·买买提，电话${madeMobile}`, ['personal-name:阿卜杜拉·买买提', `personal-contact:${madeMobile}`]],
  [`姓名\t身份证号\t金额\n周敏华\t${id}\t500`, ['personal-name:周敏华', `personal-id:${id}`]],
  [
    '患者李桂英确诊肺结核，住石桥镇王家村三组。',
    ['personal-name:李桂英', 'personal-other:确诊肺结核', 'personal-address:石桥镇王家村三组'],
  ],
  [`退至其本人卡号${card}`, [`personal-finance:${card}`]],
  [
    `信访人：周敏华\n周敏华反映渗水，${madeMobile}为其手机。`,
    ['personal-name:周敏华', 'personal-name:周敏华', `personal-contact:${madeMobile}`],
  ],
];

describe('personal data that must be found', () => {
  it.each(POSITIVES)('%s', (text, found) => expect(counted(text)).toEqual(found));

  it('names why, without quoting more than the evidence needs, and proposes a good mask', () => {
    const [finding] = personalFindings(`身份证号${id}`);
    expect({
      level: finding?.level,
      suggestion: finding?.suggestion,
      evidence: finding?.evidence.map((each) => each.label),
      certain: (finding?.confidence ?? 0) > 0.95,
    }).toEqual({
      level: 'block',
      suggestion: `340${'*'.repeat(11)}${id.slice(-4)}`,
      evidence: ['行政区划码存在', '出生日期为真实日期', '校验位正确', '邻近“身份证”'],
      certain: true,
    });
  });

  it('takes a labelled number with a wrong check digit for a slip of the keyboard, to be reviewed', () => {
    const wrong = id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
    const [finding] = personalFindings(`身份证号：${wrong}`);
    expect([finding?.rule, finding?.level, finding?.text]).toEqual(['misprinted-id', 'review', wrong]);
  });

  it('tells of a mask that hides too little, as information only', () => {
    const levels = personalFindings('身份证号 110105********0123，手机138****5678，证件340***********1234');
    expect(levels.map((finding) => [finding.rule, finding.level, finding.text])).toEqual([
      ['masked-identifier', 'notice', '110105********0123'],
    ]);
  });

  it('gives every row of a list its findings', () => {
    const rows = Array.from({ length: 40 }, (_, row) => madeId('430922', '18851102', String(100 + row)));
    const text = ['姓名\t身份证号\t金额', ...rows.map((each) => `周敏华\t${each}\t500`)].join('\n');
    expect(counted(text).filter((each) => each.startsWith('personal-id'))).toEqual(rows.map((each) => `personal-id:${each}`));
  });
});
