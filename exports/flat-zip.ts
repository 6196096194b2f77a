import { zipSync } from 'fflate';

/** A fixed time: when a package was made stands in its signed manifest. */
const MADE = '2000-01-01T00:00:00';

/** Archive of parts without folders, comments or extra fields, in the given order. */
export const packFlat = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(parts), { level: 6, mtime: MADE });
