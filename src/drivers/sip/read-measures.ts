import type { ProbeMeasures, ProbePath } from '../../ports/test-probe.ts';

/** One dictionary of a report (Identifiers for WebRTC's Statistics API). */
type Stats = Readonly<Record<string, unknown>>;
type Report = { forEach(take: (stats: Stats) => void): void };

/** What a statistics report says of a call's audio. */
export function readMeasures(report: Report): ProbeMeasures {
  const all: Stats[] = [];
  report.forEach((stats) => void all.push(stats));
  const first = (type: string): Stats => all.find((stats) => stats['type'] === type) ?? {};
  const byId = (id: unknown): Stats => all.find((stats) => stats['id'] === id) ?? {};
  const [inbound, remote] = [first('inbound-rtp'), first('remote-inbound-rtp')];
  const pair = byId(first('transport')['selectedCandidatePairId']);
  const roundTrip = numberIn(remote, 'roundTripTime') ?? numberIn(pair, 'currentRoundTripTime');
  const jitter = numberIn(inbound, 'jitter');
  return {
    roundTripMs: roundTrip === null ? null : roundTrip * 1000,
    lostOut: shareOf(numberIn(remote, 'packetsLost'), numberIn(first('outbound-rtp'), 'packetsSent')),
    lostIn: lostInOf(inbound),
    jitterMs: jitter === null ? null : jitter * 1000,
    path: pathOf(byId(pair['localCandidateId']), byId(pair['remoteCandidateId'])),
  };
}

function lostInOf(inbound: Stats): number | null {
  const [lost, received] = [numberIn(inbound, 'packetsLost'), numberIn(inbound, 'packetsReceived')];
  return lost === null || received === null ? null : shareOf(lost, lost + received);
}

/** More than was expected may arrive (RFC 3550 §6.4.1): that is no loss. */
const shareOf = (lost: number | null, all: number | null): number | null =>
  lost === null || all === null || all <= 0 ? null : Math.min(1, Math.max(0, lost / all));

function pathOf(local: Stats, remote: Stats): ProbePath | null {
  const relayed = local['candidateType'] === 'relay' || remote['candidateType'] === 'relay';
  const protocol = local['relayProtocol'] ?? local['protocol'];
  if (typeof protocol !== 'string') return null;
  return { relayed, protocol: protocol === 'udp' ? 'udp' : 'tcp' };
}

function numberIn(stats: Stats, name: string): number | null {
  const value = stats[name];
  return typeof value === 'number' ? value : null;
}
