import { describe, expect, test } from 'vitest';
import type { Draft, Piece } from '../../../../review/model/index.ts';
import type { CleanRecord } from '../../../../review/ports.ts';
import { leftHidden, shownInPicture, showsOther, stillReadable } from '../../../../review/usecases/clean-copy-check.ts';
import { recordText } from '../../../../review/usecases/clean-copy-record.ts';
import { nextJob, testDesk } from '../support/test-desk.ts';

const draft = (...pieces: readonly (readonly [Piece['kind'], boolean, string])[]): Draft => ({
  source: { name: '稿.docx', size: 1, sha256: '', format: 'docx' },
  pieces: pieces.map(([kind, visible, text], index) => ({
    index,
    kind,
    visible,
    text,
    where: { label: `${kind}${index}`, part: '' },
  })),
  page: [],
  warnings: [],
  unread: [],
});
const body = (...texts: readonly string[]) => draft(...texts.map((text) => ['body', true, text] as const));
const edit = (piece: number, start: number, text: string, replacement = '（略）') => ({
  piece,
  start,
  end: start + text.length,
  text,
  replacement,
});

describe('a replaced text is found again', () => {
  const before = body('在云溪路3号旁', '另一段');
  const edits = [edit(0, 1, '云溪路3号')];
  test.each([
    ['as it was', '见云溪路3号。'],
    ['in wide figures', '见云溪路３号。'],
    ['with blanks between', '见云 溪\u3000路 3 号。'],
    ['with characters of no width between', '见云\u200b溪路\u20603号。'],
  ])('%s', (_, text) => {
    expect(stillReadable(before, body('在（略）旁', text), edits, new Set())).toBe('body1');
  });

  test('wherever it hides, but not where somebody kept it', () => {
    const after = draft(['body', true, '在（略）旁'], ['metadata', false, '云溪路3号']);
    expect(stillReadable(before, after, edits, new Set())).toBe('metadata1');
    const twice = body('在云溪路3号旁', '云溪路3号');
    expect(stillReadable(twice, body('在（略）旁', '云溪路3号'), edits, new Set(['云溪路 3号']))).toBeUndefined();
  });
});

describe('a copy of an Office file', () => {
  test.each(['comment', 'tracked-deletion', 'hidden-text', 'alt-text', 'attachment', 'speaker-notes'] as const)(
    'may hold no %s',
    (kind) => {
      const hidden = draft(['body', true, '甲'], [kind, false, '乙']);
      expect(leftHidden(hidden, hidden, 'spliced')).toBe(`${kind}1`);
      expect(leftHidden(hidden, hidden, 'set-anew')).toBe(`${kind}1`);
    },
  );

  test('may hold as many names of styles as before and not one more, and no header that no page shows', () => {
    const one = draft(['metadata', false, '宋体']);
    const two = draft(['metadata', false, '宋体'], ['metadata', false, '黑体']);
    expect([leftHidden(one, one, 'spliced'), leftHidden(one, two, 'spliced')]).toEqual([undefined, 'metadata1']);
    expect(leftHidden(one, draft(['header', false, '旧页眉']), 'spliced')).toBe('header0');
  });

  test('must show what the draft shows with the edits, whichever kind an accepted insertion is now', () => {
    const before = draft(['body', true, '在云溪路旁'], ['tracked-insertion', true, '新句'], ['comment', false, '意见']);
    const edits = [edit(0, 1, '云溪路')];
    expect(showsOther(before, body('在（略）旁', '新句'), edits, 'spliced')).toBe(false);
    expect(showsOther(before, body('在（略）旁'), edits, 'spliced')).toBe(true);
    expect(showsOther(before, body('在（略）旁', '新句', '意见'), edits, 'spliced')).toBe(true);
  });
});

test('a spliced copy that leaks is set anew; the version says how it was made and of which file', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import('甲电话13900000011。');
  const [first] = (await bench.view(caseId)).findings;
  await bench.call('finding.decide', { case: caseId, findings: [first?.id ?? ''], decision: 'mask' });
  bench.copier = 'leaky-splice';
  expect(await bench.code('case.cleanCopy', { job: nextJob(), case: caseId })).toBe('ok');
  const view = await bench.view(caseId);
  const [given, made] = view.versions;
  expect(view.draft.warnings.filter(({ code }) => code === 'clean-copy-record').map(({ message }) => message)).toEqual([
    `脱敏稿按可见文字重新排成，原有版式没有保留（第2段没有清干净）。替换1处。原文件校验码 ${given?.sha256}，脱敏稿校验码 ${made?.sha256}。`,
  ]);
});

test('the record of a picture tells how many places are black, how many carry new wording, and which wording stands nowhere', () => {
  const told = (rewrites?: CleanRecord['rewrites']) =>
    recordText({ way: 'picture', replaced: 4, ...(rewrites && { rewrites }), dropped: [{ kind: '注释', count: 1 }] }, 'a', 'b');
  const start = '脱敏稿把每一页画成图片，要去掉的文字涂黑，改写的文字写在原处，文件里没有可以复制、检索的文字。';
  const end = '；去掉注释1处。原文件校验码 a，脱敏稿校验码 b。';
  const unwritten = [{ where: '第2页', words: '某处' }];
  expect([told(), told({ written: 3, unwritten: [] }), told({ written: 1, unwritten })]).toEqual([
    `${start}涂黑4处${end}`,
    `${start}写上改写的文字3处，只涂黑1处${end}`,
    `${start}写上改写的文字1处，只涂黑3处；没有写上的改写文字（写不下，或原文不在页面文字里）：第2页“某处”${end}`,
  ]);
});

test('new wording in a picture counts as read: it may not bring back what had to go', () => {
  const before = draft(['body', true, '在云溪路旁']);
  const rewritten = (replacement: string) => shownInPicture(before, [{ ...edit(0, 1, '云溪路'), replacement, rewrite: true }]);
  expect([rewritten('某路'), rewritten('云溪路口')].map(({ pieces }) => pieces[0]?.text)).toEqual(['在某路旁', '在云溪路口旁']);
  expect(shownInPicture(before, [edit(0, 1, '云溪路')]).pieces[0]?.text).toBe('在■旁');
});
