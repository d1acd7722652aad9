import type { BrowserContext, Page } from '@playwright/test';

/** Every page of the context remembers its peer connections. To be called before the first page is opened. */
export const rememberPeers = (context: BrowserContext): Promise<unknown> => context.addInitScript(keepPeers);

/** What the audio of each page has come to, a line for each connection: for whoever must find out why a test failed. */
export async function describePeers(context: BrowserContext): Promise<readonly string[]> {
  const lines = await Promise.all(context.pages().map(describe));
  return lines.flat();
}

const describe = async (page: Page): Promise<readonly string[]> => {
  try {
    return await page.evaluate(readPeers);
  } catch (error) {
    return [`${page.url()}: ${String(error).split('\n')[0]}`];
  }
};

// Both run inside the page, so they must stand on their own.
function keepPeers(): void {
  const peers: RTCPeerConnection[] = [];
  Reflect.set(window, 'keptPeers', peers);
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct: (Peer, given) => {
      const [configuration]: readonly (RTCConfiguration | undefined)[] = given;
      const peer = new Peer(configuration);
      peers.push(peer);
      return peer;
    },
  });
}

async function readPeers(): Promise<string[]> {
  const peers: readonly RTCPeerConnection[] = Reflect.get(window, 'keptPeers');
  const lines: string[] = [];
  for (const peer of peers) {
    const tracks = peer.getSenders().map(({ track }) => track && `${track.readyState}, muted ${String(track.muted)}`);
    const facts = [peer.connectionState, peer.iceConnectionState, ...tracks];
    const report = await peer.getStats();
    const pairOf = (pair: Readonly<Record<string, unknown>>): string => {
      const ends = [report.get(String(pair['localCandidateId'])), report.get(String(pair['remoteCandidateId']))];
      const [from, to] = ends.map(
        (end) => `${String(end?.address)}:${String(end?.port)} ${String(end?.candidateType)}`,
      );
      return `pair ${String(pair['state'])} ${from} to ${to}, ${String(pair['packetsSent'])} out`;
    };
    report.forEach((one: Readonly<Record<string, unknown>>) => {
      if (one['type'] === 'outbound-rtp') facts.push(`sent ${String(one['packetsSent'])}`);
      if (one['type'] === 'inbound-rtp') facts.push(`received ${String(one['packetsReceived'])}`);
      if (one['type'] === 'media-source') facts.push(`level ${String(one['audioLevel'])}`);
      if (one['type'] === 'candidate-pair' && one['nominated'] === true) facts.push(pairOf(one));
    });
    lines.push(`${location.pathname}: ${facts.join('; ')}`);
  }
  return lines;
}
