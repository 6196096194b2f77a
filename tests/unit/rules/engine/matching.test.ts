import { describe, expect, test } from 'vitest';
import type { PassedOver } from '../../../../rules/index.ts';
import type { Match, Recogniser, Rule } from '../../../../rules/model.ts';
import { draftFromText, draftOfPieces } from '../draft-from-text.ts';
import { packOf, rule, tryEngine } from '../try-engine.ts';

/** Texts a single rule finds. */
function found(match: Match, text: string, more: Partial<Rule> = {}, recognisers: readonly Recogniser[] = []): readonly string[] {
  const { engine } = tryEngine([rule('try', match, more)], recognisers);
  return engine.scan(draftFromText(text)).findings.map((finding) => finding.text);
}

function passedOver(match: Match, text: string, more: Partial<Rule> = {}): readonly string[] {
  const notes: PassedOver[] = [];
  const { engine } = tryEngine([rule('try', match, more)]);
  engine.scan(draftFromText(text), { explain: (note) => notes.push(note) });
  return notes.map((note) => `${note.text}|${note.why}`);
}

describe('keywords', () => {
  test('are found in any spelling and reported as they stand in the draft', () => {
    expect(found({ keywords: ['内部资料'] }, '內 部 資 料　注意保存；內\u200b部资料')).toEqual(['內 部 資 料', '內\u200b部资料']);
  });

  test('count only as whole words where the rule asks for it, and the explanation names the word', () => {
    const match = { keywords: ['口部'] };
    const text = '人口部分指标好于预期，口部应当隐蔽。';
    expect([found(match, text, { boundary: 'word' }), passedOver(match, text, { boundary: 'word' })]).toEqual([
      ['口部'],
      ['口部|不是单独的词：属于“人口”的一部分'],
    ]);
  });

  test('are silenced by a longer phrase that covers them, not by one that stands nearby', () => {
    const more = { allow: ['警报试鸣'] };
    const match = { keywords: ['警报'] };
    expect([found(match, '警报试鸣与警报点位', more), passedOver(match, '警报试鸣', more)]).toEqual([
      ['警报'],
      ['警报|属于无碍的说法“警报试鸣”'],
    ]);
  });

  test('never reach from one piece into the next', () => {
    expect(found({ keywords: ['内部资料'] }, '内部\n资料')).toEqual([]);
  });
});

describe('patterns', () => {
  const grade: Match = { pattern: '防护等级[:为]?(?<value>[核常][4-6]B?级)', anchors: ['防护等级'] };

  test('run on the clause of their anchor and report the named group', () => {
    expect(found(grade, '防护等级：核６Ｂ级，防护等级为常 5 级；核4级。防护等級核5級')).toEqual(['核６Ｂ级', '常 5 级', '核5級']);
  });

  test('do not look beyond the clause', () => {
    expect(found({ pattern: '等级.*核6', anchors: ['等级'] }, '等级未定，核6')).toEqual([]);
  });

  test('find each place once, however many anchors wake them', () => {
    expect(found({ pattern: '\\d+级', anchors: ['级', '等', '防护'] }, '防护等级6级')).toEqual(['6级']);
  });

  test('give the same findings on the linear-time engine that other packs run on', () => {
    const text = '防护等级：核６Ｂ级，防护等级为常 5 级';
    const { engine, problems } = tryEngine([], [], { packs: [packOf([rule('try', grade)], false)] });
    expect([problems, engine.scan(draftFromText(text)).findings.map((finding) => finding.text)]).toEqual([
      [],
      found(grade, text),
    ]);
  });

  test('see every anchor of a paragraph that never ends', () => {
    const text = `${'甲'.repeat(700)}防护等级核6级${'乙'.repeat(700)}防护等级常5级${'丙'.repeat(150)}防护等级核5级`;
    expect(found(grade, text)).toEqual(['核6级', '常5级', '核5级']);
  });
});

describe('context', () => {
  const match = { keywords: ['核6'] };

  test('words beside it silence a candidate and are named', () => {
    const more: Partial<Rule> = { context: { unless: [{ words: ['审', '复'], scope: 'adjacent-left' }] } };
    expect([found(match, '审核6项，防护核6级', more), passedOver(match, '审核6项', more)]).toEqual([
      ['核6'],
      ['核6|紧接在前有“审”'],
    ]);
  });

  test.each([
    ['clause', '防护，核6', '防护核6'],
    ['sentence', '防护。核6', '防护，核6'],
    ['piece', '防护\n核6', '防护。核6'],
    ['row', '项目\t级\n防护\t甲\n云溪\t核6', '项目\t级\n防护\t核6'],
    ['heading', '一、概况\n防护\n核6', '一、防护\n核6'],
    ['title', '通知\n这一段很长，已经不是标题了。\n防护\n核6', '关于防护的通知\n这一段很长，已经不是标题了。\n核6'],
    ['draft', '核6', '防护\n核6'],
    ['adjacent-right', '核6，防护', '核6防护'],
  ] as const)('needs a word in its scope: %s', (scope, without, withIt) => {
    const more: Partial<Rule> = { context: { needs: [{ words: ['防护'], scope }] } };
    expect([found(match, without, more), found(match, withIt, more)]).toEqual([[], ['核6']]);
  });

  test('what was needed and found is evidence with its place', () => {
    const { engine } = tryEngine([rule('try', match, { context: { needs: [{ words: ['防护等级'], scope: 'clause' }] } })]);
    expect(engine.scan(draftFromText('防護等級為核6')).findings[0]?.evidence).toEqual([
      { label: '词语“核6”' },
      { label: '同一分句有“防护等级”', span: { piece: 0, start: 0, end: 4, text: '防護等級' } },
    ]);
  });
});

describe('columns', () => {
  const match: Match = { column: { header: '抗力级别|防护等级', cell: '^(?<value>[核常甲乙丙]?\\d?B?级?)', not: '—' } };

  test('read the cell by the header of its column, its row label or its left neighbour', () => {
    const table = '工程\t抗力级别\n云溪花园\t６Ｂ\n柳溪花园\t—';
    const form = '项目\t内容\n防护等级\t５级';
    const pairs = '名称\t云溪\t防护等级\t甲';
    expect([found(match, table), found(match, form), found(match, pairs)]).toEqual([['６Ｂ'], ['５级'], ['甲']]);
  });

  test('can be bound to tables that also have another column', () => {
    const bound: Match = { column: { header: '级别', cell: '^[一二三四五六]$', table: '人防' } };
    expect([found(bound, '级别\t姓名\n五\t甲'), found(bound, '级别\t人防工程\n五\t甲')]).toEqual([[], ['五']]);
  });
});

describe('recognisers', () => {
  const told = (wake: Partial<Recogniser>): Recogniser => ({
    id: 'told',
    anchors: [],
    ...wake,
    recognise: (_scene, at) => [{ ...at, value: 'v', confidence: 0.9, evidence: [] }],
  });
  const match = { recogniser: 'told' };

  test('wake at runs of digits whatever separates them', () => {
    const text = '电话138 0000-1111，1 3 8 0 0 0 0 2 2 2 2，１３８．００００．３３３３，共1234567890项';
    expect(found(match, text, {}, [told({ digits: 11 })])).toEqual([
      '138 0000-1111',
      '1 3 8 0 0 0 0 2 2 2 2',
      '１３８．００００．３３３３',
    ]);
  });

  test('wake at runs of Chinese digits', () => {
    expect(found(match, '一三九 八七六三 二零四五，二〇二四年', {}, [told({ chineseDigits: 11 })])).toEqual([
      '一三九 八七六三 二零四五',
    ]);
  });

  test('wake at cells by header or label', () => {
    expect(found(match, '姓名\t手机\n甲\t138\n联系\t139', {}, [told({ headers: ['手机'] })])).toEqual(['138', '139']);
  });

  test('have what they passed over explained, and what leaves the piece dropped', () => {
    const recogniser: Recogniser = {
      id: 'told',
      anchors: ['文号'],
      recognise: (scene, at) => [
        { ...at, value: 'a', confidence: 1, evidence: [], passedOver: '普通发文字号' },
        { start: at.start, end: scene.text.length, value: 'b', confidence: 1, evidence: [] },
      ],
    };
    const notes: PassedOver[] = [];
    const { engine } = tryEngine([rule('try', match)], [recogniser]);
    const { findings } = engine.scan(draftFromText('文号\n下一段'), { explain: (note) => notes.push(note) });
    expect([findings, notes]).toEqual([
      [],
      [{ rule: 'try', title: 'try', piece: 0, start: 0, end: 2, text: '文号', why: '普通发文字号' }],
    ]);
  });

  test('that read the whole sentence are woken once for each, and again where it has no end', () => {
    const wakes = (text: string) => {
      const seen: number[] = [];
      const recognise: Recogniser['recognise'] = (_scene, at) => {
        seen.push(at.start);
        return [];
      };
      const { engine } = tryEngine(
        [rule('try', match)],
        [{ id: 'told', anchors: ['居民', '群众'], once: 'sentence', recognise }],
      );
      engine.scan(draftFromText(text));
      return seen;
    };
    const endless = wakes('居民与群众'.repeat(400));
    const steps = endless.slice(1).map((offset, at) => offset - (endless[at] ?? 0));
    expect([wakes('居民和群众，群众。居民'), Math.max(...steps) <= 400, endless.length < 20]).toEqual([[0, 9], true, true]);
  });

  test('that need a word somewhere in the draft are not woken without it', () => {
    const waking = told({ anchors: ['居民'], needsInDraft: ['疏散', 'vip'] });
    const { engine } = tryEngine([rule('try', match)], [waking]);
    const found = ['居民一千人', '居民一千人\n附则\n疏散', '群众疏散', '居民VIP'].map(
      (text) => engine.scan(draftFromText(text)).findings.length,
    );
    expect(found).toEqual([0, 1, 0, 1]);
  });

  test('may replace level and suggestion', () => {
    const recogniser: Recogniser = {
      ...told({ anchors: ['手机'] }),
      recognise: (_scene, at) => [
        { ...at, value: 'v', confidence: 0.4, evidence: [], level: 'notice', suggestion: '138****0000' },
      ],
    };
    const { engine } = tryEngine([rule('try', match)], [recogniser]);
    const [finding] = engine.scan(draftFromText('手机')).findings;
    expect([finding?.level, finding?.suggestion, finding?.confidence]).toEqual(['notice', '138****0000', 0.4]);
  });
});

describe('pieces', () => {
  test('hidden pieces are searched like visible ones, and findings count from the start of their piece', () => {
    const { engine } = tryEngine([rule('try', { keywords: ['核6级'] })]);
    const draft = draftOfPieces([{ text: '正文' }, { text: '原为核６级', kind: 'tracked-deletion', visible: false }]);
    const [finding] = engine.scan(draft).findings;
    expect([finding?.piece, finding?.start, finding?.end, finding?.text]).toEqual([1, 2, 5, '核６级']);
  });
});
