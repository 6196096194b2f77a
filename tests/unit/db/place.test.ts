import { expect, test } from 'vitest';
import { isNetworkPath, placeProblem, refusedFileSystem } from '../../../db/place.ts';
import { temporaryFolder } from './journal-fixture.ts';

test('a local disk is accepted', () => {
  expect(placeProblem(temporaryFolder())).toBeUndefined();
});

test.each([
  ['nfs', 0x6969],
  ['cifs', 0xff534d42],
  ['cifs as a signed number', 0xff534d42 | 0],
  ['smb2', 0xfe534d42],
  ['fuse', 0x65735546],
  ['9p', 0x01021997],
])('%s is refused', (_, type) => {
  expect(refusedFileSystem(type)).toBeTypeOf('string');
});

test.each([
  ['ext4', 0xef53],
  ['xfs', 0x58465342],
  ['btrfs', 0x9123683e],
  ['tmpfs', 0x01021994],
])('%s is accepted', (_, type) => {
  expect(refusedFileSystem(type)).toBeUndefined();
});

test.each([
  ['\\\\server\\share\\x', true],
  ['//server/share', true],
  ['\\\\?\\UNC\\server\\share', true],
  ['\\\\?\\C:\\data', false],
  ['\\\\.\\C:\\data', false],
  ['C:\\data', false],
  ['/home/user/data', false],
])('%s: network path %s', (path, network) => {
  expect(isNetworkPath(path)).toBe(network);
});
