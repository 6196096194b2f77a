/** The one style element react-aria-components inserts at run time (fixed text, so its hash can be allowed by name). */
const REACT_ARIA_STYLE_HASH = '';

/**
 * Content security policy of the window: nothing but our own files, no network, no string ever becomes script or markup.
 * Threat: text of a hostile draft reaching the page (records-and-threats 23). Tests assert that no run violates it.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self'${REACT_ARIA_STYLE_HASH && ` '${REACT_ARIA_STYLE_HASH}'`}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Headers every answer of the own protocol carries. */
export const WINDOW_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Content types of the files a built window consists of; anything else is not served. */
export const WINDOW_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
