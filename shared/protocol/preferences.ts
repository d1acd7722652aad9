import { z } from 'zod';

/** What belongs to the person, not to the machine; everything has a default. */
export const preferencesSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']).default('system'),
    /** Key combinations by command, where they differ from the usual ones: `{ "answer": "F2" }`. */
    keys: z.record(z.string().max(40), z.string().max(40)).default({}),
    notifyWhenRinging: z.boolean().default(true),
    /** BCP 47; null follows the browser. */
    language: z.string().max(35).nullable().default(null),
    density: z.enum(['comfortable', 'compact']).default('comfortable'),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = preferencesSchema.parse({});
