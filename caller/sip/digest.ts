import { createHash } from 'node:crypto';
import { parseParams } from './addresses.ts';

export type Credentials = { readonly username: string; readonly password: string };

export type DigestInput = {
  /** Value of WWW-Authenticate or Proxy-Authenticate. */
  readonly challenge: string;
  readonly credentials: Credentials;
  readonly method: string;
  readonly uri: string;
  /** Client nonce: any random word. */
  readonly clientNonce: string;
};

/** The Authorization value that answers a challenge (RFC 7616: MD5 or SHA-256, with or without qop=auth); undefined when it asks for something else. */
export function answerChallenge({ challenge, credentials, method, uri, clientNonce }: DigestInput): string | undefined {
  if (!/^digest\s/i.test(challenge)) return undefined;
  const params = parseParams(`;${challenge.slice(7).replace(/,(?=\s*[a-z0-9]+=)/gi, ';')}`);
  const algorithm = params.get('algorithm') ?? 'MD5';
  const hash = hashOf(algorithm);
  const [realm, nonce] = [params.get('realm'), params.get('nonce')];
  if (!hash || realm === undefined || nonce === undefined) return undefined;
  const secret = hash(`${credentials.username}:${realm}:${credentials.password}`);
  const qop = params
    .get('qop')
    ?.split(',')
    .some((option) => option.trim() === 'auth')
    ? 'auth'
    : undefined;
  const middle = qop ? `${nonce}:00000001:${clientNonce}:${qop}` : nonce;
  const opaque = params.get('opaque');
  return [
    `Digest username="${credentials.username}", realm="${realm}", nonce="${nonce}", uri="${uri}"`,
    `response="${hash(`${secret}:${middle}:${hash(`${method}:${uri}`)}`)}", algorithm=${algorithm}`,
    ...(qop ? [`qop=${qop}, nc=00000001, cnonce="${clientNonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
  ].join(', ');
}

function hashOf(algorithm: string): ((text: string) => string) | undefined {
  const name = new Map([
    ['md5', 'md5'],
    ['sha-256', 'sha256'],
  ]).get(algorithm.toLowerCase());
  return name === undefined ? undefined : (text) => createHash(name).update(text).digest('hex');
}
