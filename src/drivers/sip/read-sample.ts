import type { LineSample } from '../../ports/line-sample.ts';

/** One dictionary of a report (Identifiers for WebRTC's Statistics API). */
type Stats = Readonly<Record<string, unknown>>;
type Report = { forEach(take: (stats: Stats) => void): void };
type Track = Pick<MediaStreamTrack, 'readyState' | 'muted'>;

/**
 * What a statistics report says of a call's audio so far; `track` is what we send, null when there is none. Its times
 * are those of the report, which has one clock for all of them; `now` is for a report without.
 */
export function readSample(report: Report, track: Track | null, now: number): LineSample {
  const all: Stats[] = [];
  report.forEach((stats) => void all.push(stats));
  const first = (type: string): Stats => all.find((stats) => stats['type'] === type) ?? {};
  const pairId = first('transport')['selectedCandidatePairId'];
  const pair = all.find((stats) => stats['id'] === pairId) ?? {};
  const [inbound, outbound, remote] = [first('inbound-rtp'), first('outbound-rtp'), first('remote-inbound-rtp')];
  const at = numberIn(outbound, 'timestamp') ?? now;
  const roundTrip = numberIn(remote, 'roundTripTime') ?? numberIn(pair, 'currentRoundTripTime');
  const lostOut = numberIn(remote, 'fractionLost');
  return {
    at,
    microphone: microphoneOf(track),
    sent: numberIn(outbound, 'packetsSent') ?? 0,
    received: numberIn(inbound, 'packetsReceived') ?? 0,
    lost: numberIn(inbound, 'packetsLost') ?? 0,
    jitterMs: inMs(numberIn(inbound, 'jitter')),
    roundTripMs: inMs(roundTrip),
    report: lostOut === null ? null : { at: numberIn(remote, 'timestamp') ?? at, lost: share(lostOut) },
    checksSent: numberIn(pair, 'requestsSent') ?? 0,
    checksAnswered: numberIn(pair, 'responsesReceived') ?? 0,
    levelIn: numberIn(inbound, 'audioLevel'),
    levelOut: numberIn(first('media-source'), 'audioLevel'),
  };
}

function microphoneOf(track: Track | null): LineSample['microphone'] {
  if (track === null || track.readyState === 'ended') return 'ended';
  return track.muted ? 'muted' : 'live';
}

/** More than was expected may arrive (RFC 3550 §6.4.1): that is no loss. */
const share = (lost: number): number => Math.min(1, Math.max(0, lost));
const inMs = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000);

function numberIn(stats: Stats, name: string): number | null {
  const value = stats[name];
  return typeof value === 'number' ? value : null;
}
