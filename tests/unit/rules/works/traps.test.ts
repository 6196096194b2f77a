import { describe, expect, it } from 'vitest';
import { HARMLESS } from './harmless-sentences.ts';
import { counted, worksFindings } from './works-engine.ts';

const LEAKY = '青杉里二期人防工程位于檀溪路66号，防护等级核6级、常6级，战时为二等人员掩蔽所，人防建筑面积3200㎡。';

describe('harmless sentences of the field', () => {
  it.each(HARMLESS)('trap %i says nothing by itself: %s', (_number, sentence) => {
    expect(counted(sentence)).toEqual([]);
  });

  it.each(HARMLESS)('trap %i says nothing under the title of a work: %s', (_number, sentence) => {
    expect(counted(`青杉里二期人防工程有关情况\n${sentence}`)).toEqual([]);
  });

  it.each(HARMLESS)('trap %i says nothing beside a paragraph that does: %s', (_number, sentence) => {
    const before = `关于青杉里二期防空地下室的通报\n${LEAKY}\n`;
    const own = worksFindings(`${before}${sentence}\n檀溪医院人防急救医院同期检查。`).filter(
      (finding) => finding.level !== 'notice' && finding.start >= before.length && finding.end <= before.length + sentence.length,
    );
    expect(own.map((finding) => finding.text)).toEqual([]);
  });
});
