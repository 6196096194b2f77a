/** Builds the offline verifier: one HTML file that holds its script and style, and a policy that lets nothing else in. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const verifierFile = join(root, 'out', 'app', 'verifier.html');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page as text. */
export async function verifierPage(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: 'chrome109',
      modulePreload: false,
      lib: { entry: join(root, 'verifier', 'page.ts'), formats: ['iife'], name: 'verifier' },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  const chunk = bundle && 'output' in bundle ? bundle.output.find((each) => each.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the verifier was not bundled');
  // A script element ends at this string wherever it stands.
  const script = chunk.code.replaceAll('</script', '<\\/script');
  const style = readFileSync(join(root, 'verifier', 'page.css'), 'utf8');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">',
    `<title>先审 审查日志核验器</title><style>${style}</style></head>`,
    `<body><script>${script}</script></body></html>`,
    '',
  ].join('\n');
}

export async function buildVerifier(): Promise<void> {
  mkdirSync(dirname(verifierFile), { recursive: true });
  writeFileSync(verifierFile, await verifierPage());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildVerifier();
