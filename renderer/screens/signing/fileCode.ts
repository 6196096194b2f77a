/** Code by which people compare files on paper and on screens: first 12 hex digits of the SHA-256, in groups of four. */
export const fileCode = (sha256: string): string =>
  sha256
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
