import { Web, type Session, type SessionDescriptionHandler } from 'sip.js';
import type { Clock } from '../../ports/clock.ts';

type MediaHandler = Web.SessionDescriptionHandler;

/** The UDP addresses of this computer are there in a few milliseconds, all at once; the TCP ones nobody needs take 120. */
const quietMs = 10;
/** For a computer that has no UDP address at all. */
const gatheringTimeoutMs = 300;

/**
 * The audio of each leg. `microphone` is open already, so nothing waits for it: every leg sends a clone, which can be
 * muted and ended without touching the microphone. No servers are asked for addresses, because the PBX is on the same
 * machine or network as the page's own server.
 */
export function sessionMediaFactory(microphone: () => MediaStream | null, clock: Clock) {
  return (session: Session): SessionDescriptionHandler => {
    const media: MediaHandler = new Web.SessionDescriptionHandler(
      session.userAgent.getLogger('frontdesk.media'),
      () => cloneOf(microphone()),
      {
        iceGatheringTimeout: gatheringTimeoutMs,
        peerConnectionConfiguration: { iceServers: [], bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' },
      },
    );
    endGatheringEarly(media, clock);
    return media;
  };
}

/** Answers with the addresses there are as soon as no more UDP ones come: what is missing is learnt from the checks. */
function endGatheringEarly(media: MediaHandler, clock: Clock): void {
  let cancel = (): void => undefined;
  media.peerConnectionDelegate = {
    onicecandidate: (event) => {
      if (!(event instanceof RTCPeerConnectionIceEvent) || event.candidate?.protocol !== 'udp') return;
      cancel();
      cancel = clock.after(quietMs, () => media.iceGatheringComplete());
    },
  };
}

function cloneOf(stream: MediaStream | null): Promise<MediaStream> {
  return stream === null ? Promise.reject(new Error('no microphone')) : Promise.resolve(stream.clone());
}

/** The media of a session; null before there is any. */
export function mediaOf(session: Session): MediaHandler | null {
  const handler = session.sessionDescriptionHandler;
  return handler instanceof Web.SessionDescriptionHandler ? handler : null;
}

/** Nothing said at this desk is sent while muted: the track stays, and sends silence (no renegotiation). */
export function setMuted(media: MediaHandler | null, muted: boolean): void {
  for (const track of media?.localMediaStream.getAudioTracks() ?? []) track.enabled = !muted;
}

/** The usual length of a key and of the pause after it, which every menu understands. */
const keyTiming = { duration: 120, interToneGap: 80 };

/** Sends keys after those that are still being sent; false when the far end takes none. */
export function sendDigits(media: MediaHandler | null, digits: string): boolean {
  const [sender] = media?.peerConnection?.getSenders() ?? [];
  // What is inserted takes the place of what has not been sent yet, so that goes in again.
  const unsent = sender?.dtmf?.toneBuffer ?? '';
  return media?.sendDtmf(`${unsent}${digits}`, keyTiming) ?? false;
}

type Replaced = Pick<MediaHandler, 'peerConnection' | 'localMediaStream'>;

/** Sends from another microphone from now on; silent as it is by then, whatever was pressed meanwhile. */
export async function replaceMicrophone(media: Replaced, stream: MediaStream, isSilent: () => boolean): Promise<void> {
  const [track] = stream.clone().getAudioTracks();
  const sender = media.peerConnection?.getSenders().find((one) => one.track?.kind === 'audio');
  if (track === undefined || sender === undefined) return;
  track.enabled = !isSilent();
  const old = sender.track;
  await sender.replaceTrack(track);
  track.enabled = !isSilent();
  if (old !== null) media.localMediaStream.removeTrack(old);
  media.localMediaStream.addTrack(track);
  old?.stop();
}

/** How loud the far end is, 0 to 1: −60 dB to 0 dB (the audio level of RFC 6464, as the receiver computes it). */
export function levelOf(media: MediaHandler | null): number {
  const [receiver] = media?.peerConnection?.getReceivers() ?? [];
  const level = receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
  return level === 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(level)) / 60));
}
