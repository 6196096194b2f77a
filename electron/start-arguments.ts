import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Every switch that the packaged program takes. Any other is refused: Chromium knows hundreds, and some of them let another
 * program read the window (remote-debugging-port, remote-debugging-pipe), load code into it, or switch its guards off.
 */
const TAKEN: readonly string[] = [
  'data',
  'user-data-dir',
  'self-test',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'password-store',
  'lang',
  'force-device-scale-factor',
  'high-dpi-support',
  'disable-gpu',
];

/** Names of switches in arguments, as Chromium reads them: on Windows also behind a slash and in capitals; none after `--`. */
function switchesIn(args: readonly string[], platform: string): readonly string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const prefix = platform === 'win32' ? /^(?:--|-|\/)(?=.)/ : /^--?(?=.)/;
  const names = before.filter((arg) => prefix.test(arg)).map((arg) => arg.replace(prefix, '').split('=')[0] ?? '');
  return platform === 'win32' ? names.map((name) => name.toLowerCase()) : names;
}

/**
 * Switches with which the packaged program must not start. Root can run Chromium only without its sandbox, nobody else may.
 * @param args what follows the program's own name
 */
export function refusedSwitches(args: readonly string[], platform: string, asRoot: boolean): readonly string[] {
  const taken = asRoot ? [...TAKEN, 'no-sandbox'] : TAKEN;
  return switchesIn(args, platform).filter((name) => !taken.includes(name));
}

/** Absolute paths of what the system hands over (打开方式, a drop on the icon): paths, or file: addresses on Linux. */
export function handedPaths(args: readonly string[], cwd: string): readonly string[] {
  const end = args.indexOf('--');
  const words = args.filter((arg, at) => at !== end && arg !== '' && ((end >= 0 && at > end) || !arg.startsWith('-')));
  return words.map((word) => (URL.canParse(word) && word.startsWith('file:') ? fileURLToPath(word) : resolve(cwd, word)));
}
