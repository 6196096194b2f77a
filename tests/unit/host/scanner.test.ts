import { describe, expect, test } from 'vitest';
import { programPaths } from '../../../host/paths.ts';
import { createScanner } from '../../../host/scanner.ts';
import { exampleDraft } from '../../../rules/index.ts';
import { officeText } from '../../bench/texts.ts';

const scanner = createScanner();
const idle = { progress: () => undefined, signal: new AbortController().signal };

describe('the scanner', () => {
  test('names its rules, their basis and what it is', () => {
    const rules = scanner.rules();
    expect([
      rules.length >= 25,
      rules.every((rule) => rule.basis.every((code) => scanner.basisName(code) !== code)),
      scanner.identity.packs.length > 0,
      /^[0-9a-f]{64}$/.test(scanner.identity.digest),
      scanner.basisName('BMF-35'),
      scanner.basisName('LOCAL-7'),
    ]).toEqual([true, true, true, true, '《保守国家秘密法》第三十五条', '本单位事项 LOCAL-7']);
  });

  test('gives the same result as in one go, and tells how far it is', async () => {
    const seen: number[] = [];
    const draft = exampleDraft(officeText(600_000));
    const first = await scanner.scan(draft, { ...idle, progress: (_phase, ratio) => void seen.push(ratio ?? -1) });
    const second = await scanner.scan(draft, idle);
    const rising = seen.every((ratio, at) => ratio >= 0 && ratio <= 1 && ratio >= (seen[at - 1] ?? 0));
    expect([first, seen.length > 0, rising]).toEqual([second, true, true]);
  });

  test('stops soon when it is cancelled', async () => {
    const stop = new AbortController();
    const job = { progress: () => stop.abort(), signal: stop.signal };
    const result = await scanner.scan(exampleDraft(officeText(3_000_000)), job);
    expect(result.ok ? '' : result.error.code).toBe('cancelled');
  });
});

describe('program paths', () => {
  test('find packs and bases in the source tree', () => {
    const { packs, basis } = programPaths();
    expect([packs.replaceAll('\\', '/').endsWith('rules/packs'), basis.endsWith('basis.yaml')]).toEqual([true, true]);
  });
});
