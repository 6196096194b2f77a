import { describe, expect, test } from 'vitest';
import type { Recogniser } from '../../../../rules/model.ts';
import { draftFromText } from '../draft-from-text.ts';
import { rule, spans, tryEngine } from '../try-engine.ts';

const works: Recogniser = {
  id: 'work-object',
  anchors: ['云溪花园'],
  recognise: (_scene, at) => [{ ...at, value: '云溪花园', confidence: 0.9, evidence: [] }],
};

describe('object, attribute and value', () => {
  const combined = (scope: 'sentence' | 'row' | 'section' | 'draft', otherwise: 'drop' | 'notice') =>
    tryEngine([rule('grade', { keywords: ['核6级'] }, { combine: { with: 'work-object', scope, otherwise } })], [works]).engine;
  const levels = (scope: Parameters<typeof combined>[0], otherwise: 'drop' | 'notice', text: string) =>
    combined(scope, otherwise)
      .scan(draftFromText(text))
      .findings.map((finding) => finding.level);

  test('an attribute weighs in full only beside an identifiable work', () => {
    expect([
      levels('sentence', 'notice', '云溪花园为核6级。'),
      levels('sentence', 'notice', '云溪花园。规范适用于核6级。'),
      levels('sentence', 'drop', '规范适用于核6级。'),
      levels('draft', 'drop', '云溪花园\n另一段\n核6级'),
    ]).toEqual([['review'], ['notice'], [], ['review']]);
  });

  test('in a table the row is the sentence', () => {
    const table = '工程\t等级\n云溪花园\t核6级\n某处\t核6级';
    expect(levels('sentence', 'drop', table)).toEqual(['review']);
  });

  test('a section reaches from heading to heading', () => {
    expect(levels('section', 'drop', '一、云溪花园\n核6级。\n二、其他\n核6级。')).toEqual(['review']);
  });

  test('the work is named as evidence, with its place', () => {
    const [finding] = combined('sentence', 'drop').scan(draftFromText('云溪花园为核6级。')).findings;
    expect(finding?.evidence.at(-1)).toEqual({
      label: '同一句有可识别的工程“云溪花园”',
      span: { piece: 0, start: 0, end: 4, text: '云溪花园' },
    });
  });
});

describe('settling', () => {
  test('of overlapping findings of one category the longest stays, with the strictest level', () => {
    const { engine } = tryEngine([
      rule('short', { keywords: ['核6级'] }, { level: 'block' }),
      rule('long', { keywords: ['核6级、常6级'] }),
    ]);
    const { findings } = engine.scan(draftFromText('为核6级、常6级。'));
    expect([spans(findings), findings[0]?.rule]).toEqual([['command-comms:核6级、常6级'], 'long']);
  });

  test('a notice never hides what a person must look at', () => {
    const { engine } = tryEngine([
      rule('weak', { keywords: ['核6级、常6级'] }, { level: 'notice' }),
      rule('strong', { keywords: ['核6级'] }),
    ]);
    expect(spans(engine.scan(draftFromText('为核6级、常6级。')).findings)).toEqual(['command-comms:核6级']);
  });

  test('two rules that say the same become one finding with the grounds of both', () => {
    const { engine } = tryEngine([
      rule('a', { keywords: ['核6级'] }, { level: 'notice' }),
      rule('b', { pattern: '核\\d级', anchors: ['核'] }),
    ]);
    const { findings } = engine.scan(draftFromText('核6级'));
    expect([findings.length, findings[0]?.rule, findings[0]?.evidence.map((fact) => fact.label)]).toEqual([
      1,
      'b',
      ['“核”之旁的写法相符', '词语“核6级”'],
    ]);
  });

  test('categories never swallow each other', () => {
    const { engine } = tryEngine([
      rule('place', { keywords: ['云溪花园地下二层'] }, { category: 'project-location' }),
      rule('scale', { keywords: ['地下二层'] }, { category: 'project-scale' }),
    ]);
    expect(spans(engine.scan(draftFromText('云溪花园地下二层')).findings)).toEqual([
      'project-location:云溪花园地下二层',
      'project-scale:地下二层',
    ]);
  });

  test('the first finding of a refusing rule is the refusal, and no longer finding covers it', () => {
    const { engine } = tryEngine([
      rule('mark', { keywords: ['机密★10年'] }, { category: 'classification-mark', level: 'block', refuses: true }),
      rule('note', { keywords: ['密级:机密★10年长期'] }, { category: 'classification-mark' }),
    ]);
    const result = engine.scan(draftFromText('核6级\n密级：机　密★10年长期'));
    expect([result.refusal?.text, result.refusal?.rule, spans(result.findings)]).toEqual([
      '机　密★10年',
      'mark',
      ['classification-mark:机　密★10年'],
    ]);
  });
});

describe('fingerprints', () => {
  const { engine } = tryEngine([
    rule('grade', { keywords: ['核6级'] }),
    rule('phone', { pattern: '1\\d{10}', anchors: ['电话'] }),
  ]);
  const ids = (text: string) => engine.scan(draftFromText(text)).findings.map((finding) => finding.id);

  test('stay when paragraphs are added, spelling changes or a neighbour is masked', () => {
    const [first] = ids('该工程等级为核6级，电话13800001111。');
    const [second] = ids('新的一段。\n该工程等级為核 ６ 级，电话138****1111。');
    expect([first, /^[0-9a-f]{32}$/.test(first ?? '')]).toEqual([second, true]);
  });

  test('differ for another value, another surrounding and for repeats of the same', () => {
    const all = [
      ...ids('该工程等级为核6级。\n该工程等级为核6级。'),
      ...ids('另一处写作核6级。'),
      ...ids('电话13800001111'),
      ...ids('电话13800002222'),
    ];
    expect(new Set(all).size).toBe(5);
  });

  test('are the same on every run', () => {
    expect(ids('该工程等级为核6级。')).toEqual(ids('该工程等级为核6级。'));
  });
});
