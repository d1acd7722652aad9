import { config } from 'zod';

/**
 * Zod compiles its parsers with `new Function` where it may. Our content security policy forbids that, and even the
 * attempt is reported as a violation, so it is told not to try. To be imported before any schema is made.
 */
config({ jitless: true });
