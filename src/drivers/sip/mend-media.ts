import type { Clock } from '../../ports/clock.ts';

/** As much of a connection as is watched. */
type WatchedPeer = Pick<RTCPeerConnection, 'connectionState'>;

/** ICE and DTLS take a tenth of a second, and on a busy machine one. */
const patienceMs = 2000;
/** What three offers have not mended a fourth will not: the call's quality says by then that nobody is heard. */
const mostOffers = 3;

/**
 * Offers the audio of a call that was just answered anew for as long as its connection has not come about. Where
 * Asterisk made the offer it may take its own half of ICE for unfinished and drop the browser's DTLS from then on: both
 * sides would hear nothing for the whole call. An offer of the browser with new ICE credentials (a restart, RFC 8839
 * §4.4.1.1.1) mends that. Returns what ends the watch; an offer that could not be made is followed by the next one.
 */
export function mendMedia(peer: WatchedPeer, clock: Clock, offerAnew: () => Promise<void>): () => void {
  let offers = 0;
  let cancel = (): void => undefined;
  const look = (): void => {
    if (peer.connectionState === 'connected' || peer.connectionState === 'closed' || offers === mostOffers) return;
    offers += 1;
    void offerAnew().catch(() => undefined);
    cancel = clock.after(patienceMs, look);
  };
  cancel = clock.after(patienceMs, look);
  return () => cancel();
}
