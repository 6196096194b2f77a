import { expect, test } from 'vitest';
import { handedPaths, refusedSwitches } from '../../../electron/start-arguments.ts';

test('the packaged program refuses every switch it does not know, however it is written', () => {
  const refused = (args: readonly string[], platform = 'linux', asRoot = false) => refusedSwitches(args, platform, asRoot);
  expect(refused(['--data=/srv/xs', '--user-data-dir=/srv/p', '--ozone-platform=x11', '稿件.docx', '-'])).toEqual([]);
  expect(refused(['--remote-debugging-port=9222', '-remote-debugging-pipe', '--inspect', '--no-sandbox'])).toEqual([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'no-sandbox',
  ]);
  expect(refused(['/Remote-Debugging-Port=9222', '--JS-FLAGS=x', 'C:\\稿\\公告.docx'], 'win32')).toEqual([
    'remote-debugging-port',
    'js-flags',
  ]);
  expect(refused(['/home/office/公告.docx', '--', '--remote-debugging-port=1'])).toEqual([]);
  expect(refused(['--no-sandbox', '--renderer-cmd-prefix=x'], 'linux', true)).toEqual(['renderer-cmd-prefix']);
});

test('what the system hands over becomes absolute paths; switches are none', () => {
  const args = ['--data=/srv/xs', '公告.docx', '/home/office/通知.txt', 'file:///home/office/%E5%87%BD.odt', '--', '-奇怪.txt'];
  expect(handedPaths(args, '/home/office')).toEqual([
    '/home/office/公告.docx',
    '/home/office/通知.txt',
    '/home/office/函.odt',
    '/home/office/-奇怪.txt',
  ]);
});
