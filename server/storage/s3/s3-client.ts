import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import type { Clock } from '../../ports/clock.ts';
import { S3Unreachable } from './s3-failure.ts';

export type S3Place = {
  /** Without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or with a slash at the end. */
  readonly prefix: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The bucket is the first part of the path, not of the host's name. */
  readonly pathStyle: boolean;
};

export type S3Request = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Its length is known and its hash is signed, so that the other side checks both. */
  readonly body?: { readonly length: number; readonly sha256: string; readonly read: () => Readable };
};

/** `body` is to be read to its end or destroyed. */
export type S3Answer = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: http.IncomingMessage;
};

/** How long nothing at all may be heard, in ms. */
const silenceMs = 15_000;
/** Pauses before another attempt, in ms. */
const pausesMs = [200, 1_000];
const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export type S3Client = {
  /** Throws `S3Unreachable`. An answer that says that the other side is in trouble is tried again like none. */
  readonly ask: (request: S3Request) => Promise<S3Answer>;
  readonly close: () => void;
};

/** Speaks to one bucket, signed (AWS Signature Version 4). What does not come through is tried again, twice. */
export function createS3Client(place: S3Place, clock: Clock): S3Client {
  const { request, Agent } = place.endpoint.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true });
  const once = async (wanted: S3Request): Promise<S3Answer> => {
    const signed = await sign(place, wanted, clock.now());
    return answerTo(request(signed.url, { ...signed, agent, timeout: silenceMs }), wanted.body?.read());
  };
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  return {
    ask: async (wanted) => {
      for (const pauseMs of pausesMs) {
        const answer = await unlessUnreachable(once(wanted));
        if (answer !== null && !isInTrouble(answer)) return answer;
        answer?.body.destroy();
        await pause(pauseMs);
      }
      return once(wanted);
    },
    close: () => agent.destroy(),
  };
}

/** 507: there is no room, and trying again makes none. */
const isInTrouble = ({ status }: S3Answer): boolean => status === 429 || (status >= 500 && status !== 507);

async function unlessUnreachable(asked: Promise<S3Answer>): Promise<S3Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof S3Unreachable) return null;
    throw error;
  }
}

function urlOf({ endpoint, bucket, prefix, pathStyle }: S3Place, key: string): URL {
  const url = new URL(endpoint);
  if (!pathStyle) url.host = `${bucket}.${url.host}`;
  url.pathname = pathStyle ? `/${bucket}/${prefix}${key}` : `/${prefix}${key}`;
  return url;
}

type Signed = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
};

async function sign(place: S3Place, { method, key, headers, body }: S3Request, now: number): Promise<Signed> {
  const url = urlOf(place, key);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? emptySha256 },
    accessKeyId: place.accessKey,
    secretAccessKey: place.secretKey,
    service: 's3',
    region: place.region,
    datetime: new Date(now).toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
  }).sign();
  const length = method === 'PUT' ? { 'content-length': String(body?.length ?? 0) } : {};
  return { method, url, headers: { ...Object.fromEntries(signed.headers), ...length } };
}

function answerTo(sent: http.ClientRequest, body: Readable | undefined): Promise<S3Answer> {
  return new Promise((resolve, reject) => {
    sent.on('timeout', () => sent.destroy(new Error(`nothing was heard for ${silenceMs} ms`)));
    sent.on('error', (error) => {
      body?.destroy();
      reject(new S3Unreachable(error.message, { cause: error }));
    });
    sent.on('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer });
    });
    if (body === undefined) sent.end();
    else body.on('error', (error) => sent.destroy(error)).pipe(sent);
  });
}
