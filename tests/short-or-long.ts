/**
 * How much of a test to run: `npm test` runs the short amount, `npm run test:long` (XIANSHEN_LONG=1) the long one. Both prove the same
 * thing; the long one looks in more places.
 */
export const shortOrLong = <T>(short: T, long: T): T => (process.env.XIANSHEN_LONG === '1' ? long : short);
