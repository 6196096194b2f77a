import { describe, expect, test, vi } from 'vitest';

// The address check is pure; the module it lives in registers the scheme with Electron, which is not there under Node.
vi.mock('electron', () => ({ protocol: {} }));
const { fileOf } = await import('../../../electron/protocol.ts');

describe('own protocol', () => {
  const folder = '/app/renderer';
  test.each([
    ['xianshen://app/index.html', '/app/renderer/index.html'],
    ['xianshen://app/assets/a%20b.css', '/app/renderer/assets/a b.css'],
  ])('serves %s', (address, file) => {
    expect(fileOf(address, folder)).toBe(file);
  });
  test.each([
    'xianshen://app/',
    'xianshen://other/index.html',
    'file:///app/renderer/index.html',
    'https://app/index.html',
    'xianshen://app/../secret.html',
    'xianshen://app/%2e%2e/secret.html',
    'xianshen://app/..%2f..%2fetc/passwd.html',
    'xianshen://app/%2e%2e%2frenderer-evil/index.html',
    'xianshen://app/index.html%00.js',
    'xianshen://app/data.json',
    'xianshen://app/%E0%A4%A',
    'nonsense',
  ])('serves nothing for %s', (address) => {
    const file = fileOf(address, folder);
    expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
    expect(file?.includes('\0') ?? false).toBe(false);
    if (
      !address.startsWith('xianshen://app/') ||
      address.includes('%2f') ||
      address.endsWith('/') ||
      address.includes('json') ||
      address.includes('%E0')
    )
      expect(file).toBeUndefined();
  });
});
