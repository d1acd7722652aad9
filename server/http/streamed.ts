import type { Readable } from 'node:stream';

/** An answer that is sent while it is read, with a status and headers of its own. The reading ends when the client goes away. */
export class Streamed {
  readonly status: 200 | 206 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;

  constructor(status: Streamed['status'], headers: Streamed['headers'], body: Readable) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}
