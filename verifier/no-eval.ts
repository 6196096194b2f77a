import { config } from 'zod';

/** The checks of bodies would compile themselves with `new Function`; this page's policy forbids it, rightly. Imported first. */
config({ jitless: true });
