import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled, worksFindings } from './works-engine.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'works');
const drafts = readdirSync(folder).map((name) => [name, readLabelled(readFileSync(join(folder, name), 'utf8'))] as const);
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Own drafts of many kinds, written before the rules knew them; scored as the labelled drafts of the field are. */
describe('own labelled drafts', () => {
  const missed: string[] = [];
  const alarms: string[] = [];
  let marked = 0;
  for (const [name, { text, marks }] of drafts) {
    const findings = worksFindings(text).filter((finding) => finding.level !== 'notice');
    marked += marks.length;
    for (const mark of marks) {
      const covered = Math.max(0, ...findings.filter((f) => f.category === mark.category).map((f) => overlap(f, mark)));
      if (covered * 2 < mark.end - mark.start) missed.push(`${name} ${mark.text}`);
    }
    for (const finding of findings)
      if (!marks.some((mark) => mark.category === finding.category && overlap(mark, finding) > 0))
        alarms.push(`${name} ${finding.text}`);
  }

  it('are found but for one in a hundred', () => {
    expect([marked > 300, missed.length <= marked / 100, missed]).toEqual([true, true, missed]);
  });

  it('raise no false alarm', () => {
    expect(alarms).toEqual([]);
  });
});
