import { describe, expect, test } from 'vitest';
import { foldDraft } from '../../../../rules/engine/scene.ts';
import { lazySegmenter } from '../../../../rules/index.ts';
import type { Scene } from '../../../../rules/model.ts';
import { draftFromText } from '../draft-from-text.ts';

const segmenter = lazySegmenter();
function sceneOf(text: string): Scene {
  const folding = foldDraft(draftFromText(text), segmenter);
  let step = folding.next();
  while (!step.done) step = folding.next();
  return step.value;
}
const at = (scene: Scene, phrase: string) => {
  const start = scene.text.indexOf(phrase);
  return { start, end: start + phrase.length };
};
const slice = (scene: Scene, range: { start: number; end: number }) => scene.text.slice(range.start, range.end);

describe('the scene', () => {
  test('bounds clauses and sentences by Chinese stops, not by what numbers and passwords hold', () => {
    const scene = sceneOf('口令为Dt@yg!2024;x，面积1,200米。第二句；第三句');
    const { start } = at(scene, 'yg');
    expect([
      slice(scene, scene.clause(start)),
      slice(scene, scene.sentence(start)),
      slice(scene, scene.clause(at(scene, '200').start)),
    ]).toEqual(['口令为Dt@yg!2024;x', '口令为Dt@yg!2024;x，面积1,200米', '面积1,200米']);
  });

  test('never lets a clause or a sentence grow with the text', () => {
    const scene = sceneOf('核'.repeat(100_000));
    const length = (range: { start: number; end: number }) => range.end - range.start;
    expect([length(scene.clause(50_000)), length(scene.sentence(50_000))]).toEqual([400, 800]);
  });

  test('gives cells their header, the label of their row and their left neighbour', () => {
    const scene = sceneOf('項目\t內容\t備註\n抗力级别\t５级\t实测\n面积\t100');
    const cell = scene.pieceAt(at(scene, '实测').start);
    expect([cell.cell, scene.row(cell).map((piece) => slice(scene, piece)), scene.headers(cell)]).toEqual([
      { table: 0, row: 1, column: 2, header: '备注', label: '抗力级别', left: '5级' },
      ['抗力级别', '5级', '实测'],
      ['项目', '内容', '备注'],
    ]);
  });

  test('knows the title and the heading above', () => {
    const scene = sceneOf(
      '云溪市人防办\n关于检查的通知\n各单位按照要求认真组织落实各项检查任务，并于月底前将有关情况报送我办汇总研究。\n一、检查内容\n警报器。\n二、时间安排\n五月。',
    );
    const { start } = at(scene, '警报器');
    expect([scene.title(), scene.headingAbove(start), slice(scene, scene.section(start)), scene.headingAbove(0)]).toEqual([
      '云溪市人防办\n关于检查的通知',
      '一、检查内容',
      '一、检查内容\n警报器。',
      '',
    ]);
  });

  test('tells where blanks were removed', () => {
    const scene = sceneOf('普查员：李燕 黄大勇\u200b人');
    expect([at(scene, '黄').start, at(scene, '大').start, at(scene, '人').start].map((offset) => scene.gap(offset))).toEqual([
      1, 0, 0,
    ]);
  });

  test('knows words by segmentation round the place', () => {
    const scene = sceneOf('本市人口部分指标好于预期。全年共审核五项。');
    expect([
      scene.isWord(at(scene, '口部')),
      scene.isWord(at(scene, '指标')),
      scene.isWord(at(scene, '核')),
      scene.isWord(at(scene, '审核')),
    ]).toEqual([false, true, false, true]);
  });

  test('finds the piece of every offset', () => {
    const scene = sceneOf('甲\n乙丙\n丁');
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => scene.pieceAt(offset).index)).toEqual([0, 0, 1, 1, 1, 2, 2]);
  });
});
