/** The S3 server of the tests brings no types; this is what they use of it. */
declare module 's3rver' {
  import type { Readable } from 'node:stream';
  export default class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string }[];
    });
    /** Resolves once it listens. */
    run(): Promise<{ readonly address: string; readonly port: number }>;
    close(): Promise<void>;
    readonly store: Store;
  }
  export type Store = {
    putObject: (object: {
      readonly bucket: string;
      readonly key: string;
      readonly content: Buffer | Readable;
      readonly metadata: object;
    }) => Promise<{ readonly size: number; readonly md5: string }>;
    readonly putMetadata: (bucket: string, key: string, metadata: object, md5: string) => Promise<void>;
    /** The file of one part of an object: `object`, `object.md5` or `metadata.json`. */
    readonly getResourcePath: (bucket: string, key: string, part: string) => string;
  };
}
