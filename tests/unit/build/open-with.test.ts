import { expect, test } from 'vitest';
import { desktopEntry, openWithScript, PACKAGE_MIME } from '../../../build/open-with.ts';

const keysOf = (entry: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entry
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

test('the start menu of Linux hands all chosen files to the program, drafts and packages alike', () => {
  const { Exec, MimeType = '', ...others } = keysOf(desktopEntry('/opt/xianshen/xianshen'));
  expect(Exec).toBe('/opt/xianshen/xianshen --ozone-platform=x11 %F');
  expect(MimeType.split(';')).toEqual(
    expect.arrayContaining(['application/pdf', 'application/ofd', 'application/x-xianshen-package']),
  );
  expect(others).toEqual({
    Type: 'Application',
    Name: '先审',
    GenericName: '公开前保密审查',
    Comment: '先审查，后公开',
    Icon: 'xianshen',
    Terminal: 'false',
    Categories: 'Office;',
    StartupWMClass: 'xianshen',
  });
});

test('only packages become a kind of the program; no draft opens with it by default', () => {
  expect(PACKAGE_MIME.match(/<glob pattern="[^"]+"\/>/g)).toEqual(['<glob pattern="*.xspkg"/>']);
  const script = openWithScript();
  expect(script).toContain('SystemFileAssociations\\.docx\\shell\\xianshen');
  expect(script).not.toMatch(/Software\\Classes\\\.docx/);
});
