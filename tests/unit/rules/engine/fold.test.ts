import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../review/model/index.ts';
import { foldPattern, foldPhrase } from '../../../../rules/engine/fold.ts';
import { FoldedText } from '../../../../rules/engine/folded-text.ts';
import type { DraftScene } from '../../../../rules/engine/scene.ts';
import { foldDraft } from '../../../../rules/engine/scene.ts';
import { draftFromText, draftOfPieces } from '../draft-from-text.ts';

function sceneOf(draft: Draft): DraftScene {
  const folding = foldDraft(draft, undefined);
  let step = folding.next();
  while (!step.done) step = folding.next();
  return step.value;
}

/** Original text under the first occurrence of a folded phrase. */
function originalOf(text: string, phrase: string): string {
  const scene = sceneOf(draftOfPieces([{ text }]));
  const start = scene.text.indexOf(phrase);
  return scene.original({ start, end: start + phrase.length }).text;
}

describe('folding', () => {
  test.each([
    ['核６Ｂ级', '核6B级'],
    ['核 ６ Ｂ 级、常 ６ 级', '核6B级、常6级'],
    ['机　密☆20年', '机密☆20年'],
    ['机　　密', '机密'],
    ['付 建 军', '付建军'],
    ['1 8 1 6 3 9 7 2 5 6 1', '18163972561'],
    ['140289 1956 0903 2410', '140289 1956 0903 2410'],
    ['139\u200b7916\u200b9798', '13979169798'],
    ['7号楼西山墙外\u200c花坛内', '7号楼西山墙外花坛内'],
    ['防護等級為核五級', '防护等级为核五级'],
    ['全长1 8 6 米', '全长186米'],
    ['電話：（０７７３）２８２', '电话:(0773)282'],
    ['办公，室；好！吗？', '办公，室；好！吗？'],
    ['依据 GB 50038 和 APN 接入', '依据 GB 50038和 APN 接入'],
    ['来源：某办　编辑：林某　审核：许某', '来源:某办 编辑:林某 审核:许某'],
    ['防护 等级：核6级', '防护等级:核6级'],
    ['张三    男    合肥市', '张三 男 合肥市'],
    ['核6\n级', '核6级'],
    ['{\\C3;甲类}核6{\\C3;级}常6级', '甲类核6级常6级'],
    ['防化级别%%为乙级', '防化级别为乙级'],
    ['机\u0336密\u0336', '机密'],
    ['𝟏𝟑𝟖𝟎𝟎', '13800'],
    ['⼈防⼯程', '人防工程'],
    ['  　人防　 ', '人防'],
    ['面积１２㎡、10²', '面积12㎡、10²'],
    ['13912345678 13812345678', '13912345678 13812345678'],
    ['纱厂西路 20 号院 7 号楼', '纱厂西路20号院7号楼'],
    ['\ufeff人防', '人防'],
    ['', ''],
  ])('%j reads %j', (text, folded) => {
    expect(foldPhrase(text)).toBe(folded);
  });

  test('maps every folded span back to exactly the characters it came from', () => {
    expect([
      originalOf('等级：\u200b核 ６ Ｂ 级\u200b。', '核6B级'),
      originalOf('电话 139\u200b7916\u200b9798，', '13979169798'),
      originalOf('号码𝟏𝟑𝟖止', '138'),
      originalOf('机　密☆20年', '机密'),
      originalOf('卡号6217 0058 7242', '6217 0058 7242'),
      originalOf('{\\C3;甲类}核6{\\C3;级}常6级', '核6级常6级'),
      originalOf('字𠮷符', '𠮷'),
    ]).toEqual(['核 ６ Ｂ 级', '139\u200b7916\u200b9798', '𝟏𝟑𝟖', '机　密', '6217 0058 7242', '核6{\\C3;级}常6级', '𠮷']);
  });

  test('keeps one line feed after each piece and nothing of one piece in another', () => {
    const scene = sceneOf(draftFromText('第一段 \n\n　第二段'));
    expect([scene.text, scene.pieces.map(({ start, end }) => [start, end])]).toEqual([
      '第一段\n第二段\n',
      [
        [0, 3],
        [4, 7],
      ],
    ]);
  });

  test('folds the characters of a pattern without making operators of them', () => {
    expect([foldPattern('（防護）'), foldPattern('[：:]６级'), foldPattern('[（(]\\d+')]).toEqual([
      '\\(防护\\)',
      '[::]6级',
      '[\\((]\\d+',
    ]);
  });

  test('folds a piece of eight hundred thousand characters like a short one', () => {
    const times = 200_000;
    const scene = sceneOf(draftOfPieces([{ text: '核\u200b ６'.repeat(times) }]));
    expect(scene.text === `${'核6'.repeat(times)}\n`).toBe(true);
    expect(scene.original({ start: 2 * times - 2, end: 2 * times }).text).toBe('核\u200b ６');
  });

  test('grows its buffers when a text needs more room than was foreseen', () => {
    const folded = new FoldedText(1);
    for (let at = 0; at < 1000; at++) folded.push(0x6838, at);
    expect([folded.toString(), folded.origins[999]]).toEqual(['核'.repeat(1000), 999]);
  });
});
