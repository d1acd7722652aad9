import type { OpenTransport } from './sip/transport.ts';
import { openUdpTransport } from './sip/udp-transport.ts';

/** UDP that loses the messages it sends for which `loses` says so; `sent` keeps the first line of all, lost or not. */
export function lossyUdp(loses: (firstLine: string, earlier: number) => boolean): {
  readonly open: OpenTransport;
  readonly sent: string[];
} {
  const sent: string[] = [];
  const open: OpenTransport = async (local) => {
    const transport = await openUdpTransport(local);
    const send = (text: string, to: { readonly host: string; readonly port: number }) => {
      const firstLine = text.slice(0, text.indexOf('\r\n'));
      const earlier = sent.filter((line) => line === firstLine).length;
      sent.push(firstLine);
      if (!loses(firstLine, earlier)) transport.send(text, to);
    };
    return { ...transport, send };
  };
  return { open, sent };
}
