import { z } from 'zod';

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Key combinations by command, where they differ from the usual ones: `{ "mute": "Alt+KeyM" }`. */
  keys: z.record(z.string().max(40), z.string().max(40)),
  notifyWhenRinging: z.boolean(),
  /** Whether a second call is notified as well, while one is on. */
  notifyOnACall: z.boolean(),
  /** BCP 47; null follows the browser. */
  language: z.string().max(35).nullable(),
  density: z.enum(['comfortable', 'compact']),
};

/** What belongs to the person, not to the machine; everything has a default. */
export const preferencesSchema = z
  .object({
    theme: fields.theme.default('system'),
    keys: fields.keys.default({}),
    notifyWhenRinging: fields.notifyWhenRinging.default(true),
    notifyOnACall: fields.notifyOnACall.default(true),
    language: fields.language.default(null),
    density: fields.density.default('comfortable'),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof preferencesSchema>;

/** A change: what is left out stays. Without defaults, which zod would fill in through `partial()`. */
export const preferenceChangesSchema = z.object(fields).partial();

export const defaultPreferences: Preferences = preferencesSchema.parse({});
