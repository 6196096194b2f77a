import { expect, test } from 'vitest';
import { workKey } from '../../../../review/workflow/gathering.ts';

test('one work under several spellings has one key, and other phases and buildings have others', () => {
  const same = [
    '滨河花园二期人防工程',
    '“滨河花园”二期防空地下室',
    '滨河花园（二期）项目',
    '滨河花园二期的人防地下室',
    '滨河花园 二期',
  ];
  expect([...new Set(same.map(workKey))]).toEqual(['滨河花园二期']);
  expect(new Set(['滨河花园一期', '滨河花园二期', '滨河花园3号楼', 'Ａ-12地块', 'a-13地块'].map(workKey)).size).toBe(5);
});

test('a name without anything of its own has no key, so that no two works meet by it', () => {
  expect(['人防工程', '防空地下室', '该项目', '（地下）', ''].map(workKey)).toEqual(['', '', '', '', '']);
});
