import type { RawData } from 'ws';
import { z } from 'zod';
import {
  clientAliveSchema,
  clientHelloSchema,
  type ClientAlive,
  type ClientHello,
} from '../../shared/protocol/stream.ts';

const pageFrameSchema = z.discriminatedUnion('type', [clientHelloSchema, clientAliveSchema]);

/** What a page says on `/events`; undefined when it is nothing that a page says. */
export function readPageFrame(data: RawData): ClientHello | ClientAlive | undefined {
  return pageFrameSchema.safeParse(parseJson(textOf(data))).data;
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is no frame; the caller closes the connection with a code that says so.
    return undefined;
  }
}
