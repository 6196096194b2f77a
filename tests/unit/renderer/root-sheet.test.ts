import { expect, test } from 'vitest';
import { rootSheetFile } from '../../../renderer/screens/people/rootSheet.ts';

test('the sheet of the root key names office, fingerprint and day, and is read as UTF-8', () => {
  const { name, base64 } = rootSheetFile('云溪市人民防空办公室', 'CAAB-2949-7903-5363', '2026-11-21');
  const bytes = Buffer.from(base64, 'base64');
  expect([name, [...bytes.subarray(0, 3)]]).toEqual(['单位根密钥指纹登记单.txt', [0xef, 0xbb, 0xbf]]);
  const lines = bytes.subarray(3).toString('utf8').split('\r\n');
  expect(lines.slice(0, 5)).toEqual([
    '单位根密钥指纹登记单',
    '',
    '单位：云溪市人民防空办公室',
    '指纹：CAAB-2949-7903-5363',
    '日期：2026-11-21',
  ]);
  expect(lines).toContain('根密钥的口令不写在本页上。');
});
