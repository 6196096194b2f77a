import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { DrawingAnswer } from '../host/page-drawing.ts';

/** The drawing page loads and sends nothing but what it is made of and what it was asked for; nothing of it becomes script. */
export const DRAWING_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'application/octet-stream',
};

/** A file of the drawing page by its address: the page itself, or pdfjs's tables under /pdf/. Status 404 for anything else. */
export async function drawingFile(appFolder: string, path: string): Promise<DrawingAnswer> {
  const folder = join(appFolder, path.startsWith('/pdf/') ? 'pdf' : 'drawing');
  const file = normalize(join(folder, path === '/' ? 'index.html' : path.replace(/^\/pdf\//, '/')));
  const type = TYPES[extname(file)];
  const body = type && file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
  return body && type ? { status: 200, type, body } : { status: 404, type: 'text/plain', body: new Uint8Array() };
}
