import { describe, expect, it } from 'vitest';
import { answerChallenge } from './digest.ts';

const common = {
  credentials: { username: 'Mufasa', password: 'Circle of Life' },
  method: 'GET',
  uri: '/dir/index.html',
  clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
};
const challenge = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;

describe('a digest answer', () => {
  // The examples of RFC 7616 §3.9.1; its cnonce is the one above.
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is that of the RFC with %s', (algorithm, response) => {
    const answer = answerChallenge({ ...common, challenge: challenge(algorithm) });
    expect(answer).toContain(`response="${response}"`);
    expect(answer).toContain('qop=auth, nc=00000001');
    expect(answer).toContain('opaque="FQhe');
  });

  it('does without qop (RFC 2069)', () => {
    const answer = answerChallenge({ ...common, challenge: 'Digest realm="testrealm@host.com", nonce="dcd98b"' });
    expect(answer).toContain('algorithm=MD5');
    expect(answer).not.toContain('cnonce');
  });

  it.each(['Basic realm="x"', 'Digest realm="x", nonce="y", algorithm=AKAv1-MD5', 'Digest nonce="y"'])(
    'is not given to %s',
    (unknown) => {
      expect(answerChallenge({ ...common, challenge: unknown })).toBeUndefined();
    },
  );
});
