import { fail, ok, type Result } from '../../../shared/result.ts';

/** One ARI request by the parts of its path; answers its HTTP status (any 2xx: done). `body` is sent as JSON. */
export type AriCall = (method: 'GET' | 'PUT' | 'DELETE', path: readonly string[], body?: unknown) => Promise<number>;

export type ConsoleEndpoint = {
  /** The SIP user name the browser registers with, and the endpoint's name: `PJSIP/<id>`. Letters, digits, `_` and `-`. */
  readonly id: string;
  /** The value of `edgeHeader` that proves a request to come from the edge for this console. Same characters as the id. */
  readonly secret: string;
  readonly displayName: string;
};

export type ConsoleFailure = { readonly code: 'refusedByPbx'; readonly step: string; readonly status: number };

/** The header that the edge adds to every request of a browser, and Asterisk knows the console by. */
export const edgeHeader = 'X-FD-Edge';
/** The access list in acl.conf that admits the edge's address alone. */
export const edgeAcl = 'frontdesk-edge';

const plain = /^[\w-]{1,128}$/u;
const pathOf = (type: string, id: string): readonly string[] => [
  'asterisk',
  'config',
  'dynamic',
  'res_pjsip',
  type,
  id,
];
const isDone = (status: number): boolean => status >= 200 && status < 300;

/** ARI's form of a configuration object: https://docs.asterisk.org, Asterisk REST API, updateObject. */
const fieldsOf = (object: Readonly<Record<string, string>>): unknown => ({
  fields: Object.entries(object).map(([attribute, value]) => ({ attribute, value })),
});

/** Quotes and backslashes would end the name, control characters the line. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const safeName = (name: string): string => name.replaceAll(/["\\\u0000-\u001F]/gu, ' ').trim();

const endpointOf = ({ id, displayName }: ConsoleEndpoint): Readonly<Record<string, string>> => ({
  aors: id,
  context: 'from-console',
  webrtc: 'yes',
  dtls_auto_generate_cert: 'yes',
  disallow: 'all',
  allow: 'ulaw,alaw,opus,g722',
  callerid: `"${safeName(displayName)}" <${id}>`,
  direct_media: 'no',
  dtmf_mode: 'rfc4733',
  rtp_timeout: '30',
  allow_transfer: 'no',
  allow_subscribe: 'no',
  send_pai: 'no',
  trust_id_inbound: 'no',
  trust_id_outbound: 'yes',
  moh_suggest: 'default',
});

export type MediaPlace = {
  /** The address in our SDP, when it is not simply the machine's own; RTP is then bound to it, too. */
  readonly mediaAddress?: string;
};

/**
 * Makes a console known to Asterisk, so that its browser can register over the edge. Takes effect at once, without a
 * reload, and is forgotten when Asterisk restarts. Idempotent; a new secret or name replaces the old one.
 * Needs the memory wizards of sorcery.conf and the access list `frontdesk-edge`.
 */
export async function pushConsole(
  ari: AriCall,
  console: ConsoleEndpoint,
  { mediaAddress }: MediaPlace = {},
): Promise<Result<void, ConsoleFailure>> {
  const { id, secret } = console;
  if (!plain.test(id) || !plain.test(secret))
    throw new RangeError('a console id or secret with characters that configuration would read');
  const exists = isDone(await ari('GET', pathOf('endpoint', id)));
  const media = mediaAddress === undefined ? {} : { media_address: mediaAddress, bind_rtp_to_media_address: 'yes' };
  const steps = [
    ['aor', { max_contacts: '1', remove_existing: 'yes', qualify_frequency: '0' }],
    // Asterisk refuses to be given an access list that it has already: an existing endpoint keeps its own.
    ['endpoint', { ...endpointOf(console), ...media, ...(exists ? {} : { acl: edgeAcl }) }],
    ['identify', { endpoint: id, match_header: `${edgeHeader}: ${secret}` }],
  ] as const;
  for (const [type, object] of steps) {
    const status = await ari('PUT', pathOf(type, id), fieldsOf(object));
    if (!isDone(status)) return fail({ code: 'refusedByPbx', step: type, status });
  }
  return ok();
}

/** Makes Asterisk forget a console: from now on its requests get 401. A call it has goes on. Idempotent. */
export async function removeConsole(
  ari: AriCall,
  { id }: { readonly id: string },
): Promise<Result<void, ConsoleFailure>> {
  for (const type of ['identify', 'endpoint', 'aor']) {
    const status = await ari('DELETE', pathOf(type, id));
    if (!isDone(status) && status !== 404) return fail({ code: 'refusedByPbx', step: type, status });
  }
  return ok();
}
