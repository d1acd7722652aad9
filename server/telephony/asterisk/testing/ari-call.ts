import type { AriCall } from '../console-endpoint.ts';

type Ari = { readonly ari: { readonly url: string; readonly user: string; readonly password: string } };

/** Plain ARI requests to a running Asterisk, by their HTTP status. */
export function ariCallOf({ ari }: Ari): AriCall {
  const authorization = `Basic ${Buffer.from(`${ari.user}:${ari.password}`).toString('base64')}`;
  return async (method, parts, body) => {
    const answer = await fetch(`${ari.url}/${parts.map(encodeURIComponent).join('/')}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await answer.arrayBuffer();
    return answer.status;
  };
}
