import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Agent } from '../../shared/call/call.ts';
import type { Result } from '../../shared/result.ts';

/**
 * The way in for a page's phone: makes its console known to the PBX, then hands the socket to the edge. Whoever calls
 * has checked the session and the origin.
 */
export interface PhoneEntrance {
  /**
   * `pageId` is one load of the page: a reconnecting page goes on where it was, a reloaded one begins anew. While the
   * PBX does not answer no new one comes in, since the PBX would refuse a console it does not know; the socket is as
   * it was then.
   */
  accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    agent: Agent,
    pageId: string,
  ): Promise<Result<void, 'pbxUnavailable'>>;
}
