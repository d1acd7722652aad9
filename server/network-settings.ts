import { z } from 'zod';
import { isRefusedPort, refusedPortIn } from '../shared/refused-ports.ts';
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

type Ports = {
  readonly FRONTDESK_PORT: number;
  readonly FRONTDESK_RTP_PORTS: { readonly low: number; readonly high: number };
};

/** What does not fit together, or what no browser would reach, as a sentence. */
export function misfitNetworkSetting(
  env: Pick<Env, 'FRONTDESK_ORIGIN' | 'FRONTDESK_TRUSTED_PROXIES'> & Ports,
): string | undefined {
  const { FRONTDESK_PORT: port, FRONTDESK_ORIGIN: origins } = env;
  const silent = refusedPortIn(env.FRONTDESK_RTP_PORTS);
  if (env.FRONTDESK_TRUSTED_PROXIES !== undefined && origins.length === 0)
    return 'FRONTDESK_ORIGIN is needed beside FRONTDESK_TRUSTED_PROXIES.';
  // Behind a proxy no browser sees the port.
  if (isRefusedPort(port) && origins.length === 0)
    return `FRONTDESK_PORT: browsers refuse to open port ${port}. Choose another, like 8080.`;
  if (silent !== undefined)
    return `FRONTDESK_RTP_PORTS: browsers send no sound to port ${silent}, and a call on it would be silent. Choose a range without it, like 20000-20199.`;
  return undefined;
}

const thisMachine = ['127.0.0.0/8', '::1'];

/** Who is believed whom they forward for; nobody while there is no address that people type at a proxy. */
export const proxiesOf = (env: Pick<Env, 'FRONTDESK_ORIGIN' | 'FRONTDESK_TRUSTED_PROXIES'>): readonly string[] =>
  env.FRONTDESK_ORIGIN.length === 0 ? [] : (env.FRONTDESK_TRUSTED_PROXIES ?? thisMachine);

/** Whether the page is for this machine alone: where it listens, and by the origins people type. */
export const isForThisMachine = (host: string, origins: readonly string[]): boolean =>
  [host, ...origins.map((origin) => new URL(origin).hostname)].every(isLoopback);
