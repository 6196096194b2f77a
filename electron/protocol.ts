import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Session } from 'electron';
import { protocol } from 'electron';
import { WINDOW_HEADERS, WINDOW_TYPES } from './csp.ts';

export const SCHEME = 'xianshen';
/** Of the page that draws PDF files, see draw-pages.ts. */
export const DRAWING_SCHEME = 'xianshen-draw';
export const HOST = 'app';
export const WINDOW_URL = `${SCHEME}://${HOST}/index.html`;

/** Must run before the app is ready. Our own scheme instead of file://, whose pages may read any file of the machine. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true } },
    { scheme: DRAWING_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Path of the file an address means, or undefined when it is not one of ours. Compared with the separator at the end: a prefix
 * check without it would let `/renderer-evil` through.
 */
export function fileOf(address: string, folder: string): string | undefined {
  const url = URL.parse(address);
  if (!url || url.protocol !== `${SCHEME}:` || url.host !== HOST) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path));
  return !path.includes('\0') && file.startsWith(folder + sep) && WINDOW_TYPES[extname(file)] ? file : undefined;
}

/** Serves the built window and nothing else. */
export function serveWindow(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOf(request.url, folder) : undefined;
    if (!file) return new Response('', { status: 404, headers: WINDOW_HEADERS });
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return new Response('', { status: 404, headers: WINDOW_HEADERS });
    return new Response(new Uint8Array(bytes), {
      headers: { ...WINDOW_HEADERS, 'Content-Type': WINDOW_TYPES[extname(file)] ?? '' },
    });
  });
}
