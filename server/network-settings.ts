import { z } from 'zod';
import { isAddressOrNetwork, isLoopback } from './lib/addresses.ts';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const addresses = (name: string) =>
  list.superRefine((given, context) => {
    const wrong = given.find((item) => !isAddressOrNetwork(item));
    if (wrong === undefined && given.length > 0) return;
    const message = `${name} is a list of addresses and networks like 192.0.2.10,198.51.100.0/24; ${JSON.stringify(wrong ?? '')} does not fit into it.`;
    context.addIssue({ code: 'custom', message });
  });

/** The origin (RFC 6454) somebody means, as browsers send it; null where that cannot be known. */
function originOf(text: string): string | null {
  const url = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, origin } = new URL(url);
  return /^https?:$/.test(protocol) && /^[\w.:[\]-]+$/.test(hostname) ? origin : null;
}

/** The part of the environment that says by which addresses others reach us, and by which we know them. */
export const networkEnvironment = {
  FRONTDESK_ORIGIN: list
    .superRefine((origins, context) => {
      const wrong = origins.find((origin) => originOf(origin) !== origin);
      if (wrong === undefined) return;
      const right = originOf(wrong) ?? 'https://frontdesk.example';
      // What was given is not said: there may be a password in it.
      const message = `FRONTDESK_ORIGIN is an origin as browsers send it, scheme and host without a slash at the end: ${right}.`;
      context.addIssue({ code: 'custom', message });
    })
    .default([]),
  FRONTDESK_TRUSTED_PROXIES: addresses('FRONTDESK_TRUSTED_PROXIES').optional(),
  FRONTDESK_TRUNK_MATCH: addresses('FRONTDESK_TRUNK_MATCH').default(['127.0.0.1']),
  FRONTDESK_TRUNK_CONTACT: z
    .string()
    .regex(/^sips?:\S+$/, 'FRONTDESK_TRUNK_CONTACT is a SIP address like sip:carrier.example:5060.')
    .optional(),
};

const schema = z.object(networkEnvironment);
type Env = z.output<typeof schema>;

/** What does not fit together, as a sentence. */
export const misfitNetworkSetting = (
  env: Pick<Env, 'FRONTDESK_ORIGIN' | 'FRONTDESK_TRUSTED_PROXIES'>,
): string | undefined =>
  env.FRONTDESK_TRUSTED_PROXIES !== undefined && env.FRONTDESK_ORIGIN.length === 0
    ? 'FRONTDESK_ORIGIN is needed beside FRONTDESK_TRUSTED_PROXIES.'
    : undefined;

const thisMachine = ['127.0.0.0/8', '::1'];

/** Who is believed whom they forward for; nobody while there is no address that people type at a proxy. */
export const proxiesOf = (env: Pick<Env, 'FRONTDESK_ORIGIN' | 'FRONTDESK_TRUSTED_PROXIES'>): readonly string[] =>
  env.FRONTDESK_ORIGIN.length === 0 ? [] : (env.FRONTDESK_TRUSTED_PROXIES ?? thisMachine);

/** Whether the page is for this machine alone: where it listens, and by the origins people type. */
export const isForThisMachine = (host: string, origins: readonly string[]): boolean =>
  [host, ...origins.map((origin) => new URL(origin).hostname)].every(isLoopback);
