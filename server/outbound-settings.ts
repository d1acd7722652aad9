import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { z } from 'zod';

const count = (name: string, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `${name} is a number from 1 to ${most}.`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `${name} is a number from 1 to ${most}.`);

const prefixes = 'FRONTDESK_OUTBOUND_ALLOW is a list of prefixes like +1,+49,-+1900.';

/** The part of the environment that says who may be called, from where and how often. */
export const outboundEnvironment = {
  FRONTDESK_COUNTRY: z
    .string()
    .refine(isSupportedCountry, 'FRONTDESK_COUNTRY is a country by its two letters, like US or DE.')
    .default('US'),
  FRONTDESK_OUTBOUND_ALLOW: z
    .string()
    .transform((text) => text.split(',').map((prefix) => prefix.trim()))
    .pipe(z.array(z.string().regex(/^-?\+\d{0,15}$/, prefixes)))
    .optional(),
  FRONTDESK_OUTBOUND_FROM: z
    .string()
    .regex(/^\+?\d{2,20}$/, 'FRONTDESK_OUTBOUND_FROM is a number of yours, like +15550100.')
    .optional(),
  FRONTDESK_OUTBOUND_PER_MINUTE: count('FRONTDESK_OUTBOUND_PER_MINUTE', 600).default(10),
  FRONTDESK_OUTBOUND_AT_ONCE: count('FRONTDESK_OUTBOUND_AT_ONCE', 100).default(3),
  FRONTDESK_OUTBOUND_AT_ONCE_IN_ALL: count('FRONTDESK_OUTBOUND_AT_ONCE_IN_ALL', 1000).default(20),
};

/** What of the outside may be called from here. */
export type OutboundSettings = {
  /** ISO 3166-1 alpha-2: where numbers without a plus are. */
  readonly country: CountryCode;
  /** Prefixes of E.164 numbers that may be called; one with a minus before it may not. The longest that fits decides. */
  readonly allow: readonly string[];
  /** What those who are called see; otherwise the number of the queue, or the first of ours. */
  readonly from: string | null;
  /** How many calls a person may place a minute, and have at once; and everybody together. */
  readonly perMinute: number;
  readonly atOnce: number;
  readonly atOnceInAll: number;
};

const schema = z.object(outboundEnvironment);

/** `costsNothing`: calls go to simulated people only, so that whoever forbids nothing allows everything. */
export function outboundSettingsOf(data: z.output<typeof schema>, costsNothing: boolean): OutboundSettings {
  return {
    country: data.FRONTDESK_COUNTRY,
    allow: data.FRONTDESK_OUTBOUND_ALLOW ?? (costsNothing ? ['+'] : []),
    from: data.FRONTDESK_OUTBOUND_FROM ?? null,
    perMinute: data.FRONTDESK_OUTBOUND_PER_MINUTE,
    atOnce: data.FRONTDESK_OUTBOUND_AT_ONCE,
    atOnceInAll: data.FRONTDESK_OUTBOUND_AT_ONCE_IN_ALL,
  };
}
