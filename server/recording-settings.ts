import { z } from 'zod';

const shapeOf = (name: string, shape: RegExp, is: string) => z.string().regex(shape, `${name} is ${is}.`);

/** A key goes into a header of HTTP. */
const key = (name: string) => shapeOf(name, /^[\x21-\x7e]+$/, 'a key: letters, digits and signs, no space');

/** What the environment may say of where recordings are kept; `.env.example` and docs/recordings.md explain every name. */
export const recordingEnvironment = {
  FRONTDESK_RECORDINGS: z.string().min(1).optional(),
  FRONTDESK_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'FRONTDESK_S3_ENDPOINT is an http address like https://s3.eu-central-1.amazonaws.com.',
    })
    .refine(
      (url) => /^https?:\/\/[^/?#@]+\/?$/i.test(url),
      'FRONTDESK_S3_ENDPOINT is an address without a path or a password: bucket, prefix and keys have settings of their own.',
    )
    .optional(),
  FRONTDESK_S3_REGION: shapeOf(
    'FRONTDESK_S3_REGION',
    /^[a-z][a-z0-9-]{1,30}$/,
    'a region like eu-central-1 (us-east-1 where there are none)',
  ).optional(),
  FRONTDESK_S3_BUCKET: shapeOf(
    'FRONTDESK_S3_BUCKET',
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'the name of a bucket: 3 to 63 lower-case letters, digits, hyphens and dots',
  ).optional(),
  FRONTDESK_S3_PREFIX: shapeOf(
    'FRONTDESK_S3_PREFIX',
    /^(?!\/)(?!.*(\/\/|\.\.))[\w./-]{1,200}$/,
    'a beginning of keys like reception/recordings/',
  ).optional(),
  FRONTDESK_S3_ACCESS_KEY: key('FRONTDESK_S3_ACCESS_KEY').optional(),
  FRONTDESK_S3_SECRET_KEY: key('FRONTDESK_S3_SECRET_KEY').optional(),
  FRONTDESK_S3_PATH_STYLE: z.enum(['on', 'off'], 'FRONTDESK_S3_PATH_STYLE is "on" or "off".').optional(),
};

type Name = keyof typeof recordingEnvironment;
const needed = [
  'FRONTDESK_S3_ENDPOINT',
  'FRONTDESK_S3_BUCKET',
  'FRONTDESK_S3_ACCESS_KEY',
  'FRONTDESK_S3_SECRET_KEY',
] as const satisfies readonly Name[];
const beside = [
  'FRONTDESK_S3_REGION',
  'FRONTDESK_S3_PREFIX',
  'FRONTDESK_S3_PATH_STYLE',
] as const satisfies readonly Name[];

/** What does not fit together, as a sentence. */
export function misfitRecordingSetting(given: Readonly<Partial<Record<Name, unknown>>>): string | undefined {
  const there = [...needed, ...beside].find((name) => given[name] !== undefined);
  if (there === undefined) return undefined;
  const missing = needed.find((name) => given[name] === undefined);
  if (missing !== undefined) return `${missing} is needed beside ${there}.`;
  if (given.FRONTDESK_RECORDINGS === undefined) return undefined;
  return 'FRONTDESK_RECORDINGS is a folder and FRONTDESK_S3_ENDPOINT a store elsewhere: recordings are kept in one of them.';
}

export type S3Settings = {
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

/** Where recordings are kept. A folder of null: `recordings` in the folder of everything. */
export type RecordingSettings =
  | { readonly kind: 'files'; readonly folder: string | null }
  | ({ readonly kind: 's3' } & S3Settings);

const schema = z.object(recordingEnvironment);

/** `env` has passed `misfitRecordingSetting`. */
export function recordingSettings(env: z.output<typeof schema>): RecordingSettings {
  const {
    FRONTDESK_S3_ENDPOINT: endpoint,
    FRONTDESK_S3_BUCKET: bucket,
    FRONTDESK_S3_ACCESS_KEY: accessKey,
    FRONTDESK_S3_SECRET_KEY: secretKey,
    FRONTDESK_S3_PREFIX: prefix = '',
    FRONTDESK_S3_PATH_STYLE: pathStyle,
  } = env;
  if (endpoint === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) {
    return { kind: 'files', folder: env.FRONTDESK_RECORDINGS ?? null };
  }
  const { host, origin } = new URL(endpoint);
  return {
    kind: 's3',
    endpoint: origin,
    region: env.FRONTDESK_S3_REGION ?? 'us-east-1',
    bucket,
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
    accessKey,
    secretKey,
    // Amazon wants the bucket in the name; most of the others can do without.
    pathStyle: pathStyle === undefined ? !host.endsWith('.amazonaws.com') : pathStyle === 'on',
  };
}
