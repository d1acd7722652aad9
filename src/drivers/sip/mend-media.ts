import type { Clock } from '../../ports/clock.ts';

/** As much of a connection as is watched. */
type WatchedPeer = Pick<RTCPeerConnection, 'connectionState'>;

/** ICE and DTLS take a tenth of a second, and on a busy machine one. */
const patienceMs = 2000;
/** What three offers have not mended is tried less often: the call's quality says by then that nobody is heard. */
const eagerOffers = 3;
const laterMs = 10_000;

/**
 * Offers the audio of a call anew while its connection has not come about, or has failed for good, as when the computer went to
 * another network. Where Asterisk made the offer it may take its own half of ICE for unfinished and drop the browser's DTLS
 * from then on: both sides would hear nothing for the whole call. An offer of the browser with new ICE credentials (a restart,
 * RFC 8839 §4.4.1.1.1) mends that. Returns what ends the watch; an offer that could not be made is followed by the next one.
 */
export function mendMedia(peer: WatchedPeer, clock: Clock, offerAnew: () => Promise<void>): () => void {
  let offers = 0;
  let cancel = (): void => undefined;
  const look = (): void => {
    if (peer.connectionState === 'closed') return;
    if (peer.connectionState === 'connected') offers = 0;
    // What is disconnected may come back by itself; if not, it fails.
    else if (peer.connectionState !== 'disconnected') {
      offers += 1;
      void offerAnew().catch(() => undefined);
    }
    cancel = clock.after(offers < eagerOffers ? patienceMs : laterMs, look);
  };
  cancel = clock.after(patienceMs, look);
  return () => cancel();
}
