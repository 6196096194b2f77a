import { describe, expect, test } from 'vitest';
import { PlacedPattern } from '../../../../rules/engine/placed-pattern.ts';
import { foldDraft } from '../../../../rules/engine/scene.ts';
import { officeText } from '../../../bench/texts.ts';
import { draftFromText } from '../draft-from-text.ts';

function sceneOf(text: string) {
  const folding = foldDraft(draftFromText(text), undefined);
  let step = folding.next();
  while (!step.done) step = folding.next();
  return step.value;
}

describe('a pattern looked for by the words its matches begin with', () => {
  const patterns = [
    /(?:值班(?:人)?员|主任|副主任|主任科员)(?:[:：]?\s?[一-龥]{2,3})?/g,
    /(?<!副)主任(?=[一-龥])/g,
    /(?:领导|同志)?(?:意见|建议)\d{0,3}/g,
  ];
  const texts = ['值班员:王强、副主任李敏，主任主任科员', '领导意见12，建议', officeText(60_000)];

  test.each(patterns)('finds what a walk over the whole text finds: %s', (pattern) => {
    for (const text of texts) {
      const scene = sceneOf(text);
      const walked = [...scene.text.matchAll(pattern)].map((match) => [match.index, match[0]]);
      const found = [...new PlacedPattern(pattern).all(scene)].map((match) => [match.index, match[0]]);
      expect(found).toEqual(walked);
    }
  });

  test('is found in a stretch of the text when asked for one', () => {
    const scene = sceneOf('主任甲、主任乙、主任丙');
    const roles = new PlacedPattern(/主任[甲乙丙]/);
    expect([...roles.all(scene, 1, 8)].map((match) => match[0])).toEqual(['主任乙']);
  });

  test('is refused when its matches begin with anything', () => {
    expect(() => new PlacedPattern(/[一-龥]{2}主任/)).toThrow(TypeError);
    expect(() => new PlacedPattern(/(?:主任)?/)).toThrow(TypeError);
  });
});
